import type { Table } from '../../plan/record.ts';
import { holds, type StatedSum } from '../stated-sum.ts';
import { totalRows } from '../table-sums.ts';
import { excess } from './cells.ts';

/** A row that the total counts and the table does not show. */
export interface MissingRow {
  kind: 'missing-row';
  /** What it would say, column by column. */
  figures: { column: number; value: number }[];
}

/**
 * Where every column of a total is too much by what could be one more row: no more than twice the largest there is, and
 * no less than half of the smallest.
 */
export function missingRow(table: Table, wrong: StatedSum): MissingRow | null {
  const sums = totalRows(table).filter(({ row, stated }) => row === wrong.row && stated !== 0);
  if (sums.length < 2 || !sums.includes(wrong) || sums.some(holds)) return null;
  const isPlausible = sums.every((sum) => {
    const values = sum.parts.map(({ value }) => value);
    return (
      excess(sum) > 0 && excess(sum) <= 2 * Math.max(...values) && 2 * excess(sum) >= Math.min(...values)
    );
  });
  return isPlausible
    ? { kind: 'missing-row', figures: sums.map((sum) => ({ column: sum.column, value: excess(sum) })) }
    : null;
}
