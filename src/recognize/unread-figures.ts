import type { Component } from './components.ts';
import type { Rect } from './pixels.ts';

/** Whether the ink of a number shows more figures side by side than were read: `91` for `971`. */
export function hasMoreFigures(text: string, box: Rect, ink: readonly Component[], letter: number): boolean {
  if (!/^\d{1,3}(?:[.,]?\d{3})*$/.test(text) || box.y1 - box.y0 > 2.5 * letter) return false;
  const figures = ink
    .filter(
      (patch) =>
        patch.x0 >= box.x0 - 1 &&
        patch.x1 <= box.x1 + 1 &&
        isFigure(patch, letter) &&
        patch.y0 < box.y1 &&
        patch.y1 > box.y0,
    )
    .sort((a, b) => a.x0 - b.x0);
  const apart = figures.filter(({ x0 }, at) => at === 0 || x0 >= (figures[at - 1]?.x1 ?? 0));
  return apart.length > text.replace(/\D/g, '').length;
}

function isFigure({ x0, x1, y0, y1 }: Component, letter: number): boolean {
  return (
    y1 - y0 >= 0.9 * letter && y1 - y0 <= 1.8 * letter && x1 - x0 >= 0.2 * letter && x1 - x0 <= 1.2 * letter
  );
}

/** The ink of figures beside a word that no word covers, as far as a figure stands from the next: `50` beside a `1`. */
export function figuresBeside(
  box: Rect,
  ink: readonly Component[],
  letter: number,
  isCovered: (place: Rect) => boolean,
): Component[] {
  const middle = (box.y0 + box.y1) / 2;
  return ink.filter(
    (patch) =>
      isFigure(patch, letter) &&
      patch.y0 < middle &&
      patch.y1 > middle &&
      Math.max(patch.x0 - box.x1, box.x0 - patch.x1) <= 0.4 * letter &&
      !isCovered(patch),
  );
}
