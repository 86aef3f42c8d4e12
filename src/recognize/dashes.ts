import type { Component } from './components.ts';
import type { Rect } from './pixels.ts';

/** Figures and a dash that the engine took for one word: `2025-`, `2025-2035`. */
const WITH_DASH = /^(\d{1,4})([-–])(\d{1,4})?$/;
/** A blank beside a dash is as wide at least, in small letters' heights; a hyphen stands closer. */
const BLANK = 0.32;

/** A dash alone. */
const DASH = /^[-–—]$/;
/** A hyphen is shorter, as a part of its line's em, and a dash between figures no longer; in book faces they take a third and a half. */
const HYPHEN = 0.42;
const SHORT_DASH = 0.75;

/** A dash alone as its ink has it: the engine tells a hyphen from a dash by little. Other words are as they were. */
export function withDashLength<Word extends { text: string; box: Rect; em: number }>(
  word: Word,
  ink: readonly Component[],
): Word {
  if (!DASH.test(word.text)) return word;
  const { box, em } = word;
  const own = ink.filter(
    ({ x0, x1, y0, y1 }) => x0 >= box.x0 - 1 && x1 <= box.x1 + 1 && y0 < box.y1 + 1 && y1 > box.y0 - 1,
  );
  const [stroke] = own;
  if (stroke === undefined || own.length > 1 || em <= 0) return word;
  const length = (stroke.x1 - stroke.x0) / em;
  return { ...word, text: length < HYPHEN ? '-' : length < SHORT_DASH ? '–' : '—' };
}

/**
 * A word of figures and a dash as the words that its ink shows, blanks parting them: in narrow columns the engine leaves
 * out the blanks of `2025 - 2035`. Other words are given as they are. `letter` is the height of small letters in pixels.
 */
export function partedAtDash<Word extends { text: string; box: Rect }>(
  word: Word,
  ink: readonly Component[],
  letter: number,
): Word[] {
  const [, before = '', dash = '', after = ''] = WITH_DASH.exec(word.text) ?? [];
  if (dash === '') return [word];
  const { box } = word;
  const own = ink
    .filter(({ x0, x1, y0, y1 }) => x0 >= box.x0 - 1 && x1 <= box.x1 + 1 && y0 < box.y1 && y1 > box.y0)
    .sort((a, b) => a.x0 - b.x0);
  const at = own.findIndex(
    ({ x0, x1, y0, y1 }) =>
      y1 - y0 <= 0.3 * letter && x1 - x0 >= 0.25 * letter && y1 < box.y1 - 0.15 * letter,
  );
  const [left, stroke, right] = [own[at - 1], own[at], own[at + 1]];
  if (stroke === undefined || left === undefined) return [word];
  const isApart = stroke.x0 - left.x1 >= BLANK * letter;
  const isFollowed = right !== undefined && after !== '';
  if (!isApart || (isFollowed && right.x0 - stroke.x1 < BLANK * letter)) return [word];
  const parts: [string, number, number][] = [
    [before, box.x0, left.x1],
    [dash, stroke.x0, stroke.x1],
    ...(isFollowed ? [[after, right.x0, box.x1] satisfies [string, number, number]] : []),
  ];
  return parts.map(([text, x0, x1]) => ({ ...word, text, box: { ...box, x0, x1 } }));
}
