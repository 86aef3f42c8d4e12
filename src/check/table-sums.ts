import type { Table } from '../plan/record.ts';
import { remember } from './remember.ts';
import {
  addableColumns,
  columnReadings,
  isSum,
  isTotalLabel,
  leafRows,
  rowReadings,
  tidy,
  wholeItems,
} from './sum-readings.ts';
import { phraseIn } from './words.ts';

/** A stated sum of a table that can be checked: what adds up to it, and whether it does. */
export interface StatedSum {
  row: number;
  column: number;
  /** The cells that are added: rows of the same column, or columns of the same row. */
  parts: { row: number; column: number; value: number }[];
  /** How many more cells hold no figure. */
  blanks: number;
  /** How many of these are empty, and so may be unknown; a dash says that there is nothing. */
  unknown: number;
  stated: number;
  sum: number;
  /** How far apart the two may lie because the figures are rounded. */
  tolerance: number;
}

/** Whether a sum is right within what rounding explains. */
export function holds({ stated, sum, tolerance }: StatedSum): boolean {
  return Math.abs(stated - sum) <= tolerance;
}

/**
 * The total and subtotal rows of a table, column by column. Which rows a total adds up is told by the columns
 * themselves: of the ways it can be meant (the rows above, the rows below, all, the subtotals), the one that most
 * columns agree with. Where none agrees, only the plainest table counts: rows and one total. Items that the ones below
 * them add up to are totals of these.
 */
export const totalRows = remember((table: Table): readonly StatedSum[] => withBlanksShown(rowSums(table)));

function rowSums(table: Table): StatedSum[] {
  const totals = [...table.rows.keys()].filter((row) => isSum(table.rows[row]));
  const columns = addableColumns(table);
  const sumsOf = (at: number, rows: readonly number[], of: readonly number[] = columns): StatedSum[] =>
    of.flatMap((column) =>
      statedSum(
        table,
        { row: at, column },
        rows.map((row) => ({ row, column })),
      ),
    );
  const wholes = [...wholeItems(table.rows, leafRows(table.rows), columns)];
  const implied = wholes.flatMap(([at, parts]) => sumsOf(at, parts));
  const read = totals.map((at) => {
    const readings = rowReadings(table, at, columns).map(({ way, rows }) => ({
      way,
      sums: sumsOf(at, rows),
    }));
    return { kind: table.rows[at]?.kind, readings, best: mostHolding(readings) };
  });
  const stated = read.flatMap(({ kind, readings, best }) => {
    if (best === undefined) return [];
    if (isBorneOut(best)) return believed(best.sums);
    // A subtotal that is wrong in every column is read as its neighbours are.
    const neighbour = read.find(
      (other) => other.kind === kind && other.best !== best && isBorneOut(other.best),
    );
    const alike = readings.find(({ way, sums }) => way === neighbour?.best?.way && sums.length > 0);
    if (alike !== undefined) return believed(alike.sums);
    const twofold = best.sums.filter((sum) => isReachedTwice(sum, readings));
    if (twofold.some(isAlike)) return believed(twofold);
    return isPlain(table) ? best.sums.filter((sum) => holds(sum) || isAlike(sum)) : [];
  });
  // Where items below a blank one are added is told less surely than what a total adds.
  const sure = believed(implied).filter((sum) => sum.blanks === 0 || holds(sum));
  const repeated = wholes.flatMap(([whole, parts]) => {
    const at = totals.findLast((total) => total < whole);
    return at === undefined ? [] : sumsOf(at, parts, repeatedWrongly(table, at, whole, columns));
  });
  const known = new Set(stated.map(({ row, column }) => `${row} ${column}`));
  return addedAnywhere([
    ...stated,
    ...sure,
    ...repeated.filter(({ row, column }) => !known.has(`${row} ${column}`)),
  ]);
}

/**
 * The columns in which a whole below a total ("By purpose") is not what the total says, where it repeats its figures in
 * at least two columns and in more than it does not: it is the total told by its parts.
 */
