import { MARKER_WORD } from '../lexicon/numbering.ts';
import type { LaidPage, LinePart } from './page.ts';
import { around, median, middleOf } from './piece.ts';
import { type Run, textOfRun } from './runs.ts';

/** Where the text of a page or column begins and ends, in points. */
interface Margins {
  left: number;
  right: number;
}

/** What two neighbouring lines are judged by. */
interface Setting {
  /** Of the upper line's page, and of the lower one's. */
  above: Margins;
  below: Margins;
  /** By how much first lines are indented in points; 0 where they are not. */
  indent: number;
  /** What both stand in, null for the page's own column. */
  column: Column | null;
  /** The usual distance of lines in points; null for lines of two pages. */
  pitch: number | null;
}

/** All in ems. */
const BLANK = 0.3;
const FLUSH = 0.6;
const INDENT = 0.8;
const DEEPEST_INDENT = 6;
const CENTRED = 1.2;
/** Shares of an em by which the letters of one size may be measured apart. */
const SAME_SIZE = 0.25;
/** Lines this many times further apart than usual have an empty one between them. */
const EMPTY_LINE = 1.75;
/** From so many lines on, a page's margins are its own; with fewer they are the document's. */
const ENOUGH_LINES = 6;

const ENDED = /[.;:!?…]["”’»)]*$/;

/**
 * Marks each line by whether it begins a paragraph, where its place tells: by the indent of first lines, by room that
 * was left behind the line above, by empty lines, by the columns and tables around it.
 */
export function markBeginnings(pages: readonly LaidPage[]): void {
  const margins = marginsOf(pages);
  const indent = indentOf(pages, margins);
  const columns = new Map<readonly Run[], Column>();
  const columnFor = (lines: readonly Run[]): Column => {
    const column = columns.get(lines) ?? columnOf(lines);
    columns.set(lines, column);
    return column;
  };
  let last: { part: LinePart; page: number } | null = null;
  for (const [index, page] of pages.entries()) {
    const pitch = pitchOf(page);
    for (const part of page.parts) {
      if (part.kind === 'row') {
        last = null;
        continue;
      }
      if (part.aside !== undefined) continue;
      const above = margins[last?.page ?? index];
      const below = margins[index];
      if (last === null || above === undefined || below === undefined) part.begins = true;
      else {
        const setting = {
          above,
          below,
          indent,
          column: part.column === null ? null : columnFor(part.column),
          pitch: last.page === index ? pitch : null,
        };
        const begins = beginning(last.part, part, setting);
        if (begins !== null) part.begins = begins;
      }
      last = { part, page: index };
    }
  }
}

/** Null where places do not tell. */
function beginning(above: LinePart, below: LinePart, setting: Setting): boolean | null {
  if (above.column !== below.column) return true;
  if (setting.column !== null) return beginsInColumn(above.line, below.line, setting.column, setting.below);
  const { line: last } = above;
  const { line: next } = below;
  if (setting.pitch !== null && middleOf(next) - middleOf(last) > EMPTY_LINE * setting.pitch) return true;
  const isShort = fits(next, setting.above.right - last.right);
  const centred = isCentred(last, setting.above, setting.indent);
  if (isCentred(next, setting.below, setting.indent)) {
    if (!areAlike(last, next)) return true;
    // The first lines of a heading may be full, and so not to be told from others by their place.
    const isTitle = centred || isHeading(last);
    if (!isTitle && (isShort || ENDED.test(textOfRun(last)))) return true;
    return !isShort && isTitle ? false : null;
  }
  if (centred) return true;

  const em = next.em;
  const lower = startsSmall(next);
  const indented = next.left - setting.below.left;
  const before = last.left - setting.above.left;
  if (setting.indent > 0) {
    if (Math.abs(indented) < FLUSH * em) {
      if (!isShort) return false;
      return ENDED.test(textOfRun(last)) ? true : lower ? false : null;
    }
    if (isHanging(last, next, before - indented)) return isShort ? null : false;
    if (isShort) return lower ? null : true;
    if (indented < INDENT * em) return null;
    // A paragraph that is indented as a whole runs on at its indent.
    if (Math.abs(before - indented) < FLUSH * em && lower) return false;
    return before < indented - FLUSH * em || ENDED.test(textOfRun(last)) ? true : null;
  }
  if (isShort) return lower ? null : true;
  return isHanging(last, next, before - indented) ? false : null;
}

/** The words of a list item that stand under its first words, not under its marker. */
function isHanging(last: Run, next: Run, shift: number): boolean {
  const [marker, word] = last.pieces;
  if (marker === undefined || word === undefined || shift > 0 || !MARKER_WORD.test(marker.text)) return false;
  const [first] = next.pieces;
  if (first === undefined || MARKER_WORD.test(first.text)) return false;
  return Math.abs(next.left - word.left) < FLUSH * next.em;
}

/**
 * In a list each line that leaves room for the next one's first word ends its item. In a centred column a line goes on
 * where the next one's first word found no room between its middle and the page's margin.
 */
function beginsInColumn(last: Run, next: Run, column: Column, page: Margins): boolean | null {
  if (!column.isCentred)
    return fits(next, column.right - last.right) ? true : startsSmall(next) ? false : null;
  const half = Math.min(column.middle - page.left, page.right - column.middle);
  return fits(next, 2 * half - (last.right - last.left)) || !areAlike(last, next);
}

interface Column {
  right: number;
  middle: number;
  isCentred: boolean;
}

function columnOf(lines: readonly Run[]): Column {
  const em = median(lines.map((line) => line.em));
  const { left, right } = around(lines);
  const middles = lines.map((line) => (line.left + line.right) / 2);
  const middle = median(middles);
  const isCentred =
    middles.every((value) => Math.abs(value - middle) < CENTRED * em) &&
    lines.some((line) => line.left - left > CENTRED * em);
  return { right, middle, isCentred };
}

/** A line whose first word is neither capitalised nor a marker. */
function startsSmall(run: Run): boolean {
  return /^[\p{Ll},]/u.test(textOfRun(run)) && !MARKER_WORD.test(run.pieces[0]?.text ?? '');
}

/** Whether a line's first word, with a blank, finds so much room. */
function fits({ pieces, em }: Run, room: number): boolean {
  const [first] = pieces;
  return first === undefined || first.right - first.left + BLANK * em < room;
}

function isCentred({ left, right, em }: Run, margins: Margins, indent: number): boolean {
  const before = left - margins.left;
  const behind = margins.right - right;
  if (Math.min(before, behind) < INDENT * em) return false;
  if (indent > 0 && Math.abs(before - indent) < FLUSH * em) return false;
  return Math.abs(before - behind) < 2 * CENTRED * em;
}

/** Lines of one heading are alike in weight, size and capitals. */
function areAlike(a: Run, b: Run): boolean {
  return (
    isBold(a) === isBold(b) &&
    isItalic(a) === isItalic(b) &&
    Math.abs(a.em - b.em) < SAME_SIZE * Math.max(a.em, b.em) &&
    isCapitals(a) === isCapitals(b)
  );
}

function isBold({ pieces }: Run): boolean {
  return pieces.filter(({ word }) => word.bold === true).length * 2 > pieces.length;
}

function isItalic({ pieces }: Run): boolean {
  return pieces.filter(({ word }) => word.italic === true).length * 2 > pieces.length;
}

function isHeading(run: Run): boolean {
  return isBold(run) || isCapitals(run);
}

function isCapitals(run: Run): boolean {
  return !/\p{Ll}/u.test(textOfRun(run));
}

function marginsOf(pages: readonly LaidPage[]): Margins[] {
  const lines = pages.map(bodyLines);
  const common = new Map<string, Margins>();
  const sizeOf = ({ page }: LaidPage): string => `${Math.round(page.width)} ${Math.round(page.height)}`;
  return pages.map((page, index) => {
    const own = lines[index] ?? [];
    if (own.length >= ENOUGH_LINES) return edgesOf(own);
    const size = sizeOf(page);
    const known = common.get(size);
    if (known !== undefined) return known;
    const all = lines.filter((_, other) => {
      const same = pages[other];
      return same !== undefined && sizeOf(same) === size;
    });
    const margins = edgesOf(all.flat());
    common.set(size, margins);
    return margins;
  });
}

function bodyLines({ parts }: LaidPage): Run[] {
  return parts.flatMap((part) =>
    part.kind === 'line' && part.column === null && part.aside === undefined ? [part.line] : [],
  );
}

/** Where several lines begin furthest left, and end furthest right. */
function edgesOf(lines: readonly Run[]): Margins {
  const em = median(lines.map((line) => line.em));
  const least = Math.max(2, lines.length * 0.15);
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  const rights = lines.map(({ right }) => -right).sort((a, b) => a - b);
  return { left: firstCrowd(lefts, em * FLUSH, least), right: -firstCrowd(rights, em * FLUSH, least) };
}

/** The middle of the first values, ascending, that lie within `width` of each other and are `least` or more. */
function firstCrowd(values: readonly number[], width: number, least: number): number {
  let end = 0;
  for (let start = 0; start < values.length; start++) {
    while (end < values.length && (values[end] ?? 0) - (values[start] ?? 0) <= width) end += 1;
    if (end - start >= least) return median(values.slice(start, end));
  }
  return values[0] ?? 0;
}

/** The indent that first lines have in points, 0 where lines are not indented. */
function indentOf(pages: readonly LaidPage[], margins: readonly Margins[]): number {
  const indents: number[] = [];
  let flush = 0;
  let all = 0;
  let em = 0;
  pages.forEach((page, index) => {
    const { left = 0 } = margins[index] ?? {};
    const lines = bodyLines(page);
    for (const [at, line] of lines.entries()) {
      const above = lines[at - 1];
      if (above !== undefined && isHanging(above, line, above.left - line.left)) continue;
      em = Math.max(em, line.em);
      all += 1;
      const indent = (line.left - left) / line.em;
      if (Math.abs(indent) < FLUSH) flush += 1;
      else if (indent >= INDENT && indent <= DEEPEST_INDENT) indents.push(line.left - left);
    }
  });
  if (flush * 5 < all || indents.length * 10 < all) return 0;
  indents.sort((a, b) => a - b);
  return firstCrowd(indents, em * FLUSH, Math.max(2, indents.length * 0.3));
}

function pitchOf({ parts }: LaidPage): number {
  const steps: number[] = [];
  parts.forEach((part, index) => {
    const last = parts[index - 1];
    if (part.kind !== 'line' || last?.kind !== 'line') return;
    if (part.column !== null || last.column !== null) return;
    const step = middleOf(part.line) - middleOf(last.line);
    if (step > 0.5 * part.line.em) steps.push(step);
  });
  return median(steps);
}
