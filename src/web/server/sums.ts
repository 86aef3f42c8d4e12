import { holds, type StatedSum } from '../../check/stated-sum.ts';
import { totalColumns, totalRows } from '../../check/table-sums.ts';
import { valueAt } from '../../plan/pointer.ts';
import type { PlanRecord } from '../../plan/record.ts';
import type { SumAnswer } from '../api.ts';

const CELL = /^\/tables\/(\d+)\/rows\/(\d+)\/cells\/(\d+)$/;

/** The sums behind the findings of `read` that say a table's total is wrong, with the figures of `corrected`. */
export function sumsOf(read: PlanRecord, corrected: PlanRecord): SumAnswer[] {
  return read.findings.flatMap(({ rule, at }, finding) => {
    const [whole = '', table, row, column] = (rule === 'table-total' && CELL.exec(at[0] ?? '')) || [];
    const found = read.tables[Number(table)];
    if (found === undefined) return [];
    const said: StatedSum | undefined = [...totalRows(found), ...totalColumns(found)].find(
      (each) => each.row === Number(row) && each.column === Number(column) && !holds(each),
    );
    if (said === undefined) return [];
    const parts = said.parts.map((part) => `/tables/${table}/rows/${part.row}/cells/${part.column}`);
    const sum = tidy(parts.reduce((total, part) => total + figure(corrected, part), 0));
    const stated = figure(corrected, whole);
    return [{ finding, parts, sum, stated, holds: Math.abs(sum - stated) <= said.tolerance }];
  });
}

function figure(record: PlanRecord, cell: string): number {
  const value = valueAt(record, `${cell}/value`);
  return typeof value === 'number' ? value : 0;
}

/** Without the noise of binary fractions. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
