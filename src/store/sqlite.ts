import { setTimeout as delay } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
  sql,
} from 'kysely';
import Libsql from 'libsql';
import type { Engine, SearchableText, SearchTerm } from './engine.ts';
import { prepareForFile, rowsForFile } from './prepared.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Prepared statements that are kept; the program has some 150 of its own, filters of lists make more. */
const KEPT_STATEMENTS = 400;

/** Pages in the log before they are moved to the file: 16 MB, a hundred plans. */
const CHECKPOINT_PAGES = 4000;

/**
 * A dialect for the SQLite file at `path`, which is created where there is none. Waits up to `busyTimeout`
 * milliseconds for another process that is writing.
 */
export function sqliteDialect(path: string, busyTimeout: number): SqliteDialect {
  return new WritingDialect({ database: async () => openDatabase(path, busyTimeout) });
}

/** What SQLite is told. */
export const SQLITE: Engine = {
  // Rows lie in the order of their natural key, which saves a second tree for it.
  keyedByPrimaryKey: sql`without rowid`,
  isFarAway: false,
  countsKeys: true,
  prepare: prepareForFile,
  rowsOf: rowsForFile,
  exclusively,
  // Every transaction has the database to itself.
  reserveIds: async () => {},
  preferIndexes: async () => {},
  createSearchIndex,
  createEvidenceView,
  // It compresses nothing.
  compressQuickly: async () => {},
  addToSearchIndex,
  removeFromSearchIndex,
  searchIds,
  jsonRows: (columns, order) =>
    sql`json_group_array(json_array(${sql.join(columns.map((column) => sql.ref(column)))}) order by ${sql.join(order.map((column) => sql.ref(column)))})`,
  searchableIds,
  faults: databaseFaults,
  layOut,
  faultOf: fileFault,
};

/** Runs `work` while no other process can write; all of it or nothing remains. */
async function exclusively<T>(db: Kysely<Tables>, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      const result = await work(connection);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}

/**
 * Lets others read while one process writes; stays with the file. Throws a StoreError where the file's place can't, and
 * what the driver throws where another process has the file for longer than so many milliseconds.
 */
export async function useWriteAheadLog(db: Kysely<Tables>, path: string, busyTimeout: number): Promise<void> {
  const until = performance.now() + busyTimeout;
  for (;;) {
    try {
      const { rows } = await sql<{ journal_mode: string }>`pragma journal_mode = wal`.execute(db);
      if (rows[0]?.journal_mode !== 'wal') throw new StoreError('unusable-path', path, 'no write-ahead log');
      return;
    } catch (error) {
      // Of two that do this together SQLite does not let one wait for the other.
      if (fileFault(error) !== 'locked' || performance.now() > until) throw error;
      await delay(20);
    }
  }
}

/** Brings everything into the one file; the log beside it is empty afterwards. */
export async function checkpoint(db: Kysely<Tables>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/** What SQLite finds wrong with its file, its search index, and references between rows. */
async function databaseFaults(db: Kysely<Tables>): Promise<{ where: string; detail: string }[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const orphans = await sql<{
    table: string;
    rowid: number | null;
    parent: string;
  }>`pragma foreign_key_check`.execute(db);
  const faults = [
    ...integrity.rows
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => ({ where: 'plans.sqlite', detail: row.integrity_check })),
    ...orphans.rows.map(({ table, parent }) => ({
      where: table,
      detail: `a row refers to one of ${parent} that is gone`,
    })),
  ];
  try {
    await sql`insert into plan_search (plan_search) values ('integrity-check')`.execute(db);
  } catch (error) {
    faults.push({ where: 'plan_search', detail: error instanceof Error ? error.message : String(error) });
  }
  return faults;
}

/** Copies the database as it is at this moment into a new file, while others read and write. */
export async function copyDatabase(db: Kysely<Tables>, file: string): Promise<void> {
  await sql`vacuum into ${file}`.execute(db);
}

/** Where another program has the file open, or the disk has no room for a second one, the file stays as it is: all it holds is in it. */
async function layOut(db: Kysely<Tables>): Promise<void> {
  try {
    await sql`insert into plan_search (plan_search) values ('optimize')`.execute(db);
    // The new copy would be made in memory.
    await sql`pragma temp_store = file`.execute(db);
    await sql`vacuum`.execute(db);
  } catch (error) {
    const fault = fileFault(error);
    if (fault !== 'locked' && fault !== 'disk-full') throw error;
  }
}

