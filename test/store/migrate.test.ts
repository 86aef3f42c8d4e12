import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Kysely, sql } from 'kysely';
import Libsql from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { postgresDialect } from '../../src/store/postgres-dialect.ts';
import { planRow } from '../../src/store/rows.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import type { Tables } from '../../src/store/tables.ts';
import { postgresServer } from './postgres-server.ts';
import { SAMPLE_PLANS } from './sample-plans.ts';

/** A database that the first version of the program left, with one plan in it. */
const VERSION_1 = new URL('../fixtures/store/version-1.sqlite.gz', import.meta.url);

const newDatabase = postgresServer();

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'plans.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the file with other migrations than the program's own. */
async function migrateWith(extra: Record<string, (db: Kysely<Tables>) => Promise<void>>): Promise<void> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file, 1000) });
  const added = Object.entries(extra).map(([name, up]) => [name, { up }]);
  try {
    await migrate(db, file, { ...MIGRATIONS, ...Object.fromEntries(added) });
  } finally {
    await db.destroy();
  }
}

function schema(path: string): unknown[] {
  const database = new Libsql(path);
  const found = database.prepare('select type, name, tbl_name, sql from sqlite_master order by name').all();
  database.close();
  return found;
}

test('a database of version 1 opens, has every table, and gives back its plan', async () => {
  writeFileSync(file, gunzipSync(readFileSync(VERSION_1)));
  const store = await openStore(file);
  const plan = await store.get('hai-van-12-kh-ubnd-2024');
  if (plan === null) throw new Error('the plan is gone');
  expect(plan.record).toMatchObject({ number: '12/KH-UBND', issuedOn: '2024-02-05' });
  expect(plan.record.targets.map(({ value }) => value)).toEqual([92.5, 812400, 41200, 38150, 9870]);
  for (const { start, end, quote } of Object.values(plan.record.evidence)) {
    expect(plan.text.slice(start, end)).toBe(quote);
  }
  expect(await store.search('bao phu')).toHaveLength(1);
  const { errors, warnings, infos, pages, least_confidence } = planRow(plan.record);
  expect(
    await store.ask((db) =>
      db.selectFrom('plans').select(['errors', 'warnings', 'infos', 'pages', 'least_confidence']).execute(),
    ),
  ).toEqual([{ errors, warnings, infos, pages, least_confidence }]);
  expect(await store.save({ ...plan.record, title: 'Khác' }, plan.text)).toBe('updated');
  await store.close();
  const fresh = join(folder, 'fresh.sqlite');
  await (await openStore(fresh)).close();
  expect(schema(file)).toEqual(schema(fresh));
});

test.each(Object.keys(MIGRATIONS).map((name, at) => [name, at + 1] as const))(
  'a database that got as far as %s is brought up to date with what is in it',
  async (_, steps) => {
    writeFileSync(file, gunzipSync(readFileSync(VERSION_1)));
    const old = new Libsql(file);
    const noted = old.prepare('insert into ingests values (?, ?, ?, ?, ?, ?)');
    noted.run(['in/a.txt', 'ab', 'f', 'hai-van-12-kh-ubnd-2024', null, null]);
    noted.run(['in/b.txt', 'cd', 'f', null, 'empty', null]);
    old.close();
    const db = new Kysely<Tables>({ dialect: sqliteDialect(file, 1000) });
    await migrate(db, file, Object.fromEntries(Object.entries(MIGRATIONS).slice(0, steps)));
    await db.destroy();
    const store = await openStore(file);
    expect(await store.verify()).toEqual([]);
    expect(await store.states()).toEqual({ queued: 0, running: 0, done: 1, failed: 1 });
    expect(await store.list({ indicator: 'bhyt' })).toHaveLength(1);
    await store.close();
    const fresh = join(folder, 'fresh.sqlite');
    await (await openStore(fresh)).close();
    expect(schema(file)).toEqual(schema(fresh));
  },
);

