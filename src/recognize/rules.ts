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
  const horizontal = joined(runs(image, level, 4 * letter, false), 0.4 * letter);
  const vertical = joined(runs(image, level, 2.4 * letter, true), 0.4 * letter);
  return {
    horizontal: horizontal.map(({ start, end, first, last }) => ({
      x0: start,
      x1: end,
      y0: first,
      y1: last + 1,
    })),
    vertical: vertical.map(({ start, end, first, last }) => ({
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

function runs({ data, width, height }: Grey, level: number, least: number, across: boolean): Stretch[] {
  const [lines, length] = across ? [width, height] : [height, width];
  const [lineStep, step] = across ? [1, width] : [width, 1];
  const found: Stretch[] = [];
  for (let line = 0; line < lines; line++) {
    let start = -1;
    let end = -1;
    let inked = 0;
    const close = (): void => {
      if (end - start >= least && inked >= INKED * (end - start)) {
        found.push({ start, end, first: line, last: line });
      }
    };
    for (let at = 0; at < length; at++) {
      if ((data[line * lineStep + at * step] ?? 255) >= level) continue;
      if (start < 0 || at - end > GAP) {
        close();
        start = at;
        inked = 0;
      }
      end = at + 1;
      inked++;
    }
    close();
  }
  return found;
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
