import type { Kysely } from 'kysely';
import { PlanRecord } from '../plan/record.ts';
import { standingPlan } from './corrections.ts';
import { Inserts } from './inserts.ts';
import { writeRows } from './save.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the rows of the plans of a document, or of all whose rows lag behind their corrections, to what stands; the caller
 * holds the transaction.
 */
export async function holdCorrections(db: Kysely<Tables>, sha256?: string): Promise<void> {
  const inserts = new Inserts();
  for (const id of await lagging(db, sha256)) {
    const { record } = await db
      .selectFrom('documents')
      .select('record')
      .where('plan_id', '=', id)
      .executeTakeFirstOrThrow();
    const plan = await standingPlan(db, PlanRecord.parse(JSON.parse(record)));
    await writeRows(db, plan, inserts);
  }
}

/** The ids of plans whose rows do not hold the last correction of their document. */
export async function lagging(db: Kysely<Tables>, sha256?: string): Promise<string[]> {
  let plans = db
    .selectFrom((from) => {
      const last = from
        .selectFrom('corrections')
        .select((of) => ['source_sha256', of.fn.max('id').as('last')])
        .groupBy('source_sha256');
      return (sha256 === undefined ? last : last.where('source_sha256', '=', sha256)).as('logs');
    })
    .innerJoin('plans', 'plans.source_sha256', 'logs.source_sha256')
    .select('plans.id')
    .whereRef('plans.corrections_held', '<', 'logs.last')
    .orderBy('plans.id');
  if (sha256 !== undefined) plans = plans.where('plans.source_sha256', '=', sha256);
  return (await plans.execute()).map(({ id }) => id);
}

/** A value that a person put in the place of what was read. */
export interface StandingValue {
  pointer: string;
  value: unknown;
  former: unknown;
  by: string;
  at: string;
}

/** What people corrected of a value of a plan, or within it, in the order they did. */
export async function correctedValues(
  db: Kysely<Tables>,
  id: string,
  pointer: string,
): Promise<StandingValue[]> {
  const rows = await db
    .selectFrom('corrected_values')
    .select(['pointer', 'value', 'former', 'reviewer as by', 'made_at as at'])
    .where('plan_id', '=', id)
    .orderBy('position')
    .execute();
  return rows
    .filter((row) => row.pointer === pointer || row.pointer.startsWith(`${pointer}/`))
    .map((row) => ({ ...row, value: JSON.parse(row.value), former: JSON.parse(row.former) }));
}
