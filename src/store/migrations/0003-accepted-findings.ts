import type { Kysely } from 'kysely';

/** Findings that a person accepted as they are, kept apart from the plans: they outlast a plan's extraction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('accepted_findings')
    .addColumn('plan_id', 'text', (column) => column.notNull())
    .addColumn('source_sha256', 'text', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('accepted_by', 'text', (column) => column.notNull())
    .addColumn('accepted_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('accepted_findings_key', ['plan_id', 'rule', 'key'])
    .execute();
  await db.schema
    .createIndex('accepted_findings_source')
    .on('accepted_findings')
    .column('source_sha256')
    .execute();
}
