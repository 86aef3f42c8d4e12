import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import { required } from './shapes.ts';

const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey();

/**
 * What people did with what was read: corrections, plans that were checked, accounts, and a log. Nothing of it hangs on
 * rows of plans, so that it outlives their being read again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('corrections')
    .addColumn('id', 'integer', key)
    .addColumn('source_sha256', 'text', required)
    .addColumn('pointer', 'text', required)
    .addColumn('value', 'text')
    .addColumn('former', 'text')
    .addColumn('evidence', 'text')
    .addColumn('marked', 'text')
    .addColumn('undoes', 'integer')
    .addColumn('part_of', 'integer')
    .addColumn('reviewer', 'text', required)
    .addColumn('made_at', 'text', required)
    .execute();
  await db.schema
    .createIndex('corrections_by_source_sha256')
    .on('corrections')
    .columns(['source_sha256', 'id'])
    .execute();

  await db.schema
    .createTable('reviews')
    .addColumn('source_sha256', 'text', key)
    .addColumn('reviewer', 'text', required)
    .addColumn('made_at', 'text', required)
    .execute();

  await db.schema
    .createTable('accounts')
    .addColumn('name', 'text', key)
    .addColumn('role', 'text', required)
    .addColumn('password', 'text', required)
    .execute();

  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', key)
    .addColumn('account', 'text', (column) =>
      column.notNull().references('accounts.name').onDelete('cascade'),
    )
    .addColumn('expires_at', 'text', required)
    .execute();

  await db.schema
    .createTable('audit_log')
    .addColumn('id', 'integer', key)
    .addColumn('made_at', 'text', required)
    .addColumn('account', 'text', required)
    .addColumn('action', 'text', required)
    .addColumn('subject', 'text')
    .addColumn('detail', 'text')
    .execute();

  await db.schema
    .createIndex('findings_by_plan_id_severity')
    .on('findings')
    .columns(['plan_id', 'severity'])
    .execute();
  await db.schema.createIndex('plans_by_source_sha256').on('plans').columns(['source_sha256']).execute();
}
