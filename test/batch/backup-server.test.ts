import { join } from 'node:path';
import Libsql from 'libsql';
import { expect, test } from 'vitest';
import { backup } from '../../src/batch/backup.ts';
import { DocumentSource } from '../../src/batch/queue/document-source.ts';
import { verify } from '../../src/batch/verify.ts';
import { openStore } from '../../src/store/open.ts';
import { postgresServer } from '../store/postgres-server.ts';
import { SAMPLE_PLANS } from '../store/sample-plans.ts';
import { folderWith } from './folder.ts';

const newDatabase = postgresServer();

function rowsOf(file: string): Record<string, string[]> {
  const database = new Libsql(file);
  const rows = (query: string): string[] =>
    database
      .prepare(query)
      .all()
      .map((row) => JSON.stringify(row))
      .sort();
  const tables = rows(
    "select name from sqlite_master where type in ('table', 'view') and name not like 'plan_search%'",
  );
  const all = tables.map((row) => {
    const { name }: { name: string } = JSON.parse(row);
    return [name, rows(`select * from ${name}`)] as const;
  });
  database.close();
  return Object.fromEntries(all);
}

test('a database on a server is copied into a result folder that is what SQLite itself would have', async () => {
  const cwd = folderWith({});
  const server = await openStore(await newDatabase());
  const file = await openStore(join(cwd, 'own/plans.sqlite'));
  for (const { record, text } of SAMPLE_PLANS) {
    const { path, sha256 } = record.source;
    const ingest = { path, sha256, fingerprint: 'f', planId: record.id, failure: null, resultBytes: 2 ** 40 };
    for (const store of [server, file]) await store.save(record, text, ingest, '[]\n');
  }
  await file.close();

  const out = join(cwd, 'copy');
  expect(await backup(server, join(cwd, 'none'), out)).toBe(SAMPLE_PLANS.length);
  await server.close();
  expect(rowsOf(join(out, 'plans.sqlite'))).toEqual(rowsOf(join(cwd, 'own/plans.sqlite')));
  const copy = await openStore(join(out, 'plans.sqlite'));
  const faults: string[] = [];
  for await (const { code, where } of verify({
    store: copy,
    out,
    documents: new DocumentSource(cwd),
    sources: false,
  })) {
    faults.push(`${code} ${where}`);
  }
  expect(faults).toEqual([]);
  expect((await copy.search('bao phu')).length).toBeGreaterThan(0);
  await copy.close();
});
