import { expect } from 'vitest';
import type { ProcessedPlan } from '../src/pipeline.ts';
import { toPointer, valueAt } from '../src/plan/pointer.ts';
import { PlanFacts, PlanRecord } from '../src/plan/record.ts';

/** What holds of every record and the text beside it, whatever the document. */
export function expectSound({ record, text }: ProcessedPlan): void {
  expect(PlanRecord.safeParse(record).error).toBeUndefined();
  const faults: string[] = [];
  const pages = new Set(record.source.pages.map(({ page }) => page));
  for (const [pointer, { start, end, quote, page }] of Object.entries(record.evidence)) {
    if (start > end || text.slice(start, end) !== quote) faults.push(`${pointer} does not quote the text`);
    if (valueAt(record, pointer) == null) faults.push(`${pointer} is evidence of nothing`);
    if (!pages.has(page)) faults.push(`${pointer} is on no page`);
  }
  for (const field of Object.keys(PlanFacts.shape)) {
    for (const pointer of leaves(valueAt(record, toPointer([field])), [field])) {
      if (record.evidence[pointer] === undefined) faults.push(`${pointer} has no evidence`);
    }
  }
  for (const { rule, at } of record.findings) {
    for (const pointer of at)
      if (valueAt(record, pointer) === undefined) faults.push(`${rule} points to ${pointer}`);
  }
  for (const { tasks } of record.agencies) {
    for (const index of tasks.flatMap((task) => task.deadlines)) {
      if (record.deadlines[index] === undefined) faults.push(`a task points to deadline ${index}`);
    }
  }
  for (const { from, value, unit } of record.targets) {
    if (from === null) continue;
    const table = record.tables[from.table];
    const cell = table?.rows[from.row]?.cells[from.column];
    // A table's cells keep what is printed (thousands, millions), its targets are in đồng, USD or the counted thing.
    // The unit stands above the column, or in a column of units.
    const units = [
      table?.columns[from.column]?.unit ?? '',
      ...(table?.rows[from.row]?.cells ?? []).map(({ text }) => text),
    ];
    const scaled =
      /^(?:đồng|USD)/u.test(unit ?? '') || units.some((each) => /^(?:nghìn|ngàn|triệu|tỷ)\s/iu.test(each));
    const scales = scaled ? [1, 1e3, 1e6, 1e9] : [1];
    if (cell === undefined || !scales.some((scale) => (cell.value ?? value) === (value ?? 0) / scale))
      faults.push(`${value} is not in its cell`);
  }
  expect(faults).toEqual([]);
}

/** The pointers of all values that are no objects, lists or null. */
function* leaves(value: unknown, path: readonly (string | number)[]): Generator<string> {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
  } else yield toPointer(path);
}
