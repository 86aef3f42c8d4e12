import type { EngineWord } from './engine.ts';
import { disputed } from './numbers.ts';
import type { Rect } from './pixels.ts';
import { cellAround, type Rules } from './rules.ts';
import { isCell } from './tables.ts';

/** A cell with a word that is less sure is read again by itself. */
const DOUBTFUL = 0.8;
/** So much surer the second reading of a cell has to be, 0–1. */
const AHEAD = 0.05;
/** Second readings of cells that a page may cost. */
const MOST_CELLS = 40;
/** Strokes of rules that stick to a word, and specks before it that nothing closes. */
const STROKES = /^[|[\]!¦]+(?=[\p{L}\p{N}])|^['‘’`´](?=\p{L}[^'‘’]*$)|(?<=[\p{L}\p{N}.,%)])[|[\]!¦]+$/gu;

/**
 * Reads the doubtful cells of ruled tables again, each by itself: on the whole page, rules beside words are taken for
 * letters, and lines of neighbouring cells for one. A cell's second reading replaces its words where it is surer and
 * does not lose letters. Words outside tables stay.
 */
export async function settleCells<Word extends EngineWord & { alternatives?: string[] }>(
  words: readonly Word[],
  rules: Rules,
  letter: number,
  readCell: (cell: Rect) => Promise<Word[]>,
): Promise<Word[]> {
  const cells = new Map<string, { cell: Rect; words: Word[] }>();
  const placed = words.map((word) => {
    const cell = cellAround(word.box, rules);
    if (cell === null) return { word, key: null };
    const key = [cell.x0, cell.y0, cell.x1, cell.y1].join();
    const entry = cells.get(key) ?? { cell, words: [] };
    cells.set(key, entry);
    const bare = withoutStrokes(word);
    entry.words.push(bare);
    return { word: bare, key };
  });
  const replaced = new Map<string, Word[]>();
  let left = MOST_CELLS;
  for (const [key, { cell, words: read }] of cells) {
    if (left === 0 || !isDoubtful(read) || !isCell(cell, letter)) continue;
    left--;
    const again = (await readCell(cell)).map(withoutStrokes);
    if (sureness(again) > sureness(read) + AHEAD && !loses(again, read))
      replaced.set(key, disputed(again, read));
  }
  // A cell that was replaced stands where its first word did, all others where they were.
  return placed.flatMap(({ word, key }) => {
    const better = key === null ? undefined : replaced.get(key);
    if (key === null || better === undefined) return [word];
    replaced.set(key, []);
    return better;
  });
}

/** Letters that a rule was taken for are none where the cell by itself is a figure with all its digits. */
function loses(again: readonly EngineWord[], read: readonly EngineWord[]): boolean {
  const isFigure = again.length === 1 && FIGURE.test(again[0]?.text ?? '');
  if (isFigure && count(again, /\d/g) >= count(read, /\d/g)) return false;
  return letters(again) < 0.85 * letters(read);
}

const FIGURE = /^\d{1,3}(?:\.\d{3})*(?:,\d+)?%?$/;

function withoutStrokes<Word extends EngineWord>(word: Word): Word {
  return { ...word, text: word.text.replace(STROKES, '') };
}

function isDoubtful(words: readonly EngineWord[]): boolean {
  return words.some(({ text, confidence }) => confidence < DOUBTFUL || !/[\p{L}\p{N}]/u.test(text));
}

function letters(words: readonly EngineWord[]): number {
  return count(words, /[\p{L}\p{N}]/gu);
}

function count(words: readonly EngineWord[], what: RegExp): number {
  return words.reduce((sum, { text }) => sum + (text.match(what)?.length ?? 0), 0);
}

/** The mean confidence, by letters. */
function sureness(words: readonly EngineWord[]): number {
  const all = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / (all || 1);
}
