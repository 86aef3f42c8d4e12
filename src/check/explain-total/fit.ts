import type { Table } from '../../plan/record.ts';
import type { CellAt } from './cells.ts';

/** No column is so regular that less than this, as a part of its figures, would be out of the ordinary. */
const FINEST = 0.004;
/** Freedom of the distribution (Student's t) by which figures stray from what is usual: few are far off, but some are. */
const FREEDOM = 3;

/**
 * How much likelier, as a logarithm, a number is in its cell than another one: rows of one table are mostly large or
 * small in all their columns, and the column that goes with this one most closely tells most. 0 where nothing tells.
 */
export function fitGain(table: Table, { row, column }: CellAt, read: number, meant: number): number {
  if (read <= 0 || meant <= 0) return 0;
  const predictions = [ofColumn(table, row, column)];
  for (const other of table.columns.keys()) {
    if (other !== column) predictions.push(beside(table, row, column, other));
  }
  const best = predictions
    .flatMap((prediction) => prediction ?? [])
    .sort((one, other) => one.spread - other.spread)[0];
  if (best === undefined) return 0;
  return logLikelihood(Math.log(meant), best) - logLikelihood(Math.log(read), best);
}

/** What the logarithm of a figure is expected to be, and how far figures mostly are from that. */
interface Prediction {
  usual: number;
  spread: number;
}

/** From the rest of its own column. */
function ofColumn({ rows }: Table, row: number, column: number): Prediction | null {
  const logs: number[] = [];
  for (const [at, { kind, cells }] of rows.entries()) {
    const value = cells[column]?.value ?? 0;
    if (at !== row && kind === rows[row]?.kind && value > 0) logs.push(Math.log(value));
  }
  return predictionFrom(logs, 0);
}

/** From the figure of its row in another column, by how the two go together in other rows. */
function beside({ rows }: Table, row: number, column: number, other: number): Prediction | null {
  const figure = rows[row]?.cells[other]?.value ?? 0;
  if (figure <= 0) return null;
  const ratios: number[] = [];
  for (const [at, { cells }] of rows.entries()) {
    const one = cells[column]?.value ?? 0;
    const two = cells[other]?.value ?? 0;
    if (at !== row && one > 0 && two > 0) ratios.push(Math.log(one / two));
  }
  return predictionFrom(ratios, Math.log(figure));
}

function predictionFrom(values: readonly number[], offset: number): Prediction | null {
  if (values.length < 3) return null;
  const usual = median(values);
  // The median distance of a normal distribution is 0.67 of its standard deviation.
  const spread = Math.max(FINEST, 1.48 * median(values.map((value) => Math.abs(value - usual))));
  return { usual: usual + offset, spread };
}

function logLikelihood(value: number, { usual, spread }: Prediction): number {
  return (-(FREEDOM + 1) / 2) * Math.log(1 + ((value - usual) / spread) ** 2 / FREEDOM);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
