import { type Grey, inkLevel } from './pixels.ts';

/** The widest lean that is looked for; what leans more is a page laid down sideways. */
const WIDEST = 12;
/** More points tell nothing more. */
const MOST_POINTS = 40_000;

export interface Lean {
  /** Degrees that the page has to be turned by, clockwise, for its lines to lie level. */
  angle: number;
  /** How sharply the rows of ink part at that angle: only to be compared with another of the same page. */
  sharpness: number;
}

/**
 * How the lines of a page lean: the angle at which ink gathers in rows with clear gaps between (projection profile),
 * to a twentieth of a degree. Give it an image of some 75–150 dots an inch.
 */
export function leanOf(image: Grey, level = inkLevel(image)): Lean {
  const { xs, ys } = lowerEdges(image, level);
  const sharpness = (angle: number): number => profileSharpness(xs, ys, image, angle);
  let best: Lean = { angle: 0, sharpness: sharpness(0) };
  const tryAround = (centre: number, reach: number, step: number): void => {
    const steps = Math.round(reach / step);
    for (let index = -steps; index <= steps; index++) {
      const angle = centre + index * step;
      const found = sharpness(angle);
      if (found > best.sharpness) best = { angle, sharpness: found };
    }
  };
  tryAround(0, WIDEST, 0.5);
  tryAround(best.angle, 0.4, 0.1);
  tryAround(best.angle, 0.05, 0.05);
  // As is, 0 where it is all the same.
  return { angle: Math.round(best.angle * 20) / 20 + 0, sharpness: best.sharpness };
}

/** Ink with paper below it: the feet of letters, which stand on the line, and none of a dark margin's inside. */
function lowerEdges({ data, width, height }: Grey, level: number): { xs: Int32Array; ys: Int32Array } {
  const points: number[] = [];
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if ((data[at] ?? 255) < level && (data[at + width] ?? 255) >= level) points.push(at);
    }
  }
  const every = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  const kept = points.filter((_, index) => index % every === 0);
  return {
    xs: Int32Array.from(kept, (at) => at % width),
    ys: Int32Array.from(kept, (at) => Math.floor(at / width)),
  };
}

function profileSharpness(xs: Int32Array, ys: Int32Array, { width, height }: Grey, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const reach = Math.ceil(Math.abs(slope) * width);
  const rows = new Float64Array(height + 2 * reach + 2);
  for (let index = 0; index < xs.length; index++) {
    const row = Math.round((ys[index] ?? 0) + (xs[index] ?? 0) * slope) + reach;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}
