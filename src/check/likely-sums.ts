// Whether figures of a table are sums at all, and not averages or another thing's totals, where nothing adds up.
import type { Table, TableRow } from '../plan/record.ts';
import type { StatedSum } from './stated-sum.ts';
import { phraseIn } from './words.ts';

/** Whether a table is rows and one total, none of them a part of another. */
export function isPlain({ rows }: Table): boolean {
  const totals = rows.filter(({ kind }) => kind !== 'item');
  return totals.length === 1 && !rows.some(isPart);
}

/** Whether a row that says of itself that it adds (`Cộng khu vực 1`) is read as the items above it, none of them a part of another. */
export function isSumOfBlock({ rows }: Table, at: number, sums: readonly StatedSum[]): boolean {
  const parts = sums.flatMap((sum) => sum.parts.map(({ row }) => row));
  const [first, last] = [Math.min(...parts), Math.max(...parts)];
  return (
    addsByName(rows[at]) &&
    last === at - 1 &&
    rows.slice(first, at).every((row) => row.kind === 'item' && !isPart(row))
  );
}

/**
 * Whether a row that says of itself that it adds states more than its parts come to: one of them is missing. No other way
 * to read a table makes the sum of all its rows too small.
 */
export function isShortByName({ rows }: Table, sum: StatedSum): boolean {
  return sum.sum > 0 && sum.stated > sum.sum && addsByName(rows[sum.row]);
}

/** Whether the parts come to less than half of what is stated. */
export function isFarShort({ stated, sum }: StatedSum): boolean {
  return stated > 2 * sum;
}

/** Whether a sum says what the next cell of its row says in another unit, as no other row does: it was copied from there. */
export function isOfNextCell({ rows, columns }: Table, { row, column, stated }: StatedSum): boolean {
  const isTwice = ({ cells }: TableRow): boolean => cells[column]?.value === cells[column + 1]?.value;
  return (
    rows[row]?.cells[column + 1]?.value === stated &&
    columns[column]?.unit !== columns[column + 1]?.unit &&
    rows.filter(isTwice).length === 1
  );
}

/** Whether what is stated is so like the sum that it is hardly another thing's total or an average. */
export function isAlike(sum: StatedSum): boolean {
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

/** Numbers of fewer digits are one digit apart by chance. */
const TELLING = 1000;

/** Whether a digit of the total was misread, so that it looks like an average. */
export function isMisreadSum(sum: StatedSum): boolean {
  return sum.stated >= TELLING && isOneDigitOff(sum);
}

/**
 * A total below its largest part, or what most parts say: an average, a common value or a rank, and no sum. Where the
 * others alone come to no more than the total, it is the largest part that is wrong.
 */
export function isAverage({ parts, stated, sum }: StatedSum): boolean {
  const largest = Math.max(...parts.map(({ value }) => value));
  const isCommon = 2 * parts.filter(({ value }) => value === stated).length >= parts.length;
  return (
    (largest > stated || isCommon) && parts.some(({ value }) => value <= stated) && sum - largest > stated
  );
}

function addsByName(row: TableRow | undefined): boolean {
  return phraseIn('addingRow', row?.label ?? '')?.start === 0;
}

function isPart({ label }: TableRow): boolean {
  return phraseIn('partRow', label)?.start === 0;
}
