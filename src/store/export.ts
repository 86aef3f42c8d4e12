import { type Kysely, sql } from 'kysely';
import { PlanRecord } from '../plan/record.ts';
import { standingPlan } from './corrections.ts';
import { PART_TABLES } from './rows.ts';
import type { Tables } from './tables.ts';

export type Cell = string | number | null;

export interface ExportColumn {
  name: string;
  type: 'text' | 'integer' | 'number';
}

/** A table of what plans state. */
export interface ExportTable {
  name: string;
  /** The column that names the plan. */
  plan: 'id' | 'plan_id';
  columns: ExportColumn[];
  /** Names of the columns that tell its rows apart; rows come in their order. */
  key: string[];
}

/** The tables of plans and what is read from them. */
const EXPORTED = ['plans', ...PART_TABLES] as const;

/** Plans whose rows are read at a time. */
const BATCH = 200;

/** The tables as the database has them. */
export async function exportTables(db: Kysely<Tables>): Promise<ExportTable[]> {
  const found = await db.introspection.getTables();
  return EXPORTED.flatMap((name) => {
    const table = found.find((each) => each.name === name);
    if (table === undefined) return [];
    const columns = table.columns.map((column) => ({
      name: column.name,
      type: typeOf(column.dataType),
    }));
    const plan = name === 'plans' ? ('id' as const) : ('plan_id' as const);
    const key = columns
      .map((column) => column.name)
      .filter((column) => column === plan || isPlace(name, column));
    return [{ name, plan, columns, key }];
  });
}

function isPlace(table: string, column: string): boolean {
  if (table === 'pages') return column === 'page';
  if (table === 'task_deadlines' && column === 'deadline_position') return false;
  return column === 'position' || column.endsWith('_position');
}

function typeOf(stored: string): ExportColumn['type'] {
  const type = stored.toLowerCase();
  if (type.includes('double') || type.includes('float')) return 'number';
  return type.includes('int') ? 'integer' : 'text';
}

/** The rows of a table in the order of its key, values in the order of its columns; a few plans' at a time. */
export async function* exportRows(
  db: Kysely<Tables>,
  { name, plan, columns, key }: ExportTable,
): AsyncGenerator<Cell[]> {
  for await (const ids of planIds(db)) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(columns.map((column) => sql.ref(column.name)))} from ${sql.table(name)}
      where ${sql.ref(plan)} in (${sql.join(ids)}) order by ${sql.join(key.map((column) => sql.ref(column)))}
    `.execute(db);
    for (const row of rows) yield columns.map((column) => cell(row[column.name]));
  }
}

function cell(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number'
    ? value
    : value === null
      ? null
      : String(value);
}

/** The records of all plans by id, with what people corrected, a few at a time. */
export async function* exportRecords(db: Kysely<Tables>): AsyncGenerator<PlanRecord> {
  for await (const ids of planIds(db, 20)) yield* await recordsOf(db, ids);
}

/** The records of some plans, with what people corrected, by id. */
export async function recordsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<PlanRecord[]> {
  const rows = await db
    .selectFrom('documents')
    .innerJoin('plans', 'plans.id', 'documents.plan_id')
    .select(['documents.record', 'plans.corrections_held as held'])
    .where('plan_id', 'in', ids)
    .orderBy('plan_id')
    .execute();
  const records: PlanRecord[] = [];
  for (const { record, held } of rows) {
    const read = PlanRecord.parse(JSON.parse(record));
    records.push(held === 0 ? read : (await standingPlan(db, read)).record);
  }
  return records;
}

/** The ids of all plans and who issued each, by id. */
export async function issuersOf(db: Kysely<Tables>): Promise<{ id: string; issuer: string | null }[]> {
  return db.selectFrom('plans').select(['id', 'issuer_name as issuer']).orderBy('id').execute();
}

async function* planIds(db: Kysely<Tables>, size = BATCH): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('plans')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(size)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => row.id);
    after = last.id;
  }
}
