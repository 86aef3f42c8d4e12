import type { WordPage } from '../plan/document.ts';
import { canvasOf } from './frame.ts';
import { around, type Piece, type Rect } from './piece.ts';

/** The cells that ruled lines part. */
export interface Grid extends Rect {
  /** The edges of columns and rows, one more than there are of them. */
  xs: number[];
  ys: number[];
  /** For every row and column the cell that covers it; a merged cell covers several. */
  cells: Cell[][];
}

export interface Cell {
  /** Where it begins. */
  row: number;
  column: number;
  pieces: Piece[];
}

interface Bar {
  /** Where it lies across its length. */
  at: number;
  from: number;
  to: number;
}

/** In points: lines that come so near to each other meet, and lines so near beside each other are one. */
const MEETS = 4;
/** In points: parts of one broken line lie no further apart. */
const BROKEN = 12;
/** From this share of its length on, a cell's edge counts as drawn: lines of scans are broken. */
const DRAWN = 0.35;
/** In points: a narrower row or column without words is a double line. */
const DOUBLE_LINE = 6;
/** More lines than this are a drawing. */
const MOST_BARS = 3000;

/** The lines of a page that lie along and across, in points. */
function barsOf(page: WordPage): { across: Bar[]; down: Bar[] } {
  const canvas = canvasOf(page);
  const across: Bar[] = [];
  const down: Bar[] = [];
  if (page.rules.length > MOST_BARS) return { across, down };
  for (const box of page.rules) {
    if (!box.every(Number.isFinite)) continue;
    const [x, y, width, height] = box;
    const [left, top] = [x * canvas.width, y * canvas.height];
    const [long, high] = [width * canvas.width, height * canvas.height];
    if (long >= high) across.push({ at: top + high / 2, from: left, to: left + long });
    else down.push({ at: left + long / 2, from: top, to: top + high });
  }
  return { across, down };
}

/** The ruled lines of a page that run across, as thin rectangles in points. */
export function rulesAcross(page: WordPage): Rect[] {
  return barsOf(page).across.map(({ at, from, to }) => ({ left: from, right: to, top: at, bottom: at }));
}

/** The grids on a page that have cells beside each other, with the words that lie in each. */
export function gridsOf(page: WordPage, pieces: readonly Piece[]): Grid[] {
  const { across, down } = barsOf(page);
  const grids = connected(across, down).flatMap((part) => {
    const box = around([
      ...part.across.map(({ at, from, to }) => ({ left: from, right: to, top: at, bottom: at })),
      ...part.down.map(({ at, from, to }) => ({ left: at, right: at, top: from, bottom: to })),
    ]);
    return part.across.length >= 2 && part.down.length >= 1 ? [{ ...part, box }] : [];
  });
  // Where one grid lies in another's cell, its words are its own.
  grids.sort((a, b) => area(a.box) - area(b.box));
  const taken = new Set<Piece>();
  return grids.flatMap((part) => {
    const inside = pieces.filter((piece) => !taken.has(piece) && holds(part.box, piece));
    const grid = gridFrom(part.across, part.down, inside);
    if (grid === null) return [];
    for (const piece of inside) taken.add(piece);
    return [grid];
  });
}

function gridFrom(across: readonly Bar[], down: readonly Bar[], pieces: readonly Piece[]): Grid | null {
  const edgesX = edges(down, across);
  const edgesY = edges(across, down);
  const xs = withoutDoubles(edgesX, (from, to) => pieces.some((piece) => between(centreX(piece), from, to)));
  const ys = withoutDoubles(edgesY, (from, to) => pieces.some((piece) => between(centreY(piece), from, to)));
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 2 || rows < 1 || columns > 60) return null;

  const groups = new Groups(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [top, bottom] = [ys[row] ?? 0, ys[row + 1] ?? 0];
      const [left, right] = [xs[column] ?? 0, xs[column + 1] ?? 0];
      const place = row * columns + column;
      if (column + 1 < columns && !isDrawn(down, right, top, bottom)) groups.join(place, place + 1);
      if (row + 1 < rows && !isDrawn(across, bottom, left, right)) groups.join(place, place + columns);
    }
  }
  const cells = cellsFrom(groups, rows, columns);
  const grid: Grid = {
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    xs,
    ys,
    cells,
  };
  for (const piece of pieces) {
    cells[slot(ys, centreY(piece))]?.[slot(xs, centreX(piece))]?.pieces.push(piece);
  }
  splitAtWhite(grid);
  return new Set(cells.flat()).size > 1 ? grid : null;
}

