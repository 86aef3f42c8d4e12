import { Kysely, sql, type Transaction } from 'kysely';
import { fold } from '../lexicon/fold.ts';
import { engineOf } from './engine.ts';
import { migrate } from './migrate.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** In an order in which foreign keys hold. Sessions of people who are logged in are no part of a copy. */
const TABLES = [
  'plans',
  'documents',
  'ingests',
  'pages',
  'recipients',
  'citations',
  'plan_tables',
  'table_columns',
  'table_rows',
  'table_cells',
  'targets',
  'agencies',
  'deadlines',
  'tasks',
  'task_partners',
  'task_deadlines',
  'findings',
  'finding_places',
  'text_sketches',
  'accepted_findings',
  'corrections',
  'reviews',
  'accounts',
  'audit_log',
] as const satisfies readonly (keyof Tables)[];

const ROWS_AT_ONCE = 500;
/** SQLite takes some 32,000 in one statement. */
const MOST_PARAMETERS = 10_000;
const BUSY_MS = 10_000;

type Row = Record<string, unknown>;

/**
 * Copies a PostgreSQL database, as it is at this moment, into a new SQLite file of the same tables, a few rows at a time,
 * while others read and write.
 */
export async function copyToFile(db: Kysely<Tables>, file: string): Promise<void> {
  const copy = new Kysely<Tables>({ dialect: sqliteDialect(file, BUSY_MS) });
  try {
    await migrate(copy, file);
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((from) =>
        copy.transaction().execute(async (to) => {
          for (const table of TABLES) {
            for await (const rows of rowsOf(from, table)) await insert(to, table, rows);
          }
        }),
      );
  } finally {
    await copy.destroy();
  }
}

async function* rowsOf(db: Transaction<Tables>, table: string): AsyncGenerator<Row[]> {
  await sql`declare copied no scroll cursor for select * from ${sql.table(table)}`.execute(db);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(ROWS_AT_ONCE)} from copied`.execute(db);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close copied`.execute(db);
}

async function insert(db: Transaction<Tables>, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const most = Math.max(1, Math.floor(MOST_PARAMETERS / columns.length));
  for (let at = 0; at < rows.length; at += most) {
    const values = rows.slice(at, at + most).map((row) => sql`(${sql.join(Object.values(row))})`);
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db);
  }
  if (table !== 'documents') return;
  for (const { search_id, text } of rows) {
    await engineOf(db).addToSearchIndex(db, Number(search_id), fold(String(text)));
  }
}
