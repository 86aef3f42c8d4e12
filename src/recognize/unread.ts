import type { Component } from './components.ts';
import { Cover } from './cover.ts';
import type { Rect } from './pixels.ts';
import type { Rules } from './rules.ts';

/** Fewer letters together are dirt more often than writing. */
const FEWEST = 3;

/**
 * Where a page has writing that no word covers: groups of components of the size of letters outside all words' boxes,
 * each group's box in pixels. `letter` is the height of the page's small letters.
 */
export function unreadInk(
  found: readonly Component[],
  words: readonly Rect[],
  rules: Rules,
  letter: number,
): Rect[] {
  const covered = new Cover(words, letter);
  const strokes = [...rules.horizontal, ...rules.vertical];
  const outside = found.filter(
    (each) =>
      !covered.has((each.x0 + each.x1) / 2, (each.y0 + each.y1) / 2) &&
      !strokes.some((rule) => overlap(each, rule)),
  );
  return rowsOfLetters(outside, letter);
}

/** The rows in which at least three components of the size of letters stand, each row's box in pixels. */
export function rowsOfLetters(found: readonly Component[], letter: number): Rect[] {
  return grouped(
    found.filter((each) => isLetter(each, letter)),
    letter,
  )
    .filter((group) => group.count >= FEWEST && group.x1 - group.x0 > group.y1 - group.y0)
    .map(({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 }));
}

function isLetter({ x0, y0, x1, y1, area }: Component, letter: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const solid = area / (width * height);
  return (
    height >= 0.7 * letter &&
    height <= 3 * letter &&
    width >= 0.1 * letter &&
    width <= 6 * letter &&
    solid > 0.12
  );
}

function overlap(one: Rect, other: Rect): boolean {
  return one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1;
}

interface Group extends Rect {
  count: number;
}

/** Letters that stand in one line, no more than a few blanks apart. */
function grouped(letters: readonly Component[], letter: number): Group[] {
  let open: Group[] = [];
  const groups: Group[] = [];
  for (const { x0, y0, x1, y1 } of [...letters].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0)) {
    open = open.filter((group) => x0 - group.x1 <= 4 * letter);
    const group = open.find((each) => Math.min(y1, each.y1) - Math.max(y0, each.y0) > 0.3 * (y1 - y0));
    if (group === undefined) {
      const started = { x0, y0, x1, y1, count: 1 };
      open.push(started);
      groups.push(started);
    } else {
      group.x1 = Math.max(group.x1, x1);
      group.y0 = Math.min(group.y0, y0);
      group.y1 = Math.max(group.y1, y1);
      group.count++;
    }
  }
  return groups;
}
