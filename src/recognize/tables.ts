import type { Component } from './components.ts';
import { crop, type Grey, type Rect } from './pixels.ts';
import { cellAround, type Rules } from './rules.ts';

/** What is wider or higher, in small letters' heights, is the frame of a page. */
const WIDEST = 45;
const HIGHEST = 40;
/** Fewer cells are a box or two. */
const FEWEST = 4;
/** The most pixels of a strip that cells are put into, a third of a large page's: the engine keeps the memory it took. */
const MOST_PIXELS = 4_000_000;

/** Whether a cell is one of a table, and no frame around a page's text; `letter` is the height of the small letters. */
export function isCell({ x0, y0, x1, y1 }: Rect, letter: number): boolean {
  return x1 - x0 <= WIDEST * letter && y1 - y0 <= HIGHEST * letter;
}

/** A cell of a ruled table, and its ink piece by piece. */
export interface InkedCell {
  box: Rect;
  ink: Component[];
}

/** The cells of a page's ruled tables that have ink in them, in the order of their rows; none where a page has no table. */
export function tableCells(ink: readonly Component[], rules: Rules, letter: number): InkedCell[] {
  const cells = new Map<string, InkedCell>();
  let last: InkedCell | null = null;
  for (const each of ink) {
    if (last === null || !isWithin(each, last.box)) {
      const box = cellAround(each, rules);
      if (box === null || !isCell(box, letter) || !isWithin(each, box)) continue;
      const key = [box.x0, box.y0, box.x1, box.y1].join();
      last = cells.get(key) ?? { box, ink: [] };
      cells.set(key, last);
    }
    last.ink.push(each);
  }
  if (cells.size < FEWEST) return [];
  return [...cells.values()].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

/** The dash that a cell has alone, which the engine passes over; null where it has anything else. */
export function dashAlone({ box, ink }: InkedCell, letter: number): Component | null {
  const [dash] = ink;
  if (dash === undefined || ink.length > 1) return null;
  const [width, height] = [dash.x1 - dash.x0, dash.y1 - dash.y0];
  const middle = ((dash.y0 + dash.y1) / 2 - box.y0) / (box.y1 - box.y0);
  const isDash =
    width >= 0.3 * letter && width <= 1.5 * letter && height <= 0.3 * letter && width >= 2 * height;
  return isDash && middle > 0.25 && middle < 0.75 ? dash : null;
}

/** Cells one below the other, as one column of text, with the places where they stood. */
export interface Strip {
  image: Grey;
  /** Where on the page a box of the strip's image lies. */
  onPage(box: Rect): Rect;
}

/**
 * Cells of a page one below the other. Beside each other, the lines of two cells that are not level are taken for one,
 * or for halves of three.
 */
export function strips(image: Grey, cells: readonly Rect[], letter: number): Strip[] {
  const margin = Math.round(letter);
  const found: Strip[] = [];
  let group: Rect[] = [];
  let [length, width] = [0, 0];
  for (const cell of cells) {
    const height = cell.y1 - cell.y0 + margin;
    const widest = Math.max(width, cell.x1 - cell.x0 + 2 * margin);
    if ((length + height) * widest > MOST_PIXELS && group.length > 0) {
      found.push(stripOf(image, group, margin));
      [group, length, width] = [[], 0, 0];
    }
    group.push(cell);
    length += height;
    width = Math.max(width, cell.x1 - cell.x0 + 2 * margin);
  }
  if (group.length > 0) found.push(stripOf(image, group, margin));
  return found;
}

function stripOf(image: Grey, cells: readonly Rect[], margin: number): Strip {
  const width = Math.max(...cells.map(({ x0, x1 }) => x1 - x0)) + 2 * margin;
  const places: { cell: Rect; top: number }[] = [];
  let height = margin;
  for (const cell of cells) {
    places.push({ cell, top: height });
    height += cell.y1 - cell.y0 + margin;
  }
  const data = new Uint8Array(width * height).fill(255);
  for (const { cell, top } of places) {
    const part = crop(image, cell);
    for (let y = 0; y < part.height; y++)
      data.set(part.data.subarray(y * part.width, (y + 1) * part.width), (top + y) * width + margin);
  }
  const placeOf = (y: number): { cell: Rect; top: number } =>
    places.findLast(({ top }) => y >= top - margin / 2) ?? { cell: { x0: 0, y0: 0, x1: 0, y1: 0 }, top: 0 };
  return {
    image: { data, width, height },
    onPage: ({ x0, y0, x1, y1 }) => {
      const { cell, top } = placeOf((y0 + y1) / 2);
      const [right, down] = [cell.x0 - margin, cell.y0 - top];
      return {
        x0: Math.max(cell.x0, x0 + right),
        y0: Math.max(cell.y0, y0 + down),
        x1: Math.min(cell.x1, x1 + right),
        y1: Math.min(cell.y1, y1 + down),
      };
    },
  };
}

function isWithin({ x0, y0, x1, y1 }: Rect, cell: Rect): boolean {
  return x0 >= cell.x0 - 2 && y0 >= cell.y0 - 2 && x1 <= cell.x1 + 2 && y1 <= cell.y1 + 2;
}
