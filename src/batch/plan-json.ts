import { readFile } from 'node:fs/promises';
import type { ProcessedPlan } from '../pipeline.ts';
import { PlanRecord } from '../plan/record.ts';
import { type PreparedPlan, prepareForServer } from '../store/prepared.ts';

/** A record as it is printed and written: JSON with two blanks of indentation and a line end. */
export function recordJson(record: PlanRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** The record in a file that `recordJson` gave, null where there is none that is valid. */
export async function storedRecord(file: string): Promise<PlanRecord | null> {
  try {
    const parsed = PlanRecord.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What was changed of a plan's words, as it is written and stored. */
export function repairsJson({ repairs }: Pick<ProcessedPlan, 'repairs'>): string {
  return `${JSON.stringify(repairs)}\n`;
}

/** A plan as a server is told of it. Throws a RangeError where the record refers to something it does not hold. */
export function preparePlan(plan: ProcessedPlan): PreparedPlan {
  const { record, text } = plan;
  return prepareForServer({ record, text, repairs: repairsJson(plan) });
}
