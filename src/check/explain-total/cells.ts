import type { Table } from '../../plan/record.ts';
import { holds, type StatedSum } from '../stated-sum.ts';
import { tidy } from '../sum-readings.ts';
import { totalColumns, totalRows } from '../table-sums.ts';

export interface CellAt {
  row: number;
  column: number;
}

/** The sums that a table states, down its columns and across its rows. */
export function statedSums(table: Table): StatedSum[] {
  return [...totalRows(table), ...totalColumns(table)];
}

/** How much more is stated than the parts come to. */
export function excess({ stated, sum }: StatedSum): number {
  return tidy(stated - sum);
}

/** Whether a cell is a part of a sum, or states it. */
export function counts({ row, column, parts }: StatedSum, cell: CellAt): boolean {
  return isAt({ row, column }, cell) || parts.some((part) => isAt(part, cell));
}

export function isAt(one: CellAt, other: CellAt): boolean {
  return one.row === other.row && one.column === other.column;
}

/** The sums of the table that do not hold. */
export function wrongSums(table: Table): StatedSum[] {
  return statedSums(table).filter((sum) => !holds(sum));
}
