import { spreadHeader } from './merged-header.ts';

const NUMBER = /^[-–+(]?\s*\d[\d.,\s]*%?\)?$/;
const SERIAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,5}|\p{L}|-|\+)[.)]?$/u;

/** What a column's cells in rows of full width are like. */
interface Column {
  numbers: number;
  serials: number;
  empty: number;
  digits: number;
  length: number;
  texts: ReadonlySet<string>;
}

/**
 * Gives every cell of rows that lack some, because cells are merged sideways or downwards, its place among `width`
 * columns: in the header by what stands over and under it, in the body by what the columns hold elsewhere. Places
 * without a cell of their own are ''. Rows of no known width (0) stay as they are.
 */
export function placeCells(rows: readonly (readonly string[])[], width: number): string[][] {
  if (width === 0) return rows.map((row) => [...row]);
  const plain = rows.map((row) => row.map(withoutMarks));
  const bodyStart = plain.findIndex((row, index) => index > 0 && beginsBody(row, width));
  const header = bodyStart < 0 ? 0 : bodyStart;
  const columns = columnsOf(plain.slice(header), width);
  const starts = spreadHeader(plain.slice(0, header).map(withoutEmptyEnd), width, (left, right) =>
    Math.abs((columns[left]?.numbers ?? 0) - (columns[right]?.numbers ?? 0)),
  );
  return rows.map((row, index) => {
    if (row.length === width) return [...row];
    if (row.length > width) return gathered(row, width);
    const own = plain[index] ?? [];
    return spread(row, starts?.[index] ?? startsIn(own, columns), width);
  });
}

/** A row of too many cells: those without words go first, what is left over stays with the last. */
function gathered(row: readonly string[], width: number): string[] {
  let extra = row.length - width;
  const cells = row.filter((cell) => {
    if (extra === 0 || withoutMarks(cell) !== '') return true;
    extra -= 1;
    return false;
  });
  return [
    ...cells.slice(0, width - 1),
    cells
      .slice(width - 1)
      .join('\n')
      .trim(),
  ];
}

function withoutMarks(cell: string): string {
  return cell.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
}

function withoutEmptyEnd(row: readonly string[]): readonly string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);
}

function beginsBody(row: readonly string[], width: number): boolean {
  if (row.length === 1 || (SERIAL.test(row[0] ?? '') && /\p{L}{2}/u.test(row[1] ?? ''))) return true;
  return row.length === width && (SERIAL.test(row[0] ?? '') || row.some((cell) => NUMBER.test(cell)));
}

function spread(row: readonly string[], starts: readonly number[], width: number): string[] {
  const places = new Array<string>(width).fill('');
  row.forEach((cell, index) => {
    const start = starts[index];
    if (start !== undefined) places[start] = cell;
  });
  return places;
}

function columnsOf(rows: readonly (readonly string[])[], width: number): Column[] {
  const full = rows.filter((row) => row.length === width);
  return Array.from({ length: width }, (_, index) => {
    const cells = full.map((row) => row[index] ?? '');
    const filled = cells.filter((cell) => cell !== '');
    const share = (test: RegExp): number =>
      filled.filter((cell) => test.test(cell)).length / Math.max(1, filled.length);
    return {
      numbers: share(NUMBER),
      serials: share(SERIAL),
      empty: (cells.length - filled.length) / Math.max(1, cells.length),
      digits: median(filled.filter((cell) => NUMBER.test(cell)).map(digitsIn)),
      length: median(filled.map((cell) => cell.length)),
      texts: new Set(filled),
    };
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function digitsIn(cell: string): number {
  return cell.replace(/\D/g, '').length;
}

/** What it costs to leave columns out before a cell: cells beside it or above it reach there. */
const SKIPPED = 0.4;
/** And what to leave figures' columns out behind the only figure: a heading reaches over the columns before its sum, a sum over none. */
const LEFT_OVER = 1;

/** The columns, in order, whose own cells these are most like. A lone cell heads the whole width. */
function startsIn(cells: readonly string[], columns: readonly Column[]): number[] {
  if (cells.length === 1) return [0];
  if (cells.length === 2 && SERIAL.test(cells[0] ?? '')) return [0, 1];
  const paths: { cost: number; from: number }[][] = [];
  for (const [row, cell] of cells.entries()) {
    const above = paths.at(-1);
    paths.push(
      columns.map((column, index) => {
        const before =
          above === undefined ? { cost: index === 0 ? 0 : SKIPPED, from: -1 } : cheapestBefore(above, index);
        const own = index < row ? Number.POSITIVE_INFINITY : unlikeness(cell, column, index);
        return { cost: before.cost + own + index * 0.03, from: before.from };
      }),
    );
  }
  const starts: number[] = [];
  const isSum = cells.slice(1).filter((cell) => NUMBER.test(cell)).length === 1;
  const behind = isSum && (columns.at(-1)?.numbers ?? 0) > 0.5 ? LEFT_OVER : 0;
  let at = indexOfLeast(
    (paths.at(-1) ?? []).map(({ cost }, index) => cost + (index < columns.length - 1 ? behind : 0)),
  );
  for (let row = cells.length - 1; row >= 0; row--) {
    starts.unshift(at);
    at = paths[row]?.[at]?.from ?? -1;
  }
  return starts;
}

function cheapestBefore(above: readonly { cost: number }[], index: number): { cost: number; from: number } {
  let least = { cost: Number.POSITIVE_INFINITY, from: -1 };
  for (let from = 0; from < index; from++) {
    const cost = (above[from]?.cost ?? Number.POSITIVE_INFINITY) + (from === index - 1 ? 0 : SKIPPED);
    if (cost <= least.cost) least = { cost, from };
  }
  return least;
}

function indexOfLeast(values: readonly number[]): number {
  let least = 0;
  values.forEach((value, index) => {
    if (value < (values[least] ?? 0)) least = index;
  });
  return least;
}

function unlikeness(cell: string, column: Column, index: number): number {
  if (cell === '') return 0.5 * (1 - column.empty);
  if (column.texts.has(cell)) return 0;
  const length = Math.min(0.4, Math.abs(Math.log2((cell.length + 1) / (column.length + 1))) * 0.1);
  if (index === 0 && column.serials > 0.5 && SERIAL.test(cell)) return 0;
  if (NUMBER.test(cell))
    return 1.5 * (1 - column.numbers) + Math.min(2, Math.abs(digitsIn(cell) - column.digits) / 4);
  return 1.5 * Math.max(column.numbers, column.serials) + length;
}
