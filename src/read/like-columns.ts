/** A number, with or without a sign, brackets or `%`. */
export const NUMBER = /^[-–+(]?\s*\d[\d.,\s]*%?\)?$/;
/** What numbers a row or marks it as an item. */
export const SERIAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,5}|[A-Za-zÀ-\u036fḀ-ỹ]|-|\+)[.)]?$/u;

/** What names a row of sums, and stands where the others' names stand. */
const TOTAL = /^(?:t[ổo]ng|cộng|cong(?=\s*:?$))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** What a column's cells in rows of full width are like. */
export interface Column {
  numbers: number;
  serials: number;
  empty: number;
  digits: number;
  length: number;
  texts: ReadonlySet<string>;
  /** How many of its cells begin with a word, by that word. */
  openings: ReadonlyMap<string, number>;
  /** The words of some of its texts: others that are nearly the same are at home there too. */
  kin: readonly ReadonlySet<string>[];
}

/** So many texts of a column are compared word by word at most, and texts of so many words. */
const MOST_KIN = 100;
const KIN_WORDS = 4;
/** What words cost that begin like none of a column: "Sở Nội vụ" stands where other cells begin with "Sở". */
const OTHER_OPENING = 0.6;
/** What it costs to leave columns out before a cell: cells beside it or above it reach there. */
const SKIPPED = 0.4;
/** And what to leave figures' columns out behind the only figure: a heading reaches over the columns before its sum, a sum over none. */
const LEFT_OVER = 1;
/** And what to take for a row's number what has a figure behind it. */
const UNNUMBERED = 2;

/** The columns of a table, by its rows that have a cell in each. */
export function columnsOf(rows: readonly (readonly string[])[], width: number): Column[] {
  const full = rows.filter((row) => row.length === width);
  return Array.from({ length: width }, (_, index) => {
    const cells = full.map((row) => row[index] ?? '');
    const filled = cells.filter((cell) => cell !== '');
    const share = (test: RegExp): number =>
      filled.filter((cell) => test.test(cell)).length / Math.max(1, filled.length);
    return {
      numbers: share(NUMBER),
      serials: share(SERIAL),
      empty: (cells.length - filled.length) / Math.max(1, cells.length),
      digits: median(filled.filter((cell) => NUMBER.test(cell)).map(digitsIn)),
      length: median(filled.map((cell) => cell.length)),
      texts: new Set(filled),
      openings: openingsOf(filled),
      kin: [],
    };
  });
}

function openingsOf(cells: readonly string[]): Map<string, number> {
  const openings = new Map<string, number>();
  for (const cell of cells)
    openings.set(firstWord(cell), (openings.get(firstWord(cell)) ?? 0) + 1 / cells.length);
  return openings;
}

