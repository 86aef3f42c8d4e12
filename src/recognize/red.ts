import { type Component, components } from './components.ts';
import { letterHeight } from './letters.ts';
import type { Grey, Rect } from './pixels.ts';
import { rowsOfLetters } from './unread.ts';

/** So much lighter than by itself is red ink in the red channel. */
const RED = 42;
/** A seal or an emblem is so many small letters high at least, and about as wide; writing is flat. */
const SEAL_LETTERS = 8;
const SEAL_SHAPE = [0.6, 1.7] as const;

/**
 * Puts the red writing of a page back that is not in its red channel: letters that stand in rows, outside of seals.
 * `luminance` is the page as it is, `unsealed` its red channel, `letter` the height of its small letters in pixels or
 * null where they are not known (a page may be all red).
 */
export function withRedWriting(luminance: Grey, unsealed: Grey, letter: number | null): Grey {
  const { width, height } = unsealed;
  const red: Grey = {
    data: unsealed.data.map((value, at) => 255 - Math.max(0, value - (luminance.data[at] ?? value))),
    width,
    height,
  };
  const found = components(red, 255 - RED);
  const size = letter ?? letterHeight(found);
  if (size === null) return unsealed;
  const seals = sealsOf(found, width, height, size);
  const rows = rowsOfLetters(
    found.filter((each) => !seals.some((seal) => touch(seal, each))),
    size,
  );
  if (rows.length === 0) return unsealed;
  const data = Uint8Array.from(unsealed.data);
  for (const row of rows) {
    // Marks above and below belong to their letters.
    const [left, right] = [Math.max(0, row.x0 - 2), Math.min(width, row.x1 + 2)];
    const [top, bottom] = [Math.max(0, row.y0 - size), Math.min(height, row.y1 + 0.6 * size)];
    for (let y = Math.floor(top); y < bottom; y++) {
      for (let at = y * width + left; at < y * width + right; at++) {
        if ((red.data[at] ?? 255) < 255 - RED) data[at] = luminance.data[at] ?? 255;
      }
    }
  }
  return { data, width, height };
}

/** Red ink that hangs together when seen from afar, and is as high as it is wide. */
function sealsOf(found: readonly Component[], width: number, height: number, letter: number): Rect[] {
  const cell = Math.max(2, Math.round(0.7 * letter));
  const across = Math.ceil(width / cell);
  const down = Math.ceil(height / cell);
  const far: Grey = { data: new Uint8Array(across * down).fill(255), width: across, height: down };
  for (const { x0, y0, x1, y1, area } of found) {
    if (area < 4) continue;
    for (let y = Math.floor(y0 / cell); y <= Math.floor((y1 - 1) / cell); y++) {
      const row = y * across;
      far.data.fill(0, row + Math.floor(x0 / cell), row + Math.floor((x1 - 1) / cell) + 1);
    }
  }
  return components(far, 128)
    .map(({ x0, y0, x1, y1 }) => ({ x0: x0 * cell, y0: y0 * cell, x1: x1 * cell, y1: y1 * cell }))
    .filter(({ x0, y0, x1, y1 }) => {
      const shape = (x1 - x0) / (y1 - y0);
      return y1 - y0 >= SEAL_LETTERS * letter && shape >= SEAL_SHAPE[0] && shape <= SEAL_SHAPE[1];
    });
}

function touch(one: Rect, other: Rect): boolean {
  return one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1;
}