function repeatedWrongly({ rows }: Table, at: number, whole: number, columns: readonly number[]): number[] {
  const figure = (row: number, column: number): number => rows[row]?.cells[column]?.value ?? 0;
  const alike = columns.filter((column) => figure(at, column) === figure(whole, column));
  const telling = new Set(alike.map((column) => figure(at, column)).filter((value) => value !== 0));
  const others = columns.filter((column) => !alike.includes(column));
  return telling.size >= 2 && others.length < alike.length ? others : [];
}

/**
 * Without wrong sums over blank cells of a table of which no sum over blank cells is right: there a blank may be unknown.
 * That explains too small a sum, but none that is too large.
 */
function withBlanksShown(sums: readonly StatedSum[]): readonly StatedSum[] {
  const isShown = sums.some((sum) => sum.unknown > 0 && holds(sum) && sum.stated !== 0);
  return isShown
    ? sums
    : sums.filter(
        ({ unknown, sum, stated, parts }) =>
          unknown === 0 || (sum > stated && parts.every(({ value }) => value >= 0)),
      );
}

/** Whether other figures, such as the items below the subtotals, come to the same sum: then it is what is to be stated. */
function isReachedTwice({ column, sum, parts }: StatedSum, readings: readonly SumReading[]): boolean {
  return readings.some(({ sums }) =>
    sums.some(
      (other) =>
        other.column === column &&
        other.sum === sum &&
        !other.parts.some(({ row }) => parts.some((part) => part.row === row)),
    ),
  );
}

/** So many sums of a column that are all wrong show that its figures are not added at all. */
const NEVER_ADDED = 2;
/** Unless most of them are this close, as a part of what is stated: figures that are not added come nowhere near. */
const CLOSE = 0.1;

/** Without the columns of which nothing adds up although there are several sums. */
function addedAnywhere(sums: readonly StatedSum[]): StatedSum[] {
  return sums.filter((sum) => {
    const ofColumn = sums.filter(({ column, stated }) => column === sum.column && stated !== 0);
    if (ofColumn.length < NEVER_ADDED || ofColumn.some(holds) || isWholeRowWrong(sums, sum)) return true;
    const close = ofColumn.filter((other) => Math.abs(other.stated - other.sum) <= CLOSE * other.stated);
    return 2 * close.length > ofColumn.length;
  });
}

/** Whether no column of a sum's row is right: then it is the row, and says nothing of its column. */
function isWholeRowWrong(sums: readonly StatedSum[], { row }: StatedSum): boolean {
  return !sums.some((sum) => sum.row === row && sum.stated !== 0 && holds(sum));
}

/** A way in which a total may be meant, with what it gives in each column. */
interface SumReading {
  way: string;
  sums: StatedSum[];
}

function isBorneOut(reading: SumReading | undefined): boolean {
  return reading?.sums.some((sum) => holds(sum) && sum.stated !== 0) ?? false;
}

/**
 * The sums of a row that is known to add up, without those of columns that show an average beside the sums. What
 * another column states as its sum is no average.
 */
function believed(sums: readonly StatedSum[]): StatedSum[] {
  const mayBeSum = (sum: StatedSum): boolean => holds(sum) || !isAverage(sum);
  const stated = new Set(sums.filter(mayBeSum).map((sum) => sum.stated));
  return sums.filter((sum) => mayBeSum(sum) || stated.has(sum.stated));
}

/**
 * The columns that add up others of their row (`Tổng số`, `Cộng`). What they add is believed only where most rows bear
 * it out, since a column of that name may also total what the table does not show.
 */
export const totalColumns = remember((table: Table): readonly StatedSum[] => {
  if (!table.columns.some(({ label }) => isTotalLabel(label))) return [];
  const columns = addableColumns(table);
  const totals = columns.filter((column) => isTotalLabel(table.columns[column]?.label ?? ''));
  return totals.flatMap((column) => {
    const unit = table.columns[column]?.unit ?? null;
    const like = columns.filter((other) => (table.columns[other]?.unit ?? null) === unit);
    const readings = columnReadings(column, like, totals).map((parts) => ({
      way: '',
      sums: table.rows.flatMap((_, row) =>
        statedSum(
          table,
          { row, column },
          parts.map((part) => ({ row, column: part })),
        ),
      ),
    }));
    const best = mostHolding(readings)?.sums ?? [];
    const right = best.filter((sum) => holds(sum) && sum.stated !== 0).length;
    return right >= 2 && right > best.filter((sum) => !holds(sum)).length ? withBlanksShown(best) : [];
  });
});

