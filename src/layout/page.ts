import type { WordPage } from '../plan/document.ts';
import { blocksOf } from './blocks.ts';
import { type Grid, gridsOf, rulesAcross } from './grid.ts';
import { around, median, middleOf, type Piece, piecesOf, type Rect } from './piece.ts';
import { linesWithin, type Run, runFrom, runsOf } from './runs.ts';

/** A line or a row of a page, in reading order. */
export type Part = LinePart | RowPart;

export interface LinePart {
  kind: 'line';
  line: Run;
  /** The lines of the column it stands in beside another, null in the page's own. */
  column: readonly Run[] | null;
  aside?: 'margin' | 'note';
  begins?: boolean;
}

export interface RowPart {
  kind: 'row';
  /** The lines of each cell; those of a merged cell stand in its first. */
  cells: Run[][];
  table: Table;
  row?: 'repeated' | 'continued';
}

export interface Table extends Rect {
  /** Edges of its columns. */
  xs: number[];
  rows: RowPart[];
}

/** In ems: higher boxes hold more than a line. */
const TALL = 3;
/** In ems, and in widths: words whose box is higher run up or down the page. */
const UPRIGHT = 1.8;

export interface LaidPage {
  page: WordPage;
  parts: Part[];
  /** Ruled lines that run across, tables' own among them. */
  rules: Rect[];
}

/** Puts a page's words in reading order: what stands above a table, the table, what stands below. */
export function laidPage(page: WordPage): LaidPage {
  const pieces = piecesOf(page);
  const grids = gridsOf(page, pieces).sort((a, b) => a.top - b.top || a.left - b.left);
  const inCells = new Set<Piece>(grids.flatMap(({ cells }) => cells.flat().flatMap((cell) => cell.pieces)));
  const usual = median(pieces.map(({ em }) => em));
  const outside = pieces.filter((piece) => !inCells.has(piece));
  const odd = outside.filter((piece) => isOdd(piece, usual));
  let rest = runsOf(outside.filter((piece) => !isOdd(piece, usual)));
  const parts: Part[] = [];
  for (const grid of grids) {
    parts.push(...flow(rest.filter((run) => middleOf(run) < grid.top)), ...tableOf(grid).rows);
    rest = rest.filter((run) => middleOf(run) >= grid.top);
  }
  parts.push(...flow(rest), ...oddLines(odd));
  return { page, parts, rules: rulesAcross(page) };
}

/** A box that is no line's: that of writing that runs up or down the page, or of what a drawing was read as. */
function isOdd({ left, top, right, bottom, em, text }: Piece, usual: number): boolean {
  const height = bottom - top;
  return (
    text.length > 1 &&
    (height > TALL * Math.max(em, usual) || (height > UPRIGHT * em && height > UPRIGHT * (right - left)))
  );
}

/** Words beside each other's height, from the bottom up as they usually run, stand behind the page's text. */
function oddLines(pieces: readonly Piece[]): Part[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.left - b.left || b.bottom - a.bottom)) {
    const line = lines.at(-1);
    const last = line?.[0];
    if (line !== undefined && last !== undefined && (piece.left + piece.right) / 2 < last.right)
      line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => ({
    kind: 'line',
    line: runFrom(line.sort((a, b) => b.bottom - a.bottom || a.left - b.left)),
    column: [],
  }));
}

function flow(runs: readonly Run[]): Part[] {
  return blocksOf(runs).flatMap((block): Part[] => {
    if (block.kind === 'line') return [{ kind: 'line', line: block.line, column: null }];
    if (block.kind === 'table') {
      const rows: RowPart[] = [];
      const cells = block.rows.flat(2);
      const table: Table = { ...around(cells), xs: block.xs, rows };
      rows.push(...block.rows.map((row): RowPart => ({ kind: 'row', cells: row, table })));
      return rows;
    }
    return block.columns.flatMap((column) => {
      const lines = linesWithin(column.flatMap(({ pieces }) => pieces));
      return lines.map((line): Part => ({ kind: 'line', line, column: lines }));
    });
  });
}

function tableOf({ left, top, right, bottom, xs, cells }: Grid): Table {
  const rows: RowPart[] = [];
  const table: Table = { left, top, right, bottom, xs, rows };
  cells.forEach((places, row) => {
    const lines = places.map((cell, column) =>
      cell.row === row && cell.column === column ? linesWithin(cell.pieces) : [],
    );
    // A row of which every cell begins above says nothing of its own.
    if (lines.some((cell) => cell.length > 0)) rows.push({ kind: 'row', cells: lines, table });
  });
  return table;
}
