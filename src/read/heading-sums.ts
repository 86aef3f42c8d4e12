import { type Column, NUMBER, SERIAL, unlikeness } from './like-columns.ts';

/** A figure is in the wrong column where it is so much more like another's. */
const SURELY_UNLIKE = 1;

/** The columns of the only figures of rows that lack cells. */
export function sumColumns(
  rows: readonly (readonly string[])[],
  starts: readonly (readonly number[])[],
  width: number,
): ReadonlySet<number> {
  const sums = new Set<number>();
  rows.forEach((row, index) => {
    const at = row.length < width ? onlyFigure(row) : -1;
    const column = starts[index]?.[at];
    if (column !== undefined) sums.add(column);
  });
  return sums;
}

/** Where a row of a serial number, words and one figure has that figure; -1 in any other row. */
function onlyFigure(row: readonly string[]): number {
  const filled = row.findLastIndex((cell) => cell !== '');
  const fits = filled === 2 && SERIAL.test(row[0] ?? '') && NUMBER.test(row[2] ?? '');
  return fits && /[A-Za-zÀ-\u036fḀ-ỹ]{2}/u.test(row[1] ?? '') ? filled : -1;
}

/**
 * Where the cells of a full row stand whose figure follows its heading at once, all else being empty, though it is none of
 * that column's: where other rows have their sum. Null for any other row.
 */
export function sumBehindHeading(
  row: readonly string[],
  columns: readonly Column[],
  sums: ReadonlySet<number>,
): number[] | null {
  const [sum] = sums;
  const at = row.length === columns.length ? onlyFigure(row) : -1;
  const [own, other] = [columns[at], sum === undefined ? undefined : columns[sum]];
  if (sums.size !== 1 || sum === undefined || own === undefined || other === undefined || at >= sum)
    return null;
  const cell = row[at] ?? '';
  if (unlikeness(cell, { ...own, texts: new Set() }, at) - unlikeness(cell, other, sum) < SURELY_UNLIKE)
    return null;
  return row.flatMap((_, index) => (index < at ? [index] : index === at ? [sum] : []));
}
