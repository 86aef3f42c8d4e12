import type { Component } from './components.ts';
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
 * the engine is sure of either. Other words are as they were.
 */
export function withStrokes<Word extends Read>(word: Word, ink: readonly Component[], letter: number): Word {
  const [, before = '', read] = STROKES.exec(word.text) ?? [];
  if (read === undefined) return word;
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
  // Other letters are wider, and a slash has little ink in its box.
  const isStroke = ({ x0, x1, y0, y1, area }: Component): boolean => {
    const width = x1 - x0;
    return width <= 0.75 * letter && width >= 0.25 * letter && area >= SOLID * width * (y1 - y0);
  };
  if (tall.slice(0, letters).some((each) => isStroke(each) || each.x1 - each.x0 > WIDEST * letter)) return 0;
  const behind = tall.slice(letters);
  const other = behind.findIndex((each) => !isStroke(each));
  if (other < 0) return behind.length;
  return isLast ? 0 : other;
}
