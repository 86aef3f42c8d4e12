import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { asStoreError } from './engine.ts';
import { holdCorrections, lagging } from './hold-corrections.ts';
import { migrate } from './migrate.ts';
import { isPostgres, withoutPassword } from './place.ts';
import { checkpoint, sqliteDialect, useWriteAheadLog } from './sqlite.ts';
import { Store } from './store.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';
import type { Tables } from './tables.ts';

export interface StoreOptions {
  /** How long to wait for another process that is writing, in milliseconds. */
  busyTimeout?: number;
  /** Of PostgreSQL: how many things it can be asked at a time. */
  connections?: number;
}

/**
 * Opens the database at `place`: a SQLite file, which is created with its folder where there is none, or a PostgreSQL
 * database by its postgres:// address. An older version is brought up to date. Throws a StoreError that names the place
 * where it is no database of this program, is of a newer version, can't be written to or reached, or is in use for
 * longer than the time to wait.
 */
export async function openStore(place: string, options: StoreOptions = {}): Promise<Store> {
  return isPostgres(place) ? openServer(place, options) : openFile(place, options);
}

async function openFile(path: string, { busyTimeout = 10_000 }: StoreOptions): Promise<Store> {
  await prepare(path);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path, busyTimeout) });
  try {
    await migrate(db, path);
    await useWriteAheadLog(db, path, busyTimeout);
    await catchUp(db);
  } catch (error) {
    await db.destroy();
    throw asStoreError(db, error, path);
  }
  return new Store(path, db, () => checkpoint(db));
}

async function openServer(address: string, { connections = 4 }: StoreOptions): Promise<Store> {
  const { postgresDialect } = await import('./postgres-dialect.ts');
  const db = new Kysely<Tables>({ dialect: postgresDialect(address, connections) });
  const shown = withoutPassword(address);
  try {
    await migrate(db, shown);
    await catchUp(db);
  } catch (error) {
    await db.destroy();
    throw asStoreError(db, error, shown);
  }
  return new Store(shown, db);
}

/** Rows that an earlier version wrote hold no corrections yet. */
async function catchUp(db: Kysely<Tables>): Promise<void> {
  if ((await lagging(db)).length > 0)
    await db.transaction().execute((transaction) => holdCorrections(transaction));
}

/** Sees to the folder, and to faults of the file that the driver would tell late or not at all. */
async function prepare(path: string): Promise<void> {
  const fail = (code: StoreErrorCode, cause: unknown): never => {
    throw new StoreError(code, path, cause instanceof Error ? cause.message : null, { cause });
  };
  const folder = dirname(resolve(path));
  await mkdir(folder, { recursive: true }).catch((error: unknown) => fail('unusable-path', error));
  const file = await stat(path).catch(() => null);
  if (file !== null && !file.isFile()) throw new StoreError('unusable-path', path, 'not a file');
  for (const place of file === null ? [folder] : [folder, path]) {
    await access(place, constants.W_OK).catch((error: unknown) => fail('read-only', error));
  }
}
