import type { PlanUnderCheck } from '../../plan/facts.ts';
import type { Table } from '../../plan/record.ts';
import { remember } from '../remember.ts';
import type { StatedSum } from '../stated-sum.ts';
import { wrongSums } from './cells.ts';
import { type Copy, copied } from './copied.ts';
import { countedTwice, type Miscount } from './counted-twice.ts';
import { type Misreading, misreadings, type Witness } from './misread.ts';
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
    const witness: Witness = {
      alternatives: ({ row, column }) =>
        plan.evidence[`/tables/${index}/rows/${row}/cells/${column}/value`]?.alternatives ?? [],
      states: (value) => numbersOfText(plan).has(value),
    };
    for (const wrong of wrongSums(table)) {
      const explanation = explanationOf(table, wrong, witness);
      if (explanation !== null) explained.set(wrong, explanation);
    }
  }
  return explained;
});

/** Numbers of fewer digits recur by chance. */
const TELLING = 1000;

/** The numbers that targets of the running text state. */
const numbersOfText = remember(
  ({ facts }: PlanUnderCheck): ReadonlySet<number> =>
    new Set(
      facts.targets.flatMap(({ from, value }) =>
        from === null && value !== null && Math.abs(value) >= TELLING ? [value] : [],
      ),
    ),
);

function explanationOf(table: Table, wrong: StatedSum, witness: Witness): Explanation | null {
  const exact =
    missingRow(table, wrong) ?? swapped(table, wrong) ?? copied(table, wrong) ?? countedTwice(table, wrong);
  if (exact !== null) return exact;
  const [first, ...others] = misreadings(table, wrong, witness);
  return first === undefined ? null : { kind: 'misread', cells: [first, ...others] };
}
