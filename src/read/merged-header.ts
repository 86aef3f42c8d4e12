import { fold } from '../lexicon/fold.ts';
import { isSerialHead } from '../lexicon/numbering.ts';

/** So many ways to spread a header are looked through at most. */
const MOST_WAYS = 50_000;
/** What names the rows or stands alone beside the figures has no columns below it. */
const ALONE =
  /^(?:stt|tt|so tt|so thu tu|noi dung|chi tieu|nhiem vu|don vi(?: tinh)?|dvt|dv tinh|ghi chu)\.?$/;

/**
 * The first column of every cell of a header's rows. A cell of an upper row either reaches down to the body, over one
 * column, or stands over two or more cells of the next row; of all ways that fit the numbers of cells the one is taken
 * that treats like cells alike, and puts like columns under one heading (`unlike` says how much two differ, from 0 to 1).
 * Null where none fits.
 */
export function spreadHeader(
  rows: readonly (readonly string[])[],
  width: number,
  unlike: (left: number, right: number) => number,
): number[][] | null {
  if (rows.length < 2 || rows[0]?.length === width) return null;
  return bestSpans(rows, width, { ways: MOST_WAYS }, unlike)?.starts ?? null;
}

/**
 * The rows of a header that stands as one list of cells, the upper row's before those below its merged ones, for a table
 * `width` columns wide; null where no way to part it fits.
 */
export function headerOfList(cells: readonly string[], width: number): string[][] | null {
  const merged = cells.length - width;
  let best: { score: number; rows: string[][] } | null = null;
  for (let upper = merged + 1; merged > 0 && upper <= width - merged; upper++) {
    const rows = [cells.slice(0, upper), cells.slice(upper)];
    const spread = bestSpans(rows, width, { ways: MOST_WAYS }, () => 0);
    if (spread === null) continue;
    // Years are all of one row.
    const kinds = new Set(cells.slice(upper).map(kindOf));
    const score = spread.score - 2 * cells.slice(0, upper).filter((cell) => kinds.has(kindOf(cell))).length;
    if (best !== null && score < best.score) continue;
    const placed = rows.map((row, level) => {
      const own = Array.from({ length: width }, () => '');
      row.forEach((cell, at) => {
        own[spread.starts[level]?.[at] ?? 0] = cell;
      });
      return own;
    });
    best = { score, rows: placed };
  }
  return best?.rows ?? null;
}

interface Spread {
  score: number;
  starts: number[][];
}

function bestSpans(
  rows: readonly (readonly string[])[],
  width: number,
  budget: { ways: number },
  unlike: ((left: number, right: number) => number) | null,
): Spread | null {
  const [upper, ...lower] = rows;
  if (upper === undefined) return null;
  if (lower.length === 0)
    return upper.length === width ? { score: 0, starts: [upper.map((_, index) => index)] } : null;
  let best: Spread | null = null;
  for (const widths of waysToSpan(upper.length, width, budget)) {
    const under = columnsUnder(widths);
    const rest = bestSpans(lower, under.length, budget, null);
    if (rest === null) continue;
    const score =
      rest.score +
      likeness(upper, widths, lower[0] ?? [], rest.starts[0] ?? []) -
      (unlike === null ? 0 : namesSpread(upper, widths) + mixedUnder(widths, unlike));
    if (best !== null && score <= best.score) continue;
    let start = 0;
    const own = widths.map((span) => {
      start += span;
      return start - span;
    });
    best = { score, starts: [own, ...rest.starts.map((row) => row.map((at) => under[at] ?? 0))] };
  }
  return best;
}

function* waysToSpan(cells: number, width: number, budget: { ways: number }): Generator<number[]> {
  if (cells === 0 || width < cells || budget.ways <= 0) return;
  if (cells === 1) {
    budget.ways -= 1;
    yield [width];
    return;
  }
  for (let span = 1; span <= width - cells + 1; span++)
    for (const rest of waysToSpan(cells - 1, width - span, budget)) yield [span, ...rest];
}

/** The columns that have a cell of the next row. */
function columnsUnder(widths: readonly number[]): number[] {
  const columns: number[] = [];
  let start = 0;
  for (const span of widths) {
    if (span > 1) for (let i = 0; i < span; i++) columns.push(start + i);
    start += span;
  }
  return columns;
}

/** How well the upper cells fit what they stand over; 0 is best. */
function likeness(
  upper: readonly string[],
  widths: readonly number[],
  next: readonly string[],
  nextStarts: readonly number[],
): number {
  let score = 0;
  let column = 0;
  const kinds = upper.map(kindOf);
  widths.forEach((span, index) => {
    const head = upper[index] ?? '';
    for (let other = 0; other < index; other++) {
      const difference = Math.abs(span - (widths[other] ?? 0));
      if (kinds[other] === kinds[index]) score -= 2 * difference;
      else if (span > 1 && (widths[other] ?? 0) > 1) score -= 0.5 * difference;
    }
    if (span === 1) return;
    score -= 0.01 * index + (ALONE.test(fold(head)) ? 5 : 0);
    const own = next.filter((_, at) => inside(nextStarts[at] ?? -1, column, span));
    column += span;
    score -= 2 * (own.length - new Set(own).size);
    score -= own.filter((label) => repeats(head, label)).length;
    if (own.some(hasYear) && !own.every(hasYear)) score -= 1;
    const following = next.find((_, at) => (nextStarts[at] ?? -1) >= column);
    if (following !== undefined && kindOf(following) === kindOf(own.at(-1) ?? '') && own.length > 0)
      score -= 1.5;
  });
  return score;
}

/** The columns that number and name the rows have nothing under their headings. */
function namesSpread(upper: readonly string[], widths: readonly number[]): number {
  const names = isSerialHead(upper[0] ?? '') ? 2 : 1;
  return widths.slice(0, names).some((span) => span > 1) ? 20 : 0;
}

/** How unlike the columns are that stand under one heading. */
function mixedUnder(widths: readonly number[], unlike: (left: number, right: number) => number): number {
  let mixed = 0;
  let column = 0;
  for (const span of widths) {
    for (let i = 1; i < span; i++) mixed += unlike(column + i - 1, column + i);
    column += span;
  }
  return mixed;
}

function inside(at: number, start: number, span: number): boolean {
  return at >= start && at < start + span;
}

function hasYear(label: string): boolean {
  return /20\d{2}/.test(label);
}

/** Năm 2026 and Năm 2027 are of one kind. */
function kindOf(label: string): string {
  return label.toLowerCase().replace(/\d+/g, '#');
}

/** A label does not say again what stands over it, nor does it name another year. */
function repeats(head: string, label: string): boolean {
  const years = head.match(/20\d{2}/g);
  const own = label.match(/20\d{2}/g);
  const [, from, to] = /(20\d{2})\s*[-–]\s*(20\d{2})/.exec(head) ?? [];
  // "2027" below "Giai đoạn 2026 - 2030".
  if (from !== undefined && to !== undefined && own?.every((year) => from <= year && year <= to))
    return false;
  if (years !== null && own !== null && !own.some((year) => years.includes(year))) return true;
  return ` ${head} `.toLowerCase().includes(` ${label} `.toLowerCase());
}
