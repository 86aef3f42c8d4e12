import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A finding that a person accepted as it is. */
export interface Acceptance {
  rule: string;
  /** What the finding is about: see `findingKey`. */
  key: string;
  /** What it said when it was accepted. */
  message: string;
  reason: string;
  by: string;
  /** Time in UTC, as 2025-06-30T08:15:00.000Z. */
  at: string;
}

/** Which plan an acceptance is about: by its id, or by its bytes where a better reading gave it another id. */
export interface PlanOfAcceptance {
  id: string;
  sha256: string;
}

/** Notes that a finding was accepted, in the place of what was noted of it before. */
export async function saveAcceptance(
  db: Kysely<Tables>,
  plan: PlanOfAcceptance,
  { rule, key, message, reason, by, at }: Acceptance,
): Promise<void> {
  const told = { message, reason, accepted_by: by, accepted_at: at, source_sha256: plan.sha256 };
  await db
    .insertInto('accepted_findings')
    .values({ plan_id: plan.id, rule, key, ...told })
    .onConflict((conflict) => conflict.columns(['plan_id', 'rule', 'key']).doUpdateSet(told))
    .execute();
}

/** Takes back an acceptance; false where there was none. */
export async function removeAcceptance(
  db: Kysely<Tables>,
  { id, sha256 }: PlanOfAcceptance,
  { rule, key }: { rule: string; key: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('accepted_findings')
    .where((is) => is.or([is('plan_id', '=', id), is('source_sha256', '=', sha256)]))
    .where('rule', '=', rule)
    .where('key', '=', key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What was accepted of a plan's findings, in the order of rule and key. */
export async function acceptancesOf(
  db: Kysely<Tables>,
  { id, sha256 }: PlanOfAcceptance,
): Promise<Acceptance[]> {
  const rows = await db
    .selectFrom('accepted_findings')
    .select(['rule', 'key', 'message', 'reason', 'accepted_by as by', 'accepted_at as at'])
    .where((is) => is.or([is('plan_id', '=', id), is('source_sha256', '=', sha256)]))
    .orderBy('rule')
    .orderBy('key')
    .execute();
  return rows;
}
