import type { Table } from '../plan/record.ts';
import { farthestSteps, roundingStep } from './rounding.ts';
import { tidy } from './sum-readings.ts';

/** A stated sum of a table that can be checked: what adds up to it, and whether it does. */
export interface StatedSum {
  row: number;
  column: number;
  /** The cells that are added: rows of the same column, or columns of the same row. */
  parts: { row: number; column: number; value: number }[];
  /** How many more cells hold no figure. */
  blanks: number;
  /** How many of these are empty, and so may be unknown; a dash says that there is nothing. */
  unknown: number;
  stated: number;
  sum: number;
  /** To what the figures may have been rounded, 0 where they were not. */
  step: number;
  /** How far apart the two may lie because the figures are rounded. */
  tolerance: number;
}

/** Whether a sum is right within what rounding explains. */
export function holds({ stated, sum, tolerance }: StatedSum): boolean {
  return Math.abs(tidy(stated - sum)) <= tolerance;
}

interface CellAt {
  row: number;
  column: number;
}

/** One stated sum, or nothing where a cell is no number: the sum is then unknown. A cell left blank is none. */
export function statedSum(table: Table, at: CellAt, parts: readonly CellAt[]): StatedSum[] {
  const stated = valueIn(table, at);
  if (stated === null) return [];
  const values: StatedSum['parts'] = [];
  for (const part of parts) {
    const value = valueIn(table, part);
    if (value !== null) values.push({ row: part.row, column: part.column, value });
    else if (!isBlank(table, part)) return [];
  }
  if (values.length < 2) return [];
  const blanks = parts.length - values.length;
  const unknown =
    blanks === 0
      ? 0
      : parts.filter((part) => valueIn(table, part) === null && textIn(table, part).trim() === '').length;
  const texts = [at, ...parts].map((cell) => textIn(table, cell));
  const sum = tidy(values.reduce((total, { value }) => total + value, 0));
  const isMoney = /đồng/iu.test(table.columns[at.column]?.unit ?? '');
  const figures = values.map(({ value }) => value);
  const step = roundingStep([stated, ...figures], texts, isMoney);
  const tolerance = tidy(farthestSteps(figures.length) * step);
  const { row, column } = at;
  return [{ row, column, parts: values, blanks, unknown, stated, sum, step, tolerance }];
}

/** Whether nothing, or a dash, stands in a cell: none of what is counted. */
function isBlank(table: Table, cell: CellAt): boolean {
  return /^[-–—\s]*$/.test(textIn(table, cell));
}

function textIn(table: Table, { row, column }: CellAt): string {
  return table.rows[row]?.cells[column]?.text ?? '';
}

function valueIn(table: Table, { row, column }: CellAt): number | null {
  return table.rows[row]?.cells[column]?.value ?? null;
}
