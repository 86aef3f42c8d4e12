import type { Placed } from './frame.ts';
import { lineOf, type VisualLine } from './lines.ts';

/** A gutter between two columns is at least so wide, in heights of a line. */
const GUTTER = 1.3;
/** A column is at least so wide: markers and bullets are none. */
const COLUMN = 5;

interface Interval {
  from: number;
  to: number;
}

/**
 * Lines that stand beside each other in two columns, put one column after the other: the letterhead with issuer and
 * motto, the list of recipients beside the signature (Nghị định 30/2020/NĐ-CP, phụ lục I). Other lines stay.
 */
export function inColumnOrder(lines: readonly VisualLine[], height: number): VisualLine[] {
  const ordered: VisualLine[] = [];
  for (let i = 0; i < lines.length; ) {
    const zone = zoneFrom(lines, i, height);
    const line = lines[i];
    // A paragraph's last line above a zone narrows its gutter: without it the zone may be longer.
    const later = zone === null ? null : zoneFrom(lines, i + 1, height);
    if (zone !== null && (later === null || later.lines.length < zone.lines.length)) {
      ordered.push(...sideOf(zone.lines, zone.gutter, 'left'), ...sideOf(zone.lines, zone.gutter, 'right'));
      i += zone.lines.length;
    } else {
      if (line !== undefined) ordered.push(line);
      i += 1;
    }
  }
  return ordered;
}

/** The longest run of lines from `first` on that one gutter parts; null where it parts nothing worth it. */
function zoneFrom(
  lines: readonly VisualLine[],
  first: number,
  height: number,
): { lines: VisualLine[]; gutter: Interval } | null {
  const start = lines[first];
  if (start === undefined) return null;
  const within = {
    from: Math.min(...lines.map(({ left }) => left)),
    to: Math.max(...lines.map(({ right }) => right)),
  };
  let gutters = gapsOf(start, within, height);
  let end = first;
  let best: { end: number; gutter: Interval } | null = null;
  while (gutters.length > 0 && end < lines.length) {
    end += 1;
    for (const gutter of gutters) {
      if (isWorth(lines.slice(first, end), gutter, height)) best = { end, gutter };
    }
    const next = lines[end];
    if (next === undefined) break;
    const open = gapsOf(next, within, height);
    gutters = gutters.flatMap((gutter) => open.flatMap((gap) => common(gutter, gap, height * GUTTER) ?? []));
  }
  return best === null ? null : { lines: lines.slice(first, best.end), gutter: best.gutter };
}

/** Both sides of a gutter hold text, the first and the last line are not mere ends of what is around the zone. */
function isWorth(lines: readonly VisualLine[], gutter: Interval, height: number): boolean {
  const left = sideOf(lines, gutter, 'left');
  const right = sideOf(lines, gutter, 'right');
  if (left.length === 0 || right.length === 0 || left.length + right.length < 3) return false;
  const wide = (side: readonly VisualLine[]): boolean =>
    Math.max(...side.map((line) => line.right - line.left)) >= height * COLUMN;
  if (!wide(left) || !wide(right)) return false;
  const [last] = lines.slice(-1);
  // A zone ends with a line that its right column has, or that stands beside one.
  const deepest = Math.max(...right.map(({ bottom }) => bottom));
  return last !== undefined && (last.right > gutter.to || last.top <= deepest + height * 8);
}

function sideOf(lines: readonly VisualLine[], { from, to }: Interval, side: 'left' | 'right'): VisualLine[] {
  const middle = (from + to) / 2;
  return lines.flatMap((line) => {
    const words = line.words.filter(
      (word: Placed) => (word.left + word.right) / 2 < middle === (side === 'left'),
    );
    return words.length === 0 ? [] : [lineOf(words)];
  });
}

/** Where no word of a line stands: between its words, and on either side of them. */
function gapsOf(line: VisualLine, within: Interval, height: number): Interval[] {
  const gaps: Interval[] = [];
  let from = within.from - height * 2 * GUTTER;
  for (const word of [...line.words].sort((a, b) => a.left - b.left)) {
    if (word.left - from >= height * GUTTER) gaps.push({ from, to: word.left });
    from = Math.max(from, word.right);
  }
  if (within.to + height * 2 * GUTTER - from >= height * GUTTER)
    gaps.push({ from, to: within.to + height * 2 * GUTTER });
  return gaps;
}

function common(a: Interval, b: Interval, least: number): Interval | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return to - from >= least ? { from, to } : null;
}
