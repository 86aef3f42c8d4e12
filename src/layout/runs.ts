import { around, median, middleOf, type Piece, type Rect } from './piece.ts';

/** Words on one base line, left to right, without a wide gap between them. */
export interface Run extends Rect {
  pieces: Piece[];
  em: number;
}

/** In ems: a wider gap between two words may part two columns. */
const WIDE_GAP = 1.2;
/** In ems: boxes may reach so far into their neighbours. */
const REACH = 0.6;
/** Share of the lower word's height that two words of one line have in common. */
const SAME_LINE = 0.5;
/** So many runs of one strip wait for their next word. */
const MOST_OPEN = 100;
/** In points: words are looked up by strips of this height. */
const STRIP = 8;

/**
 * Puts words into runs. Each word joins the run whose last word lies level with it, so a line that rises or falls a
 * little stays one. `widest` is the widest gap within a run in ems.
 */
export function runsOf(pieces: readonly Piece[], widest = WIDE_GAP): Run[] {
  const sorted = [...pieces].sort(byPlace);
  const strips = new Map<number, Set<Piece[]>>();
  const runs: Piece[][] = [];
  for (const piece of sorted) {
    const best = nearestRun(piece, strips, widest);
    const run = best ?? [];
    const last = run.at(-1);
    if (last === undefined) runs.push(run);
    else for (const strip of stripsOf(last)) strips.get(strip)?.delete(run);
    run.push(piece);
    for (const strip of stripsOf(piece)) {
      const there = strips.get(strip);
      if (there === undefined) strips.set(strip, new Set([run]));
      else {
        there.add(run);
        // Words heaped on one place are no text; the oldest of them wait no longer for a neighbour.
        const [oldest] = there.size > MOST_OPEN ? there : [];
        if (oldest !== undefined) there.delete(oldest);
      }
    }
  }
  return runs.map(runFrom);
}

/** A run of words that are in order; at least one. */
export function runFrom(pieces: Piece[]): Run {
  return { ...around(pieces), pieces, em: median(pieces.map(({ em }) => em)) };
}

/** Puts the words of a closed area such as a cell into lines, whatever the gaps between them. */
export function linesWithin(pieces: readonly Piece[]): Run[] {
  const lines: (Rect & { pieces: Piece[] })[] = [];
  for (const run of runsOf(pieces).sort((a, b) => middleOf(a) - middleOf(b) || a.left - b.left)) {
    const line = lines.slice(-2).findLast((other) => areLevel(other, run));
    if (line === undefined) {
      lines.push({ ...run, pieces: [...run.pieces] });
      continue;
    }
    for (const piece of run.pieces) line.pieces.push(piece);
    line.top = Math.min(line.top, run.top);
    line.bottom = Math.max(line.bottom, run.bottom);
  }
  return lines.map((line) => runFrom(line.pieces.sort(byPlace)));
}

/** Whether two stretches stand on one line: half of the lower one is beside the other. */
export function areLevel(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const lower = Math.min(a.bottom - a.top, b.bottom - b.top);
  return shared >= SAME_LINE * lower && shared >= 0;
}

function nearestRun(piece: Piece, strips: Map<number, Set<Piece[]>>, widest: number): Piece[] | null {
  let best: Piece[] | null = null;
  let bestScore = 0;
  for (const strip of stripsOf(piece)) {
    for (const run of strips.get(strip) ?? []) {
      const last = run.at(-1);
      if (last === undefined) continue;
      const em = Math.max(last.em, piece.em);
      const gap = piece.left - last.right;
      if (gap > widest * em) {
        // No word further right can join it, unless that is much larger.
        if (gap > 4 * widest * em) strips.get(strip)?.delete(run);
        continue;
      }
      if (gap < -REACH * em || !areLevel(last, piece)) continue;
      const shared = Math.min(last.bottom, piece.bottom) - Math.max(last.top, piece.top);
      const score = (1 + shared) / (1 + Math.max(last.bottom, piece.bottom) - Math.min(last.top, piece.top));
      if (score > bestScore) {
        bestScore = score;
        best = run;
      }
    }
  }
  return best;
}

function stripsOf({ top, bottom }: Rect): number[] {
  const first = Math.floor(top / STRIP);
  const last = Math.min(first + 40, Math.floor(bottom / STRIP));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function byPlace(a: Piece, b: Piece): number {
  return a.left - b.left || a.top - b.top || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}

export function textOfRun({ pieces }: Run): string {
  return pieces.map(({ text }) => text).join(' ');
}
