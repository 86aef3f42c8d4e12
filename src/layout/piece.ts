import type { PageWord, WordPage } from '../plan/document.ts';
import type { Box } from '../plan/record.ts';
import { canvasOf } from './frame.ts';

/** A rectangle in points, origin top left. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A word of a page in points on the turned canvas. */
export interface Piece extends Rect {
  /** NFC, without blanks around it or line ends within. */
  text: string;
  /** Height of its letters' em. */
  em: number;
  /** On the canvas; sound, whatever the word's own is. */
  box: Box;
  word: PageWord;
}

const USUAL_EM = 13;
/** Height of a word's box for one em, where only the box is known. */
const BOX_OF_EM = 1.1;

/** The words of a page that have letters, in an order that is theirs alone. What is no box stands at the page's top left. */
export function piecesOf(page: WordPage): Piece[] {
  const canvas = canvasOf(page);
  const pieces = page.words.flatMap((word): Piece[] => {
    const text = word.text.replace(/\s+/g, ' ').trim().normalize('NFC');
    if (text === '') return [];
    const box = soundBox(word.box);
    const left = box[0] * canvas.width;
    const top = box[1] * canvas.height;
    const right = left + box[2] * canvas.width;
    const bottom = top + box[3] * canvas.height;
    const stated = word.size === null || !(word.size > 0) ? 0 : word.size * canvas.height;
    const em = Number.isFinite(stated) && stated > 0 ? stated : (bottom - top) / BOX_OF_EM;
    return [{ text, left, top, right, bottom, em: em > 0 ? em : USUAL_EM, box, word }];
  });
  return pieces.sort(
    (a, b) =>
      a.left - b.left ||
      a.top - b.top ||
      a.right - b.right ||
      a.bottom - b.bottom ||
      compared(a.text, b.text) ||
      a.em - b.em ||
      compared(a.word.alternatives?.join() ?? '', b.word.alternatives?.join() ?? ''),
  );
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function soundBox([x, y, width, height]: Box): Box {
  const share = (value: number): number => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0);
  return [share(x), share(y), share(width), share(height)];
}

/** The rectangle that holds all of those given; at least one. */
export function around(rects: readonly Rect[]): Rect {
  const box: Rect = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const { left, top, right, bottom } of rects) {
    box.left = Math.min(box.left, left);
    box.top = Math.min(box.top, top);
    box.right = Math.max(box.right, right);
    box.bottom = Math.max(box.bottom, bottom);
  }
  return box;
}

export function middleOf({ top, bottom }: Rect): number {
  return (top + bottom) / 2;
}

/** The value that half of those given lie below; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