/** Which cells the joined places are. What is joined to no rectangle lacks a line: it is parted into its rows. */
function cellsFrom(groups: Groups, rows: number, columns: number): Cell[][] {
  const extents = new Map<number, { rows: Set<number>; columns: Set<number>; count: number }>();
  for (let place = 0; place < rows * columns; place++) {
    const group = groups.of(place);
    const extent = extents.get(group) ?? { rows: new Set(), columns: new Set(), count: 0 };
    extent.rows.add(Math.floor(place / columns));
    extent.columns.add(place % columns);
    extent.count += 1;
    extents.set(group, extent);
  }
  const known = new Map<string, Cell>();
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const group = groups.of(row * columns + column);
      const extent = extents.get(group);
      const whole = extent === undefined || extent.rows.size * extent.columns.size === extent.count;
      const key = whole ? `${group}` : `${group} ${row}`;
      const cell = known.get(key) ?? { row, column, pieces: [] };
      known.set(key, cell);
      return cell;
    }),
  );
}

/** A merged cell whose words keep clear of a column's edge, on both sides of it, lacks a line there. */
function splitAtWhite(grid: Grid): void {
  for (const cell of new Set(grid.cells.flat())) {
    const width = (grid.cells[cell.row] ?? []).filter((other) => other === cell).length;
    for (let column = cell.column + width - 1; column > cell.column; column--) {
      const edge = grid.xs[column] ?? 0;
      const left = cell.pieces.filter((piece) => centreX(piece) < edge);
      const right = cell.pieces.filter((piece) => centreX(piece) >= edge);
      if (left.length === 0 || right.length === 0) continue;
      const near = Math.max(...left.map((piece) => piece.right));
      const far = Math.min(...right.map((piece) => piece.left));
      const em = Math.max(...cell.pieces.map((piece) => piece.em));
      if (near > edge || far < edge || far - near < 0.7 * em) continue;
      cell.pieces = left;
      const part: Cell = { row: cell.row, column, pieces: right };
      for (const row of grid.cells) {
        row.forEach((other, index) => {
          if (other === cell && index >= column) row[index] = part;
        });
      }
    }
  }
}

/** Where lines lie, near ones as one; and where the lines that meet them end, if several end together beyond. */
function edges(bars: readonly Bar[], crossing: readonly Bar[]): number[] {
  const places = clustered(bars.map(({ at }) => at));
  const first = places[0] ?? Number.POSITIVE_INFINITY;
  const last = places.at(-1) ?? Number.NEGATIVE_INFINITY;
  const open = (end: number, ends: readonly number[]): boolean =>
    ends.filter((other) => Math.abs(other - end) <= 2 * MEETS).length * 2 > ends.length;
  const starts = crossing.map(({ from }) => from);
  const stops = crossing.map(({ to }) => to);
  const start = Math.min(...starts);
  const stop = Math.max(...stops);
  return [
    ...(start < first - DOUBLE_LINE && open(start, starts) ? [start] : []),
    ...places,
    ...(stop > last + DOUBLE_LINE && open(stop, stops) ? [stop] : []),
  ];
}

function clustered(values: readonly number[]): number[] {
  const clusters: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const cluster = clusters.at(-1);
    if (cluster !== undefined && value - (cluster[0] ?? 0) <= MEETS) cluster.push(value);
    else clusters.push([value]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, value) => sum + value, 0) / cluster.length);
}

