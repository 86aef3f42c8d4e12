import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { displayPath } from '../batch/discover.ts';
import type { JobQueue, QueueOptions } from '../batch/queue/job-queue.ts';
import { isPostgres } from '../store/place.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';
import type { CommandContext } from './program.ts';

/** The PostgreSQL database that `--database` or DATABASE_URL names; null where neither does. */
export function serverOf(asked: string | undefined, env: Host['env']): string | null {
  const address = asked ?? env.DATABASE_URL;
  return address !== undefined && isPostgres(address) ? address : null;
}

/**
 * Does something with what was stored in a folder, or in the PostgreSQL database that is asked for; says so where there is
 * nothing, or the database can't be used.
 */
export async function withStore(
  context: CommandContext,
  { out: folder, database }: { out: string; database?: string },
  work: (store: Store, out: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { host, m } = context;
  const out = resolve(host.cwd, folder);
  const server = serverOf(database, host.env);
  const file = join(out, 'plans.sqlite');
  if (server === null && !existsSync(file)) {
    host.stderr.write(`${m.folderMissing(displayPath(out, host.cwd))}\n`);
    return EXIT.nothing;
  }
  return tellingFaults(context, async () => {
    const { openStore } = await import('../store/open.ts');
    const store = await openStore(server ?? file);
    try {
      return await work(store, out);
    } finally {
      await store.close();
    }
  });
}

/** Does something with a store and the queue beside it in the same PostgreSQL database. */
export async function withServer(
  context: CommandContext,
  database: string | undefined,
  connections: number,
  work: (store: Store, queue: JobQueue) => Promise<ExitCode>,
  options: QueueOptions = {},
): Promise<ExitCode> {
  const { host, m } = context;
  const server = serverOf(database, host.env);
  if (server === null) {
    host.stderr.write(`${m.queue.noServer}\n`);
    return EXIT.usage;
  }
  return tellingFaults(context, async () => {
    const { openStore } = await import('../store/open.ts');
    const store = await openStore(server, { connections });
    try {
      const { JobQueue } = await import('../batch/queue/job-queue.ts');
      const queue = await JobQueue.open(server, options);
      try {
        return await work(store, queue);
      } finally {
        await queue.close();
      }
    } finally {
      await store.close();
    }
  });
}

/** Does something with a database; says so where it can't be used. */
export async function tellingFaults(
  { host, m }: CommandContext,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const place = isPostgres(error.path) ? error.path : displayPath(error.path, host.cwd);
    host.stderr.write(`${m.storeFailed(error.code, place)}\n`);
    return EXIT.output;
  }
}
