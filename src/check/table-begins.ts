import type { PlanUnderCheck } from '../plan/facts.ts';

/**
 * Whether the items of a table begin with another number than 1: it goes on from one that was read apart, or has lost rows,
 * and its total may count what it does not show.
 */
export function beginsWithin({ facts, evidence, source }: PlanUnderCheck, table: number): boolean {
  const first = facts.tables[table]?.rows.findIndex(({ kind }) => kind === 'item') ?? -1;
  const label = evidence[`/tables/${table}/rows/${first}/label`];
  if (label === undefined) return false;
  const line = source.text.slice(source.text.lastIndexOf('\n', label.start - 1) + 1, label.start);
  const number = /^\s*(\d{1,3})[.)]?\s*$/.exec(line)?.[1];
  return number !== undefined && Number(number) !== 1;
}
