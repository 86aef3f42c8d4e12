import { isSerialHead, YEAR } from '../lexicon/numbering.ts';
import type { ReadLine } from '../plan/document.ts';
import { type Extent, placeHeadings } from './heading-spans.ts';
import { isShiftable, shiftedCells } from './shifted-cells.ts';

/** So many blanks within a line part two columns. */
const GAP = /\S {3,}\S/;

/** So many lines of a row may stand above the one with its other cells. */
const MOST_PENDING = 3;

/** The heading of a part or caption, which with no cell beside it is in no table. */
const PART =
  /^(?:[IVXLC]{1,5}\s*[.)/–-]\s*\p{Lu}{2}|(?:B[ảa]ng|B[ẢA]NG|Bi[ểe]u|BI[ỂE]U|Ph[ụu] l[ụu]c|PH[ỤU] L[ỤU]C|Ghi ch[úu]|GHI CH[ÚU])(?![A-Za-zÀ-\u036fḀ-ỹ]))/u;

/**
 * Takes the lines of a page whose columns stand under each other by blanks alone, as a text extractor that keeps
 * the layout leaves tables and letterheads, and gives them cells. Other lines stay as they are.
 */
export function splitAlignedColumns(written: readonly ReadLine[]): ReadLine[] {
  const lines = written.map(withoutRule);
  const result: ReadLine[] = [];
  for (let i = 0; i < lines.length; ) {
    const end = endOfRun(lines, i);
    const table = end > i ? tableIn(lines, i, end) : null;
    if (table === null) {
      result.push(...written.slice(i, Math.max(end, i + 1)));
      i = Math.max(end, i + 1);
      continue;
    }
    placeHeadings(
      table.rows.slice(0, headerLines(table.rows)),
      lines.slice(table.start, table.end).map(({ text }) => text),
      table.columns,
    );
    if (table.start < i) result.length -= i - table.start;
    result.push(...written.slice(i, table.start));
    for (const [index, line] of lines.slice(table.start, table.end).entries()) {
      const cells = table.rows[index] ?? [];
      result.push(line.text.trim() === '' ? line : { ...line, text: cells.join('\t'), cells });
    }
    i = table.end;
  }
  return result;
}

/** A rule of dashes between words, as it is drawn under a heading that stands over several columns. */
const RULE = /(?<=\S {3,})[-–—_=─]{5,}(?= {3,}\S)/gu;

/** The line without the rules between its words, which no column explains. */
function withoutRule(line: ReadLine): ReadLine {
  const mayHold = line.cells === undefined && line.text.includes('   ') && !line.text.includes('\t');
  if (!mayHold || !/[-–—_=─]{5}/u.test(line.text)) return line;
  const text = line.text.replace(RULE, (rule) => ' '.repeat(rule.length));
  return text === line.text || !/[A-Za-zÀ-\u036fḀ-ỹ].* {3,}.*[A-Za-zÀ-\u036fḀ-ỹ]/u.test(text)
    ? line
    : { ...line, text };
}

/** How many lines stand above the first with a number or with figures; 0 where there is none. */
function headerLines(rows: readonly (readonly string[])[]): number {
  const body = rows.findIndex(
    (cells) =>
      SERIAL.test(cells[0] ?? '') ||
      // Years right of empty labels are the second line of the columns' heads.
      cells.some((cell) => FIGURE.test(cell) && !(YEAR.test(cell) && cells[0] === '' && cells[1] === '')),
  );
  return Math.max(0, body);
}

const FIGURE = /^[-+]?\d[\d.,]*%?$/;
interface Table {
  start: number;
  end: number;
  columns: readonly Column[];
  /** The cells of each line. */
  rows: string[][];
}

function endOfRun(lines: readonly ReadLine[], start: number): number {
  let end = start;
  while (isAligned(lines[end])) end += 1;
  return end;
}

/** So many lines with wide gaps of their own may stand right above a table: `(Kèm theo Kế hoạch số      /KH-UBND)`. */
const MOST_ABOVE = 2;

