import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { ofPlan, required } from './shapes.ts';

/** Rows hold what people corrected; what was read stands in the record. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await ofPlan(db, 'corrected_values', ['position'])
    .addColumn('pointer', 'text', required)
    .addColumn('value', 'text', required)
    .addColumn('former', 'text', required)
    .addColumn('reviewer', 'text', required)
    .addColumn('made_at', 'text', required)
    .execute();
  await db.schema
    .alterTable('plans')
    .addColumn('corrections_held', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
