import type { Grey, Rect } from './pixels.ts';

/** A patch of ink that hangs together (diagonals count). */
export interface Component extends Rect {
  /** Pixels of ink. */
  area: number;
}

/** The connected patches of the pixels darker than `level`, in the order of their topmost rows. */
export function components({ data, width, height }: Grey, level: number): Component[] {
  const found: Component[] = [];
  const parents: number[] = [];
  const root = (label: number): number => {
    let at = label;
    for (;;) {
      const parent = parents[at] ?? at;
      if (parent === at) return at;
      const above = parents[parent] ?? parent;
      parents[at] = above;
      at = above;
    }
  };
  // Runs of the row above and of this row: start, end and label, three numbers a run.
  let above: number[] = [];
  for (let y = 0; y < height; y++) {
    const runs: number[] = [];
    let next = 0;
    const offset = y * width;
    for (let x = 0; x < width; ) {
      if ((data[offset + x] ?? 255) >= level) {
        x++;
        continue;
      }
      const start = x;
      while (x < width && (data[offset + x] ?? 255) < level) x++;
      let label = -1;
      while (next < above.length && (above[next + 1] ?? 0) < start) next += 3;
      for (let at = next; at < above.length && (above[at] ?? 0) <= x; at += 3) {
        const touched = root(above[at + 2] ?? 0);
        if (label === -1) label = touched;
        else if (touched !== label) label = unite(label, touched);
      }
      if (label === -1) {
        label = found.length;
        parents.push(label);
        found.push({ x0: start, y0: y, x1: x, y1: y + 1, area: x - start });
      } else {
        const component = found[label];
        if (component !== undefined) {
          component.x0 = Math.min(component.x0, start);
          component.x1 = Math.max(component.x1, x);
          component.y1 = y + 1;
          component.area += x - start;
        }
      }
      runs.push(start, x, label);
    }
    above = runs;
  }
  return found.filter((_, label) => parents[label] === label);

  function unite(one: number, other: number): number {
    const [kept, lost] = one < other ? [one, other] : [other, one];
    parents[lost] = kept;
    const [into, from] = [found[kept], found[lost]];
    if (into !== undefined && from !== undefined) {
      into.x0 = Math.min(into.x0, from.x0);
      into.y0 = Math.min(into.y0, from.y0);
      into.x1 = Math.max(into.x1, from.x1);
      into.y1 = Math.max(into.y1, from.y1);
      into.area += from.area;
    }
    return kept;
  }
}

/** The patches that lie within the box of a word; its height may be told short of marks above and tails below. */
export function inkIn(ink: readonly Component[], box: Rect): Component[] {
  const room = 0.2 * (box.y1 - box.y0);
  return ink.filter(
    ({ x0, x1, y0, y1 }) => x0 >= box.x0 - 2 && x1 <= box.x1 + 2 && y0 < box.y1 + room && y1 > box.y0 - room,
  );
}
