import type { ReadLine } from '../plan/document.ts';
import { placeCells } from './merged-cells.ts';
import { splitRows } from './row-breaks.ts';

export type PipePart = { kind: 'text'; text: string } | { kind: 'rows'; rows: string[][] };

/**
 * Splits a text into running text and tables written one cell at a time, each cell's lines between lines that are a
 * bare `|`. Such a row is `|` cell `|` cell `|`, the next row begins with a `|` of its own, and a blank line
 * after a `|` ends the table. All rows of a table have its width: a merged cell's text stands in the first of its
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
    const end = tableEnd(lines, i);
    const rows = end === null ? [] : rowsOf(cellsBetween(lines.slice(i, end)));
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
  for (let i = start + 1; i < lines.length; i++) {
    if (!isBar(lines[i])) continue;
    last = i;
    const next = lines[i + 1];
    if (next === undefined || next.trim() === '') break;
  }
  return last === null ? null : last + 1;
}

function cellsBetween(lines: readonly string[]): string[] {
  const cells: string[] = [];
  let cell: string[] = [];
  for (const line of lines.slice(1)) {
    if (isBar(line)) {
      cells.push(cell.join('\n').trim());
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
 * A line that ends with a bar is a row without the line of dashes that Markdown wants (`Số: 12/KH-UBND | Hà Nội, ngày … |`);
 * with one cell it is that cell's text. Any other line is given back as it is.
 */
export function withBarredCells(line: ReadLine): ReadLine {
  if (line.cells !== undefined || !line.text.includes('|') || !/\S\s*\|\s*$/.test(line.text)) return line;
  const cells = line.text
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim());
  const { style } = line;
  const kept = style === undefined ? {} : { style };
  return cells.length > 1 ? { ...kept, text: cells.join('\t'), cells } : { ...kept, text: cells[0] ?? '' };
}
