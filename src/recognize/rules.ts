import type { Grey, Rect } from './pixels.ts';

/** Breaks in a rule that scanning makes, in pixels. */
const GAP = 3;
/** Of a rule's length, so much is ink; the bars of bold capitals in a row have more white between them. */
const INKED = 0.93;

export interface Rules {
  horizontal: Rect[];
  vertical: Rect[];
}

/**
 * The ruled lines of a level page: long thin runs of ink, each as its box in pixels. `letter` is the height of its small
 * letters, of which no stroke is so long.
 */
export function findRules(image: Grey, level: number, letter: number): Rules {
  const { rows, columns } = runs(image, level, 4 * letter, 2.4 * letter);
  return {
    horizontal: joined(rows, 0.4 * letter).map(({ start, end, first, last }) => ({
      x0: start,
      x1: end,
      y0: first,
      y1: last + 1,
    })),
    vertical: joined(columns, 0.4 * letter).map(({ start, end, first, last }) => ({
      x0: first,
      x1: last + 1,
      y0: start,
      y1: end,
    })),
  };
}

/** A stretch of ink along lines (rows, or columns) of pixels `first` to `last`. */
interface Stretch {
  start: number;
  end: number;
  first: number;
  last: number;
}

/** The long runs of ink in rows and in columns, in the order of their lines, from one walk over the pixels as they lie in memory. */
function runs(
  { data, width, height }: Grey,
  level: number,
  leastInRow: number,
  leastInColumn: number,
): { rows: Stretch[]; columns: Stretch[] } {
  const rows = new Runs(height, leastInRow);
  const columns = new Runs(width, leastInColumn);
  for (let y = 0; y < height; y++) {
    const offset = y * width;
    for (let x = 0; x < width; x++) {
      if ((data[offset + x] ?? 255) >= level) continue;
      rows.ink(y, x);
      columns.ink(x, y);
    }
  }
  return { rows: rows.all(), columns: columns.all() };
}

/** The runs of ink along each of some lines, whose pixels come in any order of the lines. */
class Runs {
  readonly #start: Int32Array;
  readonly #end: Int32Array;
  readonly #inked: Int32Array;
  readonly #found: Stretch[] = [];
  readonly #least: number;

  constructor(lines: number, least: number) {
    this.#start = new Int32Array(lines).fill(-1);
    this.#end = new Int32Array(lines).fill(-1);
    this.#inked = new Int32Array(lines);
    this.#least = least;
  }

  ink(line: number, at: number): void {
    if (at - (this.#end[line] ?? -1) > GAP || (this.#start[line] ?? -1) < 0) {
      this.#close(line);
      this.#start[line] = at;
      this.#inked[line] = 0;
    }
    this.#end[line] = at + 1;
    this.#inked[line] = (this.#inked[line] ?? 0) + 1;
  }

  all(): Stretch[] {
    for (let line = 0; line < this.#start.length; line++) this.#close(line);
    return this.#found.sort((a, b) => a.first - b.first || a.start - b.start);
  }

  #close(line: number): void {
    const [start, end] = [this.#start[line] ?? -1, this.#end[line] ?? -1];
    if (end - start < this.#least || (this.#inked[line] ?? 0) < INKED * (end - start)) return;
    this.#found.push({ start, end, first: line, last: line });
  }
}

/** Runs of neighbouring lines as one rule; what is thicker than a rule is a picture or a bar. */
function joined(found: readonly Stretch[], thickest: number): Stretch[] {
  const rules: Stretch[] = [];
  for (const run of found) {
    const rule = rules.findLast(
      ({ start, end, last }) =>
        run.first - last <= GAP && run.start <= end + 2 * GAP && run.end >= start - 2 * GAP,
    );
    if (rule === undefined) rules.push({ ...run });
    else {
      rule.start = Math.min(rule.start, run.start);
      rule.end = Math.max(rule.end, run.end);
      rule.last = Math.max(rule.last, run.last);
    }
  }
  return rules.filter(({ first, last }) => last + 1 - first <= thickest);
}

/** Rules that meet may miss each other by so many pixels. */
const MEETING = 8;

/**
 * The cell of a ruled table that a box stands in: the rectangle of the nearest rules on its four sides, each as long as
 * that side; null where a side has none. So neither an underline nor a page's side line makes a cell.
 */
export function cellAround(box: Rect, { horizontal, vertical }: Rules): Rect | null {
  const [middleX, middleY] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  const beside = vertical.filter(({ y0, y1 }) => y0 <= middleY && y1 >= middleY);
  const left = nearest(beside.filter((rule) => rule.x1 <= middleX).map((rule) => [middleX - rule.x1, rule]));
  const right = nearest(beside.filter((rule) => rule.x0 >= middleX).map((rule) => [rule.x0 - middleX, rule]));
  if (left === null || right === null) return null;
  const over = horizontal.filter(({ x0, x1 }) => x0 <= left.x1 + MEETING && x1 >= right.x0 - MEETING);
  const top = nearest(over.filter((rule) => rule.y1 <= middleY).map((rule) => [middleY - rule.y1, rule]));
  const bottom = nearest(over.filter((rule) => rule.y0 >= middleY).map((rule) => [rule.y0 - middleY, rule]));
  if (top === null || bottom === null) return null;
  const isClosed = [left, right].every(({ y0, y1 }) => y0 <= top.y1 + MEETING && y1 >= bottom.y0 - MEETING);
  return isClosed ? { x0: left.x1, x1: right.x0, y0: top.y1, y1: bottom.y0 } : null;
}

function nearest(rules: readonly (readonly [number, Rect])[]): Rect | null {
  let best: readonly [number, Rect] | undefined;
  for (const each of rules) if (best === undefined || each[0] < best[0]) best = each;
  return best?.[1] ?? null;
}
