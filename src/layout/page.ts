import type { ReadLine, WordPage } from '../plan/document.ts';
import { inColumnOrder } from './columns.ts';
import { type Placed, placedWords, rectangleOf } from './frame.ts';
import { medianHeight, middleOf, readLine, type VisualLine, visualLines } from './lines.ts';
import { openTables } from './open-tables.ts';
import { cellAt, type Grid, ruledTables } from './ruled-tables.ts';

/** A line of running text, or the rows of a table. */
export type Part = { kind: 'line'; line: VisualLine } | { kind: 'table'; rows: ReadLine[]; top: number };

/** A page's parts in reading order, and what its lines have in common. */
export interface LaidPage {
  page: WordPage;
  parts: Part[];
  /** Height of its letters, in points; 0 for a page without words. */
  height: number;
}

/** Puts the words of a page in order: tables by their rules or their white columns, then lines, side by side columns one after the other. */
export function layOutPage(page: WordPage): LaidPage {
  const words = placedWords(page);
  const height = medianHeight(words);
  const grids = ruledTables(page.rules.map((rule) => rectangleOf(page, rule)));
  const inGrid = new Map<Grid, Map<number, Placed[]>>();
  const running: Placed[] = [];
  for (const word of words) {
    const x = (word.left + word.right) / 2;
    const y = middleOf(word);
    const grid = grids.find((other) => cellAt(other, x, y) !== null);
    const cell = grid === undefined ? null : cellAt(grid, x, y);
    if (grid === undefined || cell === null) {
      running.push(word);
      continue;
    }
    const cells = inGrid.get(grid) ?? new Map<number, Placed[]>();
    inGrid.set(grid, cells);
    cells.set(cell, [...(cells.get(cell) ?? []), word]);
  }
  const tables: Part[] = [];
  for (const [grid, cells] of inGrid) {
    if (cells.size < 3) running.push(...[...cells.values()].flat());
    else tables.push({ kind: 'table', rows: gridRows(page, grid, cells), top: grid.top });
  }
  const parts = tables;
  let stretch: VisualLine[] = [];
  const flush = (): void => {
    parts.push(...stretchParts(page, stretch, height));
    stretch = [];
  };
  const tops = tables.map((part) => (part.kind === 'table' ? part.top : 0));
  let next = 0;
  const lines = visualLines(running);
  const sortedTops = [...tops].sort((a, b) => a - b);
  for (const line of lines) {
    while (middleOf(line) > (sortedTops[next] ?? Number.POSITIVE_INFINITY)) {
      flush();
      next += 1;
    }
    stretch.push(line);
  }
  flush();
  return { page, parts: inOrder(parts), height };
}

/** Lines between two tables: white columns, then columns of text. */
function stretchParts(page: WordPage, lines: readonly VisualLine[], height: number): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const running = (to: number): void => {
    for (const line of inColumnOrder(lines.slice(at, to), height)) parts.push({ kind: 'line', line });
  };
  for (const { from, to, rows } of openTables(lines, height)) {
    running(from);
    parts.push({
      kind: 'table',
      rows: rows.map((cells) => readLine(page, cells)),
      top: lines[from]?.top ?? 0,
    });
    at = to;
  }
  running(lines.length);
  return parts;
}

/** Tables among the stretches of lines around them. Lines of a stretch keep their order, columns being out of that of their tops. */
function inOrder(parts: readonly Part[]): Part[] {
  const tables = parts.filter((part) => part.kind === 'table').sort((a, b) => a.top - b.top);
  const ordered: Part[] = [];
  let next = 0;
  let deepest = Number.NEGATIVE_INFINITY;
  for (const part of parts) {
    if (part.kind === 'table') continue;
    deepest = Math.max(deepest, middleOf(part.line));
    for (let table = tables[next]; table !== undefined && table.top < deepest; table = tables[next]) {
      ordered.push(table);
      next += 1;
    }
    ordered.push(part);
  }
  return [...ordered, ...tables.slice(next)];
}

/** The rows of a ruled table; a merged cell's words stand in its first place, its other places are empty. */
function gridRows(page: WordPage, grid: Grid, cells: ReadonlyMap<number, readonly Placed[]>): ReadLine[] {
  const columns = grid.xs.length - 1;
  return grid.owner.flatMap((owners, row) => {
    const line = owners.map((owner, column) =>
      owner === row * columns + column ? inLines(cells.get(owner) ?? []) : [],
    );
    return line.every((cell) => cell.length === 0) ? [] : [readLine(page, line)];
  });
}

function inLines(words: readonly Placed[]): Placed[] {
  return visualLines(words).flatMap((line) => line.words);
}
