import { SERIAL_HEAD } from '../lexicon/numbering.ts';
import type { ReadLine } from '../plan/document.ts';

/** Header cells above the first row's number. */
const MOST_COLUMNS = 14;
/** A longer line is a paragraph. */
const LONGEST_CELL = 300;
const SERIAL = /^0?(\d{1,3})\s*[.)]?$/;
const PART = /^(?:[IVXL]{1,5}|[A-H])\s*[.)]?$/;
const TOTAL = /^(?:tổng|cộng)(?![\p{L}\p{M}])/iu;
const FIGURE = /^[-–+]?\d[\d.,\s]*%?$|^[-–]$/;

/**
 * Puts together the rows of tables that were copied with each cell on a line of its own and no bars: from `STT` to the line
 * `1` stand the header's cells, and from each serial number to the next one as many. A table that does not keep to that
 * for two rows is left as it is; it ends where a row does not.
 */
export function withStackedCells(lines: readonly ReadLine[]): ReadLine[] {
  const filled = lines.flatMap((line, index) => (line.text.trim() === '' ? [] : [index]));
  const textAt = (at: number): string => {
    const line = lines[filled[at] ?? -1];
    return line === undefined || line.cells !== undefined ? '' : line.text.trim();
  };
  const result: ReadLine[] = [];
  let done = 0;
  for (let at = 0; at < filled.length; at++) {
    if (!SERIAL_HEAD.test(textAt(at))) continue;
    const table = tableAt(textAt, at);
    if (table === null) continue;
    result.push(...lines.slice(done, filled[at]));
    for (const cells of table.rows) result.push({ text: cells.join('\t'), cells });
    at = table.end - 1;
    done = (filled[at] ?? lines.length) + 1;
  }
  return done === 0 ? [...lines] : [...result, ...lines.slice(done)];
}

/** The table whose header begins at `from`, and the line behind it; null where there is none. */
function tableAt(textAt: (at: number) => string, from: number): { rows: string[][]; end: number } | null {
  const cellsFrom = (at: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => textAt(at + index));
  let width = 1;
  while (width <= MOST_COLUMNS && serialOf(textAt(from + width)) !== 1) width++;
  const header = cellsFrom(from, width);
  if (width < 3 || width > MOST_COLUMNS || !header.every(isCell)) return null;
  const rows = [header];
  let at = from + width;
  // `1`, `2`, `3` …: a line that numbers the columns.
  if (cellsFrom(at, width).every((cell, index) => serialOf(cell) === index + 1)) {
    if (serialOf(textAt(at + width)) !== 1 && !PART.test(textAt(at + width))) return null;
    at += width;
  }
  let serial = 1;
  let full = 0;
  for (;;) {
    const cells = cellsFrom(at, width);
    const follows = serialOf(textAt(at + 2)) === serial || serialOf(textAt(at + 2)) === 1;
    if (serialOf(textAt(at)) === serial && cells.every(isCell)) {
      rows.push(cells);
      at += width;
      serial += 1;
      full += 1;
    } else if (PART.test(textAt(at)) && isCell(textAt(at + 1)) && follows) {
      rows.push([...cellsFrom(at, 2), ...Array<string>(width - 2).fill('')]);
      serial = serialOf(textAt(at + 2)) ?? 1;
      at += 2;
    } else break;
  }
  if (full < 2) return null;
  const figures = cellsFrom(at + 1, width - 2);
  if (TOTAL.test(textAt(at)) && figures.every((cell) => FIGURE.test(cell))) {
    rows.push(['', textAt(at), ...figures]);
    at += width - 1;
  }
  return { rows, end: at };
}

function serialOf(text: string): number | null {
  const match = SERIAL.exec(text);
  return match === null ? null : Number(match[1]);
}

function isCell(text: string): boolean {
  return text !== '' && text.length <= LONGEST_CELL;
}
