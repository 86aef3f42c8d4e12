import type { Rectangle } from './frame.ts';

/** A table as its ruled lines draw it: rows of columns, some of them merged. */
export interface Grid extends Rectangle {
  /** Edges of the columns and rows, ascending, one more than there are columns and rows. */
  xs: number[];
  ys: number[];
  /** For each row and column, which cell it belongs to: row * columns + column of the cell's first place. */
  owner: number[][];
}

/** Rules that lie this close belong to one line, in points. */
const NEAR = 4;
/** The part of a cell's side that has to be ruled. */
const RULED = 0.55;
/** Shorter rules underline words or are noise. */
const SHORTEST = 7;

/** The tables that ruled lines draw on a page, top to bottom. A frame around a single cell is none. */
export function ruledTables(rules: readonly Rectangle[]): Grid[] {
  const across = merged(rules.filter(isAcross), 'across');
  const down = merged(rules.filter(isDown), 'down');
  return components(across, down)
    .flatMap(([horizontal, vertical]) => gridOf(horizontal, vertical) ?? [])
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** The cell a point lies in, as `owner` counts; null outside the grid. */
export function cellAt({ xs, ys, owner }: Grid, x: number, y: number): number | null {
  const column = xs.findIndex((edge, index) => x >= edge && x < (xs[index + 1] ?? Number.NEGATIVE_INFINITY));
  const row = ys.findIndex((edge, index) => y >= edge && y < (ys[index + 1] ?? Number.NEGATIVE_INFINITY));
  return owner[row]?.[column] ?? null;
}

function isAcross({ left, right, top, bottom }: Rectangle): boolean {
  return right - left >= SHORTEST && right - left > 3 * (bottom - top);
}

function isDown({ left, right, top, bottom }: Rectangle): boolean {
  return bottom - top >= SHORTEST && bottom - top > 3 * (right - left);
}

/** A rule by its place across its direction, and from where to where it goes along it. */
interface Rule {
  at: number;
  from: number;
  to: number;
}

/** Pieces of one line put together. */
function merged(rules: readonly Rectangle[], direction: 'across' | 'down'): Rule[] {
  const all = rules
    .map(
      ({ left, top, right, bottom }): Rule =>
        direction === 'across'
          ? { at: (top + bottom) / 2, from: left, to: right }
          : { at: (left + right) / 2, from: top, to: bottom },
    )
    .sort((a, b) => a.from - b.from || a.at - b.at);
  const lines: Rule[] = [];
  for (const rule of all) {
    const line = lines.find(({ at, to }) => Math.abs(at - rule.at) <= NEAR && rule.from <= to + NEAR);
    if (line === undefined) lines.push({ ...rule });
    else line.to = Math.max(line.to, rule.to);
  }
  return lines;
}

/** Sets of rules that meet each other. */
function components(across: readonly Rule[], down: readonly Rule[]): [Rule[], Rule[]][] {
  const left = new Set(across);
  const found: [Rule[], Rule[]][] = [];
  for (const first of across) {
    if (!left.delete(first)) continue;
    const horizontal = [first];
    const vertical: Rule[] = [];
    for (let i = 0, j = 0; i < horizontal.length || j < vertical.length; ) {
      const h = horizontal[i];
      const v = vertical[j];
      if (h !== undefined) {
        i++;
        for (const other of down) if (meets(h, other) && !vertical.includes(other)) vertical.push(other);
      } else if (v !== undefined) {
        j++;
        for (const other of left) {
          if (!meets(other, v)) continue;
          left.delete(other);
          horizontal.push(other);
        }
      }
    }
    found.push([horizontal, vertical]);
  }
  return found;
}

function meets(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - NEAR &&
    down.at <= across.to + NEAR &&
    across.at >= down.from - NEAR &&
    across.at <= down.to + NEAR
  );
}

function gridOf(across: readonly Rule[], down: readonly Rule[]): Grid | null {
  if (across.length < 2 || down.length < 1) return null;
  // Tables with open sides have no rule at their ends.
  const xs = edges([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])]);
  const ys = edges([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])]);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 3) return null;
  const isRuled = (rules: readonly Rule[], at: number, from: number, to: number): boolean => {
    const length = rules
      .filter((rule) => Math.abs(rule.at - at) <= NEAR)
      .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0);
    return length >= RULED * (to - from);
  };
  const owner: number[][] = [];
  for (let row = 0; row < rows; row++) {
    const own: number[] = [];
    owner.push(own);
    for (let column = 0; column < columns; column++) {
      const [left = 0, right = 0] = xs.slice(column, column + 2);
      const [top = 0, bottom = 0] = ys.slice(row, row + 2);
      const above = owner[row - 1]?.[column];
      const before = own[column - 1];
      if (above !== undefined && !isRuled(across, top, left, right)) own.push(above);
      else if (before !== undefined && !isRuled(down, left, top, bottom)) own.push(before);
      else own.push(row * columns + column);
    }
  }
  if (new Set(owner.flat()).size < 3) return null;
  return {
    xs,
    ys,
    owner,
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
  };
}

/** Places of rules, each once, ascending. */
function edges(places: readonly number[]): number[] {
  const found: number[][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && place - (last[0] ?? 0) <= NEAR * 1.5) last.push(place);
    else found.push([place]);
  }
  return found.map((group) => group.reduce((sum, place) => sum + place, 0) / group.length);
}
