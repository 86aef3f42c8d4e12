import { holds, totalColumns, totalRows } from '../../check/table-sums.ts';
import type { PlanRecord } from '../../plan/record.ts';
import type { SumAnswer } from '../api.ts';

const CELL = /^\/tables\/(\d+)\/rows\/(\d+)\/cells\/(\d+)$/;

/** The sums behind the findings of a record that say a table's total is wrong. */
export function sumsOf(record: PlanRecord): SumAnswer[] {
  return record.findings.flatMap(({ rule, at }, finding) => {
    const [, table, row, column] = (rule === 'table-total' && CELL.exec(at[0] ?? '')) || [];
    const found = record.tables[Number(table)];
    if (found === undefined) return [];
    const stated = [...totalRows(found), ...totalColumns(found)].find(
      (sum) => sum.row === Number(row) && sum.column === Number(column) && !holds(sum),
    );
    if (stated === undefined) return [];
    const parts = stated.parts.map((part) => `/tables/${table}/rows/${part.row}/cells/${part.column}`);
    return [{ finding, parts, sum: stated.sum, stated: stated.stated }];
  });
}
