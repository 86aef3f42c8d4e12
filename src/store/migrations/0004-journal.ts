import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Every file is noted from the moment it is found; plans keep what was changed of their words. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('ingests')
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('done'))
    .execute();
  await db.schema.alterTable('ingests').addColumn('result_bytes', 'bigint').execute();
  await db.updateTable('ingests').set({ state: 'failed' }).where('failure_code', 'is not', null).execute();
  await db.schema.alterTable('documents').addColumn('repairs', 'text').execute();
}
