import type { Component } from './components.ts';
import { Cover } from './cover.ts';
import type { Rect } from './pixels.ts';

/** A gutter between columns is as wide at least, in small letters' heights; blanks between words are narrower. */
const GUTTER = 2.5;
/** So much of a column's line is letters; what has less is a list's markers, a form's signs or a column of figures. */
const LEAST_INK = 6;
/** Lines that stand together are no further apart. */
const APART = 2.5;
/** Of a letter's height, so much at its head and foot may lie beside another line's. */
const OVERLAP = 0.2;

/** A line, or lines that are not level and so overlap: its letters' boxes parted by gutters. */
interface Band {
  y0: number;
  y1: number;
  parts: [start: number, end: number][];
}

/** Bands below each other that have one gutter in common. */
interface Group {
  bands: Band[];
  gutter: [start: number, end: number];
}

/**
 * The columns of text that stand beside each other on a page without rules between them, as the two of a letterhead and
 * those of recipients and signature (Nghị định 30/2020/NĐ-CP, phụ lục I), each column's box in pixels, clear of a page's
 * `cells`. `letter` is the height of the small letters.
 */
export function columnsBeside(ink: readonly Component[], letter: number, cells: readonly Rect[]): Rect[] {
  const covered = new Cover(cells, letter);
  const letters = ink.filter(
    (each) => isLetter(each, letter) && !covered.has((each.x0 + each.x1) / 2, (each.y0 + each.y1) / 2),
  );
  const bands = bandsOf(letters, letter);
  return groupsOf(bands, letter).flatMap(({ bands: own, gutter }) => {
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const above = bands[bands.indexOf(first) - 1]?.y1 ?? first.y0 - 2 * letter;
    const below = bands[bands.indexOf(last) + 1]?.y0 ?? last.y1 + 2 * letter;
    const y0 = Math.round(Math.max((above + first.y0) / 2, first.y0 - letter));
    const level = Math.min((below + last.y1) / 2, last.y1 + letter);
    const middle = Math.round((gutter[0] + gutter[1]) / 2);
    const parts = own.flatMap((band) => band.parts);
    const left = Math.floor(Math.min(...parts.map(([start]) => start)) - letter);
    const right = Math.ceil(Math.max(...parts.map(([, end]) => end)) + letter);
    const boxes = [
      { x0: left, x1: middle, y0 },
      { x0: middle, x1: right, y0 },
    ].map((box) => ({ ...box, y1: Math.round(footOf(letters, box, last.y1, letter) ?? level) }));
    const foot = Math.max(...boxes.map(({ y1 }) => y1));
    if (cells.some((cell) => cell.x0 < right && cell.x1 > left && cell.y0 < foot && cell.y1 > y0)) return [];
    return boxes;
  });
}

/**
 * Where a column ends whose last line is above `last`: its lines need not be level with those of the one beside it. Null
 * where its last letters reach into the line below.
 */
function footOf(
  letters: readonly Component[],
  { x0, x1, y0 }: Omit<Rect, 'y1'>,
  last: number,
  letter: number,
): number | null {
  const [own, below] = [[y0], [] as number[]];
  for (const each of letters) {
    const [x, y] = [(each.x0 + each.x1) / 2, (each.y0 + each.y1) / 2];
    if (x < x0 || x >= x1 || y < y0) continue;
    if (y <= last) own.push(each.y1);
    else below.push(each.y0);
  }
  const foot = Math.max(...own);
  const next = Math.min(...below);
  // Marks stand above the letters of the line below.
  return next <= foot ? null : Math.min(foot + (next - foot) / 3, foot + letter);
}

function isLetter({ x0, y0, x1, y1 }: Component, letter: number): boolean {
  const height = y1 - y0;
  return height >= 0.6 * letter && height <= 4 * letter && x1 - x0 <= 8 * letter;
}

