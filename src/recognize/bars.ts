import type { Component } from './components.ts';
import type { Rect } from './pixels.ts';

const SIGNS: Readonly<Record<string, string>> = { '>': '≥', '<': '≤' };

/**
 * A word that begins with > or < as its ink has it: with the bar below the sign, which the engine has no letter for, it
 * is ≥ or ≤. Other words are as they were. `letter` is the height of small letters in pixels.
 */
export function withBar<Word extends { text: string; box: Rect }>(
  word: Word,
  ink: readonly Component[],
  letter: number,
): Word {
  const sign = SIGNS[word.text.charAt(0)];
  if (sign === undefined) return word;
  const { x0, y0, y1 } = word.box;
  const hasBar = ink.some(
    (bar) =>
      bar.x0 >= x0 - 0.3 * letter &&
      bar.x0 <= x0 + 0.5 * letter &&
      bar.x1 - bar.x0 >= 0.4 * letter &&
      bar.x1 - bar.x0 <= 1.2 * letter &&
      bar.y1 - bar.y0 <= 0.25 * letter &&
      bar.y0 >= (y0 + y1) / 2 &&
      bar.y1 <= y1 + 0.6 * letter,
  );
  return hasBar ? { ...word, text: `${sign}${word.text.slice(1)}` } : word;
}
