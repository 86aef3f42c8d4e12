import type { Component } from './components.ts';

/** The widest lean that is looked for; what leans more is a page laid down sideways. */
const WIDEST = 12;
/** More points tell nothing more. */
const MOST_POINTS = 4000;

export interface Lean {
  /** Degrees clockwise that the page has to be turned by for its lines to lie level. */
  angle: number;
  /** The page lies on its side: its lines run up or down. `angle` is then what is left after a quarter turn clockwise. */
  sideways: boolean;
}

/**
 * How the lines of a page lean: the angle at which the feet of its letters gather in rows with gaps between (projection
 * profile), to a twentieth of a degree. `height` is the page's in pixels; `found` are components, `letter` the height of
 * its small letters.
 */
export function leanOf(found: readonly Component[], letter: number, height: number): Lean {
  const letters = found.filter((each) => {
    const side = Math.max(each.x1 - each.x0, each.y1 - each.y0);
    return side >= 0.6 * letter && side <= 4 * letter;
  });
  const every = Math.max(1, Math.ceil(letters.length / MOST_POINTS));
  const kept = letters.filter((_, index) => index % every === 0);
  const upright = best(kept.map(({ x0, x1, y1 }) => [(x0 + x1) / 2, y1]));
  // After a quarter turn clockwise what was on the right is below.
  const lying = best(kept.map(({ x1, y0, y1 }) => [height - (y0 + y1) / 2, x1]));
  const lyingLeft = best(kept.map(({ x0, y0, y1 }) => [height - (y0 + y1) / 2, x0]));
  const sideways = Math.max(lying.sharpness, lyingLeft.sharpness) > 1.25 * upright.sharpness;
  const angle = sideways ? (lying.sharpness > lyingLeft.sharpness ? lying : lyingLeft).angle : upright.angle;
  return { angle, sideways };
}

interface Fit {
  angle: number;
  sharpness: number;
}

function best(points: readonly (readonly [number, number])[]): Fit {
  let found: Fit = { angle: 0, sharpness: sharpness(points, 0) };
  const tryAround = (centre: number, reach: number, step: number): void => {
    const steps = Math.round(reach / step);
    for (let index = -steps; index <= steps; index++) {
      const angle = Math.round((centre + index * step) * 20) / 20;
      const fit = sharpness(points, angle);
      if (fit > found.sharpness) found = { angle, sharpness: fit };
    }
  };
  tryAround(0, WIDEST, 0.25);
  tryAround(found.angle, 0.2, 0.05);
  return found;
}

function sharpness(points: readonly (readonly [number, number])[], angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const rows = new Map<number, number>();
  for (const [x, y] of points) {
    const row = Math.round((y + x * slope) / 2);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of rows.values()) sum += count * count;
  return sum;
}
