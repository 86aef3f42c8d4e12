import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { processDocument } from '../../src/pipeline.ts';
import type { PlanAnswer, QueueAnswer } from '../../src/web/api.ts';
import { put } from '../batch/folder.ts';
import { inventedRecord } from '../report/invented.ts';
import { HOST, openDesk } from './desk.ts';

const PDF = new URL('../fixtures/scans/digital/tra-vinh-49-kh-bcd-2023.pdf', import.meta.url);
const headers = { host: HOST };

test('plans with errors come first, then those with warnings, then those that were read with doubt', async () => {
  const { app, store } = await openDesk();
  const finding = {
    rule: 'number-missing',
    message: 'm',
    at: [],
    expected: null,
    actual: null,
    suggestion: null,
  };
  const page = { page: 1, origin: 'ocr', reason: null } as const;
  for (const [id, severities, confidence] of [
    ['a-clean', [], 1],
    ['b-doubtful', [], 0.5],
    ['c-warning', ['warning'], 1],
    ['d-error', ['error'], 1],
    ['e-two-errors', ['error', 'error', 'info'], 1],
  ] as const) {
    const record = inventedRecord({ id, findings: severities.map((severity) => ({ ...finding, severity })) });
    const source = { ...record.source, pages: [{ ...page, confidence }] };
    await store.save({ ...record, source, evidence: {} }, 'x');
  }
  const ask = async (query: string): Promise<QueueAnswer> =>
    (await app.inject({ url: `/api/plans?${query}`, headers })).json();
  const all = await ask('');
  expect(all.plans.map(({ id }) => id)).toEqual([
    'e-two-errors',
    'd-error',
    'c-warning',
    'b-doubtful',
    'a-clean',
  ]);
  expect(all).toMatchObject({ total: 5, counts: { plans: 5, checked: 0 }, facets: { years: [2024] } });
  expect(all.plans[0]).toMatchObject({ errors: 2, warnings: 0, infos: 1, pages: 1 });
  expect((await ask('severity=error&limit=1&offset=1')).plans.map(({ id }) => id)).toEqual(['d-error']);
  expect((await ask('words=C-WARN')).plans.map(({ id }) => id)).toEqual(['c-warning']);
  expect((await ask('year=2023')).total).toBe(0);
  expect((await app.inject({ url: '/api/plans?limit=9999', headers })).statusCode).toBe(400);
});

test('a plan comes with the sums behind its findings, its text and its pages', async () => {
  const { app, store, cwd } = await openDesk();
  const bytes = readFileSync(PDF);
  put(cwd, 'plan.pdf', bytes);
  const { record, text } = await processDocument({ path: 'plan.pdf', bytes });
  await store.save(record, text);
  const answer: PlanAnswer = (await app.inject({ url: `/api/plans/${record.id}`, headers })).json();
  expect(answer.hasImages).toBe(true);
  expect(answer.evidence).toEqual(record.evidence);
  expect(answer.sums[0]).toEqual({
    finding: answer.record.findings.findIndex(({ rule }) => rule === 'table-total'),
    parts: Array.from({ length: 10 }, (_, row) => `/tables/0/rows/${row}/cells/0`),
    sum: 15304,
    stated: 15647,
    holds: false,
  });
  const found = await app.inject({ url: `/api/plans/${record.id}/text`, headers });
  expect(found.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(found.body).toBe(text);
  const page = await app.inject({ url: `/api/plans/${record.id}/pages/2`, headers });
  expect(page.headers['content-type']).toBe('image/webp');
  expect(page.rawPayload.subarray(8, 12).toString()).toBe('WEBP');
  expect((await app.inject({ url: `/api/plans/${record.id}/pages/7`, headers })).statusCode).toBe(404);
});

test('a page of another document than the one that was read is not shown', async () => {
  const { app, store, cwd } = await openDesk();
  const bytes = readFileSync(PDF);
  const { record, text } = await processDocument({ path: 'plan.pdf', bytes });
  await store.save(record, text);
  put(cwd, 'plan.pdf', Buffer.concat([bytes, Buffer.from('\n')]));
  expect((await app.inject({ url: `/api/plans/${record.id}/pages/1`, headers })).statusCode).toBe(404);
  const answer: PlanAnswer = (await app.inject({ url: `/api/plans/${record.id}`, headers })).json();
  expect(answer.hasImages).toBe(false);
});

test.each([
  ['/api/plans/khong-co', 404],
  ['/api/plans/..%2F..%2Fetc', 400],
  ['/api/plans/khong-co/text', 404],
  ['/api/nothing', 404],
  ['/assets/..%2findex.html', 404],
  ['/plans/any', 200],
])('%s answers %i', async (url, status) => {
  const { app } = await openDesk();
  expect((await app.inject({ url, headers })).statusCode).toBe(status);
});

test.each([
  [{ host: 'evil.example' }, 421],
  [{ host: '127.0.0.1.evil.example' }, 421],
  [{ host: HOST, origin: 'http://127.0.0.1:3000' }, 403],
  [{ host: HOST, origin: 'http://evil.example' }, 403],
  [{ host: HOST, origin: 'null' }, 403],
  [{ host: HOST, origin: `http://${HOST}` }, 200],
])('a request with %j answers %i', async (other, status) => {
  const { app } = await openDesk();
  const answer = await app.inject({ url: '/api/plans', headers: other });
  expect(answer.statusCode).toBe(status);
});

test('nothing but the desk itself may run or be loaded in its pages', async () => {
  const { app } = await openDesk();
  const { headers: said } = await app.inject({ url: '/', headers });
  expect(said['content-security-policy']).toBe(
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
  );
  expect(said['x-content-type-options']).toBe('nosniff');
});
