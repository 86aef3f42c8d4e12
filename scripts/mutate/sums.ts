import type { Table } from '../../src/plan/record.ts';

/** A figure of a table that is the sum of others, told from the figures alone. */
export interface TrueSum {
  row: number;
  column: number;
  parts: readonly { row: number; column: number }[];
}

const TOTAL = /^\P{L}*(?:tổng|cộng|toàn)/iu;

/**
 * The sums that hold in a table: rows by their labels, and columns named a total that are one in every row. This looks
 * at the table with other eyes than the rules do, so that what they overlook still counts.
 */
export function trueSums(table: Table): TrueSum[] {
  const { rows, columns } = table;
  const value = (row: number, column: number): number | null => rows[row]?.cells[column]?.value ?? null;
  const isBlank = (row: number, column: number): boolean =>
    /^[-–\s]*$/.test(rows[row]?.cells[column]?.text ?? '');
  const sums: TrueSum[] = [];
  const add = (row: number, column: number, parts: { row: number; column: number }[]): boolean => {
    const stated = value(row, column);
    const values = parts
      .filter((part) => !isBlank(part.row, part.column))
      .map((part) => value(part.row, part.column));
    if (parts.length < 2 || stated === null || stated === 0 || values.includes(null)) return false;
    const sum = values.reduce<number>((total, one) => total + (one ?? 0), 0);
    if (Math.abs(sum - stated) > 1e-6) return false;
    sums.push({ row, column, parts: parts.filter((part) => !isBlank(part.row, part.column)) });
    return true;
  };
  for (const [at, { kind, label }] of rows.entries()) {
    if (kind === 'item' && !TOTAL.test(label)) continue;
    for (const column of columns.keys()) {
      for (const set of rowSets(table, at)) {
        if (
          add(
            at,
            column,
            set.map((row) => ({ row, column })),
          )
        )
          break;
      }
    }
  }
  const totals = [...columns.keys()].filter((column) => TOTAL.test(columns[column]?.label ?? ''));
  for (const total of totals) {
    const others = [...columns.keys()].filter((column) => !totals.includes(column));
    for (const set of [
      others,
      others.filter((column) => column < total),
      others.filter((column) => column > total),
    ]) {
      const before = sums.length;
      const holds = [...rows.keys()].map((row) =>
        value(row, total) === null
          ? null
          : add(
              row,
              total,
              set.map((column) => ({ row, column })),
            ),
      );
      if (holds.includes(true) && !holds.includes(false)) break;
      sums.length = before;
    }
  }
  return sums;
}

function rowSets({ rows }: Table, at: number): number[][] {
  const all = [...rows.keys()];
  const items = all.filter((row) => rows[row]?.kind === 'item' && row !== at);
  const isBreak = (row: number): boolean => rows[row]?.kind !== 'item';
  const from = all.slice(0, at).findLast(isBreak) ?? -1;
  const to = all.slice(at + 1).find(isBreak) ?? rows.length;
  return [
    all.filter((row) => rows[row]?.kind === 'subtotal' && row !== at),
    items.filter((row) => row > from && row < at),
    items.filter((row) => row > at && row < to),
    items,
  ];
}