function tableIn(lines: readonly ReadLine[], start: number, end: number): Table | null {
  const table = tableAt(lines, start, end);
  if (table !== null && !isHeadAlone(lines, table)) return withLabelAbove(lines, table);
  for (let from = start + 1; from <= start + MOST_ABOVE; from++) {
    const runEnd = Math.max(end, endOfRun(lines, from));
    const below = runEnd - from < 2 ? null : tableAt(lines, from, runEnd);
    if (below === null || below.columns.length < Math.max(3, (table?.columns.length ?? 0) + 1)) continue;
    const above = lines.slice(start, from).map((line) => headingsOver(line.text, below.columns));
    return above.some((cells) => cells === null)
      ? below
      : {
          ...below,
          start,
          rows: [...above.flatMap((cells) => (cells === null ? [] : [cells])), ...below.rows],
        };
  }
  return table === null ? null : withLabelAbove(lines, table);
}

/** Whether lines that stand in columns are but the upper ones of a header, of which one heading stands over several columns. */
function isHeadAlone(lines: readonly ReadLine[], { start, end, rows }: Table): boolean {
  return (
    end - start <= MOST_ABOVE &&
    isSerialHead(rows[0]?.[0] ?? '') &&
    !rows.some((cells) => cells.some((cell) => FIGURE.test(cell))) &&
    isAligned(lines[end])
  );
}

/**
 * The table with the first lines of its first row's label, which alone stand above that row's number and figures where
 * a page begins within a table.
 */
function withLabelAbove(lines: readonly ReadLine[], table: Table): Table {
  const [first = []] = table.rows;
  const label = table.columns[1];
  if (table.columns.length < 3 || label === undefined || !SERIAL.test(first[0] ?? '')) return table;
  if (first[1] !== '' && !/^\p{Ll}/u.test(first[1] ?? '')) return table;
  let { start } = table;
  while (table.start - start < MOST_PENDING && isWithin(lines[start - 1], label)) start -= 1;
  const above = lines
    .slice(start, table.start)
    .map(({ text }) => ['', text.trim(), ...table.columns.slice(2).map(() => '')]);
  return { ...table, start, rows: [...above, ...table.rows] };
}

/** Whether a line has no words but those of one column, from its beginning on. */
function isWithin(line: ReadLine | undefined, { start, end }: Column): boolean {
  if (line === undefined || line.cells !== undefined || line.text.includes('\t')) return false;
  const indent = line.text.search(/\S/);
  return indent === start && line.text.trimEnd().length <= end + 1 && !PART.test(line.text.trimStart());
}

/** The next line of a heading. */
const GOES_ON = /^[\p{Ll}\d]/u;

/** The cells of a header's line of which some stand over several columns, each in the first that it reaches; null for other lines. */
function headingsOver(text: string, columns: readonly Column[]): string[] | null {
  const cells = columns.map(() => '');
  let merged = false;
  for (const { 0: words, index } of text.matchAll(/\S+(?: \S+)*/g)) {
    const met = columns.flatMap(({ start, end }, at) =>
      start < index + words.length && index < end ? [at] : [],
    );
    // A short one may stand between the two that it is over.
    const left = columns.findLastIndex(({ end }) => end <= index);
    const over = met.length > 0 || left < 0 || left + 1 === columns.length ? met : [left, left + 1];
    const [first] = over;
    const begins = /^\p{Lu}/u.test(words) || (over.length === 1 && GOES_ON.test(words));
    if (first === undefined || cells[first] !== '' || !begins) return null;
    cells[first] = words;
    merged ||= over.length > 1;
  }
  const goesOn = cells.every((cell) => cell === '' || GOES_ON.test(cell));
  return merged || goesOn || isSerialHead(cells[0] ?? '') ? cells : null;
}

