import { isSerialHead, YEAR } from '../lexicon/numbering.ts';

/** A stretch of columns of characters; `end` is exclusive. */
export interface Extent {
  start: number;
  end: number;
}

/** The columns that number and name the rows stand under no heading of others. */
const NAMING = 2;

/**
 * Puts every heading that stands over several columns of the line below it into the first of them: a heading is written
 * over the middle of its columns, so that of all ways to part those without a heading of their own between the headings
 * beside them the one is taken whose middles are nearest. `rows` are the cells of the lines of a table's header.
 */
export function placeHeadings(rows: string[][], texts: readonly string[], columns: readonly Extent[]): void {
  rows.forEach((upper, index) => {
    // The next line of headings beside it heads nothing by itself.
    const own = rows.findIndex(
      (row, at) => at > index && !row.every((cell) => /^(?:[\p{Ll}(]|$)/u.test(cell)),
    );
    const lower = rows[own < 0 ? index + 1 : own];
    if (lower === undefined) return;
    const headings = upper.flatMap((cell, at) =>
      at >= NAMING && cell !== '' && lower[at] !== '' ? [at] : [],
    );
    const [first] = headings;
    if (first === undefined) return;
    const from = isSerialHead(lower[0] ?? '') ? first : NAMING;
    const isOrphan = (at: number): boolean =>
      at >= from &&
      upper[at] === '' &&
      lower[at] !== '' &&
      (!/^[\p{Ll}\d]/u.test(lower[at] ?? '') || YEAR.test(lower[at] ?? ''));
    const middles = middlesOf(texts[index] ?? '', upper, headings);
    let reached = from;
    headings.forEach((at, order) => {
      let begin = at;
      // "kênh mương" below "Kiên cố hóa" stands where the heading does that it goes on with.
      const goesOn = /^\p{Ll}/u.test(upper[at] ?? '') && (rows[index - 1]?.[at] ?? '') !== '';
      while (!goesOn && begin > reached && isOrphan(begin - 1)) begin -= 1;
      let behind = at + 1;
      while (isOrphan(behind)) behind += 1;
      const next = headings[order + 1];
      // Those between two headings belong to the left one up to where both stand nearest to the middles of theirs.
      let beyond = (next ?? 0) + 1;
      while (isOrphan(beyond)) beyond += 1;
      if (headings[order + 2] === beyond) beyond = (next ?? 0) + 1;
      const end = next === behind ? parting(columns, middles, { order, begin, at, next, beyond }) : behind;
      if (begin < at) {
        upper[begin] = upper[at] ?? '';
        upper[at] = '';
      }
      reached = end;
    });
  });
}

/** Where the columns of a heading end and those of the next one begin, which reach to `beyond`. */
function parting(
  columns: readonly Extent[],
  middles: readonly number[],
  { order, begin, at, next, beyond }: Record<'order' | 'begin' | 'at' | 'next' | 'beyond', number>,
): number {
  const off = (heading: number, from: number, to: number): number =>
    Math.abs((middles[heading] ?? 0) - ((columns[from]?.start ?? 0) + (columns[to - 1]?.end ?? 0)) / 2);
  const cost = (end: number): number => off(order, begin, end) + off(order + 1, end, beyond);
  let best = next;
  for (let end = at + 1; end <= next; end++) {
    if (cost(end) < cost(best)) best = end;
  }
  return best;
}

/** The middles of the headings' words in their line. */
function middlesOf(text: string, cells: readonly string[], headings: readonly number[]): number[] {
  let from = 0;
  return headings.map((at) => {
    const words = cells[at] ?? '';
    const start = Math.max(0, text.indexOf(words, from));
    from = start + words.length;
    return start + words.length / 2;
  });
}
