import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import { engineOf } from '../engine.ts';
import type { Tables } from '../tables.ts';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Rows hold what people corrected; what was read stands in the record. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('corrected_values')
    .addColumn('plan_id', 'text', required)
    .addColumn('position', 'integer', required)
    .addColumn('pointer', 'text', required)
    .addColumn('value', 'text', required)
    .addColumn('former', 'text', required)
    .addColumn('reviewer', 'text', required)
    .addColumn('made_at', 'text', required)
    .addPrimaryKeyConstraint('corrected_values_key', ['plan_id', 'position'])
    .addForeignKeyConstraint('corrected_values_in_plans', ['plan_id'], 'plans', ['id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .modifyEnd(engineOf(db).keyedByPrimaryKey)
    .execute();
  await db.schema
    .alterTable('plans')
    .addColumn('corrections_held', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
