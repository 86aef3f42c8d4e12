import type { ReadLine } from '../plan/document.ts';
import { placeCells } from './merged-cells.ts';
import { splitRows } from './row-breaks.ts';
import { isEmptyEmphasis } from './simple-marks.ts';

export type PipePart = { kind: 'text'; text: string } | { kind: 'rows'; rows: string[][] };

/**
 * Splits a text into running text and tables written one cell at a time, each cell's lines between lines that are a
 * bare `|`. Such a row is `|` cell `|` cell `|`, the next row begins with a `|` of its own, and a blank line
 * after a `|` ends the table, unless it is an empty cell: of a last row (`|`, blank, `|`, `Tổng cộng` …), the one that its
 * row lacks, or one of several on end. All rows of a table have its width: a merged cell's text stands in the first of its
 * places, the others are ''.
 */
export function readPipeCells(text: string): PipePart[] {
  const lines = text.split('\n');
  if (!lines.some(isBar)) return [{ kind: 'text', text }];
  const parts: PipePart[] = [];
  let running: string[] = [];
  for (let i = 0; i < lines.length; ) {
    if (!isBar(lines[i])) {
      running.push(lines[i] ?? '');
      i += 1;
      continue;
    }
    let end = tableEnd(lines, i);
    let rows = end === null ? [] : rowsOf(cellsBetween(lines.slice(i, end)));
    const last = end === null ? null : lastRow(lines, end, rows);
    if (last !== null) {
      end = last.end;
      rows = [...rows, last.cells];
    }
    if (end === null || rows.length === 0) {
      running.push('');
      i += 1;
      continue;
    }
    if (running.length > 0) parts.push({ kind: 'text', text: running.join('\n') });
    running = [''];
    parts.push({ kind: 'rows', rows });
    i = end;
  }
  if (running.length > 0) parts.push({ kind: 'text', text: running.join('\n') });
  return parts;
}

function isBar(line: string | undefined): boolean {
  return line?.trim() === '|';
}

/** The index behind the bar that closes the table beginning at `start`, null where the bar stands alone. */
function tableEnd(lines: readonly string[], start: number): number | null {
  let last: number | null = null;
  const width = cellsFrom(lines, start);
  for (let i = start + 1; i < lines.length; i++) {
    if (!isBar(lines[i])) continue;
    last = i;
    const next = lines[i + 1];
    if (next === undefined || (next.trim() === '' && !isEmptyCell(lines, start, i, width))) break;
  }
  return last === null ? null : last + 1;
}

/**
 * Whether the blank line behind the bar at `bar` is a cell of the table from `start` on: another one stands beside it,
 * or it is all that its row lacks to be `width` long.
 */
function isEmptyCell(lines: readonly string[], start: number, bar: number, width: number): boolean {
  const opens = (at: number): boolean =>
    isBar(lines[at]) && lines[at + 1]?.trim() === '' && isBar(lines[at + 2]);
  if (!opens(bar)) return false;
  if (opens(bar + 2) || opens(bar - 2)) return true;
  const before = cellsBefore(lines, bar, start);
  return width > 2 && before > 0 && before + 1 + cellsFrom(lines, bar + 2) === width;
}

/** How many cells with words stand behind the bar at `from`, up to the row's end. */
function cellsFrom(lines: readonly string[], from: number): number {
  let cells = 0;
  for (let at = from + 1; at < lines.length && lines[at]?.trim() !== '' && !isBar(lines[at]); cells++) {
    while (at < lines.length && !isBar(lines[at])) at += 1;
    if (at === lines.length) break;
    at += 1;
  }
  return cells;
}

/** How many cells, blank ones too, stand before the bar at `from`, back to the row's beginning. */
function cellsBefore(lines: readonly string[], from: number, start: number): number {
  let cells = 0;
  for (let at = from - 1; at > start && !isBar(lines[at]); cells++) {
    while (at > start && !isBar(lines[at])) at -= 1;
    at -= 1;
  }
  return cells;
}

