import { afterAll, expect, test } from 'vitest';
import { madePlan } from '../../../scripts/batch/made-plans.ts';
import { preparePlan } from '../../../src/batch/plan-json.ts';
import { DocumentPool } from '../../../src/batch/process/document-pool.ts';
import { processDocument } from '../../../src/pipeline.ts';

const pool = new DocumentPool({ jobs: 2 });
afterAll(() => pool.close());

const document = (at: number) => ({
  path: `in/${at}.txt`,
  bytes: new TextEncoder().encode(madePlan(at)),
});

test('gives what the program itself gives', async () => {
  const [one, two, three] = await Promise.all([0, 1, 2].map((at) => pool.read(document(at), { lang: 'en' })));
  expect(one).toEqual(await processDocument(document(0), { lang: 'en' }));
  expect(two).toEqual(await processDocument(document(1), { lang: 'en' }));
  expect(JSON.stringify(three)).toBe(JSON.stringify(await processDocument(document(2), { lang: 'en' })));
});

test('prepares plans as they are prepared from what the program itself gives', async () => {
  const plan = await processDocument(document(0), { lang: 'vi' });
  expect(await pool.prepare([document(0)], { lang: 'vi' })).toEqual([{ plan: preparePlan(plan) }]);
});

test('documents that are given together fare as they do alone', async () => {
  const text = { path: 'a.txt', bytes: new TextEncoder().encode('Luộc trứng bảy phút.') };
  const given = [document(0), text, document(1)];
  const fared: unknown[] = [];
  while (fared.length < given.length) fared.push(...(await pool.prepare(given.slice(fared.length), {})));
  expect(fared).toEqual([
    { plan: preparePlan(await processDocument(document(0), { lang: 'vi' })) },
    { error: expect.objectContaining({ code: 'not-a-plan', path: 'a.txt' }) },
    { plan: preparePlan(await processDocument(document(1), { lang: 'vi' })) },
  ]);
  expect(await pool.prepare([], {})).toEqual([]);
});

test('what is no plan fails as such, and the next is read', async () => {
  const text = { path: 'a.txt', bytes: new TextEncoder().encode('Luộc trứng bảy phút.') };
  await expect(pool.read(text, {})).rejects.toMatchObject({ code: 'not-a-plan', path: 'a.txt' });
  expect((await pool.read(document(0), {})).record.source.path).toBe('in/0.txt');
});

test.each([
  ['takes too much memory', { memoryBytes: 20e6 }, 'too-much-memory'],
  ['fills its heap', { heapBytes: 12e6 }, 'too-much-memory'],
  ['does not come to an end', { busySeconds: 0.01 }, 'too-slow'],
  ['gives no answer', { idleSeconds: 0.01 }, 'too-slow'],
])('a document that %s is the only one to fail', async (_, limits, code) => {
  const harsh = new DocumentPool({ jobs: 1, limits });
  try {
    await expect(harsh.read(document(0), {})).rejects.toMatchObject({ code, path: 'in/0.txt' });
    await expect(harsh.read(document(1), {})).rejects.toMatchObject({ code, path: 'in/1.txt' });
    expect(await harsh.prepare([document(2), document(3)], {})).toMatchObject([
      { error: { code, path: 'in/2.txt' } },
    ]);
  } finally {
    await harsh.close();
  }
});

test('processes are replaced after some documents', async () => {
  const brief = new DocumentPool({ jobs: 1, limits: { documents: 1 } });
  try {
    expect((await brief.read(document(0), {})).record.number).not.toBeNull();
    expect((await brief.read(document(1), {})).record.number).not.toBeNull();
  } finally {
    await brief.close();
  }
});
