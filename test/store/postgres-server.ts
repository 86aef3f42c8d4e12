import { afterAll, beforeAll } from 'vitest';
import { type PostgresServer, startPostgres } from '../../scripts/batch/postgres-server.ts';

/** A PostgreSQL server of its own for the tests of a file; gives the address of a new, empty database. */
export function postgresServer(): () => Promise<string> {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    server = await startPostgres({ careful: false });
  }, 60_000);
  afterAll(() => server?.stop());
  return async () => {
    if (server === undefined) throw new Error('the server has not started');
    return server.newDatabase();
  };
}
