import { type Kysely, type Migration, Migrator } from 'kysely';
import { engineOf } from './engine.ts';
import * as plans from './migrations/0001-plans.ts';
import * as pageReasons from './migrations/0002-page-reasons.ts';
import * as acceptedFindings from './migrations/0003-accepted-findings.ts';
import * as journal from './migrations/0004-journal.ts';
import * as textSketches from './migrations/0005-text-sketches.ts';
import * as review from './migrations/0006-review.ts';
import * as views from './migrations/0007-views.ts';
import * as standing from './migrations/0008-standing.ts';
import * as correctedValues from './migrations/0009-corrected-values.ts';
import * as legalBases from './migrations/0010-legal-bases.ts';
import * as plansByPath from './migrations/0011-plans-by-path.ts';
import * as compression from './migrations/0012-compression.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** In order; a migration that was released is never changed, only followed by another. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-plans': plans,
  '0002-page-reasons': pageReasons,
  '0003-accepted-findings': acceptedFindings,
  '0004-journal': journal,
  '0005-text-sketches': textSketches,
  '0006-review': review,
  '0007-views': views,
  '0008-standing': standing,
  '0009-corrected-values': correctedValues,
  '0010-legal-bases': legalBases,
  '0011-plans-by-path': plansByPath,
  '0012-compression': compression,
};

const VERSIONS = 'schema_versions';
const LOCK = 'schema_lock';

/** No clock in the database: all versions carry the same time, and their names give the order. */
const NO_TIME = '1970-01-01T00:00:00.000Z';

/**
 * Brings the database to the newest version, whole or not at all. Throws a StoreError where a newer program wrote it,
 * or another program altogether; `path` is for the message.
 */
export async function migrate(
  db: Kysely<Tables>,
  path: string,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<void> {
  const known = Object.keys(migrations);
  const isCurrent = async (connection: Kysely<Tables>): Promise<boolean> => {
    const versions = await storedVersions(connection, path);
    const unknown = versions.find((version) => !known.includes(version));
    if (unknown !== undefined) throw new StoreError('newer-version', path, unknown);
    return versions.length === known.length;
  };
  if (await isCurrent(db)) return;
  await engineOf(db).exclusively(db, async (connection) => {
    if (await isCurrent(connection)) return;
    const migrator = new Migrator({
      db: connection,
      provider: { getMigrations: async () => ({ ...migrations }) },
      migrationTableName: VERSIONS,
      migrationLockTableName: LOCK,
      disableTransactions: true,
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    await connection.updateTable(VERSIONS).set({ timestamp: NO_TIME }).execute();
  });
}

async function storedVersions(db: Kysely<Tables>, path: string): Promise<string[]> {
  const all = await db.introspection.getTables({ withInternalKyselyTables: true });
  // PostgreSQL tells of the queue's tables too, which are in a schema of their own.
  const tables = all
    .filter(({ schema }) => schema === undefined || schema === 'public')
    .map(({ name }) => name);
  if (tables.length === 0) return [];
  if (!tables.includes(VERSIONS)) throw new StoreError('other-database', path);
  const rows = await db.selectFrom(VERSIONS).select('name').execute();
  return rows.map((row) => row.name);
}
