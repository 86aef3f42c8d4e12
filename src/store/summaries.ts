import { type Kysely, sql } from 'kysely';
import { PlanRecord, Severity } from '../plan/record.ts';
import type { Tables } from './tables.ts';

/** What a report says of a stored plan. */
export interface StoredSummary {
  id: string;
  number: string | null;
  title: string | null;
  issuedOn: string | null;
  status: PlanRecord['status'];
  targets: number;
  agencies: number;
  tasks: number;
  deadlines: number;
  severities: Severity[];
  findings: { rule: string; severity: Severity; message: string }[];
}

/** The summaries of some plans (a few hundred at a time) by their ids, read from the rows alone. */
export async function summariesOf(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, StoredSummary>> {
  const summaries = new Map<string, StoredSummary>();
  const plans = await db
    .selectFrom('plans')
    .select(['id', 'number', 'title', 'issued_on as issuedOn', 'status'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  for (const { status, ...plan } of plans) {
    summaries.set(plan.id, {
      ...plan,
      status: PlanRecord.shape.status.parse(status),
      targets: 0,
      agencies: 0,
      tasks: 0,
      deadlines: 0,
      severities: [],
      findings: [],
    });
  }
  for (const table of ['targets', 'agencies', 'tasks', 'deadlines'] as const) {
    const counts = await db
      .selectFrom(table)
      .select(['plan_id', sql<number>`count(*)`.as('rows')])
      .where('plan_id', 'in', ids)
      .groupBy('plan_id')
      .execute();
    for (const { plan_id, rows } of counts) {
      const summary = summaries.get(plan_id);
      if (summary !== undefined) summary[table] = rows;
    }
  }
  const findings = await db
    .selectFrom('findings')
    .select(['plan_id', 'rule', 'severity', 'message'])
    .where('plan_id', 'in', ids)
    .orderBy('plan_id')
    .orderBy('position')
    .execute();
  for (const { plan_id, severity, ...finding } of findings) {
    const summary = summaries.get(plan_id);
    summary?.severities.push(Severity.parse(severity));
    summary?.findings.push({ ...finding, severity: Severity.parse(severity) });
  }
  return summaries;
}
