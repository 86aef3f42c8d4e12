import { around, median, middleOf } from './piece.ts';
import { areLevel, linesWithin, type Run, textOfRun } from './runs.ts';

const FIGURE = /^[-+(]?\d[\d.,\s%)]*$|^[-–]$/;
const SERIAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,5}|[A-Z])[.)]?$/;
/** So many rows, and this share of a column's cells, make figures a column of a table. */
const LEAST_ROWS = 2;
const MOSTLY = 0.6;

/**
 * Columns without ruled lines that are a table all the same: beside their first column they have one of figures, or a
 * first column of serial numbers. A row is what belongs to one figure or number; what stands above the first is the
 * header. Null for other columns, which are text.
 */
export function openTable(columns: readonly (readonly Run[])[]): { rows: Run[][][]; xs: number[] } | null {
  const lines = withHeads(columns.map((runs) => linesWithin(runs.flatMap(({ pieces }) => pieces))));
  const anchors = anchorsOf(lines);
  if (anchors === null) return null;
  const rows: Run[][][] = anchors.map(() => lines.map(() => []));
  const header: Run[][] = lines.map(() => []);
  const first = anchors[0];
  if (first === undefined) return null;
  const goesDown = isTopAligned(lines, anchors);
  lines.forEach((column, index) => {
    for (const line of column) {
      const row = rowOf(line, anchors, goesDown);
      (row < 0 ? header : rows[row])?.[index]?.push(line);
    }
  });
  const boxes = lines.map((column) => around(column));
  const xs = boxes.map(({ left }) => left);
  xs.push(Math.max(...boxes.map(({ right }) => right)));
  return { rows: header.some((cell) => cell.length > 0) ? [header, ...rows] : rows, xs };
}

/** A heading that stands beside its column's cells, as a centred one does, is no column of its own. */
function withHeads(columns: readonly Run[][]): Run[][] {
  const result: Run[][] = [];
  for (const column of columns) {
    const last = result.at(-1);
    if (last !== undefined && (isHeadOf(last, column) || isHeadOf(column, last))) {
      last.push(...column);
      last.sort((a, b) => middleOf(a) - middleOf(b));
    } else result.push([...column]);
  }
  return result;
}

function isHeadOf(head: readonly Run[], column: readonly Run[]): boolean {
  const bottom = Math.max(...head.map((line) => line.bottom));
  return head.length <= 3 && column.length > head.length && column.every((line) => middleOf(line) > bottom);
}

/** The lines of the column that has one in every row. */
function anchorsOf(lines: readonly (readonly Run[])[]): readonly Run[] | null {
  const serials = (lines[0] ?? []).filter((line) => SERIAL.test(textOfRun(line)));
  const isSerial =
    lines.length >= 3 &&
    serials.length >= LEAST_ROWS &&
    serials.length >= MOSTLY * ((lines[0] ?? []).length - 1);
  const figures = lines.map((column) => column.filter((line) => FIGURE.test(textOfRun(line))));
  const numeric = figures.filter(
    (found, index) =>
      index > 0 &&
      found.length >= (lines.length === 2 ? 3 : LEAST_ROWS) &&
      found.length >= MOSTLY * ((lines[index]?.length ?? 0) - 2),
  );
  if (!isSerial && numeric.length === 0) return null;
  const longest = [...numeric].sort((a, b) => b.length - a.length)[0] ?? [];
  const anchors = isSerial && serials.length >= longest.length ? serials : longest;
  // Figures beside a text that runs on are no rows of it.
  const level = anchors.filter(
    (anchor) => lines.filter((column) => column.some((line) => areLevel(line, anchor))).length > 1,
  );
  if (level.length < anchors.length * MOSTLY && !isSerial) return null;
  return anchors;
}

/** Whether the words beside an anchor begin with it and go on below, and do not stand around it. */
function isTopAligned(lines: readonly (readonly Run[])[], anchors: readonly Run[]): boolean {
  const first = anchors[0];
  if (first === undefined) return true;
  const gaps = anchors.slice(1).map((anchor, index) => middleOf(anchor) - middleOf(anchors[index] ?? anchor));
  const half = median(gaps) / 2;
  const near = lines.flat().filter((line) => !anchors.includes(line) && !areLevel(line, first));
  const above = near.filter(
    (line) => middleOf(line) < middleOf(first) && middleOf(first) - middleOf(line) < half,
  );
  const below = near.filter(
    (line) => middleOf(line) > middleOf(first) && middleOf(line) - middleOf(first) < half,
  );
  return above.length === 0 || below.length > 2 * above.length;
}

function rowOf(line: Run, anchors: readonly Run[], goesDown: boolean): number {
  const middle = middleOf(line);
  const first = anchors[0];
  if (first === undefined || (middle < middleOf(first) && !areLevel(line, first) && goesDown)) return -1;
  if (goesDown)
    return anchors.findLastIndex((anchor) => middleOf(anchor) <= middle || areLevel(anchor, line));
  let best = 0;
  anchors.forEach((anchor, index) => {
    const away = Math.abs(middleOf(anchor) - middle);
    if (away < Math.abs(middleOf(anchors[best] ?? anchor) - middle)) best = index;
  });
  const gaps = anchors.slice(1).map((anchor, index) => middleOf(anchor) - middleOf(anchors[index] ?? anchor));
  return best === 0 && middleOf(first) - middle > median(gaps) / 2 ? -1 : best;
}
