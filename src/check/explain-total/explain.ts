import type { PlanUnderCheck } from '../../plan/facts.ts';
import type { Table } from '../../plan/record.ts';
import { remember } from '../remember.ts';
import type { StatedSum } from '../table-sums.ts';
import { type CellAt, wrongSums } from './cells.ts';
import { type Copy, copied } from './copied.ts';
import { countedTwice, type Miscount } from './counted-twice.ts';
import { type Misreading, misreadings } from './misread.ts';
import { type MissingRow, missingRow } from './missing-row.ts';
import { type Swap, swapped } from './swapped.ts';

/** The smallest thing that would make a wrong sum right. */
export type Explanation =
  | Swap
  | Miscount
  | Copy
  | MissingRow
  | { kind: 'misread'; cells: readonly [Misreading, ...Misreading[]] };

/**
 * What explains each wrong sum of each table, as far as one slip does. What agrees to the last digit with figures of the
 * table comes before what a digit may have been, since that is less of a chance.
 */
export const explainedSums = remember((plan: PlanUnderCheck): ReadonlyMap<StatedSum, Explanation> => {
  const explained = new Map<StatedSum, Explanation>();
  for (const [index, table] of plan.facts.tables.entries()) {
    const alternatives = ({ row, column }: CellAt): readonly string[] =>
      plan.evidence[`/tables/${index}/rows/${row}/cells/${column}/value`]?.alternatives ?? [];
    for (const wrong of wrongSums(table)) {
      const explanation = explanationOf(table, wrong, alternatives);
      if (explanation !== null) explained.set(wrong, explanation);
    }
  }
  return explained;
});

function explanationOf(
  table: Table,
  wrong: StatedSum,
  alternatives: (cell: CellAt) => readonly string[],
): Explanation | null {
  const exact =
    missingRow(table, wrong) ?? swapped(table, wrong) ?? copied(table, wrong) ?? countedTwice(table, wrong);
  if (exact !== null) return exact;
  const [first, ...others] = misreadings(table, wrong, alternatives);
  return first === undefined ? null : { kind: 'misread', cells: [first, ...others] };
}
