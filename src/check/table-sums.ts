import type { Table } from '../plan/record.ts';
import {
  isAlike,
  isAverage,
  isMisreadSum,
  isOfNextCell,
  isPlain,
  isShortByName,
  isSumOfBlock,
} from './likely-sums.ts';
import { remember } from './remember.ts';
import { holds, type StatedSum, statedSum } from './stated-sum.ts';
import {
  addableColumns,
  columnReadings,
  isSum,
  isTotalLabel,
  leafRows,
  rowReadings,
  wholeItems,
} from './sum-readings.ts';

/**
 * The total and subtotal rows of a table, column by column. Which rows a total adds up is told by the columns
 * themselves: of the ways it can be meant (the rows above, the rows below, all, the subtotals), the one that most
 * columns agree with. Where none agrees, only the plainest table counts: rows and one total. Items that the ones below
 * them add up to are totals of these.
 */
export const totalRows = remember((table: Table): readonly StatedSum[] => unrounded(table, rowSums(table)));

const rowSums = remember((table: Table): readonly StatedSum[] => withBlanksShown(rowsAsRead(table)));

function rowsAsRead(table: Table): StatedSum[] {
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
    return { at, kind: table.rows[at]?.kind, readings, best: mostHolding(readings) };
  });
  const stated = read.flatMap(({ at, kind, readings, best }) => {
    if (best === undefined) return [];
    if (isBorneOut(best)) return believed(table, best.sums);
    // A subtotal that is wrong in every column is read as its neighbours are.
    const neighbour = read.find(
      (other) => other.kind === kind && other.best !== best && isBorneOut(other.best),
    );
    const alike = readings.find(({ way, sums }) => way === neighbour?.best?.way && sums.length > 0);
    if (alike !== undefined) return believed(table, alike.sums);
    const others = read.flatMap((other) =>
      other.best !== best && isBorneOut(other.best) ? (other.best?.sums ?? []) : [],
    );
    const twofold = best.sums.filter(
      (sum) => isReachedTwice(sum, readings) || others.some((other) => isSameSum(other, sum)),
    );
    if (twofold.some(isAlike)) return believed(table, twofold);
    return isPlain(table) || isSumOfBlock(table, at, best.sums)
      ? best.sums.filter(
          (sum) => holds(sum) || isAlike(sum) || isShortByName(table, sum) || isOfNextCell(table, sum),
        )
      : [];
  });
  // Where items below a blank one are added is told less surely than what a total adds.
  const sure = believed(table, implied).filter((sum) => sum.blanks === 0 || holds(sum));
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

/** Whether other figures, such as the subtotals of some of the items, come to the same sum: then it is what is to be stated. */
function isReachedTwice({ column, sum, parts }: StatedSum, readings: readonly SumReading[]): boolean {
  return readings.some(({ sums }) =>
    sums.some(
      (other) =>
        other.column === column &&
        other.sum === sum &&
        !isAmong(parts, other.parts) &&
        !isAmong(other.parts, parts),
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
 * another column states as its sum, the next cell says too, or one digit parts from the sum, is no average.
 */
function believed(table: Table, sums: readonly StatedSum[]): StatedSum[] {
  const mayBeSum = (sum: StatedSum): boolean =>
    holds(sum) || !isAverage(sum) || isMisreadSum(sum) || isOfNextCell(table, sum);
  const stated = new Set(sums.filter(mayBeSum).map((sum) => sum.stated));
  return sums.filter((sum) => mayBeSum(sum) || stated.has(sum.stated));
}

/**
 * The columns that add up others of their row (`Tổng số`, `Cộng`). What they add is believed only where most rows bear
 * it out, since a column of that name may also total what the table does not show.
 */
export const totalColumns = remember((table: Table): readonly StatedSum[] =>
  unrounded(table, columnSums(table)),
);

const columnSums = remember((table: Table): readonly StatedSum[] => {
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

/** So many sums that hold to the last digit, beside so few that do not, show that nothing was rounded. */
const EXACT = 6;
const OFF = 2;
/** In steps: sums of rounded figures are often off by one. */
const SELDOM = 2;

/** The sums, without leave to stray where the figures of the table prove not to have been rounded. */
function unrounded(table: Table, sums: readonly StatedSum[]): readonly StatedSum[] {
  const rounded = [...rowSums(table), ...columnSums(table)].filter(({ step }) => step > 0);
  const off = rounded.filter(({ stated, sum }) => stated !== sum);
  const isExact =
    rounded.length - off.length >= EXACT &&
    off.length <= OFF &&
    off.every(({ stated, sum, step }) => Math.abs(stated - sum) >= SELDOM * step);
  return isExact ? sums.map((sum) => ({ ...sum, tolerance: 0 })) : sums;
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

/** Whether another row's sum, which is right, is the same one over the same figures: both state it. */
function isSameSum(other: StatedSum, sum: StatedSum): boolean {
  return (
    holds(other) &&
    other.column === sum.column &&
    other.parts.length === sum.parts.length &&
    isAmong(other.parts, sum.parts)
  );
}

/** Whether all cells are among others of the same column. */
function isAmong(cells: StatedSum['parts'], others: StatedSum['parts']): boolean {
  return cells.every(({ row }) => others.some((other) => other.row === row));
}
