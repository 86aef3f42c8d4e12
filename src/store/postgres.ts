import { sql } from 'kysely';
import type { Engine, SearchTerm } from './engine.ts';
import { prepareForServer, rowsForServer } from './prepared.ts';
import { LONGEST_WORD } from './search-vector.ts';
import type { StoreErrorCode } from './store-error.ts';

/** Any number, so long as it is no other program's. */
const SCHEMA_LOCK = 7_201_945;

/** What PostgreSQL is told. */
export const POSTGRES: Engine = {
  keyedByPrimaryKey: sql``,
  isFarAway: true,
  countsKeys: false,
  prepare: prepareForServer,
  rowsOf: rowsForServer,

  exclusively: (db, work) =>
    db.connection().execute(async (connection) => {
      await sql`begin`.execute(connection);
      try {
        await sql`select pg_advisory_xact_lock(${sql.lit(SCHEMA_LOCK)})`.execute(connection);
        const result = await work(connection);
        await sql`commit`.execute(connection);
        return result;
      } catch (error) {
        await sql`rollback`.execute(connection);
        throw error;
      }
    }),

  async reserveIds(db, ids) {
    // One after the other, in an order that is everybody's.
    await sql`select pg_advisory_xact_lock(lock) from (
      select distinct hashtextextended(id, 0) as lock from unnest(${ids}::text[]) as id order by lock
    ) as locks`.execute(db);
  },

  async preferIndexes(db) {
    // It looks a table through a minute after it grew, and takes hashes and paths for often the same until then.
    await sql`set local enable_seqscan = off`.execute(db);
  },

  async createSearchIndex(db) {
    await sql`create table plan_search (
      search_id integer primary key references documents (search_id) on delete cascade,
      words tsvector not null
    )`.execute(db);
    await sql`create index plan_search_by_words on plan_search using gin (words)`.execute(db);
  },

  async createEvidenceView(db) {
    await sql`create view evidence as
      select
        documents.plan_id,
        entry.key as pointer,
        (entry.value ->> 'page')::integer as page,
        (entry.value ->> 'start')::integer as start_offset,
        (entry.value ->> 'end')::integer as end_offset,
        entry.value ->> 'quote' as quote,
        (entry.value ->> 'confidence')::double precision as confidence,
        nullif(entry.value ->> 'boxes', '[]') as boxes
      from documents, json_each(documents.record::json -> 'evidence') as entry
    `.execute(db);
  },

  async compressQuickly(db) {
    // Its own way takes a sixth of all its time. Another is there since version 14, where it was built so.
    const { rows } = await sql<{ offered: boolean }>`select 'lz4' = any(enumvals) as offered
      from pg_settings where name = 'default_toast_compression'`.execute(db);
    if (rows[0]?.offered !== true) return;
    await sql`alter table documents alter column text set compression lz4,
      alter column record set compression lz4, alter column repairs set compression lz4`.execute(db);
    await sql`alter table plan_search alter column words set compression lz4`.execute(db);
  },

  async addToSearchIndex(db, documents) {
    const rows = documents.map(
      ({ id, searched }) => sql`(cast(${id} as integer), cast(cast(${searched} as text) as tsvector))`,
    );
    await sql`insert into plan_search (search_id, words) values ${sql.join(rows)}`.execute(db);
  },

  async removeFromSearchIndex(db, id) {
    await sql`delete from plan_search where search_id = ${id}`.execute(db);
  },

  async searchIds(db, terms, limit) {
    if (terms.some(({ words }) => words.split(' ').some((word) => word.length > LONGEST_WORD))) return [];
    const query = terms.map(queryOf).join(' & ');
    const { rows } = await sql<{ search_id: number }>`
      select search_id from plan_search, cast(${query} as tsquery) as asked
      where words @@ asked order by ts_rank_cd(words, asked) desc, search_id limit ${limit}
    `.execute(db);
    return rows.map(({ search_id }) => search_id);
  },

  jsonRows: (columns, order) =>
    sql`json_agg(json_build_array(${sql.join(columns.map((column) => sql.ref(column)))}) order by ${sql.join(order.map((column) => sql.ref(column)))})::text`,

  async searchableIds(db) {
    const { rows } = await sql<{
      search_id: number;
    }>`select search_id from plan_search order by search_id`.execute(db);
    return rows.map(({ search_id }) => search_id);
  },

  // It holds references itself, and its files are its administrator's.
  faults: async () => [],

  // A server lays its files out by itself.
  layOut: async () => {},

  faultOf(error) {
    if (!(error instanceof Error)) return null;
    // The driver gives these no code.
    if (LOST_CONNECTION.test(error.message)) return 'unreachable';
    if (!('code' in error) || typeof error.code !== 'string') return null;
    const { code } = error;
    return FAULTS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
  },
};

const LOST_CONNECTION =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Codes of the system and of the SQL standard. */
const FAULTS: [string, StoreErrorCode][] = [
  ['ECONN', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['EAI_AGAIN', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['EPIPE', 'unreachable'],
  ['08', 'unreachable'],
  ['28', 'unreachable'],
  ['3D000', 'unreachable'],
  ['53100', 'disk-full'],
  ['53300', 'unreachable'],
  ['57P', 'unreachable'],
  ['42501', 'read-only'],
];

function queryOf({ words, begun }: SearchTerm): string {
  return `(${words.split(' ').join(' <-> ')}${begun ? ':*' : ''})`;
}
