import type { Stroke } from './drawing.ts';

/** In points: a rule is at least so long, at most so thick, and so many times longer than thick. */
const MIN_LENGTH = 4;
const MAX_THICKNESS = 4;
const MIN_RATIO = 3;
/** Pieces of one rule lie within this of each other's ends and axes. */
const JOIN = 1;
/** A page with more is a drawing. */
const MAX_RULES = 3000;

export interface Rule {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Bar {
  /** Along its axis. */
  from: number;
  to: number;
  /** Across it. */
  near: number;
  far: number;
}

/** The horizontal and vertical lines among what is painted, in points, pieces of one line joined. */
export function rulesOf(strokes: readonly Stroke[]): Rule[] {
  const across: Bar[] = [];
  const down: Bar[] = [];
  for (const { from, to, thickness } of strokes) {
    const half = Math.max(thickness ?? 0, 0) / 2;
    const width = Math.abs(to[0] - from[0]);
    const height = Math.abs(to[1] - from[1]);
    const x = { from: Math.min(from[0], to[0]), to: Math.max(from[0], to[0]) };
    const y = { from: Math.min(from[1], to[1]), to: Math.max(from[1], to[1]) };
    if (isRule(width, height, thickness)) across.push({ ...x, near: y.from - half, far: y.to + half });
    else if (isRule(height, width, thickness)) down.push({ ...y, near: x.from - half, far: x.to + half });
  }
  const rules = [
    ...joined(across).map(({ from, to, near, far }) => ({ left: from, right: to, top: near, bottom: far })),
    ...joined(down).map(({ from, to, near, far }) => ({ left: near, right: far, top: from, bottom: to })),
  ];
  return rules.length > MAX_RULES ? [] : rules;
}

function isRule(length: number, breadth: number, thickness: number | null): boolean {
  const across = thickness === null ? breadth : thickness;
  // A stroke may lean a little, a filled box may not be thick.
  if (thickness !== null && breadth > 0.5) return false;
  return length >= MIN_LENGTH && across <= MAX_THICKNESS && length >= across * MIN_RATIO;
}

function joined(bars: Bar[]): Bar[] {
  const sorted = [...bars].sort((a, b) => a.near - b.near || a.from - b.from);
  const result: Bar[] = [];
  let row: Bar[] = [];
  const flush = (): void => {
    row.sort((a, b) => a.from - b.from);
    let open: Bar | undefined;
    for (const bar of row) {
      if (open !== undefined && bar.from <= open.to + JOIN) {
        open.to = Math.max(open.to, bar.to);
        open.near = Math.min(open.near, bar.near);
        open.far = Math.max(open.far, bar.far);
      } else {
        open = { ...bar };
        result.push(open);
      }
    }
    row = [];
  };
  for (const bar of sorted) {
    const [first] = row;
    if (first !== undefined && middle(bar) - middle(first) > JOIN) flush();
    row.push(bar);
  }
  flush();
  return result;
}

function middle({ near, far }: Bar): number {
  return (near + far) / 2;
}
