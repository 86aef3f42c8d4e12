import { type Grey, inkLevel } from './pixels.ts';

/** By so much, of 255, a lone point is darker or lighter than each of the eight around it. */
const APART = 60;
/** The part of a page that is lone dark points at least where dust or a poor line has strewn them; print has next to none. */
const STREWN = 1 / 5000;
/** Whether there are so many is told from each so manieth row. */
const SAMPLED = 8;

/**
 * A page without the points that dust and poor copies strew over it, one pixel each, which take the grey around them:
 * beside a letter they are read as stops and marks. The same image where there are few.
 */
export function withoutPoints(image: Grey): Grey {
  const { data, width } = image;
  const level = inkLevel(image);
  if (lonePoints(image, level, 1, SAMPLED).length * SAMPLED < data.length * STREWN) return image;
  const clean = Uint8Array.from(data);
  for (const at of [...lonePoints(image, level, 1), ...lonePoints(image, level, -1)]) {
    const around = neighbours(at, width).map((each) => data[each] ?? 255);
    clean[at] = Math.round(around.reduce((sum, value) => sum + value, 0) / around.length);
  }
  return { ...image, data: clean };
}

/** The pixels within the edge that stand out of all around them, darker (`sign` 1) or lighter (-1); of each `step`th row. */
function lonePoints({ data, width, height }: Grey, level: number, sign: 1 | -1, step = 1): number[] {
  const found: number[] = [];
  const most = sign * level;
  for (let y = 1; y < height - 1; y += step) {
    const end = (y + 1) * width - 1;
    for (let at = y * width + 1; at < end; at++) {
      // Most pixels are as those beside them: only the others are looked at from all sides.
      const value = sign * (data[at] ?? 255);
      if (value >= most || sign * (data[at + 1] ?? 255) - value < APART) continue;
      if (neighbours(at, width).every((each) => sign * (data[each] ?? 255) - value >= APART)) found.push(at);
    }
  }
  return found;
}

function neighbours(at: number, width: number): number[] {
  return [
    at - width - 1,
    at - width,
    at - width + 1,
    at - 1,
    at + 1,
    at + width - 1,
    at + width,
    at + width + 1,
  ];
}
