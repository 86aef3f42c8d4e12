import type { Kysely } from 'kysely';

/** Pages say why they were read the way they were. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('pages').addColumn('reason', 'text').execute();
}
