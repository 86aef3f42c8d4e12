import type { Table, TableRow } from '../plan/record.ts';
import { phraseIn } from './words.ts';

/** The ways in which a total row may be meant, the likeliest first: sets of at least two rows that it adds up. */
export function rowReadings(
  { rows }: Table,
  at: number,
  columns: readonly number[],
): { way: string; rows: number[] }[] {
  const all = [...rows.keys()];
  const of = (...kinds: TableRow['kind'][]): ((row: number) => boolean) => {
    return (row) => kinds.some((kind) => rows[row]?.kind === kind);
  };
  const items = leafRows(rows);
  const readings: { way: string; rows: number[] }[] = [];
  const add = (way: string, set: number[]): void => {
    if (set.length > 1) readings.push({ way, rows: set });
  };
  const addBlocks = (way: string, stop: (row: number) => boolean, leaves: readonly number[]): void => {
    const from = all.slice(0, at).findLast(stop) ?? -1;
    const to = all.slice(at + 1).find(stop) ?? rows.length;
    add(
      `${way} above`,
      leaves.filter((row) => row > from && row < at),
    );
    add(
      `${way} below`,
      leaves.filter((row) => row > at && row < to),
    );
  };
  const isTotal = rows[at]?.kind === 'total';
  if (isTotal) add('subtotals', all.filter(of('subtotal')));
  for (const [leaf, leaves] of Object.entries({ items, wholes: withoutParts(rows, items, columns) })) {
    addBlocks(`${leaf} of block`, of('total', 'subtotal', 'heading'), leaves);
    addBlocks(`${leaf} of sum`, (row) => isSum(rows[row]), leaves);
    if (isTotal) {
      add(leaf, [...leaves]);
      addBlocks(`${leaf} of total`, of('total'), leaves);
    }
  }
  if (isTotal) {
    const subtotals = all.filter(of('subtotal'));
    const totals = all.filter((row) => row !== at && of('total')(row));
    add('totals', totals);
    add('totals and subtotals', [...totals, ...subtotals]);
    // Items outside of any subtotal's block are added to the subtotals, whether these stand above or below their items.
    for (const side of [1, -1]) {
      const inBlock = (row: number): boolean => {
        for (let next = row + side; next >= 0 && next < rows.length; next += side) {
          if (isSum(rows[next])) return rows[next]?.kind === 'subtotal';
        }
        return false;
      };
      add(`subtotals and items ${side}`, [...subtotals, ...items.filter((row) => !inBlock(row))]);
    }
  }
  return readings;
}

/** The items that no label makes a part of another. */
export function leafRows(rows: readonly TableRow[]): number[] {
  const items = [...rows.keys()].filter((row) => rows[row]?.kind === 'item');
  const isDashed = (row: number): boolean => /^\s*[-+–•]/.test(rows[row]?.label ?? '');
  const dashesTell = items.some(isDashed) && !items.every(isDashed);
  return items.filter(
    (row) => phraseIn('partRow', rows[row]?.label ?? '')?.start !== 0 && !(dashesTell && isDashed(row)),
  );
}

/** Without the items that add up to the item above them. */
function withoutParts(
  rows: readonly TableRow[],
  items: readonly number[],
  columns: readonly number[],
): number[] {
  const parts = new Set([...wholeItems(rows, items, columns).values()].flat());
  return items.filter((row) => !parts.has(row));
}

/**
 * The items that the ones below them add up to, with these: in every column, or in two at least and in most, since one
 * figure may be wrong.
 */
export function wholeItems(
  rows: readonly TableRow[],
  items: readonly number[],
  columns: readonly number[],
): Map<number, number[]> {
  const wholes = new Map<number, number[]>();
  const taken = new Set<number>();
  for (const [place, row] of items.entries()) {
    if (taken.has(row)) continue;
    const figures = columns.map((column) => rows[row]?.cells[column]?.value ?? null);
    if (figures.includes(null) || figures.every((figure) => figure === 0)) continue;
    const sums = columns.map(() => 0);
    for (let end = place + 1; end < items.length; end++) {
      const cells = rows[items[end] ?? -1]?.cells;
      for (const [i, column] of columns.entries())
        sums[i] = tidy((sums[i] ?? 0) + (cells?.[column]?.value ?? 0));
      const over = sums.filter((sum, i) => sum > (figures[i] ?? 0)).length;
      const alike = sums.filter((sum, i) => sum === figures[i] && sum !== 0).length;
      const others = sums.filter((sum, i) => sum !== figures[i]).length;
      if (end > place + 1 && (others === 0 || (alike >= 2 && others < alike))) {
        const parts = items.slice(place + 1, end + 1);
        if (others > 0 && areSiblings(rows, [row, ...parts])) continue;
        for (const part of parts) taken.add(part);
        wholes.set(row, parts);
        break;
      }
      if (2 * over > columns.length) break;
    }
  }
  return wholes;
}

/** Whether rows are units of one level, communes or districts, by their codes: none of them adds up others. */
function areSiblings(rows: readonly TableRow[], of: readonly number[]): boolean {
  const lengths = of.map((row) => rows[row]?.place?.code?.length ?? 0);
  return lengths[0] !== 0 && new Set(lengths).size === 1;
}

/** The ways a total column may be meant: the columns to its left, those to its right, all but the other totals. */
export function columnReadings(
  at: number,
  columns: readonly number[],
  totals: readonly number[],
): number[][] {
  const others = columns.filter((column) => !totals.includes(column));
  const from = totals.filter((total) => total < at).at(-1) ?? -1;
  const to = totals.find((total) => total > at) ?? Number.POSITIVE_INFINITY;
  const left = others.filter((column) => column < at && column > from);
  const right = others.filter((column) => column > at && column < to);
  return [left, right, others, totals.filter((total) => total !== at)].filter((parts) => parts.length > 1);
}

/** The columns whose figures can be added: of one kind in all rows, and no shares, averages or dates. */
export function addableColumns(table: Table): number[] {
  const units = table.columns.findIndex(({ label }) => phraseIn('unitColumn', label) !== null);
  if (units >= 0) {
    const kinds = new Set(
      table.rows.flatMap(({ kind, cells }) => (kind === 'item' ? [cells[units]?.text.trim() ?? ''] : [])),
    );
    if (kinds.size > 1) return [];
  }
  return [...table.columns.keys()].filter((column) => {
    const { label, unit } = table.columns[column] ?? { label: '', unit: null };
    if (/[%/]/.test(unit ?? '') || label.includes('%') || isNotAdded(label, unit)) return false;
    return table.rows.every(({ cells }) => !cells[column]?.text.includes('%'));
  });
}

/** By how many people or things something grows can be added, by what share it does cannot. */
function isNotAdded(label: string, unit: string | null): boolean {
  if (unit === null && phraseIn('identifier', label) !== null) return true;
  if (COUNTS_PLACES.test(label) && phraseIn('scored', label) === null) return false;
  const hit = phraseIn('notAdded', label);
  const grows = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tăng|giảm)(?:\s+thêm)?\s*$/iu.test(
    label.slice(0, hit?.start ?? 0),
  );
  return hit !== null && (unit === null || !grows);
}

/** "Số điểm chấp nhận thanh toán": how many places, and no score. */
const COUNTS_PLACES = /^(?:tổng )?số điểm\s\p{Ll}/iu;

export function isSum(row: TableRow | undefined): boolean {
  return row?.kind === 'total' || row?.kind === 'subtotal';
}

export function isTotalLabel(label: string): boolean {
  return phraseIn('totalColumn', label)?.start === 0;
}

/** Without the noise of binary fractions. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