/** A row behind the table's last bar whose first cell is a blank line: a single one, one cell short of the others, with figures. */
function lastRow(
  lines: readonly string[],
  from: number,
  rows: readonly string[][],
): { end: number; cells: string[] } | null {
  const width = rows[0]?.length ?? 0;
  if (width < 3 || lines[from]?.trim() !== '' || !isBar(lines[from + 1])) return null;
  const end = tableEnd(lines, from + 1);
  const cells = end === null ? [] : cellsBetween(lines.slice(from + 1, end));
  const fits = cells.length === width - 1 && cells.slice(1).some((cell) => /\d/.test(cell));
  return end === null || !fits || /\d/.test(cells[0] ?? '') ? null : { end, cells: ['', ...cells] };
}

function cellsBetween(lines: readonly string[]): string[] {
  const cells: string[] = [];
  let cell: string[] = [];
  for (const line of lines.slice(1)) {
    if (isBar(line)) {
      const text = cell.join('\n').trim();
      cells.push(isEmptyEmphasis(text) ? '' : text);
      cell = [];
    } else cell.push(line);
  }
  return cells;
}

function rowsOf(cells: readonly string[]): string[][] {
  const { rows, width } = splitRows(cells);
  return placeCells(rows, width).filter((row) => row.some((cell) => cell !== ''));
}

/**
 * Rows whose cells stand between bars on one line, without the line of dashes that Markdown wants. Lines one after the
 * other with as many bars each are a table's, whether or not bars stand at their ends; a single line is a row where it
 * ends with a bar (`Số: 12/KH-UBND | Hà Nội, ngày … |`), with one cell that cell's text. Other lines are given back as they are.
 */
export function withBarredCells(read: readonly ReadLine[]): ReadLine[] {
  const lines = read.filter(({ text, cells }) => cells !== undefined || !RULE.test(text));
  const result: ReadLine[] = [];
  for (let i = 0; i < lines.length; ) {
    const end = runEnd(lines, i);
    const run = lines.slice(i, end);
    if (run.length > 1) {
      const outer = run.every(({ text }) => /^\s*\|.*\|\s*$/.test(text));
      for (const line of run) result.push(rowOf(line, outer ? inner(line.text) : line.text));
    } else
      for (const line of run)
        result.push(
          line.cells === undefined && line.text.includes('|') && ENDS_WITH_BAR.test(line.text)
            ? rowOf(line, inner(line.text))
            : line,
        );
    i = end;
  }
  return result;
}

/** The line of dashes that parts a header from its rows in Markdown. */
const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/;

const ENDS_WITH_BAR = /\S\s*\|\s*$/;

/** The end of the lines from `from` that have as many bars each: one further on where they make no table. */
function runEnd(lines: readonly ReadLine[], from: number): number {
  const bars = barsOf(lines[from]);
  let end = from + 1;
  while (bars > 0 && barsOf(lines[end]) === bars) end++;
  return bars > 1 || end - from > 2 ? end : from + 1;
}

/** How many bars with blanks about them part a line's words; 0 for a row that has its cells already. */
function barsOf(line: ReadLine | undefined): number {
  if (line === undefined || line.cells !== undefined || !line.text.includes('|')) return 0;
  if (!/[^\s|]/.test(line.text)) return 0;
  return line.text.match(/(?<![^\s|])\|(?![^\s|])/g)?.length ?? 0;
}

function inner(text: string): string {
  return text.replace(/^\s*\|/, '').replace(/\|\s*$/, '');
}

function rowOf(line: ReadLine, text: string): ReadLine {
  const cells = text.split('|').map((cell) => cell.trim());
  const { style } = line;
  const kept = style === undefined ? {} : { style };
  return cells.length > 1 ? { ...kept, text: cells.join('\t'), cells } : { ...kept, text: cells[0] ?? '' };
}
