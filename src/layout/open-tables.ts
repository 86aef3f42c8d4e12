import type { Placed } from './frame.ts';
import { lineOf, type VisualLine } from './lines.ts';

/** Rows without rules are a table from so many on. */
const LEAST_ROWS = 3;
const LEAST_COLUMNS = 3;
/** White between two cells, in heights of a line. */
const GAP = 1.1;

/** Rows of a table that stands in columns without rules; each cell's words in reading order. */
export interface OpenTable {
  /** Index of its first line, and behind its last. */
  from: number;
  to: number;
  rows: Placed[][][];
}

/**
 * The tables among lines that stand in columns by white space alone: at least three lines in a row of three or more
 * cells each, which one set of columns explains. A line of fewer cells between them goes on with the row above it.
 */
export function openTables(lines: readonly VisualLine[], height: number): OpenTable[] {
  const tables: OpenTable[] = [];
  for (let i = 0; i < lines.length; ) {
    const table = tableFrom(lines, i, height);
    if (table === null) i += 1;
    else {
      tables.push(table);
      i = table.to;
    }
  }
  return tables;
}

function tableFrom(lines: readonly VisualLine[], from: number, height: number): OpenTable | null {
  if (cellsOf(lines[from], height).length < LEAST_COLUMNS) return null;
  let best: OpenTable | null = null;
  let full = 0;
  for (let to = from + 1; to <= lines.length; to++) {
    const last = lines[to - 1];
    const before = lines[to - 2];
    if (last === undefined || (before !== undefined && last.top - before.bottom > height * 2)) break;
    if (cellsOf(last, height).length >= LEAST_COLUMNS) full += 1;
    else if (to - from > 3 * full + 1) break;
    const run = lines.slice(from, to);
    const columns = columnsOf(run, height);
    if (columns.length < LEAST_COLUMNS) break;
    if (full >= LEAST_ROWS && cellsOf(last, height).length > 1) {
      best = { from, to, rows: rowsOf(run, columns, height) };
    }
  }
  return best !== null && hasShortCells(best.rows) ? best : null;
}

/** The pieces of a line between wide gaps. */
function cellsOf(line: VisualLine | undefined, height: number): Placed[][] {
  const cells: Placed[][] = [];
  for (const word of line?.words ?? []) {
    const last = cells.at(-1)?.at(-1);
    if (last === undefined || word.left - last.right >= height * GAP) cells.push([word]);
    else cells.at(-1)?.push(word);
  }
  return cells;
}

/** The stretches of the page's width that hold words of any of the lines, parted by white. */
function columnsOf(lines: readonly VisualLine[], height: number): { left: number; right: number }[] {
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of lines.flatMap((line) => line.words).sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last === undefined || left - last.right >= height * GAP * 0.7) columns.push({ left, right });
    else last.right = Math.max(last.right, right);
  }
  return columns;
}

function rowsOf(
  lines: readonly VisualLine[],
  columns: readonly { left: number; right: number }[],
  height: number,
): Placed[][][] {
  const rows: Placed[][][] = [];
  for (const line of lines) {
    const cells = columns.map(({ left, right }) =>
      line.words.filter(
        (word) => (word.left + word.right) / 2 >= left && (word.left + word.right) / 2 <= right,
      ),
    );
    const above = rows.at(-1);
    if (above !== undefined && cellsOf(line, height).length < LEAST_COLUMNS - 1) {
      for (const [index, cell] of cells.entries()) above[index]?.push(...cell);
    } else rows.push(cells);
  }
  return rows;
}

/** Running text that happens to have wide gaps has long cells; a table has figures and names. */
function hasShortCells(rows: readonly Placed[][][]): boolean {
  const cells = rows.flat().filter((cell) => cell.length > 0);
  const short = cells.filter((cell) => {
    const text = cell.map(({ word }) => word.text).join(' ');
    return /^[\d.,%\s/-]+$/.test(text) || text.length <= 24;
  });
  return short.length * 4 >= cells.length * 3 && lineOf(cells.flat()).right > 0;
}
