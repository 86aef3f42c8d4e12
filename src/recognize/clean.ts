import type { Component } from './components.ts';
import { Cover } from './cover.ts';
import type { Grey, Rect } from './pixels.ts';

/** So many dots in a row lead the eye or wait for a pen; fewer may be an ellipsis. */
const LEADER = 6;

/** Dots in long rows (leaders, lines to be filled in): the engine reads them as letters, and slowly. */
export function leaders(found: readonly Component[], letter: number): Component[] {
  // A mark has its letter below or above it; a dot that leads stands alone on the line.
  const letters = around(found, letter, 0.1 * letter, 0.8 * letter);
  const dots = found
    .filter(
      ({ x0, x1, y0, y1 }) =>
        y1 - y0 <= 0.4 * letter && x1 - x0 <= 2 * letter && !letters.has((x0 + x1) / 2, (y0 + y1) / 2),
    )
    .sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0);
  let open: Component[][] = [];
  const rows: Component[][] = [];
  for (const dot of dots) {
    open = open.filter((row) => dot.x0 - endOf(row).x1 <= 1.2 * letter);
    const row = open.find(
      (each) => Math.abs(dot.y0 + dot.y1 - endOf(each).y0 - endOf(each).y1) <= 0.5 * letter,
    );
    if (row !== undefined) row.push(dot);
    else {
      const started = [dot];
      open.push(started);
      rows.push(started);
    }
  }
  return rows.filter((row) => row.length >= LEADER).flat();

  function endOf(row: Component[]): Component {
    return row.at(-1) ?? { x0: 0, y0: 0, x1: 0, y1: 0, area: 0 };
  }
}

/** Specks of dirt: too small for a letter, and too far from one for its mark or a full stop. */
export function specks(found: readonly Component[], letter: number): Component[] {
  const size = Math.max(2, 0.25 * letter);
  const letters = around(found, letter, letter, letter);
  return found.filter(
    ({ x0, y0, x1, y1 }) => x1 - x0 <= size && y1 - y0 <= size && !letters.has((x0 + x1) / 2, (y0 + y1) / 2),
  );
}

/** The area of the letters, each with so much around it. What is as wide as a page is a rule or a frame. */
function around(found: readonly Component[], letter: number, beside: number, over: number): Cover {
  const boxes = found
    .filter(
      ({ x0, x1, y0, y1 }) => y1 - y0 >= 0.5 * letter && y1 - y0 <= 12 * letter && x1 - x0 <= 12 * letter,
    )
    .map(({ x0, y0, x1, y1 }) => ({ x0: x0 - beside, y0: y0 - over, x1: x1 + beside, y1: y1 + over }));
  return new Cover(boxes, letter);
}

/** The image without the patches, which become paper. */
export function erased({ data, width, height }: Grey, patches: readonly Rect[]): Grey {
  const copy = Uint8Array.from(data);
  for (const { x0, y0, x1, y1 } of patches) {
    for (let y = Math.max(0, y0 - 1); y < Math.min(height, y1 + 1); y++) {
      copy.fill(255, y * width + Math.max(0, x0 - 1), y * width + Math.min(width, x1 + 1));
    }
  }
  return { data: copy, width, height };
}
