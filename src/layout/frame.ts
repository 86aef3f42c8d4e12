import type { Box } from '../plan/record.ts';

/** A page and how it was turned before it was read. */
export interface Frame {
  /** In points, of the page as it is. */
  width: number;
  height: number;
  /** Degrees clockwise. */
  angle: number;
}

/** The smallest upright canvas that holds the turned page, in points. */
export function canvasOf({ width, height, angle }: Frame): { width: number; height: number } {
  const { cos, sin } = turn(angle);
  return {
    width: Math.abs(width * cos) + Math.abs(height * sin),
    height: Math.abs(width * sin) + Math.abs(height * cos),
  };
}

/**
 * Takes a box from the turned canvas back to the page as it is. It keeps its size, with its sides swapped by a quarter
 * turn, and is cut at the page's edges. Both are fractions, origin top left.
 */
export function boxOnPage([x, y, width, height]: Box, frame: Frame): Box {
  if (frame.angle % 360 === 0) return [x, y, width, height];
  const canvas = canvasOf(frame);
  const { cos, sin } = turn(frame.angle);
  // From the canvas's middle, turned back, from the page's middle.
  const dx = (x + width / 2 - 0.5) * canvas.width;
  const dy = (y + height / 2 - 0.5) * canvas.height;
  const middleX = 0.5 + (dx * cos + dy * sin) / frame.width;
  const middleY = 0.5 + (dy * cos - dx * sin) / frame.height;
  const lies = Math.round(frame.angle / 90) % 2 !== 0;
  const [across, down] = [width * canvas.width, height * canvas.height];
  const [left, right] = around(middleX, (lies ? down : across) / frame.width);
  const [top, bottom] = around(middleY, (lies ? across : down) / frame.height);
  return [left, top, rounded(right - left), rounded(bottom - top)];
}

function around(middle: number, size: number): [number, number] {
  const within = (value: number): number => rounded(Math.min(1, Math.max(0, value)));
  return [within(middle - size / 2), within(middle + size / 2)];
}

function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

/** Quarter turns exactly, so that boxes turned there and back are the same. */
function turn(angle: number): { cos: number; sin: number } {
  const quarter = (((angle / 90) % 4) + 4) % 4;
  if (quarter === 0) return { cos: 1, sin: 0 };
  if (quarter === 1) return { cos: 0, sin: 1 };
  if (quarter === 2) return { cos: -1, sin: 0 };
  if (quarter === 3) return { cos: 0, sin: -1 };
  const radians = (angle * Math.PI) / 180;
  return { cos: Math.cos(radians), sin: Math.sin(radians) };
}