function firstWord(cell: string): string {
  return /^\S*/.exec(cell)?.[0].toLowerCase() ?? '';
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function digitsIn(cell: string): number {
  return cell.replace(/\D/g, '').length;
}

/**
 * The columns, in order, whose own cells those of a row are most like. A lone cell heads the whole width. Of several rows
 * that lack the same cells, those of all together.
 */
export function startsIn(rows: readonly (readonly string[])[], columns: readonly Column[]): number[] {
  const cells = rows[0] ?? [];
  if (cells.length === 1) return [0];
  if (cells.length === 2 && SERIAL.test(cells[0] ?? '')) return [0, 1];
  const paths: { cost: number; from: number }[][] = [];
  const inner = TOTAL.test(cells[0] ?? '') ? UNNUMBERED : SKIPPED;
  const unnumbered = numbersNothing(cells, columns) ? UNNUMBERED : 0;
  for (const row of cells.keys()) {
    const above = paths.at(-1);
    paths.push(
      columns.map((column, index) => {
        const before =
          above === undefined
            ? { cost: index === 0 ? unnumbered : index === 1 ? SKIPPED : inner, from: -1 }
            : cheapestBefore(above, index);
        const unlike =
          index < row
            ? Number.POSITIVE_INFINITY
            : meanOf(rows, (own) => unlikeness(own[row] ?? '', column, index));
        return { cost: before.cost + unlike + index * 0.03, from: before.from };
      }),
    );
  }
  const starts: number[] = [];
  const behind = headsSum(cells) && (columns.at(-1)?.numbers ?? 0) > 0.5 ? LEFT_OVER : 0;
  let at = indexOfLeast(
    (paths.at(-1) ?? []).map(({ cost }, index) => cost + (index < columns.length - 1 ? behind : 0)),
  );
  for (let row = cells.length - 1; row >= 0; row--) {
    starts.unshift(at);
    at = paths[row]?.[at]?.from ?? -1;
  }
  return starts;
}

/** Whether a row is a heading, with or without a number, and one figure. */
function headsSum(cells: readonly string[]): boolean {
  const at = cells.findLastIndex((cell) => cell !== '');
  return (
    at <= 2 &&
    NUMBER.test(cells[at] ?? '') &&
    (at < 2 || SERIAL.test(cells[0] ?? '')) &&
    isWordy(cells[at - 1])
  );
}

/** A number with another behind it numbers no row, unless numbers name the rows. */
function numbersNothing(cells: readonly string[], columns: readonly Column[]): boolean {
  const next = cells[1] ?? '';
  return (NUMBER.test(next) || next === '-') && (columns[1]?.numbers ?? 1) < 0.5;
}

function isWordy(cell: string | undefined): boolean {
  return /[A-Za-zÀ-\u036fḀ-ỹ]{2}/u.test(cell ?? '');
}

function meanOf(rows: readonly (readonly string[])[], of: (row: readonly string[]) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
}

function cheapestBefore(above: readonly { cost: number }[], index: number): { cost: number; from: number } {
  let least = { cost: Number.POSITIVE_INFINITY, from: -1 };
  for (let from = 0; from < index; from++) {
    const cost = (above[from]?.cost ?? Number.POSITIVE_INFINITY) + (from === index - 1 ? 0 : SKIPPED);
    if (cost <= least.cost) least = { cost, from };
  }
  return least;
}

function indexOfLeast(values: readonly number[]): number {
  let least = 0;
  values.forEach((value, index) => {
    if (value < (values[least] ?? 0)) least = index;
  });
  return least;
}

/** How little a cell is like those of a column, from 0. */
export function unlikeness(cell: string, column: Column, index: number): number {
  if (cell === '') return 0.5 * (1 - column.empty);
  if (column.texts.has(cell)) return 0;
  const length = Math.min(0.4, Math.abs(Math.log2((cell.length + 1) / (column.length + 1))) * 0.1);
  if (index === 0 && column.serials > 0.5 && SERIAL.test(cell)) return 0;
  if (NUMBER.test(cell))
    return 1.5 * (1 - column.numbers) + Math.min(2, Math.abs(digitsIn(cell) - column.digits) / 4);
  if (isKin(cell, column)) return 0.1;
  const opens = OTHER_OPENING * (1 - (column.openings.get(firstWord(cell)) ?? 0));
  return 1.5 * Math.max(column.numbers, column.serials) + length + opens;
}

/** The columns, where also belongs what is nearly the same as their texts or those of other rows, which have cells in the first of them. */
export function withKin(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly Column[] {
  return columns.map((column, index) => {
    const texts = new Set([...column.texts, ...rows.flatMap((row) => row[index] || [])]);
    return { ...column, texts, kin: [...texts].slice(0, MOST_KIN).map(wordsOf) };
  });
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().split(' '));
}

/** Whether a column has a text that is the same but for a word in four. */
function isKin(cell: string, { kin }: Column): boolean {
  const words = wordsOf(cell);
  if (kin.length === 0 || words.size < KIN_WORDS) return false;
  return kin.some((other) => {
    const shared = [...words].filter((word) => other.has(word)).length;
    return shared * 4 >= Math.max(words.size, other.size) * 3;
  });
}
