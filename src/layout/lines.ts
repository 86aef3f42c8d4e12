import type { ReadLine, ReadWord, WordPage } from '../plan/document.ts';
import { boxOnPage, type Placed, type Rectangle } from './frame.ts';

/** Words that stand beside each other, from left to right. */
export interface VisualLine extends Rectangle {
  words: Placed[];
}

/** Of the height of letters, so much may the middles of neighbouring words lie apart: less than half a line. */
const SHIFT = 0.45;

/** Groups words into lines, top to bottom. Each word joins the line whose last word to its left is level with it, so that slanting lines hold together. */
export function visualLines(words: readonly Placed[]): VisualLine[] {
  const height = medianHeight(words);
  const lines: VisualLine[] = [];
  for (const word of [...words].sort((a, b) => a.left - b.left || a.top - b.top)) {
    const middle = middleOf(word);
    let best: VisualLine | null = null;
    let least = Math.max(height, 1) * SHIFT;
    for (const line of lines) {
      const last = line.words.at(-1);
      const away = last === undefined ? Number.POSITIVE_INFINITY : Math.abs(middleOf(last) - middle);
      if (away < least) {
        best = line;
        least = away;
      }
    }
    if (best === null) lines.push(lineOf([word]));
    else {
      best.words.push(word);
      extend(best, word);
    }
  }
  return lines.sort((a, b) => middleOf(a) - middleOf(b) || a.left - b.left);
}

export function lineOf(words: Placed[]): VisualLine {
  const line: VisualLine = {
    words,
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const word of words) extend(line, word);
  return line;
}

function extend(line: Rectangle, { left, top, right, bottom }: Rectangle): void {
  line.left = Math.min(line.left, left);
  line.top = Math.min(line.top, top);
  line.right = Math.max(line.right, right);
  line.bottom = Math.max(line.bottom, bottom);
}

export function middleOf({ top, bottom }: Rectangle): number {
  return (top + bottom) / 2;
}

export function medianHeight(words: readonly Rectangle[]): number {
  return median(words.map(({ top, bottom }) => bottom - top));
}

/** The middle value, 0 of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** A line as normalisation reads it; with several cells, those of a table row. */
export function readLine(page: WordPage, cells: readonly (readonly Placed[])[]): ReadLine {
  let text = '';
  const words: ReadWord[] = [];
  const texts: string[] = [];
  for (const [index, cell] of cells.entries()) {
    if (index > 0) text += '\t';
    const from = text.length;
    for (const { word } of cell) {
      if (text.length > from) text += ' ';
      const start = text.length;
      text += word.text.trim().replace(/\s+/g, ' ');
      words.push({
        start,
        end: text.length,
        confidence: word.confidence,
        box: boxOnPage(page, word.box),
        ...(word.alternatives === undefined ? {} : { alternatives: word.alternatives }),
      });
    }
    texts.push(text.slice(from));
  }
  const all = cells.flat();
  const style = {
    ...(all.length > 0 && all.every(({ word }) => word.bold === true) ? { bold: true } : {}),
    ...(all.length > 0 && all.every(({ word }) => word.italic === true) ? { italic: true } : {}),
  };
  return { text, style, words, ...(cells.length > 1 ? { cells: texts } : {}) };
}
