import { type Component, inkIn } from './components.ts';
import type { Rect } from './pixels.ts';

interface Read {
  text: string;
  box: Rect;
  em: number;
  /** 0–1. */
  confidence?: number;
}

/** Capitals that have the shape of their small letter. */
const ALIKE = /^[COSVXZ](?=\p{Ll})/u;
/** A small letter without a mark is less high, as a part of its line's em; a capital takes two thirds. */
const SMALL = 0.52;
/** Letters as high as a capital, and the part of their height that small ones have. */
const TALL = /[bdđhkl]/u;
const OF_TALL = 0.8;
/** By how much a small letter may be higher than the lowest of its word. */
const OF_SMALL = 1.1;

/**
 * A word whose first letter has the shape of its small one, as its ink has it: small where it is no higher than small
 * letters are. Other words are as they were.
 */
export function withCaseOfInk<Word extends Read>(word: Word, ink: readonly Component[]): Word {
  if (!ALIKE.test(word.text) || word.em <= 0) return word;
  const { box, em } = word;
  const own = inkIn(ink, box).sort((a, b) => a.x0 - b.x0);
  const [first] = own;
  if (first === undefined || first.x0 > box.x0 + 0.1 * em) return word;
  const height = first.y1 - first.y0;
  const tallest = TALL.test(word.text)
    ? Math.max(...own.map(({ y0, y1 }) => y1 - y0))
    : Number.POSITIVE_INFINITY;
  const lowest = Math.min(...own.slice(1).map(({ y0, y1 }) => (y1 - y0 > 0.3 * em ? y1 - y0 : em)));
  const isSmall =
    height < Math.min(SMALL * em, OF_TALL * tallest, OF_SMALL * lowest) &&
    height > 0.3 * em &&
    first.x1 - first.x0 < 0.8 * em;
  return isSmall ? { ...word, text: word.text.charAt(0).toLowerCase() + word.text.slice(1) } : word;
}

/** How far below the line a comma reaches at least, and a dot at the most, as a part of the small letters' height. */
const TAIL = 0.15;
const NO_TAIL = 0.1;
/** How much higher a comma is at least than the dot above it, and a dot at the most. */
const HIGHER = 1.4;
const AS_HIGH = 1.2;

/**
 * A word that ends in a semicolon or a colon as its ink has it: with the other where the lower of its patches has a tail, or none,
 * and for a semicolon with a comma where nothing stands above. `letter` is the height of small letters in pixels.
 */
export function withMarkOfInk<Word extends Read>(
  word: Word,
  ink: readonly Component[],
  letter: number,
): Word {
  const read = /(?<=\p{L})(?:[;:]{1,2}|(?<=i)i)$/u.exec(word.text)?.[0];
  if (read === undefined) return withLostMark(word, ink, letter);
  const inked = markOf(word, ink, letter);
  // No word ends in two of that letter.
  if (read === 'i') return inked === ';' ? { ...word, text: word.text.slice(0, -1) + inked } : word;
  if (read.length > 1) return inked === null ? word : { ...word, text: word.text.slice(0, -2) + inked };
  return inked === null || inked === read || (inked === ',' && read === ':')
    ? word
    : { ...word, text: `${word.text.slice(0, -1)}${inked}` };
}

/** A word in doubt that is read without the semicolon that its ink has behind it. */
function withLostMark<Word extends Read>(word: Word, ink: readonly Component[], letter: number): Word {
  if (!/\p{Ll}$/u.test(word.text) || (word.confidence ?? 1) >= SURE) return word;
  const [last] = inkIn(ink, word.box).sort((a, b) => b.x1 - a.x1);
  if (last === undefined || last.y1 - last.y0 > 0.65 * letter) return word;
  return markOf(word, ink, letter) === ';' ? { ...word, text: `${word.text};` } : word;
}

/** A word that is as sure was read with all its marks. */
const SURE = 0.9;

function markOf(word: Read, ink: readonly Component[], letter: number): ',' | ';' | ':' | null {
  const own = inkIn(ink, word.box);
  const feet = own
    .filter(({ y0, y1 }) => y1 - y0 >= 0.7 * letter)
    .map(({ y1 }) => y1)
    .sort((a, b) => a - b);
  const foot = feet[Math.floor(feet.length / 2)];
  if (foot === undefined) return null;
  const lower = own.findLast(
    ({ x0, x1, y0, y1 }) =>
      x1 >= word.box.x1 - 0.5 * letter &&
      x1 - x0 <= 0.5 * letter &&
      x1 - x0 >= 0.1 * letter &&
      y0 >= foot - 0.4 * letter &&
      y1 >= foot - 0.1 * letter,
  );
  if (lower === undefined) return null;
  const dot = own.find(
    (patch) =>
      patch !== lower &&
      patch.y1 <= lower.y0 &&
      patch.x0 <= lower.x1 + 0.1 * letter &&
      patch.x1 >= lower.x0 - 0.1 * letter,
  );
  if (dot === undefined) return ',';
  const reach = (lower.y1 - foot) / letter;
  const height = (lower.y1 - lower.y0) / (dot.y1 - dot.y0);
  if (reach >= TAIL && height >= HIGHER) return ';';
  return reach <= NO_TAIL && height <= AS_HIGH ? ':' : null;
}
