import { around, median, middleOf } from './piece.ts';
import { areLevel, linesWithin, type Run, textOfRun } from './runs.ts';

const FIGURE = /^[-+(]?\d[\d.,\s%)]*$|^[-–]$/;
const SERIAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,5}|[A-Z])[.)]?$/;
/** So many rows, and this share of a column's cells, make figures a column of a table. */
const LEAST_ROWS = 2;
const MOSTLY = 0.6;
/** No page has more lines. */
const MOST_LINES = 300;
/** So many of the rows begin on one line where cells are aligned at their tops. */
const LEVEL = 0.8;

/**
 * Columns without ruled lines that are a table all the same: beside their first column they have one of figures, or a
 * first column of serial numbers. A row is what belongs to one figure or number; what stands above the first is the
 * header. Null for other columns, which are text.
 */
export function openTable(columns: readonly (readonly Run[])[]): { rows: Run[][][]; xs: number[] } | null {
  const lines = withHeads(columns.map((runs) => linesWithin(runs.flatMap(({ pieces }) => pieces))));
  const anchors = lines.some((column) => column.length > MOST_LINES) ? null : anchorsOf(lines);
  if (anchors === null) return null;
  const rows: Run[][][] = anchors.map(() => lines.map(() => []));
  const header: Run[][] = lines.map(() => []);
  const goesDown = isTopAligned(lines, anchors);
  const gaps = anchors.slice(1).map((anchor, index) => middleOf(anchor) - middleOf(anchors[index] ?? anchor));
  const reach = median(gaps) / 2;
  lines.forEach((column, index) => {
    for (const line of column) {
      const row = rowOf(line, anchors, goesDown, reach);
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

/** Whether cells begin level with their row's figure and go on below; else they stand around it. */
function isTopAligned(lines: readonly (readonly Run[])[], anchors: readonly Run[]): boolean {
  const [longest = []] = lines
    .filter((column) => !anchors.some((anchor) => column.includes(anchor)))
    .sort((a, b) => b.length - a.length);
  const level = anchors.filter((anchor) => longest.some((line) => areLevel(line, anchor)));
  return level.length >= LEVEL * anchors.length;
}

/** The row a line belongs to, -1 for the header. */
function rowOf(line: Run, anchors: readonly Run[], goesDown: boolean, reach: number): number {
  const middle = middleOf(line);
  const below = anchors.findIndex((anchor) => middleOf(anchor) > middle && !areLevel(anchor, line));
  const above = (below < 0 ? anchors.length : below) - 1;
  if (goesDown) return above;
  const distance = (index: number): number => Math.abs(middleOf(anchors[index] ?? line) - middle);
  if (above < 0) return distance(0) > reach ? -1 : 0;
  return below >= 0 && distance(below) < distance(above) ? below : above;
}
