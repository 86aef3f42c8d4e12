import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { compareStored } from '../../src/compare/stored.ts';
import { fold } from '../../src/lexicon/fold.ts';
import type { PlanRecord } from '../../src/plan/record.ts';
import { addCorrection } from '../../src/store/corrections.ts';
import { exportRows, exportTables } from '../../src/store/export.ts';
import { holdCorrections } from '../../src/store/hold-corrections.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { postgresServer } from './postgres-server.ts';
import { SAMPLE_PLANS, sample } from './sample-plans.ts';

const newDatabase = postgresServer();
const folder = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = async (): Promise<string> => join(folder, `${++files}.sqlite`);
const PLACES = { SQLite: newFile, PostgreSQL: newDatabase };

const first = sample(0);
const second = sample(1);
const third = sample(2);

const entry = (path: string, planId: string | null) => ({
  path,
  sha256: 'ab',
  fingerprint: 'f',
  planId,
  failure: planId === null ? ({ code: 'empty', detail: null } as const) : null,
});

/** What a person does with a store, and what it answers. */
async function story(store: Store): Promise<unknown[]> {
  const told: unknown[] = [];
  for (const { record, text } of SAMPLE_PLANS) {
    const { path } = record.source;
    told.push(await store.save(record, text, { ...entry(path, record.id), resultBytes: 12 }, '[]\n'));
  }
  told.push(await store.save(first.record, first.text));
  told.push(await store.save({ ...second.record, title: 'Khác' }, `${second.text}Văn bản thay thế`));
  await store.queue(['z.txt', 'Đ.txt', 'a b.txt'], 'f');
  await store.begin('Đ.txt');
  await store.remember(entry('a b.txt', null));
  told.push(await store.ingests(), await store.states(), await store.failures(3));
  told.push(await store.plans(), await store.list(), await store.list({ indicator: 'bhyt', year: 2025 }));
  told.push(await store.list({ cites: '102/NQ-CP', rule: 'table-total' }));
  const room = { headlines: true, findings: ['error' as const] };
  const ids = SAMPLE_PLANS.map(({ record }) => record.id);
  told.push([...(await store.summaries(ids, room)).values()]);
  for (const words of ['bao phu', '"bao hiem y te" tang*', 'thay the', 'không có đâu']) {
    told.push((await store.search(words)).map(({ plan, line }) => `${plan.id}: ${line.text}`).sort());
  }
  const made = { evidence: null, marked: null, partOf: null, by: 'hoa', at: '2025-06-30T08:15:00.000Z' };
  await store.change(async (db) => {
    const { sha256 } = first.record.source;
    await addCorrection(db, sha256, { ...made, pointer: '/targets/0/value', value: 77, former: 92.5 });
    await holdCorrections(db, sha256);
  });
  told.push(await compareStored(store, { indicator: 'bhyt' }));
  for (const table of await store.ask(exportTables)) {
    const rows: unknown[] = [];
    for await (const row of store.each((db) => exportRows(db, table))) rows.push(row);
    told.push(table, rows);
  }
  told.push(await store.get(third.record.id));
  told.push(await store.remove(third.record.id), await store.remove(third.record.id));
  told.push(await store.get(third.record.id), await store.ingests(), await store.verify());
  const saved: unknown[] = [];
  for await (const row of store.documents()) saved.push(row);
  told.push(saved);
  return told;
}

describe('both databases', () => {
  test('answer the same', async () => {
    const answers: unknown[][] = [];
    for (const place of Object.values(PLACES)) {
      const store = await openStore(await place());
      answers.push(await story(store));
      await store.close();
    }
    expect(answers[0]?.length).toBeGreaterThan(15);
    expect(answers[1]).toEqual(answers[0]);
  });

  test('hold the same rows, also in the views', async () => {
    const file = await newFile();
    const address = await newDatabase();
    for (const place of [file, address]) {
      const store = await openStore(place);
      for (const { record, text } of SAMPLE_PLANS)
        await store.save(record, text, entry(record.id, record.id));
      await store.close();
    }
    const sqlite = new Libsql(file);
    const postgres = new pg.Client({ connectionString: address });
    await postgres.connect();
    const { rows: names } = await postgres.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    for (const { name } of names) {
      if (name === 'plan_search') continue;
      const { rows } = await postgres.query(`select * from ${name}`);
      const other = sqlite.prepare(`select * from ${name}`).all();
      expect(inOrder(rows), name).toEqual(inOrder(other));
    }
    expect(names.length).toBeGreaterThan(20);
    await postgres.end();
    sqlite.close();
  });
});

