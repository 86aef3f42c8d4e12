import { isSerialHead, YEAR } from '../lexicon/numbering.ts';
import type { ReadLine } from '../plan/document.ts';
import { headerOfList } from './merged-header.ts';

/** Wider ones are not copied so. */
const MOST_COLUMNS = 14;
/** A longer one heads no column. */
const LONGEST_HEAD = 60;
/** A longer line is a paragraph. */
const LONGEST_CELL = 300;
const SERIAL = /^0?(\d{1,3})\s*[.)]?$/;
const PART = /^(?:[IVXL]{1,5}|[A-H])\s*[.)]?$/;
const TOTAL =
  /^(?:t[ổo]ng|c[ộo]ng|to[àa]n (?:t[ỉi]nh|th[àa]nh ph[ốo]|huy[ệe]n|th[ịi] x[ãa]|qu[ậa]n|x[ãa]|phường|phuong)(?=\s*:?$))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
const NOTES = /^ghi ch[úu]$/iu;
const FIGURE = /^[-–+≥≤<>]?\s?\d[\d.,\s]*%?$|^[-–x]$/;
/** A row without a number, a part of the one above it. */
const SUB_ROW = /^(?:[-–+•]\s|trong [đd][óo](?![A-Za-zÀ-\u036fḀ-ỹ])|ri[êe]ng(?![A-Za-zÀ-\u036fḀ-ỹ]))/iu;
/** What heads the column that names the rows, where none numbers them. */
const NAMES =
  /^(?:(?:t[êe]n|c[áa]c)\s)?(?:[đd][ịi]a ph[ưu][ơo]ng|[đd][ịi]a b[àa]n|[đd][ơo]n v[ịi]|x[ãa]|ph[ưu][ờo]ng|ch[ỉi] ti[êe]u|n[ộo]i dung|tr[ưu][ờo]ng|[ấa]p|th[ôo]n|khu ph[ốo]|nh[óo]m|[đd][ốo]i t[ưu][ợo]ng|c[ơo] quan|nhi[ệe]m v[ụu]|c[ôo]ng vi[ệe]c|ho[ạa]t [đd][ộo]ng)(?![A-Za-zÀ-\u036fḀ-ỹ]|\s*[:.])/iu;
const UNITS = /^(?:[đd]vt|[đd][ơo]n v[ịi] t[íi]nh|[đd][ơo]n v[ịi])$/iu;
const LEADS =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:ch[ủu] tr[ìi]|th[ựu]c hi[ệe]n|[đd][ầa]u m[ốo]i|ph[ụu] tr[áa]ch)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
const TIMES =
  /^(?:th[ờo]i (?:gian|h[ạa]n|[đd]i[ểe]m)|ti[ếe]n [đd][ộo]|ho[àa]n th[àa]nh)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** What the name of a body begins with. */
const BODY =
  /^[-–+•\s]*(?:S[ởo]|UBND|[ỦUỷy]y ban|BHXH|B[ảa]o|C[ôo]ng an|C[áa]c|Ph[òo]ng|Ban|V[ăa]n ph[òo]ng|Trung t[âa]m|H[ộo]i|[ĐD]o[àa]n|Thu[ếe]|Tr[ạa]m|Tr[ưu][ờo]ng|B[ộo]|MTTQ|M[ặa]t tr[ậa]n|Thanh tra|Chi c[ụu]c|B[ưu]u [đd]i[ệe]n|Ng[âa]n h[àa]ng|C[ôo]ng ty|Vi[ệe]n|[ĐD][àa]i|C[ơo] quan|[ĐD][ơo]n v[ịi]|Li[êe]n)(?![A-Za-zÀ-\u036fḀ-ỹ])/u;
