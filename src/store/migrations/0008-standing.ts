import { type Kysely, sql } from 'kysely';
import { DOUBLE } from './shapes.ts';

/** Plans know how many findings and pages they have, so that those that most need a person's eye are found at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['errors', 'warnings', 'infos', 'pages']) {
    await db.schema
      .alterTable('plans')
      .addColumn(column, 'integer', (builder) => builder.notNull().defaultTo(0))
      .execute();
  }
  await db.schema
    .alterTable('plans')
    .addColumn('least_confidence', DOUBLE, (builder) => builder.notNull().defaultTo(1))
    .execute();
  const findings = (severity: string) =>
    sql`(select count(*) from findings where findings.plan_id = plans.id and severity = ${sql.lit(severity)})`;
  const pages = (value: string) => sql`(select ${sql.raw(value)} from pages where pages.plan_id = plans.id)`;
  await sql`update plans set
    errors = ${findings('error')},
    warnings = ${findings('warning')},
    infos = ${findings('info')},
    pages = ${pages('count(*)')},
    least_confidence = ${pages('coalesce(min(confidence), 1)')}
  `.execute(db);
}