interface CellAt {
  row: number;
  column: number;
}

/** One stated sum, or nothing where a cell is no number: the sum is then unknown. A cell left blank is none. */
function statedSum(table: Table, at: CellAt, parts: readonly CellAt[]): StatedSum[] {
  const stated = valueIn(table, at);
  if (stated === null) return [];
  const values: StatedSum['parts'] = [];
  for (const part of parts) {
    const value = valueIn(table, part);
    if (value !== null) values.push({ ...part, value });
    else if (!isBlank(table, part)) return [];
  }
  if (values.length < 2) return [];
  const blanks = parts.length - values.length;
  const unknown = parts.filter(
    ({ row, column }) => (table.rows[row]?.cells[column]?.text ?? '').trim() === '',
  ).length;
  const texts = [at, ...parts].map(({ row, column }) => table.rows[row]?.cells[column]?.text ?? '');
  const sum = tidy(values.reduce((total, { value }) => total + value, 0));
  const unit = table.columns[at.column]?.unit ?? '';
  const step = /đồng/iu.test(unit)
    ? moneyStep([stated, ...values.map(({ value }) => value)])
    : decimalStep(texts);
  return [
    { ...at, parts: values, blanks, unknown, stated, sum, tolerance: ((values.length + 1) * step) / 2 },
  ];
}

/** The reading of which most sums hold; among equals the first. */
function mostHolding(readings: readonly SumReading[]): SumReading | undefined {
  let best: SumReading | undefined;
  let most = -1;
  for (const reading of readings) {
    if (reading.sums.length === 0) continue;
    const right = reading.sums.filter((sum) => holds(sum) && sum.stated !== 0).length;
    if (right > most) {
      best = reading;
      most = right;
    }
  }
  return best;
}

function isPlain({ rows }: Table): boolean {
  const totals = rows.filter(({ kind }) => kind !== 'item');
  return totals.length === 1 && !rows.some(({ label }) => phraseIn('partRow', label)?.start === 0);
}

/** Whether what is stated is so like the sum that it is hardly another thing's total or an average. */
function isAlike(sum: StatedSum): boolean {
  return !isAverage(sum) && (isNear(sum) || isOneDigitOff(sum));
}

/** Figures further apart than this are another thing's total more often than a wrong one. */
function isNear({ stated, sum }: StatedSum): boolean {
  return stated > 0 && sum > stated / 2 && sum < stated * 2;
}

/** One other digit is all that parts the two. */
function isOneDigitOff({ stated, sum }: StatedSum): boolean {
  const [one, other] = [String(stated), String(sum)];
  return one.length === other.length && [...one].filter((digit, at) => digit !== other[at]).length === 1;
}

/**
 * A total no larger than its largest part: an average, a common value or a rank, and no sum. Where the others alone
 * come to no more than the total, it is the largest part that is wrong.
 */
function isAverage({ parts, stated, sum }: StatedSum): boolean {
  const largest = Math.max(...parts.map(({ value }) => value));
  return largest >= stated && parts.some(({ value }) => value <= stated) && sum - largest > stated;
}

/** Whether nothing, or a dash, stands in a cell: none of what is counted. */
function isBlank({ rows }: Table, { row, column }: CellAt): boolean {
  return /^[-–—\s]*$/.test(rows[row]?.cells[column]?.text ?? '');
}

function valueIn(table: Table, { row, column }: CellAt): number | null {
  return table.rows[row]?.cells[column]?.value ?? null;
}

/** One in the last printed decimal, 0 for whole numbers. */
function decimalStep(texts: readonly string[]): number {
  const decimals = Math.max(0, ...texts.map((text) => /,(\d+)\s*$/.exec(text)?.[1]?.length ?? 0));
  return decimals === 0 ? 0 : 10 ** -decimals;
}

/** The largest power of ten that divides all amounts: they were rounded to it. */
function moneyStep(values: readonly number[]): number {
  if (!values.every(Number.isSafeInteger) || values.every((value) => value === 0)) return 0;
  let step = 1;
  while (values.every((value) => value % (step * 10) === 0)) step *= 10;
  return step;
}
