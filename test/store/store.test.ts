import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredIngest } from '../../src/store/journal.ts';
import { openStore } from '../../src/store/open.ts';
import { SAMPLE_PLANS, type SamplePlan, sample } from './sample-plans.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name = 'plans.sqlite'): string => join(folder, name);

function ingestOf({ record }: SamplePlan): StoredIngest {
  const { path, sha256 } = record.source;
  return { path, sha256, fingerprint: 'f', planId: record.id, failure: null };
}

/** Every row of every table and view. */
function dump(path: string): Record<string, unknown[]> {
  const database = new Libsql(path);
  const names = rows(
    database,
    "select name from sqlite_master where type in ('table', 'view') order by name",
  );
  const all: Record<string, unknown[]> = {};
  for (const { name } of names) {
    if (typeof name === 'string' && !name.startsWith('plan_search')) {
      all[name] = rows(database, `select * from ${name}`).sort((a, b) =>
        JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
      );
    }
  }
  database.close();
  return all;
}

function rows(database: Libsql.Database, query: string): Record<string, unknown>[] {
  return database
    .prepare(query)
    .all()
    .map((row) => Object.fromEntries(Object.entries(row ?? {})));
}

describe('saving', () => {
  test('gives back what was saved, also after opening again', async () => {
    const store = await openStore(file());
    for (const { record, text } of SAMPLE_PLANS) expect(await store.save(record, text)).toBe('inserted');
    await store.close();
    const again = await openStore(file());
    for (const plan of SAMPLE_PLANS) expect(await again.get(plan.record.id)).toEqual(plan);
    expect(await again.get('no-such-plan')).toBeNull();
    await again.close();
  });

  test('replaces an earlier version whole, and tells a document that is the same', async () => {
    const store = await openStore(file('a'));
    const fresh = await openStore(file('b'));
    const { record, text } = sample(0);
    const shorter = {
      ...record,
      title: 'Khác',
      targets: record.targets.slice(0, 1),
      agencies: [],
      tables: [],
      citations: [],
      findings: [],
    };
    await store.save(record, text);
    expect(await store.save(record, text)).toBe('unchanged');
    expect(await store.save(shorter, `${text}Văn bản thay thế`)).toBe('updated');
    await fresh.save(shorter, `${text}Văn bản thay thế`);
    expect(await store.search('thay the')).toHaveLength(1);
    await store.close();
    await fresh.close();
    expect(dump(file('a'))).toEqual(dump(file('b')));
  });

  test('leaves the earlier version where a save fails', async () => {
    const store = await openStore(file());
    const { record, text } = sample(0);
    await store.save(record, text, ingestOf(sample(0)));
    const before = dump(file());
    const [first, ...others] = record.agencies;
    if (first === undefined) throw new Error('the sample has agencies');
    const dangling = { ...first, tasks: first.tasks.map((task) => ({ ...task, deadlines: [99] })) };
    await expect(store.save({ ...record, agencies: [dangling, ...others] }, text)).rejects.toThrow(
      'hai-van-12-kh-ubnd-2024: /agencies/0/tasks/0/deadlines/0 names no deadline',
    );
    await expect(store.save(record, 'a\0b')).rejects.toThrow('NUL');
    // A duplicate key is only seen by the database, when most of the plan is written.
    const [page] = record.source.pages;
    if (page === undefined) throw new Error('the sample has pages');
    await expect(
      store.save({ ...record, title: 'Khác', source: { ...record.source, pages: [page, page] } }, text),
    ).rejects.toThrow('UNIQUE');
    expect(dump(file())).toEqual(before);
    expect(await store.save(record, text)).toBe('unchanged');
    await store.close();
  });

  test('two builds of the same documents are the same bytes', async () => {
    for (const name of ['a', 'b']) {
      const store = await openStore(file(name));
      for (const plan of SAMPLE_PLANS) await store.save(plan.record, plan.text, ingestOf(plan));
      await store.close();
    }
    expect(readFileSync(file('a')).equals(readFileSync(file('b')))).toBe(true);
    const again = await openStore(file('b'));
    for (const plan of SAMPLE_PLANS) await again.save(plan.record, plan.text);
    await again.close();
    expect(readFileSync(file('a')).equals(readFileSync(file('b')))).toBe(true);
  });

  test('removes a plan with all its parts', async () => {
    const store = await openStore(file());
    for (const plan of SAMPLE_PLANS) await store.save(plan.record, plan.text, ingestOf(plan));
    expect(await store.remove('hai-van-31-kh-ubnd-2025')).toBe(true);
    expect(await store.remove('hai-van-31-kh-ubnd-2025')).toBe(false);
    expect((await store.ingests()).map(({ planId }) => planId)).toEqual([
      'hai-van-12-kh-ubnd-2024',
      null,
      'tan-giang-7-kh-ubnd-2025',
    ]);
    await store.close();
    for (const [table, found] of Object.entries(dump(file()))) {
      expect(JSON.stringify(found), table).not.toContain('"plan_id":"hai-van-31-kh-ubnd-2025"');
    }
  });
});

