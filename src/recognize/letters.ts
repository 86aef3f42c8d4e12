import type { Component } from './components.ts';

/** Fewer components than this and nothing is known about the page's letters. */
const FEWEST = 12;

/**
 * Height in pixels of the small letters (a, e, o) of a page; null where it has too few. Small letters are the most, but
 * marks and dots are nearly as many: so each component counts by its height.
 */
export function letterHeight(found: readonly Component[]): number | null {
  const counts: number[] = [];
  let total = 0;
  for (const { x0, y0, x1, y1, area } of found) {
    const [width, height] = [x1 - x0, y1 - y0];
    // Letters are neither strokes nor blots.
    if (height < 4 || width < 0.3 * height || width > 4 * height || area < 0.12 * width * height) continue;
    counts[height] = (counts[height] ?? 0) + 1;
    total++;
  }
  if (total < FEWEST) return null;
  let [best, mode] = [0, 0];
  for (let height = 4; height < counts.length; height++) {
    const weight = around(counts, height) * height;
    if (weight > best) [best, mode] = [weight, height];
  }
  const near = [mode - 1, mode, mode + 1];
  return near.reduce((sum, height) => sum + (counts[height] ?? 0) * height, 0) / around(counts, mode);
}

function around(counts: readonly number[], height: number): number {
  return (counts[height - 1] ?? 0) + (counts[height] ?? 0) + (counts[height + 1] ?? 0);
}