test.each(Object.entries(PLACES))(
  'words are found however they are joined, and long ones cost nothing else in %s',
  async (_, place) => {
    const store = await openStore(await place());
    const { record } = first;
    const often = Array.from({ length: 20_000 }, (_, at) => `nhiều ${at}`).join(' ');
    await store.save(record, `kinh/phí x-y 1e5 12abc 1.234 ${'dài'.repeat(2000)} cuối cùng ${often} hết`);
    const found = async (words: string): Promise<boolean> => (await store.search(words)).length > 0;
    for (const words of [
      'kinh',
      'phi',
      '"kinh phi"',
      'x',
      'y',
      '1e5',
      '12ab*',
      '"1 234"',
      '"cuoi cung"',
      'nhieu 19999',
      'het',
    ]) {
      expect(await found(words), words).toBe(true);
    }
    expect(await found('kinhphi')).toBe(false);
    expect(await found(`${'lạ'.repeat(2000)} kinh`)).toBe(false);
    await store.close();
  },
);

test('PostgreSQL is given the words as it would take them itself', async () => {
  const address = await newDatabase();
  const store = await openStore(address);
  for (const { record, text } of SAMPLE_PLANS) await store.save(record, text);
  await store.close();
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query<{ text: string; words: string }>(
    'select text, words::text from documents join plan_search using (search_id)',
  );
  for (const { text, words } of rows) {
    const plain = fold(text)
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ');
    const own = await client.query("select to_tsvector('simple', $1)::text as words", [plain]);
    expect(own.rows).toEqual([{ words }]);
  }
  expect(rows).toHaveLength(SAMPLE_PLANS.length);
  await client.end();
});

describe.each(Object.entries(PLACES))('several things at once in %s', (_, place) => {
  test('are done all or none', async () => {
    const store = await openStore(await place());
    const { record, text } = first;
    const failing = store.together(async (unit) => {
      await unit.savePlans([unit.prepare({ record, text })], 'f');
      await unit.remember([entry('a.txt', record.id)]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.plans()).toEqual([]);
    expect(await store.ingests()).toEqual([]);
    await store.close();
  });

  test('another content never gets the id that one has, however many save it together', async () => {
    const store = await openStore(await place(), { connections: 8 });
    const { record, text } = first;
    const copies = Array.from({ length: 8 }, (_, at) => ({
      ...record,
      source: { ...record.source, path: `in/${at}.txt`, sha256: `${at}`.repeat(64) },
    }));
    const ids = await Promise.all(
      copies.map((copy) =>
        store.together((unit) => unit.savePlans([unit.prepare({ record: copy, text })], 'f')),
      ),
    ).then((each) => each.flat());
    expect(new Set(ids).size).toBe(8);
    expect(ids.filter((id) => id === record.id)).toHaveLength(1);
    // A document that is read again keeps what it has, and one that became another plan leaves nothing behind.
    const [again] = copies;
    if (again === undefined) throw new Error('eight copies');
    const save = (record: PlanRecord, text: string): Promise<string[]> =>
      store.together((unit) => unit.savePlans([unit.prepare({ record, text })], 'f'));
    expect(await save(again, text)).toEqual(ids.slice(0, 1));
    const changed = { ...second.record, source: { ...again.source, sha256: 'c'.repeat(64) } };
    expect(await save(changed, second.text)).toEqual([changed.id]);
    const stored = (await store.plans()).map(({ id }) => id);
    expect(stored.sort()).toEqual([...ids.slice(1), changed.id].sort());
    await store.close();
  });

  test('give several plans at once what they give one after the other', async () => {
    const { record, text } = first;
    const from = (path: string, sha: string, id = record.id) => ({
      record: { ...record, id, source: { ...record.source, path, sha256: sha.repeat(64) } },
      text,
    });
    const plans = [from('1', 'a'), from('2', 'b'), from('3', 'a'), from('4', 'd', 'other'), from('5', 'e')];
    const alone = await openStore(await place());
    const ids: string[] = [];
    for (const plan of plans) {
      await alone.together(async (unit) => {
        const { path, sha256 } = plan.record.source;
        const [id = ''] = await unit.savePlans([unit.prepare(plan)], 'f');
        await unit.remember([{ path, sha256, fingerprint: 'f', planId: id, failure: null }]);
        ids.push(id);
      });
    }
    const together = await openStore(await place());
    expect(
      await together.together((unit) =>
        unit.savePlans(
          plans.map((plan) => unit.prepare(plan)),
          'f',
        ),
      ),
    ).toEqual(ids);
    expect(await together.plans()).toEqual(await alone.plans());
    expect(await together.list()).toEqual(await alone.list());
    await alone.close();
    await together.close();
  });
});

test('an address that nobody answers at is told, without its password', async () => {
  await expect(openStore('postgres://me:secret@localhost:1/plans')).rejects.toMatchObject({
    code: 'unreachable',
    path: 'postgres://me@localhost:1/plans',
  });
});

test('a database of another program is left alone', async () => {
  const address = await newDatabase();
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query('create table mine (id integer)');
  await client.end();
  await expect(openStore(address)).rejects.toMatchObject({ code: 'other-database' });
});

/** Rows as text, with numbers of any length as numbers, in an order of their own. */
function inOrder(rows: readonly unknown[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(
        Object.fromEntries(
          Object.entries(row ?? {}).map(([name, value]) => [
            name,
            name === 'result_bytes' || name === 'source_bytes' ? Number(value) : value,
          ]),
        ),
      ),
    )
    .sort();
}
