import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { BackupExists, backup } from '../../src/batch/backup.ts';
import { ingest } from '../../src/batch/ingest.ts';
import { DocumentSource } from '../../src/batch/queue/document-source.ts';
import { verify } from '../../src/batch/verify.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { inventedPlan } from '../report/invented.ts';
import { folderWith, put } from './folder.ts';

const FILES = { 'in/a.txt': 'KẾ HOẠCH a\n', 'in/b.txt': 'KẾ HOẠCH b\n', 'in/c.txt': 'no plan' };

async function ingested(): Promise<{ cwd: string; out: string; store: Store }> {
  const cwd = folderWith(FILES);
  const out = join(cwd, 'out');
  const store = await openStore(join(out, 'plans.sqlite'));
  onTestFinished(() => store.close());
  await ingest({ paths: ['in'], out, cwd, lang: 'vi', store, process: inventedPlan });
  return { cwd, out, store };
}

async function faults({ cwd, out, store }: { cwd: string; out: string; store: Store }, sources = true) {
  const found: string[] = [];
  for await (const { code, where, document } of verify({
    store,
    out,
    documents: new DocumentSource(cwd),
    sources,
  })) {
    found.push(`${code} ${where}${document === null ? '' : ` (${document})`}`);
  }
  return found;
}

test('what an ingest left agrees', async () => {
  expect(await faults(await ingested())).toEqual([]);
});

test.each<[string, (place: { cwd: string; out: string; store: Store }) => unknown, string[]]>([
  [
    'a record that is gone',
    ({ out }) => rmSync(join(out, 'plans/a.json')),
    ['file-missing plans/a.json (in/a.txt)'],
  ],
  [
    'a text of the same length that is another',
    ({ out }) => writeFileSync(join(out, 'text/a.txt'), 'KẾ HOẠCH x\n'),
    ['file-differs text/a.txt (in/a.txt)'],
  ],
  [
    'repairs that are cut off',
    ({ out }) => writeFileSync(join(out, 'text/b.repairs.json'), '['),
    ['file-differs text/b.repairs.json (in/b.txt)'],
  ],
  ['a document that changed', ({ cwd }) => put(cwd, 'in/b.txt', 'khác'), ['source-changed in/b.txt']],
  ['a document that is gone', ({ cwd }) => rmSync(join(cwd, 'in/b.txt')), ['source-missing in/b.txt']],
  ['a file of no plan', ({ out }) => put(out, 'plans/z.json', '{}'), ['file-unknown plans/z.json']],
  [
    'a file that was left half-written',
    ({ out }) => put(out, 'text/.a.txt.999999999.tmp', ''),
    ['half-written text/.a.txt.999999999.tmp'],
  ],
  ['a document that waits', ({ store }) => store.queue(['in/d.txt'], 'f'), ['unfinished in/d.txt']],
  [
    'a row that belongs to no plan',
    ({ out }) => inDatabase(out, "insert into recipients values ('z', 0, 'Như trên')"),
    ['database recipients'],
  ],
  [
    'a plan that can not be searched',
    ({ out }) => inDatabase(out, 'delete from plan_search where rowid = 1'),
    ['database a'],
  ],
  [
    'a plan without its text',
    ({ out }) => inDatabase(out, "delete from documents where plan_id = 'b'"),
    [
      'database b',
      'database plan_search',
      'file-unknown plans/b.json',
      'file-unknown text/b.repairs.json',
      'file-unknown text/b.txt',
    ],
  ],
  [
    'a file that was done, whose plan is gone',
    ({ out }) => inDatabase(out, "update ingests set plan_id = null where path = 'in/a.txt'"),
    ['database in/a.txt'],
  ],
])('tells %s', async (_, harm, expected) => {
  const place = await ingested();
  await harm(place);
  expect(await faults(place)).toEqual(expected);
});

test('does not read the documents where it is not to', async () => {
  const place = await ingested();
  rmSync(join(place.cwd, 'in/b.txt'));
  expect(await faults(place, false)).toEqual([]);
});

test('what is to be read again is put right by the next run', async () => {
  const place = await ingested();
  const { cwd, out, store } = place;
  const before = readFileSync(join(out, 'text/a.txt'), 'utf8');
  writeFileSync(join(out, 'text/a.txt'), 'KẾ HOẠCH x\n');
  await store.readAgain(['in/a.txt']);
  await ingest({ paths: ['in'], out, cwd, lang: 'vi', store, process: inventedPlan });
  expect(readFileSync(join(out, 'text/a.txt'), 'utf8')).toBe(before);
  expect(await faults(place)).toEqual([]);
});

test('a copied folder agrees, is whole, and has what was stored when it was made', async () => {
  const { cwd, out, store } = await ingested();
  const target = join(cwd, 'copies/one');
  expect(await backup(store, out, target)).toBe(2);
  await store.remove('a');
  const copy = await openStore(join(target, 'plans.sqlite'));
  expect(await faults({ cwd, out: target, store: copy })).toEqual([]);
  expect((await copy.plans()).map(({ id }) => id)).toEqual(['a', 'b']);
  await copy.close();
  for (const name of readdirSync(join(out, 'plans'))) {
    expect(readFileSync(join(target, 'plans', name), 'utf8')).toBe(
      readFileSync(join(out, 'plans', name), 'utf8'),
    );
  }
  expect(readdirSync(join(cwd, 'copies'))).toEqual(['one']);
});

test('a copied database has the plans, and nothing is overwritten', async () => {
  const { cwd, out, store } = await ingested();
  const target = join(cwd, 'copies/plans.sqlite');
  await backup(store, out, target);
  expect(readdirSync(join(cwd, 'copies'))).toEqual(['plans.sqlite']);
  const copy = await openStore(target);
  expect(await copy.verify()).toEqual([]);
  expect(await copy.plans()).toHaveLength(2);
  await copy.close();
  await expect(backup(store, out, target)).rejects.toThrow(BackupExists);
  await expect(backup(store, out, join(cwd, 'in'))).rejects.toThrow(BackupExists);
  expect(existsSync(join(cwd, 'in/a.txt'))).toBe(true);
});

/** Changes the database behind the program's back. */
function inDatabase(out: string, statement: string): void {
  const database = new Libsql(join(out, 'plans.sqlite'));
  database.prepare('pragma foreign_keys = off').all();
  database.prepare(statement).run();
  database.close();
}
