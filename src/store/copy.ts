import { Kysely, sql, type Transaction } from 'kysely';
import { fold } from '../lexicon/fold.ts';
import { engineOf } from './engine.ts';
import { migrate } from './migrate.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** What a new file has in itself, and sessions of people who are logged in, which are no part of a copy. */
const LEFT_OUT = ['schema_versions', 'schema_lock', 'sessions'];

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
    const tables = await tablesOf(copy);
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((from) =>
        copy.transaction().execute(async (to) => {
          // Tables come in no order in which references would hold all the time.
          await sql`pragma defer_foreign_keys = on`.execute(to);
          for (const table of tables) {
            for await (const rows of rowsOf(from, table)) await insert(to, table, rows);
          }
        }),
      );
  } finally {
    await copy.destroy();
  }
}

/** All tables but those that the search index is made of. */
async function tablesOf(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master
    where type = 'table' and name not like 'sqlite_%' and name not like 'plan_search%'
    order by name
  `.execute(db);
  return rows.map(({ name }) => name).filter((name) => !LEFT_OUT.includes(name));
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
  const searchable = rows.map(({ search_id, text }) => ({
    id: Number(search_id),
    searched: fold(String(text)),
  }));
  await engineOf(db).addToSearchIndex(db, searchable);
}
