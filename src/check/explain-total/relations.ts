import type { Table } from '../../plan/record.ts';
import { remember } from '../remember.ts';
import { tidy } from '../sum-readings.ts';
import type { CellAt } from './cells.ts';

/** What the figures of nearly every row have to do with one another, told from the figures alone. */
interface Relation {
  columns: readonly [number, number, number];
  holds(values: readonly [number, number, number], texts: readonly [string, string, string]): boolean;
}

/** Whether a row keeps to a relation with what was read, and with what may have been meant. */
export interface Keeping {
  read: boolean;
  meant: boolean;
}

/** So many rows at least, and such a part of all of them, show that columns belong together. */
const FEWEST_ROWS = 3;
const MOST_OF_ROWS = 0.75;

/**
 * What each relation that a cell takes part in says of the number that was read there, and of another one: a column
 * that is the sum or the difference of two others, or their share.
 */
export function keepings(table: Table, { row, column }: CellAt, meant: number): Keeping[] {
  return relationsOf(table).flatMap((relation) => {
    const place = relation.columns.indexOf(column);
    const figures = figuresIn(table, row, relation.columns);
    if (place < 0 || figures === null) return [];
    const { values, texts } = figures;
    const other: [number, number, number] = [...values];
    other[place] = meant;
    return [{ read: relation.holds(values, texts), meant: relation.holds(other, texts) }];
  });
}

const relationsOf = remember((table: Table): readonly Relation[] => {
  const columns = [...table.columns.keys()];
  const relations: Relation[] = [];
  for (const one of columns) {
    for (const two of columns) {
      for (const three of columns) {
        if (one === two || two === three || one === three) continue;
        for (const [holds, isSymmetric] of [
          [isSum, true],
          [isShare, false],
        ] as const) {
          const relation: Relation = { columns: [one, two, three], holds };
          if ((!isSymmetric || two < three) && isKept(table, relation)) relations.push(relation);
        }
      }
    }
  }
  return relations;
});

function isKept(table: Table, { columns, holds }: Relation): boolean {
  let kept = 0;
  let all = 0;
  for (const row of table.rows.keys()) {
    const figures = figuresIn(table, row, columns);
    if (figures === null) continue;
    all++;
    if (holds(figures.values, figures.texts)) kept++;
  }
  return kept >= FEWEST_ROWS && kept >= MOST_OF_ROWS * all;
}

type Three<T> = [T, T, T];

/** The figures of a row in three columns; null where one is missing, or is nought and so says nothing. */
function figuresIn(
  { rows }: Table,
  row: number,
  [one, two, three]: Relation['columns'],
): { values: Three<number>; texts: Three<string> } | null {
  const cells = rows[row]?.cells;
  const [a, b, c] = [cells?.[one], cells?.[two], cells?.[three]];
  const [x, y, z] = [a?.value ?? 0, b?.value ?? 0, c?.value ?? 0];
  if (x === 0 || y === 0 || z === 0) return null;
  return { values: [x, y, z], texts: [a?.text ?? '', b?.text ?? '', c?.text ?? ''] };
}

function isSum([sum, one, two]: Three<number> | readonly [number, number, number]): boolean {
  return tidy(one + two) === sum;
}

/** Whether the first is what the second is of the third, in per cent, as far as it was printed. */
function isShare(
  [share, part, whole]: readonly [number, number, number],
  [text]: Three<string> | readonly [string, string, string],
): boolean {
  if (whole === 0) return false;
  const decimals = /,(\d+)/.exec(text)?.[1]?.length ?? 0;
  return Math.abs((100 * part) / whole - share) <= 0.51 * 10 ** -decimals;
}
