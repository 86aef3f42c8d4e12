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
  const upright = best(
    kept.map(({ x0, x1 }) => (x0 + x1) / 2),
    kept.map(({ y1 }) => y1),
  );
  // After a quarter turn clockwise what was on the right is below.
  const along = kept.map(({ y0, y1 }) => height - (y0 + y1) / 2);
  const lying = best(
    along,
    kept.map(({ x1 }) => x1),
  );
  const lyingLeft = best(
    along,
    kept.map(({ x0 }) => x0),
  );
  const sideways = Math.max(lying.sharpness, lyingLeft.sharpness) > 1.25 * upright.sharpness;
  const angle = sideways ? (lying.sharpness > lyingLeft.sharpness ? lying : lyingLeft).angle : upright.angle;
  return { angle, sideways };
}

interface Fit {
  angle: number;
  sharpness: number;
}

/** The angle at which points, each so far along its line and so far down the page, gather best. */
function best(along: readonly number[], down: readonly number[]): Fit {
  const sharpness = sharpnessOf(along, down);
  let found: Fit = { angle: 0, sharpness: sharpness(0) };
  const tryAround = (centre: number, reach: number, step: number): void => {
    const steps = Math.round(reach / step);
    for (let index = -steps; index <= steps; index++) {
      const angle = Math.round((centre + index * step) * 20) / 20;
      const sharp = sharpness(angle);
      if (sharp > found.sharpness) found = { angle, sharpness: sharp };
    }
  };
  tryAround(0, WIDEST, 0.25);
  tryAround(found.angle, 0.2, 0.05);
  return found;
}

/** How sharply points gather in rows of two pixels at an angle: the sum of the squares of the rows' counts. */
function sharpnessOf(along: readonly number[], down: readonly number[]): (angle: number) => number {
  const farthest = along.reduce((most, x) => Math.max(most, x), 0);
  const lowest = down.reduce((most, y) => Math.max(most, y), 0);
  const steepest = Math.tan(((WIDEST + 1) * Math.PI) / 180) * farthest;
  const above = Math.ceil(steepest / 2);
  const rows = new Uint32Array(2 * above + Math.ceil(lowest / 2) + 2);
  return (angle) => {
    const slope = Math.tan((angle * Math.PI) / 180);
    rows.fill(0);
    for (let at = 0; at < along.length; at++) {
      const row = Math.round(((down[at] ?? 0) + (along[at] ?? 0) * slope) / 2) + above;
      rows[row] = (rows[row] ?? 0) + 1;
    }
    return rows.reduce((sum, count) => sum + count * count, 0);
  };
}
