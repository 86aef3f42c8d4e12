import { type Kysely, sql } from 'kysely';
import { PlanRecord, Severity } from '../plan/record.ts';
import type { PlanHeadline, PlanSummary, SummaryRoom } from '../plan/summary.ts';
import type { Tables } from './tables.ts';

/** The summaries of some plans (a few hundred at a time) by their ids, read from the rows alone. */
export async function summariesOf(
  db: Kysely<Tables>,
  ids: readonly string[],
  room: SummaryRoom,
): Promise<Map<string, PlanSummary>> {
  const headlines = room.headlines ? await headlinesOf(db, ids) : null;
  const summaries = new Map<string, PlanSummary>(
    ids.map((id) => [id, { id, headline: headlines?.get(id) ?? null, severities: [], findings: [] }]),
  );
  const counts = await db
    .selectFrom('findings')
    .select(['plan_id', 'severity', sql<number>`count(*)`.as('findings')])
    .where('plan_id', 'in', ids)
    .groupBy(['plan_id', 'severity'])
    .execute();
  for (const { plan_id, severity, findings } of counts) {
    const each = Severity.parse(severity);
    summaries.get(plan_id)?.severities.push(...Array.from({ length: Number(findings) }, () => each));
  }
  if (room.findings.length === 0) return summaries;
  const findings = await db
    .selectFrom('findings')
    .select(['plan_id', 'rule', 'severity', 'message'])
    .where('plan_id', 'in', ids)
    .where('severity', 'in', room.findings)
    .orderBy('plan_id')
    .orderBy('position')
    .execute();
  for (const { plan_id, severity, ...finding } of findings) {
    summaries.get(plan_id)?.findings.push({ ...finding, severity: Severity.parse(severity) });
  }
  return summaries;
}

async function headlinesOf(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, PlanHeadline>> {
  const headlines = new Map<string, PlanHeadline>();
  const plans = await db
    .selectFrom('plans')
    .select(['id', 'number', 'title', 'issued_on as issuedOn', 'status'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  for (const { id, status, ...plan } of plans) {
    headlines.set(id, {
      ...plan,
      status: PlanRecord.shape.status.parse(status),
      targets: 0,
      agencies: 0,
      tasks: 0,
      deadlines: 0,
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
      const headline = headlines.get(plan_id);
      if (headline !== undefined) headline[table] = Number(rows);
    }
  }
  return headlines;
}
