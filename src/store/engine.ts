import { type Kysely, PostgresAdapter, type RawBuilder } from 'kysely';
import { POSTGRES } from './postgres.ts';
import type { Encoded, PreparedPlan, RowsOf, SavedDocument } from './prepared.ts';
import { SQLITE } from './sqlite.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';
import type { Tables } from './tables.ts';

/** What is said differently to SQLite than to PostgreSQL. */
export interface Engine {
  /** At the end of a table whose key comes from the data itself. */
  keyedByPrimaryKey: RawBuilder<unknown>;
  /** Whether each statement goes to another process and back. */
  isFarAway: boolean;
  /** Whether a number that is a table's only key is counted up by itself, or has to be told to. */
  countsKeys: boolean;
  /** Runs `work` while no other process can change the schema; all of it or nothing remains. */
  exclusively<T>(db: Kysely<Tables>, work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** In a transaction: nobody else has ids of these beginnings until it ends. They must be sorted, and reserved once. */
  reserveIds(db: Kysely<Tables>, ids: readonly string[]): Promise<void>;
  /** In a transaction: rows are found by their indexes, also in a table that the server has not looked through yet. */
  preferIndexes(db: Kysely<Tables>): Promise<void>;
  /** Takes a plan apart into what this engine is told. Throws a RangeError where the record refers to something it does not hold. */
  prepare(document: SavedDocument): PreparedPlan;
  /** The same for its rows alone. */
  rowsOf: RowsOf;
  createSearchIndex(db: Kysely<Tables>): Promise<void>;
  createEvidenceView(db: Kysely<Tables>): Promise<void>;
  /** Has long texts that are stored from now on compressed by what takes the least time, where there is a choice. */
  compressQuickly(db: Kysely<Tables>): Promise<void>;
  addToSearchIndex(db: Kysely<Tables>, documents: readonly SearchableText[]): Promise<void>;
  removeFromSearchIndex(db: Kysely<Tables>, id: number): Promise<void>;
  /** Search ids of the documents that hold every term, best first. */
  searchIds(db: Kysely<Tables>, terms: readonly SearchTerm[], limit: number): Promise<number[]>;
  /**
   * An expression for the columns of all rows of a query, in an order, as one JSON array of arrays:
   * many rows come faster so than one by one.
   */
  jsonRows(columns: readonly string[], order: readonly string[]): RawBuilder<string | null>;
  /** The ids of all documents that can be searched. */
  searchableIds(db: Kysely<Tables>): Promise<number[]>;
  /** What the database itself finds wrong with its files, its search index, and references between rows. */
  faults(db: Kysely<Tables>): Promise<{ where: string; detail: string }[]>;
  /** Lays a database file out anew, so that its bytes tell of what it holds and not of when what was stored together. */
  layOut(db: Kysely<Tables>): Promise<void>;
  /** What the driver's error says of the database, null where it says nothing of it. */
  faultOf(error: unknown): StoreErrorCode | null;
}

/** One thing to look for: words that follow one another, all folded; the last may be only begun. */
export interface SearchTerm {
  words: string;
  begun: boolean;
}

/** A document's text as `prepare` gives it to be searched. */
export interface SearchableText {
  id: number;
  searched: Encoded;
}

/** Which of the two a database is. */
export function engineOf(db: Kysely<Tables>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? POSTGRES : SQLITE;
}

/** Search ids of the documents that hold every term, best first. */
export async function searchIds(
  db: Kysely<Tables>,
  terms: readonly SearchTerm[],
  limit: number,
): Promise<number[]> {
  return engineOf(db).searchIds(db, terms, limit);
}

/** The error that is thrown for one of the driver's: of the database at a place, where it says something of it. */
export function asStoreError(db: Kysely<Tables>, error: unknown, path: string): unknown {
  if (error instanceof StoreError) return error;
  const code = engineOf(db).faultOf(error);
  if (code === null) return error;
  return new StoreError(code, path, error instanceof Error ? error.message : null, { cause: error });
}
