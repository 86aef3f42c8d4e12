import type { Table } from '../../plan/record.ts';
import type { StatedSum } from '../stated-sum.ts';
import { type CellAt, excess } from './cells.ts';

/** A figure that was added twice, or left out. */
export interface Miscount {
  kind: 'twice' | 'left-out';
  cell: CellAt;
  value: number;
}

/** From so many digits on, noughts at the end aside, it is no chance that a difference is a figure of the table. */
const TELLING_DIGITS = 3;

/**
 * The subtotal, part or item whose figure is exactly what a total is too much or too little. A plain item counts only
 * where the figure is too long to agree by chance.
 */
export function countedTwice({ rows }: Table, wrong: StatedSum): Miscount | null {
  const difference = excess(wrong);
  const isDown = wrong.parts.every(({ column }) => column === wrong.column);
  const isTelling = String(Math.abs(difference)).replace(/\.|0+$/g, '').length >= TELLING_DIGITS;
  const added = isDown
    ? rows.flatMap(({ kind, cells }, row) => {
        const value = cells[wrong.column]?.value ?? null;
        const isPart = wrong.parts.some((part) => part.row === row);
        if (row === wrong.row || value === null || (kind === 'item' && isPart && !isTelling)) return [];
        return [{ row, column: wrong.column, value, isPart }];
      })
    : wrong.parts.filter(() => isTelling).map((part) => ({ ...part, isPart: true }));
  const found = added.flatMap(({ row, column, value, isPart }): Miscount[] => {
    if (value === 0 || Math.abs(value) !== Math.abs(difference)) return [];
    if (difference === value) return [{ kind: 'twice', cell: { row, column }, value }];
    return isPart ? [{ kind: 'left-out', cell: { row, column }, value }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
