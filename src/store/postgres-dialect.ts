import { PostgresDialect } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';

/** Whole numbers of 64 bits: counts and lengths, which a double holds exactly. */
const BIGINT = 20;

/** A dialect for the database at a postgres:// address, with up to so many connections. Waits ten seconds for one. */
export function postgresDialect(address: string, connections: number): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: 10_000,
    application_name: 'kehoach',
    types: {
      getTypeParser: (oid, format) => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  // A connection that fails while nobody uses it is replaced; one in use, also between two queries, fails the next.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool, cursor: Cursor });
}
