import { raised } from './characters.ts';
import type { Letter } from './letters.ts';
import { dot, type Point } from './matrix.ts';

/** A word as drawn: points on the page as it is looked at, origin top left. */
export interface DrawnWord {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Height of the em. */
  size: number;
  /** Which way its letters run: quarter turns clockwise from left to right. */
  turns: 0 | 1 | 2 | 3;
  font: string;
  bold: boolean;
  italic: boolean;
  invisible: boolean;
}

/** In ems: from here on a gap parts words. Blanks are 0.2 or more in text fonts, kerning stays below 0.1. */
const WORD_GAP = 0.1;
/** Letters may overlap by so much. */
const OVERLAP = 0.5;
/** A letter further off the base line begins another word, unless it is smaller: raised or lowered. */
const OFF_LINE = 0.15;
const OFF_LINE_RAISED = 0.75;
/** So much smaller, as a share of the size, a raised digit is. */
const RAISED_SIZE = 0.85;
/** Letters that run the same way: the cosine. */
const SAME_WAY = 0.98;
/** In ems, how exactly letters keep the spacing that the file asks for. */
const EXACTLY = 0.02;

/** Puts letters together into words. They are expected in the order they are drawn. */
export function wordsOf(letters: readonly Letter[]): DrawnWord[] {
  const words: Letter[][] = [];
  let word: Letter[] = [];
  for (const [index, letter] of letters.entries()) {
    const last = word.at(-1);
    if (
      last !== undefined &&
      (letter.text === ' ' || !continues(last, letter, isSpacedOut(letters, index)))
    ) {
      words.push(word);
      word = [];
    }
    if (letter.text === ' ') continue;
    const [base] = word;
    const isRaised =
      base !== undefined && letter.size < base.size * RAISED_SIZE && heightOver(base, letter) > OFF_LINE;
    word.push(isRaised ? { ...letter, text: raised(letter.text) } : letter);
  }
  if (word.length > 0) words.push(word);
  return words.map(drawnWord).filter(({ text }) => text !== '');
}

function continues(last: Letter, next: Letter, spacedOut: boolean): boolean {
  if (dot(last.along, next.along) < SAME_WAY) return false;
  const size = Math.max(last.size, next.size);
  const isRaised = Math.min(last.size, next.size) < size * RAISED_SIZE;
  if (Math.abs(heightOver(last, next)) > (isRaised ? OFF_LINE_RAISED : OFF_LINE)) return false;
  const gap = gapBetween(last, next) - (spacedOut ? last.spacing : 0);
  return gap < WORD_GAP * size && gap > -OVERLAP * size;
}

/**
 * Whether the gap before a letter is there because a whole word is spaced out (K Ế  H O Ạ C H): then the gap beside it has
 * the same width. A single such gap is how some programs write a blank.
 */
function isSpacedOut(letters: readonly Letter[], index: number): boolean {
  const keepsSpacing = (at: number): boolean => {
    const [last, next] = [letters[at - 1], letters[at]];
    if (last === undefined || next === undefined || last.spacing <= 0) return false;
    return Math.abs(gapBetween(last, next) - last.spacing) < EXACTLY * last.size;
  };
  return keepsSpacing(index) && (keepsSpacing(index - 1) || keepsSpacing(index + 1));
}

function gapBetween(last: Letter, next: Letter): number {
  return dot([next.start[0] - last.end[0], next.start[1] - last.end[1]], last.along);
}

/** In ems of the larger, by how much a letter stands above another's base line. */
function heightOver(base: Letter, letter: Letter): number {
  const step: Point = [letter.start[0] - base.start[0], letter.start[1] - base.start[1]];
  const [x, y] = base.along;
  // Square to the line, on the side that is up; `up` itself leans in slanted letters.
  const square: Point = dot([y, -x], base.up) < 0 ? [-y, x] : [y, -x];
  return dot(step, square) / Math.max(base.size, letter.size);
}

function drawnWord(letters: readonly Letter[]): DrawnWord {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { start, end, ascent, descent } of letters) {
    for (const [dx, dy] of [ascent, descent]) {
      for (const [x, y] of [start, end]) {
        left = Math.min(left, x + dx);
        top = Math.min(top, y + dy);
        right = Math.max(right, x + dx);
        bottom = Math.max(bottom, y + dy);
      }
    }
  }
  const most = (has: (letter: Letter) => boolean): boolean => letters.filter(has).length * 2 > letters.length;
  const text = letters.map((letter) => letter.text).join('');
  const [first] = letters;
  return {
    text: text.normalize('NFC').trim(),
    left,
    top,
    right,
    bottom,
    size: Math.max(...letters.map(({ size }) => size)),
    turns: turnsOf(first?.along ?? [1, 0]),
    font: first?.font ?? '',
    bold: most(({ bold }) => bold),
    italic: most(({ italic }) => italic),
    invisible: most(({ invisible }) => invisible),
  };
}

function turnsOf([x, y]: Point): DrawnWord['turns'] {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}
