import type { Table } from '../../plan/record.ts';
import type { StatedSum } from '../stated-sum.ts';
import { type CellAt, excess, statedSums } from './cells.ts';

/** A total that is the one of another column or row. */
export interface Copy {
  kind: 'copied';
  from: CellAt;
}

/** The other total of the same row or column that says exactly what a wrong one says, and is nearer to its own sum. */
export function copied(table: Table, wrong: StatedSum): Copy | null {
  const beside = statedSums(table).filter(
    (sum) =>
      sum !== wrong &&
      sum.stated === wrong.stated &&
      Math.abs(excess(sum)) < Math.abs(excess(wrong)) &&
      (sum.row === wrong.row || !isRepeated(table, sum.row, wrong.row)) &&
      (sum.row === wrong.row) !== (sum.column === wrong.column),
  );
  const [first, ...others] = beside;
  return first === undefined || others.length > 0 || wrong.stated < 10
    ? null
    : { kind: 'copied', from: { row: first.row, column: first.column } };
}

/** Whether two rows say the same throughout: then one tells what the other does in another way. */
function isRepeated({ rows }: Table, one: number, other: number): boolean {
  return rows[one]?.cells.every(({ value }, column) => value === rows[other]?.cells[column]?.value) ?? false;
}
