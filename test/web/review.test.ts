import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { processDocument } from '../../src/pipeline.ts';
import { PlanFacts } from '../../src/plan/record.ts';
import type { PlanAnswer } from '../../src/web/api.ts';
import { HOST, openDesk, type Visitor, visitor } from './desk.ts';

const FILE = 'corpus/tra-vinh-49-kh-bcd-2023/source.txt';
const WHOLE = '/tables/0/rows/10/cells/0';
const plan = await processDocument({ path: FILE, bytes: readFileSync(FILE) });
const url = `/api/plans/${plan.record.id}`;

/** A desk with one plan on it, and someone before it. */
async function deskWithPlan() {
  const { app, store } = await openDesk();
  await store.save(plan.record, plan.text);
  return { app, store, ask: await visitor(app) };
}

async function etag(ask: Visitor): Promise<string> {
  return (await ask('GET', url)).json<PlanAnswer>().etag;
}

async function correct(ask: Visitor, pointer: string, value: unknown, version?: string) {
  return ask('POST', `${url}/corrections`, { pointer, value }, { 'if-match': version ?? (await etag(ask)) });
}

test('a corrected total settles its finding, takes the targets of its cell along, and can be taken back', async () => {
  const { ask } = await deskWithPlan();
  const total = plan.record.findings.findIndex(({ rule }) => rule === 'table-total');
  const before = (await ask('GET', url)).json<PlanAnswer>();
  const ofCell = before.record.targets.findIndex(
    ({ from, value }) => from?.row === 10 && from.column === 0 && value === 15647,
  );
  const after = (await correct(ask, WHOLE, { text: '15.304', value: 15304 })).json<PlanAnswer>();
  expect(after.record.tables[0]?.rows[10]?.cells[0]).toEqual({ text: '15.304', value: 15304 });
  expect(after.sums.find(({ finding }) => finding === total)).toMatchObject({ stated: 15304, holds: true });
  expect(ofCell).toBeGreaterThanOrEqual(0);
  expect(after.record.targets[ofCell]?.value).toBe(15304);
  expect(after.corrections[0]).toMatchObject({
    former: { text: '15.647', value: 15647 },
    by: 'hoa',
    state: 'held',
  });
  expect(after.undo?.pointer).toBe(WHOLE);
  const undone = (await ask('POST', `${url}/undo`, { correction: after.undo?.id })).json<PlanAnswer>();
  expect(undone.record).toEqual(before.record);
  expect(undone).toMatchObject({ corrections: [], undo: null });
});

test('two reviewers of the same value see both; of different values neither is in the other’s way', async () => {
  const { ask, app } = await deskWithPlan();
  const other = await visitor(app);
  const seen = await etag(ask);
  expect((await correct(ask, '/title', 'Một', seen)).statusCode).toBe(200);
  const late = await correct(other, '/title', 'Hai', seen);
  expect(late.statusCode).toBe(409);
  expect(late.json()).toMatchObject({ error: 'conflict', theirs: { value: 'Một', by: 'hoa' }, mine: 'Hai' });
  expect((await correct(other, '/period', '2024', seen)).statusCode).toBe(200);
  expect((await correct(other, '/title', 'Hai')).json<PlanAnswer>().record.title).toBe('Hai');
});

test.each([
  ['a value of another kind', '/targets/0/value', 'nhiều', 422],
  ['a date that is none', '/issuedOn', '2025-02-30', 422],
  ['a place that is not there', '/targets/999/value', 1, 422],
  ['what a label can not be', '/targets/0/label', null, 422],
  ['what was read and how', '/evidence', {}, 400],
  ['the id', '/id', 'khac', 400],
])('%s can not be written', async (_, pointer, value, status) => {
  const { ask } = await deskWithPlan();
  expect((await correct(ask, pointer, value)).statusCode).toBe(status);
});

test('a change without a version, or of another reading, is refused', async () => {
  const { ask, store } = await deskWithPlan();
  expect((await ask('POST', `${url}/corrections`, { pointer: '/title', value: 'x' })).statusCode).toBe(428);
  const seen = await etag(ask);
  await store.save({ ...plan.record, title: 'đọc lại' }, plan.text);
  expect((await correct(ask, '/title', 'x', seen)).statusCode).toBe(412);
});

test('a value that was missed gets its place', async () => {
  const { ask } = await deskWithPlan();
  const marked = { page: 1, box: [0.5, 0.1, 0.3, 0.02] };
  const body = { pointer: '/issuedOn', value: '2023-02-10', marked };
  const answer = await ask('POST', `${url}/corrections`, body, { 'if-match': await etag(ask) });
  expect(answer.json<PlanAnswer>()).toMatchObject({
    record: { issuedOn: '2023-02-10' },
    corrections: [{ marked }],
  });
});

test('the corrected record is exported in the form of gold.json', async () => {
  const { ask } = await deskWithPlan();
  await correct(ask, '/issuedOn', '2023-02-10');
  const file = await ask('GET', `${url}/corrected.json`);
  expect(file.headers['content-disposition']).toBe(`attachment; filename="${plan.record.id}.gold.json"`);
  const { findings, ...facts } = file.json();
  expect(PlanFacts.parse(facts).issuedOn).toBe('2023-02-10');
  expect(findings).toEqual(plan.record.findings);
  expect(Object.keys(file.json())).toEqual(
    Object.keys(JSON.parse(readFileSync('corpus/tra-vinh-49-kh-bcd-2023/gold.json', 'utf8'))),
  );
});

test('a finding is accepted with a reason, and another reviewer’s reason is not overwritten', async () => {
  const { ask, store } = await deskWithPlan();
  const finding = 0;
  expect((await ask('POST', `${url}/accepted`, { finding, reason: ' ' })).statusCode).toBe(400);
  const accepted = (await ask('POST', `${url}/accepted`, { finding, reason: 'để trống' })).json<PlanAnswer>();
  expect(accepted.accepted).toMatchObject([{ finding, reason: 'để trống', by: 'hoa', rule: 'date-missing' }]);
  expect((await ask('DELETE', `${url}/accepted`, { finding })).json<PlanAnswer>().accepted).toEqual([]);
  const { id, source } = plan.record;
  const [{ rule, key = '', message }] = [{ ...accepted.accepted[0], rule: 'date-missing', message: 'm' }];
  await store.accept(
    { id, sha256: source.sha256 },
    { rule, key, message, reason: 'a', by: 'an', at: '2026-01-01' },
  );
  const late = await ask('POST', `${url}/accepted`, { finding, reason: 'b' });
  expect(late.statusCode).toBe(409);
  expect(late.json()).toMatchObject({ theirs: { value: 'a', by: 'an' }, mine: 'b' });
});

test('the log says who did what', async () => {
  const { ask } = await deskWithPlan();
  await correct(ask, '/title', 'Một');
  await ask('PUT', `${url}/review`, { checked: true });
  const { entries } = (await ask('GET', `${url}/history`)).json();
  expect(entries).toMatchObject([
    { account: 'hoa', action: 'correct', detail: '{"pointer":"/title","value":"Một"}' },
    { account: 'hoa', action: 'review' },
  ]);
});

test.each(['POST', 'PUT', 'DELETE'] as const)('%s without the token changes nothing', async (method) => {
  const { app } = await deskWithPlan();
  const targets = { POST: 'corrections', PUT: 'review', DELETE: 'accepted' };
  const answer = await app.inject({
    method,
    url: `${url}/${targets[method]}`,
    payload: { checked: true },
    headers: { host: HOST },
  });
  expect(answer.statusCode).toBe(403);
});