/** The table that begins on a line; `shifted` are lines whose figures stand beside the columns of the others. */
function tableAt(
  lines: readonly ReadLine[],
  start: number,
  runEnd: number,
  shifted: ReadonlySet<number> = new Set(),
): Table | null {
  const last = runEnd - start < 2 ? runEnd : endOfTwoColumns(lines, start, runEnd);
  const { end, beside } = endOfTable(lines, start, last, shifted);
  if (end - start < 2) return null;
  const run = lines.slice(start, end).map(({ text }) => text);
  const straight = run.filter((_, at) => !beside.has(start + at));
  const columns = withSerials(columnsOf(straight), straight);
  if (columns.length < 2) return null;
  const rows = run.flatMap((text, at) => {
    const cells = beside.has(start + at) ? shiftedCells(text, columns) : cellsAt(text, columns);
    return cells === null ? [] : [cells];
  });
  // Blanks that no column explains are only wide spacing.
  if (rows.length === run.length && !rows.some(hasGap)) return { start, end, columns, rows };
  const found = shifted.size === 0 ? shiftedLine(run) : null;
  return found === null ? null : tableAt(lines, start, runEnd, new Set([start + found]));
}

function cellsAt(text: string, columns: readonly Column[]): string[] {
  return columns.map((column) => text.slice(column.start, column.end).trim());
}

function hasGap(cells: readonly string[]): boolean {
  return cells.some((cell) => GAP.test(cell));
}

/** The one line but for which the others stand in columns; null where there is none. */
function shiftedLine(texts: readonly string[]): number | null {
  if (texts.length <= LEAST_STRAIGHT || texts.length > MOST_STRAIGHT) return null;
  if (texts.some(({ length }) => length > WIDEST)) return null;
  const found = texts.findIndex((text, at) => {
    if (!isShiftable(text)) return false;
    const others = texts.filter((_, other) => other !== at);
    const columns = withSerials(columnsOf(others), others);
    return shiftedCells(text, columns) !== null && !others.some((other) => hasGap(cellsAt(other, columns)));
  });
  return found < 0 ? null : found;
}

/** So many lines that stand in columns show where the figures of another line belong. */
const LEAST_STRAIGHT = 4;
/** Of more or wider lines none is tried without the others, which would take long. */
const MOST_STRAIGHT = 120;
const WIDEST = 400;

const SERIAL = /^(?:\d{1,3}|[IVXL]{1,5}|[A-H])[.)]?$/;

/** The columns, with that of the numbers apart from the labels' where the width of its heading (`STT`) leaves one blank between them. */
function withSerials(columns: readonly Column[], texts: readonly string[]): readonly Column[] {
  const [first, ...others] = columns;
  if (first === undefined) return columns;
  const head = texts.find((text) => isSerialHead(/\S+(?=\s)/.exec(text)?.[0] ?? ''));
  const end = head === undefined ? -1 : head.search(/\S(?=\s)/) + 1;
  if (end <= first.start || end >= first.end - 1) return columns;
  const numbers = texts.map((text) => text.slice(first.start, end).trim());
  const apart = texts.every((text) => text.charAt(end).trim() === '');
  const serial = numbers.filter((number) => SERIAL.test(number)).length;
  const isOther = (number: string): boolean => number !== '' && !SERIAL.test(number) && !isSerialHead(number);
  return apart && serial > 1 && !numbers.some(isOther)
    ? [{ start: first.start, end }, { start: end + 1, end: first.end }, ...others]
    : columns;
}

/** So many lines may stand in the left one of two columns before the right one goes on. */
const LEFT_ALONE = 12;

/** Where two columns end whose right one has gaps: a signature beside the list of recipients, the name under the seal's place. */
function endOfTwoColumns(lines: readonly ReadLine[], start: number, end: number): number {
  const texts = lines.slice(start, end).map((line) => line.text);
  const right = columnsOf(texts)[1];
  if (right === undefined || columnsOf(texts).length !== 2) return end;
  let last = end;
  for (let i = end; i < lines.length && i - last <= LEFT_ALONE; i++) {
    const text = lines[i]?.text.trimEnd() ?? '';
    if (text === '') break;
    texts.push(text);
    if (isAligned(lines[i])) {
      if (columnsOf(texts).length !== 2) break;
      last = i + 1;
    } else if (text.length > right.start - 2) break;
  }
  return last;
}

/**
 * Where a table of three columns or more ends: lines with words in one cell alone stand between its others, and so may
 * one empty line, as long as the columns stay the same.
 */
