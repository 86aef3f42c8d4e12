import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Libsql from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { answered, type Row, rowsOf } from './answered.ts';
import { SAMPLE_PLANS } from './sample-plans.ts';

const PAGE = fileURLToPath(new URL('../../docs/database.md', import.meta.url));

let folder = '';
let database: Libsql.Database;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  const file = join(folder, 'plans.sqlite');
  const store = await openStore(file);
  for (const { record, text } of SAMPLE_PLANS) {
    const { path, sha256 } = record.source;
    await store.save(record, text, { path, sha256, fingerprint: 'f', planId: record.id, failure: null });
  }
  const failure = { code: 'not-a-plan', detail: null } as const;
  await store.remember({ path: 'inbox/recipe.txt', sha256: 'ab', fingerprint: 'f', planId: null, failure });
  await store.close();
  database = new Libsql(file);
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (query: string): Row[] => rowsOf(database, query);

/** The columns that the page gives each table, with their types. */
function documentedColumns(page: string): Record<string, string[]> {
  const tables: Record<string, string[]> = {};
  for (const [, name = '', body = ''] of page.matchAll(/^### (\w+)\n(.*?)(?=^##)/gms)) {
    const columns = [...body.matchAll(/^\| (\w+) \| ([\w ()]+) \|/gm)].map(
      ([, column, type]) => `${column} ${type}`,
    );
    if (columns[0] === 'column type') tables[name] = columns.slice(1);
  }
  return tables;
}

/** The columns of every table and view there is. The types of a view, which has none of its own, are the page's. */
function storedColumns(documented: Record<string, string[]>): Record<string, string[]> {
  const tables: Record<string, string[]> = {};
  for (const row of ask("select name, type from sqlite_master where type in ('table', 'view')")) {
    const { name, type: kind } = Object.fromEntries(row);
    if (typeof name !== 'string' || name.startsWith('plan_search') || name === 'schema_lock') continue;
    tables[name] = ask(`pragma table_info(${name})`).map((info, at) => {
      const { name: column, type } = Object.fromEntries(info);
      const said = documented[name]?.[at]?.replace(/^\w+ /, '');
      return `${column} ${kind === 'view' ? said : String(type).toLowerCase()}`;
    });
  }
  return tables;
}

test('the page has every table and column there is, and no other', () => {
  const documented = documentedColumns(readFileSync(PAGE, 'utf8'));
  expect(documented).toEqual(storedColumns(documented));
});

test('every example on the page runs and gives what it shows (vitest --update writes the results)', async () => {
  await expect(answered(readFileSync(PAGE, 'utf8'), database)).toMatchFileSnapshot(PAGE);
});
