import type { Component } from './components.ts';
import type { Rect } from './pixels.ts';

/** Dots and commas between the figures of a text: `1.229,5` has two. */
export function separatorsIn(text: string): number {
  return text.match(/(?<=\d)[.,](?=\d)/g)?.length ?? 0;
}

/**
 * The dots and commas that the ink of a word shows between its figures: small patches at the foot of the line with
 * nothing above them. The engine passes over them now and then and is sure of itself: `485` for `48,5`.
 */
export function separatorsOf(box: Rect, ink: readonly Component[], letter: number): Component[] {
  const own = ink.filter(
    ({ x0, x1, y0, y1 }) => x0 >= box.x0 - 1 && x1 <= box.x1 + 1 && y0 < box.y1 + 0.4 * letter && y1 > box.y0,
  );
  const large = own.filter(({ y0, y1 }) => y1 - y0 >= 0.5 * letter && y1 - y0 <= 2 * letter);
  const feet = large.map(({ y1 }) => y1).sort((a, b) => a - b);
  const foot = feet[Math.floor(feet.length / 2)];
  if (foot === undefined) return [];
  return own.filter((patch) => {
    const [width, height] = [patch.x1 - patch.x0, patch.y1 - patch.y0];
    const isSmall = width <= 0.45 * letter && height <= 0.65 * letter;
    const isSpeck = width < 0.12 * letter || height < 0.12 * letter;
    const atFoot = patch.y0 >= foot - 0.4 * letter && patch.y1 >= foot - 0.1 * letter;
    if (!isSmall || isSpeck || !atFoot) return false;
    // Figures may be broken into patches too, which lie above each other.
    const alone = own.every((other) => other.y0 >= patch.y0 || other.x1 <= patch.x0 || other.x0 >= patch.x1);
    return alone && large.some(({ x1 }) => x1 <= patch.x0) && large.some(({ x0 }) => x0 >= patch.x1);
  });
}

/**
 * A figure with the one dot or comma put in that its ink shows and no reading has, told by how many figures fit on its
 * left; null where that cannot be told. Before three figures it is the dot of thousands.
 */
export function withSeparator(text: string, box: Rect, patch: Rect): string | null {
  const parts = /^(\d+)[/⁄](\d+)$/.exec(text);
  const figures = text.replace(/[/⁄]/, '');
  if (!/^\d{2,7}$/.test(figures)) return null;
  const width = (box.x1 - box.x0 - (patch.x1 - patch.x0)) / figures.length;
  const before = parts?.[1]?.length ?? Math.round((patch.x0 - box.x0) / width);
  if (before < 1 || before >= figures.length) return null;
  const after = figures.slice(before);
  return `${figures.slice(0, before)}${after.length === 3 && before < 4 ? '.' : ','}${after}`;
}
