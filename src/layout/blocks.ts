import { MARKER_WORD } from '../lexicon/numbering.ts';
import { openTable } from './open-table.ts';
import { around, median, middleOf, type Piece, type Rect } from './piece.ts';
import { areLevel, linesWithin, type Run, runFrom } from './runs.ts';

/** What follows each other down the page: single lines, and stretches of columns beside each other. */
export type Block =
  | { kind: 'line'; line: Run }
  | { kind: 'columns'; columns: Run[][] }
  | { kind: 'table'; rows: Run[][][]; xs: number[] };

/** A white strip between columns. */
interface Gutter {
  from: number;
  to: number;
}

/** Runs that stand beside each other. */
interface Band extends Rect {
  runs: Run[];
}

/** In ems: a narrower strip parts no columns. */
const GUTTER = 0.8;
/** In ems: columns that begin on one row alone stand at least so far apart. */
const ROW_GUTTER = 1.5;
/** In line heights: farther below, a row is no part of the columns above. */
const FAR = 3;
/** In line heights: farther below, a line goes on with no column that has ended on its other side. */
const NEAR = 1.2;
/** In line heights: farther above, a line heads no columns. */
const ABOVE = 2.5;
/** In ems: edges and middles that differ by less are in line. */
const IN_LINE = 1;
/** What ruled lines and specks between two columns are read as. */
const SPECK = /^[-–—_.,:;|~'`"*]+$/;
/** In ems: a list's marker may stand so far before its words. */
const MARKER_GAP = 4;

/**
 * Orders the runs of a page. Rows that share a white strip are columns and are read one after the other, as letterhead
 * and signature are to be (Nghị định 30/2020/NĐ-CP, phụ lục I); everything else goes from top to bottom.
 */
export function blocksOf(runs: readonly Run[]): Block[] {
  const bands = bandsOf(runs).map(withMarkers);
  const blocks: Block[] = [];
  for (let i = 0; i < bands.length; ) {
    const band = bands[i];
    if (band === undefined) break;
    const found = columnsFrom(bands, i);
    if (found === null) {
      blocks.push(...linesOf(band).map((line): Block => ({ kind: 'line', line })));
      i += 1;
      continue;
    }
    const { gutters, runs: members, next } = found;
    for (let above = partsAbove(blocks.at(-1), gutters, members); above !== null; ) {
      blocks.pop();
      members.push(...above);
      above = partsAbove(blocks.at(-1), gutters, members);
    }
    const columns = parted(members, gutters);
    const table = openTable(columns);
    blocks.push(table === null ? { kind: 'columns', columns } : { kind: 'table', ...table });
    i = next;
  }
  return blocks;
}

/** Where a band begins columns: how far they go and what parts them. */
function columnsFrom(
  bands: readonly Band[],
  start: number,
): { gutters: Gutter[]; runs: Run[]; next: number } | null {
  const first = firstRow(bands, start);
  if (first === null) return null;
  let gutters = guttersOf(first);
  if (gutters.length === 0) return null;
  const runs = [...first.runs];
  let rows = 1;
  let next = start + first.count;
  let bottom = first.bottom;
  let pending: Band[] = [];
  let narrowed = gutters;
  for (let j = next; j < bands.length; j++) {
    const band = bands[j];
    if (band === undefined) break;
    const height = median(band.runs.map((run) => run.bottom - run.top));
    if (band.top - bottom > FAR * height) break;
    const cut = cutAt(band, narrowed);
    const open = stillOpen(narrowed, cut);
    if (open.length === 0) break;
    bottom = Math.max(bottom, band.bottom);
    narrowed = open;
    pending.push(cut);
    // Columns of other line heights stand beside each other without being level.
    const since = pending.flatMap((member) => member.runs);
    if (!open.some((gutter) => isBeside(since, gutter))) continue;
    runs.push(...since);
    rows += 1;
    gutters = open;
    pending = [];
    next = j + 1;
  }
  gutters = gutters.filter((gutter) => parted(runs, [gutter]).length === 2);
  if (gutters.length === 0 || (rows === 1 && isStretched(first, gutters))) return null;
  next += ending(bands, next, gutters, runs);
  return { gutters, runs, next };
}

/** What columns may begin with: a band of several runs, or two of one run that reach beside each other. */
function firstRow(bands: readonly Band[], start: number): (Band & { count: number }) | null {
  const band = bands[start];
  if (band === undefined) return null;
  if (band.runs.length > 1) return { ...band, count: 1 };
  const below = bands[start + 1];
  if (below?.runs.length !== 1 || below.top >= band.bottom) return null;
  const runs = [...band.runs, ...below.runs];
  return { ...around(runs), runs, count: 2 };
}

/** Lines below the columns that go on with one of them; gives how many, and adds them to the runs. */
function ending(bands: readonly Band[], start: number, gutters: readonly Gutter[], runs: Run[]): number {
  let count = 0;
  for (let j = start; j < bands.length; j++) {
    const run = bands[j]?.runs.length === 1 ? bands[j]?.runs[0] : undefined;
    if (run === undefined || stillOpen(gutters, { ...run, runs: [run] }).length < gutters.length) break;
    const column = parted([...runs, run], gutters).find((members) => members.includes(run)) ?? [];
    const above = column.filter((other) => other !== run);
    if (above.length === 0 || !goesOn(above, run)) break;
    runs.push(run);
    count += 1;
  }
  return count;
}

function goesOn(column: readonly Run[], run: Run): boolean {
  const box = around(column);
  if (run.top - box.bottom > NEAR * (run.bottom - run.top)) return false;
  return isInLine(column, run);
}

function isInLine(column: readonly Run[], run: Run): boolean {
  const em = IN_LINE * run.em;
  return column.some(
    (other) =>
      Math.abs(other.left - run.left) < em ||
      Math.abs(other.left + other.right - run.left - run.right) < 2 * em,
  );
}

/** The parts of a line above columns that heads them: their right one, or both with a gap between; null of others. */
function partsAbove(
  block: Block | undefined,
  gutters: readonly Gutter[],
  runs: readonly Run[],
): readonly Run[] | null {
  if (block?.kind !== 'line') return null;
  const { line } = block;
  if (Math.min(...runs.map((run) => run.top)) - line.bottom > ABOVE * (line.bottom - line.top)) return null;
  const parts = cutRun(line, gutters);
  const last = gutters.at(-1);
  if (
    last === undefined ||
    gutters.some(({ from, to }) => parts.some((run) => run.left < from && run.right > to))
  )
    return null;
  const isHead = (run: Run): boolean => {
    const column = parted([...runs, run], gutters).find((members) => members.includes(run)) ?? [];
    return isInLine(
      column.filter((other) => other !== run),
      run,
    );
  };
  const right = parts.filter((run) => run.left >= last.from);
  return right.length > 0 && (parts.length > 1 || parts.every(isHead)) ? parts : null;
}

/** Runs that stand beside each other, from top to bottom. */
function bandsOf(runs: readonly Run[]): Band[] {
  const cores = runs
    .map((run) => {
      const half = (run.bottom - run.top) / 4;
      return { run, top: middleOf(run) - half, bottom: middleOf(run) + half };
    })
    .sort((a, b) => a.top - b.top || a.run.left - b.run.left);
  const bands: Run[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const core of cores) {
    const band = bands.at(-1);
    if (band === undefined || core.top >= bottom) {
      bands.push([core.run]);
      bottom = core.bottom;
    } else {
      band.push(core.run);
      bottom = Math.max(bottom, core.bottom);
    }
  }
  return bands.map((members) => ({ ...around(members), runs: members }));
}

/** The lines of a band that is no part of columns: what is level is one line. */
function linesOf(band: Band): Run[] {
  if (band.runs.length < 2) return band.runs;
  return linesWithin(band.runs.flatMap(({ pieces }) => pieces));
}

/** The white strips between a band's runs. */
function guttersOf({ runs }: Band): Gutter[] {
  const gutters: Gutter[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const run of [...runs].sort((a, b) => a.left - b.left)) {
    if (run.left - reached >= GUTTER * run.em && Number.isFinite(reached)) {
      gutters.push({ from: reached, to: run.left });
    }
    reached = Math.max(reached, run.right);
  }
  return gutters;
}

/** What a band leaves open of the strips above it. */
function stillOpen(gutters: readonly Gutter[], { runs }: Band): Gutter[] {
  let open = [...gutters];
  for (const run of runs) {
    open = open.flatMap(({ from, to }) => {
      if (run.right <= from || run.left >= to) return [{ from, to }];
      const parts = [
        { from, to: run.left },
        { from: run.right, to },
      ];
      return parts.filter((part) => part.to - part.from >= GUTTER * run.em);
    });
  }
  return open;
}

function isBeside(runs: readonly Run[], { from, to }: Gutter): boolean {
  const middle = (from + to) / 2;
  return runs.some((run) => run.right <= middle) && runs.some((run) => run.left >= middle);
}

/** Parts the runs of a band that go across a strip where they have a wider gap than elsewhere just there. */
function cutAt(band: Band, gutters: readonly Gutter[]): Band {
  return { ...band, runs: band.runs.flatMap((run) => cutRun(run, gutters)) };
}

function cutRun(run: Run, gutters: readonly Gutter[]): Run[] {
  const words = run.pieces.filter(({ text }) => !SPECK.test(text));
  const gaps = words.slice(1).map((piece, index) => piece.left - (words[index]?.right ?? 0));
  const usual = median(gaps);
  const starts = new Set(
    words.filter((piece, index) => {
      const gap = gaps[index - 1];
      const left = words[index - 1]?.right ?? 0;
      return (
        gap !== undefined &&
        gap >= 0.4 * run.em &&
        gap >= 1.6 * usual &&
        gutters.some(({ from, to }) => left < to && piece.left > from)
      );
    }),
  );
  if (starts.size === 0) return [run];
  const parts: Piece[][] = [[]];
  for (const piece of run.pieces) {
    if (starts.has(piece)) parts.push([]);
    parts.at(-1)?.push(piece);
  }
  return parts.map((part) => runFrom(part));
}

/** Whether a row's strips are the wide blanks of a line that was stretched, or of one that has a tab in it. */
function isStretched({ runs }: Band, gutters: readonly Gutter[]): boolean {
  const gaps = runs.flatMap(({ pieces }) =>
    pieces.slice(1).map((piece, index) => piece.left - (pieces[index]?.right ?? 0)),
  );
  const em = median(runs.map((run) => run.em));
  return gutters.every(({ from, to }) => to - from < Math.max(ROW_GUTTER * em, 3 * median(gaps)));
}

/** The runs of each column; columns without any are left out. */
function parted(runs: readonly Run[], gutters: readonly Gutter[]): Run[][] {
  const columns: Run[][] = Array.from({ length: gutters.length + 1 }, () => []);
  for (const run of runs) {
    const middle = (run.left + run.right) / 2;
    columns[gutters.filter(({ from, to }) => middle > (from + to) / 2).length]?.push(run);
  }
  return columns.filter((column) => column.length > 0);
}

/** Puts the markers of list items to their words, however far these are indented. */
function withMarkers(band: Band): Band {
  if (band.runs.length < 2) return band;
  const isMarker = (run: Run): boolean =>
    run.pieces.length <= 2 && MARKER_WORD.test(run.pieces.map(({ text }) => text).join(''));
  const runs: Run[] = [];
  for (const run of [...band.runs].sort((a, b) => a.left - b.left || a.top - b.top)) {
    const at = runs.findLastIndex((other) => areLevel(other, run));
    const marker = runs[at];
    if (
      marker !== undefined &&
      isMarker(marker) &&
      !isMarker(run) &&
      run.left - marker.right < MARKER_GAP * marker.em
    ) {
      runs[at] = runFrom([...marker.pieces, ...run.pieces]);
    } else runs.push(run);
  }
  return { ...band, runs };
}
