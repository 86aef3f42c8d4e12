import { type Component, inkIn } from './components.ts';
import type { Rect } from './pixels.ts';

/** Short forms in a row: capitals, with stops, commas and brackets, whose blanks the engine leaves out, and the initials of who wrote it. */
const CAPITALS = /^(?=(?:.*\p{Lu}){4})[\p{Lu}\d.,&()]+(?:\p{Ll}[.\p{Ll}]{0,3})?$/u;
/** A blank is as wide at least, in small letters' heights; between capitals of a word there is a quarter at the most. */
const BLANK = 0.34;
/** And so many times as wide as the word's gaps are: capitals may be spaced out. */
const OF_GAPS = 2.5;
const FEWEST_PIXELS = 3;
/** Letters that touch are as wide as so many. */
const TOUCHING = 1.6;

/** Letters, or several that touch, beside each other. */
interface Group {
  x0: number;
  x1: number;
  letters: number;
}

/**
 * Short forms that the engine took for one word (`CT,PCTUBND`, `TTTU`) as the words that the blanks in their ink part; in the small type of
 * the recipients it leaves blanks out. Where the letters can't be told from each other, and for other words, the word as it is. `letter` is
 * the height of small letters in pixels.
 */
export function partedAtBlanks<Word extends { text: string; box: Rect }>(
  word: Word,
  ink: readonly Component[],
  letter: number,
): Word[] {
  if (!CAPITALS.test(word.text)) return [word];
  const groups = groupsOf(word.box, ink);
  const shown = groups.reduce((sum, { letters }) => sum + letters, 0);
  // A comma, or a stop too, may begin below the arm of the letter before it.
  const characters = [/./gu, /[^,],*/gu, /[^.,][.,]*/gu]
    .map((each) => word.text.match(each) ?? [])
    .find(({ length }) => length === shown);
  if (characters === undefined) return [word];
  const gaps = groups.slice(1).map(({ x0 }, i) => x0 - (groups[i]?.x1 ?? x0));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const least = Math.max(FEWEST_PIXELS, BLANK * letter, OF_GAPS * usual);
  const parts: Word[] = [];
  let from = 0;
  let to = 0;
  let x0 = word.box.x0;
  for (const [i, group] of groups.entries()) {
    to += group.letters;
    const next = groups[i + 1];
    if (next !== undefined && next.x0 - group.x1 < least) continue;
    const x1 = next === undefined ? word.box.x1 : group.x1;
    parts.push({ ...word, text: characters.slice(from, to).join(''), box: { ...word.box, x0, x1 } });
    from = to;
    x0 = next?.x0 ?? x1;
  }
  return parts;
}

function groupsOf(box: Rect, ink: readonly Component[]): Group[] {
  const own = inkIn(ink, box).sort((a, b) => a.x0 - b.x0);
  const groups: Group[] = [];
  for (const { x0, x1 } of own) {
    const last = groups.at(-1);
    if (last !== undefined && x0 < last.x1) last.x1 = Math.max(last.x1, x1);
    else groups.push({ x0, x1, letters: 1 });
  }
  const widths = groups.map((group) => group.x1 - group.x0).sort((a, b) => a - b);
  // The median of capitals: marks are narrower, letters that touch wider.
  const usual = widths[Math.ceil(widths.length / 2)] ?? 0;
  for (const group of groups) {
    const width = group.x1 - group.x0;
    if (width >= TOUCHING * usual) group.letters = Math.round(width / usual);
  }
  return groups;
}
