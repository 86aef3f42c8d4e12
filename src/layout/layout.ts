import type { ReadLine, WordPage } from '../plan/document.ts';
import { median, middleOf, readLine, type VisualLine } from './lines.ts';
import { type LaidPage, layOutPage } from './page.ts';

/** A first line is indented by so much of the letters' height at least, and at most. */
const INDENT = 1;
const DEEPEST_INDENT = 12;
/** Baselines further apart than so many times the usual distance have an empty line between them. */
const EMPTY_LINE = 1.7;
/** A centred line's middle lies this close to the page's, in heights of its letters. */
const CENTRED = 1.2;

/**
 * The pages of a document, their words put into lines in reading order; one entry for each page given. Lines carry
 * what only their places tell: indents, empty lines before them, cells of tables. Boxes are on the page as it is.
 */
export function layOut(pages: readonly WordPage[]): ReadLine[][] {
  const laid = pages.map(layOutPage);
  const shape = shapeOf(laid);
  const lines = laid.map((page) => pageLines(page, shape));
  return withoutRepeatedHeads(lines);
}

/** What the lines of a document have in common, in points. */
interface Shape {
  left: number;
  right: number;
  /** From one baseline to the next. */
  pitch: number;
}

function shapeOf(pages: readonly LaidPage[]): Shape {
  const lines = pages.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'line' ? [part.line] : [])),
  );
  const widest = Math.max(0, ...lines.map(({ left, right }) => right - left));
  const full = lines.filter(({ left, right }) => right - left > 0.75 * widest);
  const pitches: number[] = [];
  for (const [index, line] of lines.entries()) {
    const distance = middleOf(line) - middleOf(lines[index - 1] ?? line);
    if (distance > 0) pitches.push(distance);
  }
  return {
    left: mostCommon(full.map(({ left }) => left)),
    right: mostCommon(full.map(({ right }) => right)),
    pitch: median(pitches),
  };
}

/** The middle of the fullest band of 4 points. */
function mostCommon(values: readonly number[]): number {
  const bands = new Map<number, number[]>();
  for (const value of values) {
    const band = Math.round(value / 4);
    bands.set(band, [...(bands.get(band) ?? []), value]);
  }
  const fullest = [...bands.values()].sort((a, b) => b.length - a.length)[0];
  return median(fullest ?? []);
}

function pageLines({ page, parts, height }: LaidPage, shape: Shape): ReadLine[] {
  const lines: ReadLine[] = [];
  let last: VisualLine | null = null;
  for (const part of parts) {
    if (part.kind === 'table') {
      lines.push(...part.rows);
      last = null;
      continue;
    }
    const { line } = part;
    const distance: number = last === null ? 0 : middleOf(line) - middleOf(last);
    lines.push({
      ...readLine(page, [line.words]),
      indent: indentOf(line, height, shape),
      gap: distance > shape.pitch * EMPTY_LINE || distance < 0 ? 1 : 0,
    });
    last = line;
  }
  return lines;
}

/** How far a line begins behind the others, in letters; 0 for a centred line, and for one of another column. */
function indentOf({ left, right }: VisualLine, height: number, shape: Shape): number {
  const indent = left - shape.left;
  const atRight = shape.right - right;
  const isCentred = Math.abs(indent - atRight) / 2 < height * CENTRED && atRight > height * 2;
  if (isCentred || indent < height * INDENT || indent > height * DEEPEST_INDENT) return 0;
  return Math.round(indent / (height * 0.5));
}

/** A table that goes on over the page end repeats its header there; once is enough. */
function withoutRepeatedHeads(pages: readonly ReadLine[][]): ReadLine[][] {
  let head: ReadLine[] = [];
  return pages.map((lines, index) => {
    const before = pages[index - 1];
    const goesOn = before !== undefined && endsInTable(before);
    const start = lines.findIndex((line) => !isPageNumber(line));
    const table = lines.slice(Math.max(0, start));
    const rows = table.slice(0, table.findIndex((line) => line.cells === undefined) >>> 0);
    let repeated = 0;
    if (goesOn && rows.length > 0) {
      while (repeated < head.length && rows[repeated]?.text === head[repeated]?.text) repeated += 1;
    }
    const kept = repeated === 0 ? lines : [...lines.slice(0, Math.max(0, start)), ...table.slice(repeated)];
    if (!(goesOn && rows.length === table.length)) head = lastTable(kept);
    return kept;
  });
}

function endsInTable(lines: readonly ReadLine[]): boolean {
  return lines.findLast((line) => !isPageNumber(line))?.cells !== undefined;
}

function isPageNumber({ text, cells }: ReadLine): boolean {
  return cells === undefined && /^[-–\s]*\d{1,3}[-–\s]*$/.test(text);
}

/** The rows of the last table of a page. */
function lastTable(lines: readonly ReadLine[]): ReadLine[] {
  const end = lines.findLastIndex((line) => line.cells !== undefined) + 1;
  const start = lines.slice(0, end).findLastIndex((line) => line.cells === undefined) + 1;
  return lines.slice(start, end);
}