function bandsOf(letters: readonly Component[], letter: number): Band[] {
  const sorted = letters
    .map((each) => {
      const edge = OVERLAP * (each.y1 - each.y0);
      return { each, y0: each.y0 + edge, y1: each.y1 - edge };
    })
    .sort((a, b) => a.y0 - b.y0);
  const bands: { y0: number; y1: number; letters: Component[] }[] = [];
  for (const { each, y0, y1 } of sorted) {
    const band = bands.at(-1);
    if (band === undefined || y0 > band.y1) bands.push({ y0, y1, letters: [each] });
    else {
      band.y1 = Math.max(band.y1, y1);
      band.letters.push(each);
    }
  }
  return bands.map(({ y0, y1, letters: own }) => ({ y0, y1, parts: partsOf(own, GUTTER * letter) }));
}

/** The stretches that letters cover, where no gap as wide as a gutter parts them. */
function partsOf(letters: readonly Component[], gutter: number): [number, number][] {
  const parts: [number, number][] = [];
  for (const { x0, x1 } of [...letters].sort((a, b) => a.x0 - b.x0)) {
    const part = parts.at(-1);
    if (part === undefined || x0 - part[1] >= gutter) parts.push([x0, x1]);
    else part[1] = Math.max(part[1], x1);
  }
  return parts;
}

function groupsOf(bands: readonly Band[], letter: number): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  for (const band of bands) {
    const last: Band | undefined = open?.bands.at(-1);
    const narrowed: [number, number] | null =
      open !== null && last !== undefined && band.y0 - last.y1 <= APART * letter
        ? gutterThrough(band, open.gutter, letter)
        : null;
    if (open !== null && narrowed !== null) {
      open.bands.push(band);
      open.gutter = narrowed;
      continue;
    }
    if (open !== null) groups.push(open);
    const gutter = ownGutter(band, letter);
    open = gutter === null ? null : { bands: [band], gutter };
  }
  if (open !== null) groups.push(open);
  return groups.map(trimmed).filter((group) => isBeside(group, letter));
}

/** Whether two lines and more stand on each side; one band may hold several that are not level. */
function isBeside({ bands, gutter }: Group, letter: number): boolean {
  return [leftOf, rightOf].every((side) => {
    const own = bands.filter((band) => inkOf(side(band, gutter)) >= LEAST_INK * letter);
    const [first, last] = [own[0], own.at(-1)];
    return first !== undefined && last !== undefined && last.y1 - first.y0 > 2.5 * letter;
  });
}

function leftOf({ parts }: Band, gutter: readonly [number, number]): Band['parts'] {
  return parts.filter(([, x1]) => x1 <= gutter[0]);
}

function rightOf({ parts }: Band, gutter: readonly [number, number]): Band['parts'] {
  return parts.filter(([x0]) => x0 >= gutter[1]);
}

function inkOf(parts: readonly [number, number][]): number {
  return parts.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** The gutter of a band of two wide parts and more: the widest. */
function ownGutter({ parts }: Band, letter: number): [number, number] | null {
  let widest: [number, number] | null = null;
  for (let i = 1; i < parts.length; i++) {
    const [start, end] = [parts[i - 1]?.[1] ?? 0, parts[i]?.[0] ?? 0];
    if (inkOf(parts.slice(0, i)) < LEAST_INK * letter || inkOf(parts.slice(i)) < LEAST_INK * letter) continue;
    if (widest === null || end - start > widest[1] - widest[0]) widest = [start, end];
  }
  return widest;
}

/** What is left of a gutter where a band goes on beside it; null where the band runs across it. */
function gutterThrough(
  { parts }: Band,
  [start, end]: [number, number],
  letter: number,
): [number, number] | null {
  let [from, to] = [start, end];
  for (const [x0, x1] of parts) {
    const middle = (x0 + x1) / 2;
    if (middle < (start + end) / 2) from = Math.max(from, x1);
    else to = Math.min(to, x0);
  }
  return to - from >= GUTTER * letter ? [from, to] : null;
}

/** A group without the bands at its end below which one side has no more. */
function trimmed({ bands, gutter }: Group): Group {
  const lastOf = (side: typeof leftOf): number =>
    bands.findLastIndex((band) => side(band, gutter).length > 0);
  return { bands: bands.slice(0, Math.min(lastOf(leftOf), lastOf(rightOf)) + 1), gutter };
}
