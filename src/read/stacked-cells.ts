import { isSerialHead } from '../lexicon/numbering.ts';
import type { ReadLine } from '../plan/document.ts';

/** Wider ones are not copied so. */
const MOST_COLUMNS = 14;
/** A longer line is a paragraph. */
const LONGEST_CELL = 300;
const SERIAL = /^0?(\d{1,3})\s*[.)]?$/;
const PART = /^(?:[IVXL]{1,5}|[A-H])\s*[.)]?$/;
const TOTAL =
  /^(?:t[ổo]ng|c[ộo]ng|to[àa]n (?:t[ỉi]nh|th[àa]nh ph[ốo]|huy[ệe]n|th[ịi] x[ãa]|qu[ậa]n|x[ãa]|phường|phuong)(?=\s*:?$))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
const NOTES = /^ghi ch[úu]$/iu;
const FIGURE = /^[-–+]?\d[\d.,\s]*%?$|^[-–]$/;

/**
 * Puts together the rows of tables that were copied with each cell on a line of its own, or between empty lines, and no bars:
 * from each serial number to the next one stand as many cells as the header has from `STT` on. A table that does not keep to
 * that for two rows is left as it is; it ends where a row does not. A row of totals stands before the first row or behind the last.
 */
export function withStackedCells(lines: readonly ReadLine[]): ReadLine[] {
  if (!lines.some(({ text }) => isSerialHead(text.trim()))) return [...lines];
  const apart = stacked(lines, blocksOf(lines));
  return stacked(apart, linesOf(apart));
}

/** Lines that may be a cell: the index of the first, and behind the last. */
interface Unit {
  from: number;
  to: number;
}

/** Each line with text by itself. */
function linesOf(lines: readonly ReadLine[]): Unit[] {
  return lines.flatMap((line, from) => (line.text.trim() === '' ? [] : [{ from, to: from + 1 }]));
}

/** What stands between empty lines. */
function blocksOf(lines: readonly ReadLine[]): Unit[] {
  const blocks: Unit[] = [];
  for (const { from, to } of linesOf(lines)) {
    const open = blocks.at(-1);
    if (open?.to === from) open.to = to;
    else blocks.push({ from, to });
  }
  return blocks;
}

function stacked(lines: readonly ReadLine[], units: readonly Unit[]): ReadLine[] {
  const textAt = (at: number): string => {
    const unit = units[at];
    const own = unit === undefined ? [] : lines.slice(unit.from, unit.to);
    return own.some(({ cells }) => cells !== undefined) ? '' : own.map(({ text }) => text.trim()).join(' ');
  };
  const result: ReadLine[] = [];
  let done = 0;
  for (let at = 0; at < units.length; at++) {
    if (!isSerialHead(textAt(at))) continue;
    const table = tableAt(textAt, at);
    if (table === null) continue;
    result.push(...lines.slice(done, units[at]?.from));
    for (const cells of table.rows) result.push({ text: cells.join('\t'), cells });
    at = table.end - 1;
    done = units[at]?.to ?? lines.length;
  }
  return done === 0 ? [...lines] : [...result, ...lines.slice(done)];
}

/** The table whose header begins at `from`, and the line behind it; null where there is none. */
function tableAt(textAt: (at: number) => string, from: number): { rows: string[][]; end: number } | null {
  const cellsFrom = (at: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => textAt(at + index));
  const widths = Array.from({ length: MOST_COLUMNS - 2 }, (_, index) => index + 3);
  for (const width of widths) {
    const header = cellsFrom(from, width);
    if (!header.every(isCell)) return null;
    const rows = [header];
    let at = from + width;
    // `1`, `2`, `3` …: a line that numbers the columns.
    if (cellsFrom(at, width).every((cell, index) => serialOf(cell) === index + 1)) at += width;
    const first = totalAt(textAt, at, width);
    if (first !== null) {
      rows.push(first);
      at += width - 1;
    }
    const full = numberedRows(textAt, at, width, NOTES.test(header.at(-1) ?? ''));
    if (full.count < 2) continue;
    rows.push(...full.rows);
    const last = totalAt(textAt, full.end, width);
    if (last !== null) return { rows: [...rows, last], end: full.end + width - 1 };
    const short = NOTES.test(header.at(-1) ?? '') ? totalAt(textAt, full.end, width - 1) : null;
    if (short !== null) return { rows: [...rows, [...short, '']], end: full.end + width - 2 };
    return { rows, end: full.end };
  }
  return null;
}

/**
 * The rows from `from` on, each from its number to the next one; a part's number and name make a row of their own, with its
 * sums where it has them. A last cell for notes may be left out (`notes`).
 */
function numberedRows(
  textAt: (at: number) => string,
  from: number,
  width: number,
  notes: boolean,
): { rows: string[][]; count: number; end: number } {
  const rows: string[][] = [];
  let at = from;
  let serial = 1;
  let count = 0;
  for (;;) {
    const cells = Array.from({ length: width }, (_, index) => textAt(at + index));
    const below = serialOf(textAt(at + 2));
    const behind = serialOf(textAt(at + width));
    const isNext = (place: number): boolean =>
      serialOf(textAt(place)) === serial + 1 || TOTAL.test(textAt(place)) || PART.test(textAt(place));
    if (serialOf(textAt(at)) === serial && notes && cells.slice(0, -1).every(isCell) && !isNext(at + width)) {
      rows.push([...cells.slice(0, -1), '']);
      at += width - 1;
      serial += 1;
      count += 1;
    } else if (serialOf(textAt(at)) === serial && cells.every(isCell)) {
      rows.push(cells);
      at += width;
      serial += 1;
      count += 1;
    } else if (
      PART.test(textAt(at)) &&
      cells.slice(2).every((cell) => FIGURE.test(cell)) &&
      (behind === serial || behind === 1)
    ) {
      rows.push(cells);
      serial = behind;
      at += width;
    } else if (PART.test(textAt(at)) && isCell(textAt(at + 1)) && (below === serial || below === 1)) {
      rows.push([textAt(at), textAt(at + 1), ...Array<string>(width - 2).fill('')]);
      serial = below;
      at += 2;
    } else return { rows, count, end: at };
  }
}

/** `Tổng cộng` and its figures, which have no number before them. */
function totalAt(textAt: (at: number) => string, at: number, width: number): string[] | null {
  const figures = Array.from({ length: width - 2 }, (_, index) => textAt(at + 1 + index));
  return TOTAL.test(textAt(at)) && figures.every((cell) => FIGURE.test(cell))
    ? ['', textAt(at), ...figures]
    : null;
}

function serialOf(text: string): number | null {
  const match = SERIAL.exec(text);
  return match === null ? null : Number(match[1]);
}

function isCell(text: string): boolean {
  return text !== '' && text.length <= LONGEST_CELL;
}
