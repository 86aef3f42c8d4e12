import type { Table } from '../../plan/record.ts';
import type { StatedSum } from '../stated-sum.ts';
import { tidy } from '../sum-readings.ts';
import { type CellAt, excess, wrongSums } from './cells.ts';

/** Two cells that have changed places. */
export interface Swap {
  kind: 'swapped';
  one: CellAt;
  other: CellAt;
}

/** Two cells, of this sum and of another one that is off by as much the other way, that would put both right. */
export function swapped(table: Table, wrong: StatedSum): Swap | null {
  const difference = excess(wrong);
  const found = wrongSums(table).flatMap((other) => {
    if (other === wrong || tidy(excess(other) + difference) !== 0) return [];
    return wrong.parts.flatMap((one) =>
      other.parts.flatMap((two): Swap[] => {
        const isBeside = one.row === two.row || one.column === two.column;
        return isBeside && tidy(two.value - one.value) === difference
          ? [
              {
                kind: 'swapped',
                one: { row: one.row, column: one.column },
                other: { row: two.row, column: two.column },
              },
            ]
          : [];
      }),
    );
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
