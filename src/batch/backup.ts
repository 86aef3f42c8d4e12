import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { recordJson } from './plan-json.ts';
import { Results } from './results.ts';

/** Endings of a single file; anything else is a folder. */
const DATABASES = ['.sqlite', '.sqlite3', '.db'];

/** The place of the copy is taken. */
export class BackupExists extends Error {
  constructor(readonly place: string) {
    super(`${place} is there already`);
    this.name = 'BackupExists';
  }
}

/**
 * Copies what is stored at this moment, while a run may be going on: the database alone into a file, or a whole result
 * folder, whose files are those of the copied database. `target` is absolute; nothing of it is there before the copy is
 * whole. Gives the number of plans. Throws BackupExists.
 */
export async function backup(store: Store, out: string, target: string): Promise<number> {
  if (await isTaken(target)) throw new BackupExists(target);
  const partial = `${target}.${process.pid}.tmp`;
  try {
    const isFile = DATABASES.includes(extname(target).toLowerCase());
    if (isFile) await mkdir(dirname(target), { recursive: true });
    else await mkdir(partial, { recursive: true });
    const database = isFile ? partial : join(partial, 'plans.sqlite');
    await store.copyTo(database);
    const copy = await openStore(database);
    let plans = 0;
    try {
      const results = isFile ? null : await Results.open(partial);
      for await (const { id, record, text, repairs } of copy.documents()) {
        plans++;
        if (results === null) continue;
        await results.write(id, {
          record: recordJson(JSON.parse(record)),
          text,
          repairs: repairs ?? (await readFile(join(out, 'text', `${id}.repairs.json`), 'utf8')),
        });
      }
    } finally {
      await copy.close();
    }
    await rm(target, { recursive: true, force: true });
    await rename(partial, target);
    return plans;
  } finally {
    await rm(partial, { recursive: true, force: true });
    for (const ending of ['-wal', '-shm']) await rm(`${partial}${ending}`, { force: true });
  }
}

/** An empty folder may be filled. */
async function isTaken(target: string): Promise<boolean> {
  try {
    return (await readdir(target)).length > 0;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