/**
 * Takes out of a database in a file what is of the people who work with it and not of the plans: accounts, sessions, the log. Overwrites
 * what they left.
 */
export async function stripPeople(file: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file, 0) });
  try {
    await sql`pragma secure_delete = on`.execute(db);
    for (const table of ['sessions', 'accounts', 'audit_log'] as const) await db.deleteFrom(table).execute();
    await sql`vacuum`.execute(db);
  } finally {
    await db.destroy();
  }
}

/** The ids of all documents that can be searched. */
async function searchableIds(db: Kysely<Tables>): Promise<number[]> {
  const { rows } = await sql<{ rowid: number }>`select rowid from plan_search order by rowid`.execute(db);
  return rows.map(({ rowid }) => rowid);
}

async function createSearchIndex(db: Kysely<Tables>): Promise<void> {
  await sql`create virtual table plan_search using fts5 (
    folded, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  )`.execute(db);
}

/** Where every value was read. A view: as rows it would be the greater part of the database, and is asked for seldom. */
async function createEvidenceView(db: Kysely<Tables>): Promise<void> {
  await sql`create view evidence as
    select
      documents.plan_id,
      entry.key as pointer,
      entry.value ->> 'page' as page,
      entry.value ->> 'start' as start_offset,
      entry.value ->> 'end' as end_offset,
      entry.value ->> 'quote' as quote,
      entry.value ->> 'confidence' as confidence,
      nullif(entry.value ->> 'boxes', '[]') as boxes
    from documents, json_each(documents.record, '$.evidence') as entry
  `.execute(db);
}

async function addToSearchIndex(db: Kysely<Tables>, documents: readonly SearchableText[]): Promise<void> {
  for (const { id, searched } of documents) {
    await sql`insert into plan_search (rowid, folded) values (${id}, ${searched})`.execute(db);
  }
}

async function removeFromSearchIndex(db: Kysely<Tables>, id: number): Promise<void> {
  await sql`delete from plan_search where rowid = ${id}`.execute(db);
}

/** Search ids of the documents that hold every term, best first. */
async function searchIds(db: Kysely<Tables>, terms: readonly SearchTerm[], limit: number): Promise<number[]> {
  const query = terms.map((term) => `"${term.words}"${term.begun ? '*' : ''}`).join(' ');
  const { rows } = await sql<{ rowid: number }>`
    select rowid from plan_search where plan_search match ${query} order by rank, rowid limit ${limit}
  `.execute(db);
  return rows.map((row) => row.rowid);
}

/** What the driver's error says of the file, null where it says nothing of it. */
function fileFault(error: unknown): StoreErrorCode | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  for (const [prefix, fault] of FAULTS) if (code.startsWith(prefix)) return fault;
  return error.message.startsWith('ConnectionFailed') ? 'unusable-path' : null;
}

const FAULTS: [string, StoreErrorCode][] = [
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CANTOPEN', 'unusable-path'],
  ['SQLITE_IOERR', 'damaged'],
];

function openDatabase(path: string, busyTimeout: number): SqliteDatabase {
  const database = new Libsql(path, { timeout: busyTimeout });
  const statements = new Map<string, SqliteStatement>();
  const run = (statement: string): unknown[] => database.prepare(statement).all();
  run(`pragma busy_timeout = ${busyTimeout}`);
  run('pragma synchronous = normal');
  run('pragma foreign_keys = on');
  run(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  return {
    prepare(text) {
      let statement = statements.get(text);
      if (statement === undefined) {
        if (statements.size >= KEPT_STATEMENTS) statements.clear();
        statement = keep(database.prepare(text));
        statements.set(text, statement);
      }
      return statement;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}

function keep(statement: Libsql.Statement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters),
    run: (parameters) => statement.run(parameters),
    iterate: (parameters) => statement.iterate(parameters),
  };
}

class WritingDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new WritingDriver(this.#config);
  }
}

/** Every transaction of this program writes; one that begins as a reader could not wait for its turn to write. */
class WritingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