function endOfTable(
  lines: readonly ReadLine[],
  start: number,
  end: number,
  shifted: ReadonlySet<number>,
): { end: number; beside: ReadonlySet<number> } {
  const beside = new Set(shifted);
  let filled = lines
    .slice(start, end)
    .filter((_, at) => !shifted.has(start + at))
    .reduce((all, { text }) => withText(all, text), [] as boolean[]);
  let columns = columnsIn(filled);
  if (columns.length < 3) return { end, beside };
  let headOnly = !lines.slice(start, end).some(({ text }) => hasFigures(text));
  let last = end;
  // Words in the first column alone are the table's where a row with more goes on with them.
  let pending = 0;
  let spaced = end - start === 1;
  for (let i = end; i < lines.length && pending <= MOST_PENDING; i++) {
    const line = lines[i];
    const text = line?.text ?? '';
    const isEmpty = text.trim() === '';
    if (line === undefined || line.cells !== undefined || text.includes('\t')) break;
    if (isEmpty && (last < i || pending > 0)) break;
    if (isEmpty) continue;
    const aligned = isAligned(line);
    const now = columnsIn(withText(filled, text));
    // The first row below the headings, some of which stand over several of its cells.
    const isFirst = headOnly && aligned && hasFigures(text) && now.length > columns.length;
    if (isFirst) columns = now;
    headOnly &&= !hasFigures(text);
    const isShifted = now.length !== columns.length;
    if (isShifted && !(aligned && i - start >= LEAST_STRAIGHT && shiftedCells(text, columns) !== null)) break;
    if (isShifted) beside.add(i);
    const widened = isShifted ? filled : withText(filled, text);
    const isBelowGap = last + pending < i;
    if (!aligned && ((isBelowGap && !spaced) || !(standsInOne(text, columns) || isNumbered(text, columns))))
      break;
    spaced &&= isBelowGap;
    filled = widened;
    pending = !aligned && text.search(/\S/) === columns[0]?.start ? pending + 1 : 0;
    if (pending === 0) last = i + 1;
  }
  return { end: last, beside };
}

/** Whether a line has figures other than years. */
function hasFigures(text: string): boolean {
  return text.split(/\s{2,}/).some((cell) => FIGURE.test(cell) && !YEAR.test(cell) && !SERIAL.test(cell));
}

/** Whether the words of a line begin where one of the columns does, or stand within one. */
function standsInOne(text: string, columns: readonly Column[]): boolean {
  const indent = text.search(/\S/);
  const end = text.trimEnd().length;
  return (
    columns.some(
      (column, at) => column.start === indent || (at > 1 && column.start < indent && end <= column.end),
    ) && !PART.test(text.trimStart())
  );
}

/** "  II  Sức khỏe": the number of a part in the first column, two blanks off its words in the second. */
function isNumbered(text: string, [first, second]: readonly Column[]): boolean {
  const [, indent = '', number = '', gap = ''] = /^( *)(\S+)( {2,})\S/.exec(text) ?? [];
  if (first === undefined || second === undefined || !SERIAL.test(number)) return false;
  const end = indent.length + number.length;
  return indent.length >= first.start && end <= first.end && end + gap.length === second.start;
}

function isAligned(line: ReadLine | undefined): boolean {
  if (line === undefined || line.cells !== undefined || !line.text.includes('   ')) return false;
  return !line.text.includes('\t') && GAP.test(line.text);
}

/** A stretch of columns that holds text. */
type Column = Extent;

function columnsOf(texts: readonly string[]): Column[] {
  return columnsIn(texts.reduce(withText, []));
}

/** Which columns hold text, those of a line added to those of the lines above it. */
function withText(filled: readonly boolean[], text: string): boolean[] {
  const all = [...filled];
  for (let at = 0; at < text.length; at++) all[at] = all[at] === true || text.charAt(at).trim() !== '';
  return all;
}

/** The stretches that hold text, parted where every line has at least two blanks. */
function columnsIn(filled: readonly boolean[]): Column[] {
  const width = filled.length;
  const columns: Column[] = [];
  let start = -1;
  for (let at = 0; at <= width; at++) {
    if (filled[at] === true) {
      if (start < 0) start = at;
    } else if (start >= 0 && filled[at + 1] !== true) {
      columns.push({ start, end: at });
      start = -1;
    }
  }
  return columns;
}
