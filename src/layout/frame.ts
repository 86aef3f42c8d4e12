import type { PageWord, WordPage } from '../plan/document.ts';
import type { Box } from '../plan/record.ts';

/** A rectangle on the turned canvas, in points from its top left corner. */
export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placed extends Rectangle {
  word: PageWord;
}

/** Width and height of the canvas that holds the turned page, in points. */
export function canvasOf({ width, height, angle }: WordPage): { width: number; height: number } {
  const { cos, sin } = turnOf(angle);
  return {
    width: Math.abs(width * cos) + Math.abs(height * sin),
    height: Math.abs(width * sin) + Math.abs(height * cos),
  };
}

/** A box of the turned canvas in points. What is no number becomes 0. */
export function rectangleOf(page: WordPage, [x, y, w, h]: Box): Rectangle {
  const { width, height } = canvasOf(page);
  const sound = (value: number): number => (Number.isFinite(value) ? value : 0);
  const left = sound(x * width);
  const top = sound(y * height);
  return {
    left,
    top,
    right: left + Math.max(0, sound(w * width)),
    bottom: top + Math.max(0, sound(h * height)),
  };
}

/** The words of a page that have letters, on the turned canvas. */
export function placedWords(page: WordPage): Placed[] {
  return page.words
    .filter(({ text }) => text.trim() !== '')
    .map((word) => ({ word, ...rectangleOf(page, word.box) }));
}

/** Where a box of the turned canvas lies on the page as it is. It keeps its size, with its sides swapped by a quarter turn. */
export function boxOnPage(page: WordPage, box: Box): Box {
  const { width, height, angle } = page;
  if (angle === 0) return box;
  const { cos, sin } = turnOf(angle);
  const canvas = canvasOf(page);
  const { left, top, right, bottom } = rectangleOf(page, box);
  const u = (left + right) / 2 - canvas.width / 2;
  const v = (top + bottom) / 2 - canvas.height / 2;
  const x = u * cos + v * sin + width / 2;
  const y = v * cos - u * sin + height / 2;
  const lying = Math.round(angle / 90) % 2 !== 0;
  const w = (lying ? bottom - top : right - left) / width;
  const h = (lying ? right - left : bottom - top) / height;
  return [rounded(x / width - w / 2), rounded(y / height - h / 2), rounded(w), rounded(h)];
}

function turnOf(angle: number): { cos: number; sin: number } {
  const radians = (angle * Math.PI) / 180;
  return { cos: Math.cos(radians), sin: Math.sin(radians) };
}

function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
