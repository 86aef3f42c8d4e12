import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { displayPath } from '../batch/discover.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { CommandContext } from './program.ts';

/** Does something with what an ingest left in a folder; says so where there is nothing, or its database can't be used. */
export async function withStore(
  { host, m }: CommandContext,
  folder: string,
  work: (store: Store, out: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const out = resolve(host.cwd, folder);
  const file = join(out, 'plans.sqlite');
  if (!existsSync(file)) {
    host.stderr.write(`${m.folderMissing(displayPath(out, host.cwd))}\n`);
    return EXIT.nothing;
  }
  try {
    const { openStore } = await import('../store/store.ts');
    const store = await openStore(file);
    try {
      return await work(store, out);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    host.stderr.write(`${m.storeFailed(error.code, displayPath(error.path, host.cwd))}\n`);
    return EXIT.output;
  }
}
