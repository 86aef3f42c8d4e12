import { fold } from '../lexicon/fold.ts';
import type { Line } from './lines.ts';

const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?(\d{1,3})(?:\s*\/\s*\d{1,3})?[-–—\s]*$/;
const RULE = /^[-–—_=*.\s|]+$/;

/**
 * Drops what belongs to the page and not to the text: page numbers, ruled lines, headers and footers that recur, the header
 * rows of a table that goes on. A full stop on a line of its own is no ruled line: it ends the line above.
 */
export function dropFurniture(all: readonly Line[]): Line[] {
  const lines = all.filter((line) => line.aside !== 'margin' && line.row !== 'repeated');
  const dropped = new Set<number>([...pageNumbers(lines), ...running(lines)]);
  const kept: Line[] = [];
  let carriedGap = 0;
  lines.forEach((line, index) => {
    const above = kept.at(-1);
    if (above !== undefined && isStrayEnd(line, above)) {
      kept[kept.length - 1] = withEnd(above, line);
      return;
    }
    if (dropped.has(index) || (line.cells === null && RULE.test(line.text))) {
      carriedGap += line.gap;
      return;
    }
    kept.push(carriedGap > 0 ? { ...line, gap: Math.max(line.gap, carriedGap) } : line);
    carriedGap = 0;
  });
  return kept;
}

/** A full stop that alone did not fit on the line of its sentence. */
function isStrayEnd(line: Line, above: Line): boolean {
  const follows = line.cells === null && above.cells === null && line.gap === 0 && line.page === above.page;
  return follows && /^[.;:]$|^\.\s*\/\s*\.?$/.test(line.text) && /[\p{L}\p{M}\d)”"’%]$/u.test(above.text);
}

function withEnd(line: Line, end: Line): Line {
  const shift = line.text.length;
  return {
    ...line,
    text: line.text + end.text,
    style: { ...line.style, closed: true },
    words: [
      ...line.words,
      ...end.words.map((word) => ({ ...word, start: word.start + shift, end: word.end + shift })),
    ],
  };
}

/** Lone numbers are page numbers where they count on, one by one, through the document. */
function pageNumbers(lines: readonly Line[]): number[] {
  const lone: { index: number; number: number }[] = [];
  lines.forEach((line, index) => {
    if (line.cells !== null || line.text.length > 24) return;
    const match = PAGE_NUMBER.exec(fold(line.text));
    if (match?.[1] !== undefined) lone.push({ index, number: Number(match[1]) });
  });
  const found: number[] = [];
  let expected = 0;
  for (const { index, number } of lone) {
    const starts = found.length === 0 && number <= 2;
    if (!starts && number !== expected) continue;
    found.push(index);
    expected = number + 1;
  }
  const counted = found.length >= 2 || (found.length === 1 && lone.length === 1) ? found : [];
  return [...new Set([...counted, ...numbersOfPages(lines, lone)])];
}

/** Where the file tells its pages, those that begin or end a page and are as far from its place in the file as most. */
function numbersOfPages(
  lines: readonly Line[],
  lone: readonly { index: number; number: number }[],
): number[] {
  const byOffset = new Map<number, number[]>();
  for (const { index, number } of lone) {
    const page = lines[index]?.page ?? 0;
    if (lines[index - 1]?.page === page && lines[index + 1]?.page === page) continue;
    byOffset.set(number - page, [...(byOffset.get(number - page) ?? []), index]);
  }
  const most = [...byOffset.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return most.length >= 2 && new Set(most.map((index) => lines[index]?.page)).size === most.length
    ? most
    : [];
}

/**
 * The first or last line of a page that stands on at least three pages, apart from its digits. Where words have places,
 * these have told already: `Biểu số 1`, `Biểu số 2` above annexes are none.
 */
function running(lines: readonly Line[]): number[] {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const first = lines[index - 1]?.page !== line.page;
    const last = lines[index + 1]?.page !== line.page;
    if ((!first && !last) || line.words.length > 0) return;
    const key = fold(line.text).replace(/\d+/g, '#');
    if (key.length < 4) return;
    places.set(key, [...(places.get(key) ?? []), index]);
  });
  return [...places.values()].filter((indexes) => indexes.length >= 3).flat();
}