describe('ingests', () => {
  test('are remembered by path, failures too', async () => {
    const store = await openStore(file());
    const failed: StoredIngest = {
      path: 'inbox/broken.txt',
      sha256: null,
      fingerprint: 'f',
      planId: null,
      failure: { code: 'unreadable', detail: 'EACCES' },
    };
    await store.remember(failed);
    await store.save(sample(0).record, sample(0).text, ingestOf(sample(0)));
    expect(await store.ingests()).toEqual([
      { ...failed, state: 'failed', resultBytes: null },
      { ...ingestOf(sample(0)), state: 'done', resultBytes: null },
    ]);
    await store.remember({ ...failed, sha256: 'ab', failure: { code: 'not-a-plan', detail: null } });
    expect(await store.ingests()).toContainEqual({
      ...failed,
      sha256: 'ab',
      failure: { code: 'not-a-plan', detail: null },
      state: 'failed',
      resultBytes: null,
    });
    expect(await store.plans()).toEqual([
      {
        id: 'hai-van-12-kh-ubnd-2024',
        path: 'inbox/hai-van-12-kh-ubnd-2024.txt',
        sha256: sample(0).record.source.sha256,
      },
    ]);
    await store.close();
  });
});

describe('asking', () => {
  const ids = (plans: { id: string }[]): string[] => plans.map(({ id }) => id);

  test('lists by what a plan is and holds', async () => {
    const store = await openStore(file());
    for (const { record, text } of SAMPLE_PLANS) await store.save(record, text);
    const all = ['hai-van-12-kh-ubnd-2024', 'hai-van-31-kh-ubnd-2025', 'tan-giang-7-kh-ubnd-2025'];
    expect(ids(await store.list())).toEqual(all);
    expect(ids(await store.list({ place: 'Hải Vân' }))).toEqual(all.slice(0, 2));
    expect(ids(await store.list({ place: '99' }))).toEqual(all.slice(2));
    expect(ids(await store.list({ year: 2025 }))).toEqual(all.slice(1));
    expect(ids(await store.list({ year: 2025, limit: 1 }))).toEqual(all.slice(1, 2));
    expect(ids(await store.list({ cites: '102/NQ-CP' }))).toEqual(all.slice(0, 2));
    expect(ids(await store.list({ rule: 'table-total' }))).toEqual(all.slice(1, 2));
    expect(ids(await store.list({ indicator: 'bhtn' }))).toEqual([]);
    expect(ids(await store.list({ status: 'complete', level: 'province', indicator: 'bhyt' }))).toEqual(all);
    expect((await store.list({ year: 2024 }))[0]).toMatchObject({
      number: '12/KH-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Hải Vân',
      targets: 5,
      tasks: 2,
      findings: 0,
    });
    await store.close();
  });

  test.each([
    ['dat', 3],
    ['đạt', 3],
    ['ĐẠT TỪ', 3],
    ['bao phu bhyt', 3],
    ['"bao phu bhyt"', 3],
    ['"bhyt bao phu"', 0],
    ['102/NQ-CP', 2],
    ['"long hòa" 640.300', 1],
    ['long hoa', 1],
    ['gian', 0],
    ['tân gian*', 1],
    ['khong-co', 0],
    ['" ; -- * (', 0],
    ['', 0],
  ])('searches %s', async (words, count) => {
    const store = await openStore(file());
    for (const { record, text } of SAMPLE_PLANS) await store.save(record, text);
    expect(await store.search(words)).toHaveLength(count);
    await store.close();
  });

  test('shows the line that fits best', async () => {
    const store = await openStore(file());
    for (const { record, text } of SAMPLE_PLANS) await store.save(record, text);
    const [hit] = await store.search('long hoa');
    expect(hit?.plan.id).toBe('tan-giang-7-kh-ubnd-2025');
    expect(hit?.line.text).toBe('Xã Long Hòa\t15.020');
    expect(sample(2).text.slice(hit?.line.start, hit?.line.end)).toBe(hit?.line.text);
    expect((await store.search('dat', 2)).length).toBe(2);
    await store.close();
  });
});

test('laid out anew, the same plans are the same bytes however they were told', async () => {
  const settled = SAMPLE_PLANS.map((plan) => ({
    ingest: ingestOf(plan),
    plan: { record: plan.record, text: plan.text, repairs: '[]\n' },
  }));
  const paths = settled.map(({ ingest }) => ingest.path);
  const bytesOf = async (name: string, laidOut: boolean, together: boolean): Promise<Buffer> => {
    const store = await openStore(file(name));
    await store.queue(paths, 'f');
    if (together) await store.note(paths, settled);
    else for (const one of settled) await store.note([one.ingest.path], [one]);
    if (laidOut) await store.layOut();
    await store.close();
    return readFileSync(file(name));
  };
  expect((await bytesOf('a', false, true)).equals(await bytesOf('b', false, false))).toBe(false);
  expect((await bytesOf('c', true, true)).equals(await bytesOf('d', true, false))).toBe(true);
});