const TIME =
  /\d{4}|\d\/\d|(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:qu[ýy]|th[áa]ng|n[ăa]m|th[ưu][ờo]ng xuy[êe]n|h[ằàa]ng|[đd][ịi]nh k[ỳy])(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/**
 * Puts together the rows of tables that were copied with each cell on a line of its own, or between empty lines, and no bars:
 * from each serial number to the next one stand as many cells as the header has from `STT` on. A table that does not keep to
 * that for two rows is left as it is; it ends where a row does not. A row of totals stands before the first row or behind the last.
 */
export function withStackedCells(lines: readonly ReadLine[]): ReadLine[] {
  if (!lines.some(({ text }) => heads(text))) return [...lines];
  const apart = stacked(lines, blocksOf(lines));
  return stacked(apart, linesOf(apart));
}

/** Whether a line may be the first cell of a header. */
function heads(line: string): boolean {
  if (line.length > LONGEST_HEAD || !FIRST_LETTER.test(line)) return false;
  const text = line.trim();
  return isSerialHead(text) || NAMES.test(text);
}

const FIRST_LETTER = /^\s*[STĐDXPCNAẤKHstđdxpcnaấkh#]/;

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
    if (!heads(lines[units[at]?.from ?? 0]?.text ?? '')) continue;
    const text = textAt(at);
    const table = isSerialHead(text)
      ? (tableAt(textAt, at) ?? mergedAt(textAt, at))
      : unnumberedAt(textAt, at);
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
    if (isNumbering(cellsFrom(at, width))) at += width;
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

/** `1`, `2`, `3`; `A`, `B`, `(1)=(2)+(3)`: numbers of the columns. */
function isNumbering(cells: readonly string[]): boolean {
  return (
    cells.every((cell, index) => serialOf(cell) === index + 1) ||
    (cells[0] === 'A' &&
      cells[1] === 'B' &&
      cells.every((cell) => /^(?:[A-Z]|\(?\d{1,2}\)?(?:\s*=[\d()+\-*/:x%\s]+)?)$/.test(cell)))
  );
}

/** So many cells may a header of two rows have. */
const MOST_HEADS = 24;

/** The table whose header has more cells than its rows, since some of them stand over several. */
function mergedAt(textAt: (at: number) => string, from: number): { rows: string[][]; end: number } | null {
  let body = from + 1;
  while (body - from <= MOST_HEADS && isCell(textAt(body)) && !beginsBody(textAt(body))) body += 1;
  if (!beginsBody(textAt(body))) return null;
  const head = Array.from({ length: body - from }, (_, index) => textAt(from + index));
  for (let width = 4; width < Math.min(head.length, MOST_COLUMNS + 1); width++) {
    const first = totalAt(textAt, body, width);
    const start = first === null ? body : body + width - 1;
    const full = numberedRows(textAt, start, width, false);
    if (full.count < 2) continue;
    const rows = headerOfList(head, width);
    if (rows === null) return null;
    const last = totalAt(textAt, full.end, width);
    return {
      rows: [...rows, ...(first === null ? [] : [first]), ...full.rows, ...(last === null ? [] : [last])],
      end: full.end + (last === null ? 0 : width - 1),
    };
  }
  return null;
}

function beginsBody(text: string): boolean {
  return serialOf(text) === 1 || PART.test(text) || TOTAL.test(text);
}

/**
 * The table without serial numbers whose header begins at `from`: its rows are a name and figures, which may have a unit
 * before them, or duties with bodies and times in their columns.
 */
function unnumberedAt(
  textAt: (at: number) => string,
  from: number,
): { rows: string[][]; end: number } | null {
  for (let width = 3; width <= MOST_COLUMNS; width++) {
    const header = Array.from({ length: width }, (_, index) => textAt(from + index));
    if (!header.every(isHead)) return null;
    const isRow = rowTest(header);
    const rows: string[][] = [];
    let at = from + width;
    for (;;) {
      const cells = Array.from({ length: width }, (_, index) => textAt(at + index));
      const below = Array.from({ length: width }, (_, index) => textAt(at + 1 + index));
      if (isRow(cells)) {
        rows.push(cells);
        at += width;
      } else if (isHead(cells[0] ?? '') && isRow(below) && PART_NAME.test(cells[0] ?? '')) {
        rows.push([cells[0] ?? '', ...Array<string>(width - 1).fill('')]);
        at += 1;
      } else break;
    }
    if (rows.length >= 2) return { rows: [header, ...rows], end: at };
  }
  return null;
}

/** The number of a part before its name, in one line. */
const PART_NAME = /^(?:[IVXL]{1,5}|[A-H])[.)]\s/;

function isHead(text: string): boolean {
  return (
    isCell(text) && text.length <= 100 && !/[:.;]$/u.test(text) && (!FIGURE.test(text) || YEAR.test(text))
  );
}

/** What tells that cells are a row below the header; nothing does where it heads neither figures nor duties. */
function rowTest(header: readonly string[]): (cells: readonly string[]) => boolean {
  const unit = UNITS.test(header[1] ?? '') ? 1 : 0;
  const lead = header.findIndex((head, at) => at > 0 && LEADS.test(head) && !TIMES.test(head));
  const time = header.findIndex((head, at) => at > 0 && TIMES.test(head));
  const isName = (text: string): boolean => isCell(text) && /^[-–+•\s]*\p{L}{2}/u.test(text);
  return (cells) => {
    if (!cells.every(isCell) || !isName(cells[0] ?? '')) return false;
    if (lead > 0 && time > 0) return BODY.test(cells[lead] ?? '') && TIME.test(cells[time] ?? '');
    const figures = cells.slice(1 + unit);
    return (
      lead < 0 &&
      time < 0 &&
      figures.every((cell) => FIGURE.test(cell)) &&
      (unit === 0 || !/\d/.test((cells[1] ?? '').charAt(0)) || /^1[.\s]?0{3}/.test(cells[1] ?? ''))
    );
  };
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
    } else if (count > 0 && SUB_ROW.test(textAt(at)) && isSubRow(cells.slice(0, -1))) {
      rows.push(['', ...cells.slice(0, -1)]);
      at += width - 1;
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

/** Words, perhaps a unit, and figures. */
function isSubRow(cells: readonly string[]): boolean {
  const [, second = '', ...others] = cells;
  return (
    cells.every(isCell) &&
    FIGURE.test(cells.at(-1) ?? '') &&
    others.every((cell) => FIGURE.test(cell)) &&
    (FIGURE.test(second) || second.length <= 20)
  );
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
  return text !== '' && text.length <= LONGEST_CELL && !/^N[ơo]i nh[ậa]n\s*:/u.test(text);
}
