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
    const solid = area / (width * height);
    // Letters are neither strokes nor blots nor dots.
    if (height < 4 || width < 0.3 * height || width > 4 * height || solid < 0.12) continue;
    if (solid > 0.72 && width < 1.7 * height) continue;
    counts[height] = (counts[height] ?? 0) + 1;
    total++;
  }
  if (total < FEWEST) return null;
  const weight = (height: number): number => around(counts, height) * height;
  const heights = counts.map((_, height) => height).filter((height) => height >= 4);
  const heaviest = (among: readonly number[]): number =>
    among.reduce((best, height) => (weight(height) > weight(best) ? height : best), among[0] ?? 0);
  const most = heaviest(heights);
  // Where capitals and tall letters weigh more, the small ones still stand out below them.
  const small = heaviest(heights.filter((height) => height >= 0.6 * most && height <= 0.8 * most));
  const mode = weight(small) > 0.3 * weight(most) ? small : most;
  const near = [mode - 1, mode, mode + 1];
  return near.reduce((sum, height) => sum + (counts[height] ?? 0) * height, 0) / around(counts, mode);
}

function around(counts: readonly number[], height: number): number {
  return (counts[height - 1] ?? 0) + (counts[height] ?? 0) + (counts[height + 1] ?? 0);
}
