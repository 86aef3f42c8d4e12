import { type Component, inkIn } from './components.ts';
import type { Rect } from './pixels.ts';

interface Read {
  text: string;
  /** 0–1. */
  confidence: number;
  box: Rect;
  alternatives?: string[];
}

/** Numerals that end in strokes (`I`, `II/2024`, `XIII`), two strokes taken for H, parted at the first. */
const STROKES = /^([XV]{0,2})([IH]{1,3})(?=$|[^\p{L}])/u;
/** A numeral whose strokes were counted in another number than they were read is to be looked at. */
const DISPUTED = 0.5;

/** So much of its box an upright stroke fills at least. */
const SOLID = 0.28;
/** A letter before the strokes is no wider, in heights of small letters: one that is hangs together with the first of them. */
const WIDEST = 1.9;
/** Behind a numeral, what is no higher than small letters. */
const LOW = /^[.,;:]*$/;

/**
 * A word with a Roman numeral of strokes as its ink has them: a stroke more or less is another quarter or chapter, and
 * the engine is sure of either. Other words are as they were. `hasLine` tells whether others stand in a word's line.
 */
export function withStrokes<Word extends Read>(
  word: Word,
  ink: readonly Component[],
  letter: number,
  hasLine: (word: Rect) => boolean = () => true,
): Word {
  const [, before = '', read] = STROKES.exec(word.text) ?? [];
  if (read === undefined) return withStrokesAlone(word, ink, letter, hasLine);
  const isLast = LOW.test(word.text.slice(before.length + read.length));
  const strokes = strokesBehind(before.length, isLast, word.box, ink, letter);
  const counted = read.replaceAll('H', 'II').length;
  if (strokes < 1 || strokes > 3 || 'I'.repeat(strokes) === read) return word;
  const text = before + 'I'.repeat(strokes) + word.text.slice(before.length + read.length);
  if (strokes === counted) return { ...word, text };
  const alternatives = [...(word.alternatives ?? []), word.text];
  return { ...word, text, confidence: Math.min(word.confidence, DISPUTED), alternatives };
}

/**
 * The upright strokes, one patch each, that a word has behind so many wide letters; 0 where those are not what it begins
 * with, or where the strokes are to be the last of it and are not, for some of them hang together.
 */
function strokesBehind(
  letters: number,
  isLast: boolean,
  box: Rect,
  ink: readonly Component[],
  letter: number,
): number {
  const tall = ink
    .filter(
      ({ x0, x1, y0, y1 }) =>
        x0 >= box.x0 - 1 &&
        x1 <= box.x1 + 1 &&
        y0 >= box.y0 - 0.3 * letter &&
        y1 <= box.y1 + 0.3 * letter &&
        y1 - y0 >= 1.1 * letter,
    )
    .sort((a, b) => a.x0 - b.x0);
  if (tall.slice(0, letters).some((each) => isStroke(each, letter) || each.x1 - each.x0 > WIDEST * letter))
    return 0;
  const behind = tall.slice(letters);
  const other = behind.findIndex((each) => !isStroke(each, letter));
  if (other < 0) return behind.length;
  return isLast ? 0 : other;
}

/** What strokes alone may be read as: letters and signs (`lIẾ`), or a one with a quotation mark (`1"`). */
const LETTERS = /^(?=.*\p{L})[^\d\s()[\]{}/]{1,4}$/u;
const QUOTED = /^(\d)["'“”‘’]$/u;
/** How sure a numeral is that is told by its shape. */
const BY_SHAPE = 0.85;
/** By how much strokes of one numeral differ in height, in small letters' heights, and how large the stop behind them is. */
const EVEN = 0.15;
const STOP = 0.45;

/**
 * A word that has none but upright strokes in its ink, two or three, and perhaps a stop: a Roman numeral, whatever letters
 * the engine saw, or `11` where it saw one figure and took the other for a quotation mark.
 */
function withStrokesAlone<Word extends Read>(
  word: Word,
  ink: readonly Component[],
  letter: number,
  hasLine: (word: Rect) => boolean,
): Word {
  const { text, box } = word;
  const figure = QUOTED.exec(text)?.[1];
  if (figure === undefined && !LETTERS.test(text)) return word;
  const own = inkIn(ink, box).sort((a, b) => a.x0 - b.x0);
  const tall = own.filter(({ y0, y1 }) => y1 - y0 >= 1.1 * letter);
  const [first, last] = [tall[0], tall.at(-1)];
  if (first === undefined || last === undefined || !tall.every((each) => isEven(each, first, letter)))
    return word;
  if (figure !== undefined) return tall.length === 2 && own.length === 2 ? seen(word, `${figure}1`) : word;
  // A page's number stands alone.
  if (!hasLine(box)) return word;
  const others = own.filter((patch) => !tall.includes(patch));
  const isStop = ({ x0, x1, y0, y1 }: Component): boolean =>
    x0 >= last.x1 && x1 - x0 <= STOP * letter && y1 - y0 <= STOP * letter && y0 >= last.y1 - STOP * letter;
  if (tall.length < 2 || tall.length > 3 || others.length > 1 || !others.every(isStop)) return word;
  if (!tall.every((each) => isStroke(each, letter))) return word;
  return seen(word, 'I'.repeat(tall.length) + '.'.repeat(others.length));
}

function isEven({ y0, y1 }: Component, first: Component, letter: number): boolean {
  return Math.abs(y0 - first.y0) <= EVEN * letter && Math.abs(y1 - first.y1) <= EVEN * letter;
}

function seen<Word extends Read>(word: Word, text: string): Word {
  if (text === word.text) return word;
  return { ...word, text, confidence: BY_SHAPE, alternatives: [...(word.alternatives ?? []), word.text] };
}

/** Other letters are wider, and a slash has little ink in its box. */
function isStroke({ x0, x1, y0, y1, area }: Component, letter: number): boolean {
  const width = x1 - x0;
  return width <= 0.75 * letter && width >= 0.25 * letter && area >= SOLID * width * (y1 - y0);
}