test.each(Object.keys(MIGRATIONS).map((name, at) => [name, at + 1] as const))(
  'so is one on PostgreSQL that got as far as %s',
  async (_, steps) => {
    const address = await newDatabase();
    const db = new Kysely<Tables>({ dialect: postgresDialect(address, 1) });
    await migrate(db, address, Object.fromEntries(Object.entries(MIGRATIONS).slice(0, steps)));
    await sql`insert into plans (id, status, schema_version, source_path, source_sha256, source_media_type, source_bytes, diacritics)
      values ('a', 'partial', 1, 'in/a.txt', 'ab', 'text/plain', 3, 'original')`.execute(db);
    await sql`insert into documents (plan_id, text, record) values ('a', 'Kế hoạch', '{}')`.execute(db);
    await sql`insert into ingests (path, sha256, fingerprint, plan_id, failure_code)
      values ('in/a.txt', 'ab', 'f', 'a', null), ('in/b.txt', 'cd', 'f', null, 'empty')`.execute(db);
    await db.destroy();
    const store = await openStore(address);
    expect(await store.plans()).toEqual([{ id: 'a', path: 'in/a.txt', sha256: 'ab' }]);
    // What was noted before files had a state was done with.
    const before = (await store.states()).failed;
    expect(before).toBe(steps < 4 ? 1 : 0);
    await store.close();
    const fresh = await newDatabase();
    await (await openStore(fresh)).close();
    expect(await columnsOf(address)).toEqual(await columnsOf(fresh));
  },
);

async function columnsOf(address: string): Promise<unknown[]> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(address, 1) });
  const { rows } = await sql`select table_name, column_name, data_type, is_nullable, column_default
    from information_schema.columns where table_schema = 'public' order by 1, 2`.execute(db);
  await db.destroy();
  return rows;
}

test('a server compresses new texts quickly where it can', async () => {
  const address = await newDatabase();
  await (await openStore(address)).close();
  const db = new Kysely<Tables>({ dialect: postgresDialect(address, 1) });
  const { rows } = await sql<{
    used: string;
    offered: string;
  }>`select attcompression as used, enumvals as offered
    from pg_attribute, pg_settings
    where attrelid = 'documents'::regclass and attname = 'record' and name = 'default_toast_compression'`.execute(
    db,
  );
  await db.destroy();
  expect(rows.map(({ used }) => used)).toEqual(
    rows.map(({ offered }) => (offered.includes('lz4') ? 'l' : '')),
  );
  expect(rows).toHaveLength(1);
});

test('a later migration runs on what is there, and opening again does not repeat it', async () => {
  const store = await openStore(file);
  for (const { record, text } of SAMPLE_PLANS) await store.save(record, text);
  await store.close();
  let runs = 0;
  const extra = {
    '9999-notes': async (db: Kysely<Tables>) => {
      runs++;
      await db.schema.alterTable('plans').addColumn('note', 'text').execute();
    },
  };
  await migrateWith(extra);
  await migrateWith(extra);
  expect(runs).toBe(1);
});

test('a newer version is refused, and stays as it is', async () => {
  await migrateWith({
    '9999-notes': async (db) => {
      await db.schema.alterTable('plans').addColumn('note', 'text').execute();
    },
  });
  const before = readFileSync(file);
  await expect(openStore(file)).rejects.toMatchObject({
    code: 'newer-version',
    path: file,
    message: `${file} was written by a newer version of this program (9999-notes)`,
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a migration that fails leaves the database as it was', async () => {
  const store = await openStore(file);
  for (const { record, text } of SAMPLE_PLANS) await store.save(record, text);
  await store.close();
  const before = schema(file);
  const broken = {
    '9999-broken': async (db: Kysely<Tables>) => {
      await db.schema.alterTable('plans').addColumn('note', 'text').execute();
      await db.schema.dropTable('findings').execute();
      throw new Error('broken');
    },
  };
  await expect(migrateWith(broken)).rejects.toThrow('broken');
  expect(schema(file)).toEqual(before);
  const again = await openStore(file);
  expect(await again.list()).toHaveLength(SAMPLE_PLANS.length);
  await again.close();
});
