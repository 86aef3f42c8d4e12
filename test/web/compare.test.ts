import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Comparison } from '../../src/compare/comparison.ts';
import { processDocument } from '../../src/pipeline.ts';
import { openDesk, visitor } from './desk.ts';

async function deskWith(...names: string[]) {
  const { app, store } = await openDesk();
  for (const name of names) {
    const path = `corpus/${name}/source.txt`;
    const { record, text } = await processDocument({ path, bytes: readFileSync(path) });
    await store.save(record, text);
  }
  return visitor(app);
}

test('an indicator over places, each value with the words it was read from', async () => {
  const ask = await deskWith('can-tho-53-kh-ubnd-2025', 'ha-noi-15-kh-ubnd-2025');
  const { indicators } = (await ask('GET', '/api/indicators')).json();
  expect(indicators).toContainEqual({ id: 'bhyt', name: 'Bảo hiểm y tế' });
  const answer = (await ask('GET', '/api/compare?indicator=bhyt&measure=share')).json<Comparison>();
  const [first] = answer.rows.find(({ place }) => place.name === 'Cần Thơ')?.cells ?? [];
  expect(first).toMatchObject({
    year: 2025,
    value: 96.11,
    sources: [{ plan: 'can-tho-53-kh-ubnd-2025', page: 1 }],
  });
  const csv = await ask('GET', '/api/compare.csv?indicator=bhyt&measure=share');
  expect(csv.headers['content-disposition']).toBe('attachment; filename="so-sanh-bhyt.csv"');
  expect(csv.body).toContain('96.11');
});

test.each(['indicator=', 'indicator=../x', 'indicator=bhyt&measure=all', 'indicator=bhyt&from=abc'])(
  '%s is no question',
  async (query) => {
    const ask = await deskWith();
    expect((await ask('GET', `/api/compare?${query}`)).statusCode).toBe(400);
  },
);