function withoutDoubles(edges: number[], hasWords: (from: number, to: number) => boolean): number[] {
  const kept: number[] = [];
  for (const edge of edges) {
    const last = kept.at(-1);
    if (last !== undefined && edge - last < DOUBLE_LINE && !hasWords(last, edge)) continue;
    kept.push(edge);
  }
  return kept;
}

function isDrawn(bars: readonly Bar[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const bar of bars) {
    if (Math.abs(bar.at - at) > DOUBLE_LINE) continue;
    covered += Math.max(0, Math.min(bar.to, to) - Math.max(bar.from, from));
  }
  return covered >= DRAWN * (to - from);
}

/** The lines that meet, directly or through others. */
function connected(across: readonly Bar[], down: readonly Bar[]): { across: Bar[]; down: Bar[] }[] {
  const groups = new Groups(across.length + down.length);
  const sorted = down.map((bar, index) => ({ bar, index })).sort((a, b) => a.bar.at - b.bar.at);
  across.forEach((bar, index) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.bar.at ?? 0) < bar.from - MEETS) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < sorted.length; i++) {
      const other = sorted[i];
      if (other === undefined || other.bar.at > bar.to + MEETS) break;
      if (other.bar.from - MEETS <= bar.at && bar.at <= other.bar.to + MEETS) {
        groups.join(index, across.length + other.index);
      }
    }
  });
  joinBroken(across, (a, b) => groups.join(a, b));
  joinBroken(down, (a, b) => groups.join(across.length + a, across.length + b));
  const parts = new Map<number, { across: Bar[]; down: Bar[] }>();
  const partOf = (index: number): { across: Bar[]; down: Bar[] } => {
    const group = groups.of(index);
    const part = parts.get(group) ?? { across: [], down: [] };
    parts.set(group, part);
    return part;
  };
  across.forEach((bar, index) => {
    partOf(index).across.push(bar);
  });
  down.forEach((bar, index) => {
    partOf(across.length + index).down.push(bar);
  });
  return [...parts.values()];
}

/** Tells which lines go on with which. */
function joinBroken(bars: readonly Bar[], join: (a: number, b: number) => void): void {
  const sorted = bars
    .map((bar, index) => ({ bar, index, line: Math.round(bar.at / MEETS) }))
    .sort((a, b) => a.line - b.line || a.bar.from - b.bar.from);
  const last = new Map<number, { to: number; index: number }>();
  for (const { bar, index, line } of sorted) {
    for (const near of [line - 1, line]) {
      const before = last.get(near);
      if (before !== undefined && bar.from - before.to <= BROKEN && bar.to >= before.to - BROKEN)
        join(before.index, index);
    }
    const own = last.get(line);
    if (own === undefined || bar.to > own.to) last.set(line, { to: bar.to, index });
  }
}

/** Disjoint sets of whole numbers from 0. */
class Groups {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index);
  }

  of(index: number): number {
    let root = index;
    for (let up = this.#parent[root]; up !== undefined && up !== root; up = this.#parent[root]) root = up;
    let at = index;
    while (at !== root) {
      const up = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = up;
    }
    return root;
  }

  join(a: number, b: number): void {
    this.#parent[this.of(a)] = this.of(b);
  }
}

function slot(edges: readonly number[], value: number): number {
  let index = 0;
  while (index < edges.length - 2 && value >= (edges[index + 1] ?? 0)) index += 1;
  return index;
}

function holds(box: Rect, piece: Piece): boolean {
  const [x, y] = [centreX(piece), centreY(piece)];
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function area({ left, top, right, bottom }: Rect): number {
  return (right - left) * (bottom - top);
}

function between(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

function centreX({ left, right }: Rect): number {
  return (left + right) / 2;
}

function centreY({ top, bottom }: Rect): number {
  return (top + bottom) / 2;
}
