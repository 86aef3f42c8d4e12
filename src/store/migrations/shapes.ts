// What migrations make tables of. What a migration makes never changes, so nor does what stands here.
import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { engineOf } from '../engine.ts';
import type { Tables } from '../tables.ts';

export const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** A number that need not be whole. */
export const DOUBLE = sql`double precision`;

/** A table whose key comes from the data itself; the columns of the key still have to be added. */
export function keyed<Column extends string>(
  db: Kysely<Tables>,
  table: string,
  key: [Column, ...Column[]],
): CreateTableBuilder<string, Column> {
  return db.schema
    .createTable(table)
    .$call((builder): CreateTableBuilder<string, Column> => builder)
    .addPrimaryKeyConstraint(`${table}_key`, key)
    .modifyEnd(engineOf(db).keyedByPrimaryKey);
}

/** A table of what one plan holds, keyed by the plan and places counted from 0 (pages from 1). */
export function ofPlan(
  db: Kysely<Tables>,
  table: string,
  places: [string, ...string[]],
): CreateTableBuilder<string, string> {
  return inPlan(db, table, places).addForeignKeyConstraint(
    `${table}_in_plans`,
    ['plan_id'],
    'plans',
    ['id'],
    (constraint) => constraint.onDelete('cascade'),
  );
}

/** The same for a table whose rows belong to a row of another table of the plan. */
export function inPlan(
  db: Kysely<Tables>,
  table: string,
  places: [string, ...string[]],
): CreateTableBuilder<string, string> {
  let builder = keyed<string>(db, table, ['plan_id', ...places]).addColumn('plan_id', 'text', required);
  for (const place of places) builder = builder.addColumn(place, 'integer', required);
  return builder;
}

/** Ties the rows of a table to the row of another of the same plan that `places` name. */
export function within(
  builder: CreateTableBuilder<string, string>,
  table: string,
  places: string[],
): CreateTableBuilder<string, string> {
  const keys: Record<string, string[]> = {
    plan_tables: ['position'],
    table_rows: ['table_position', 'position'],
    table_cells: ['table_position', 'row_position', 'column_position'],
    agencies: ['position'],
    tasks: ['agency_position', 'position'],
    deadlines: ['position'],
    findings: ['position'],
  };
  return builder.addForeignKeyConstraint(
    `${places.join('_')}_in_${table}`,
    ['plan_id', ...places],
    table,
    ['plan_id', ...(keys[table] ?? [])],
    (constraint) => constraint.onDelete('cascade'),
  );
}

/** An index that is called after its table and columns. */
export async function index(db: Kysely<Tables>, table: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .execute();
}
