import type { Kysely } from 'kysely';

/** What plans of nearly the same text are found by; made when it is first asked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('text_sketches')
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plans.id').onDelete('cascade'))
    .addColumn('band', 'integer', (column) => column.notNull())
    .addColumn('hash', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('text_sketches_key', ['plan_id', 'band'])
    .execute();
  await db.schema
    .createIndex('text_sketches_by_hash')
    .on('text_sketches')
    .columns(['band', 'hash'])
    .execute();
}
