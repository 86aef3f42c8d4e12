import pg from 'pg';
import { expect, test } from 'vitest';
import type { AppliedCorrection } from '../../src/plan/corrections.ts';
import { openStore } from '../../src/store/open.ts';
import { recordText } from '../../src/store/record-text.ts';
import { PART_TABLES, planParts, planRow } from '../../src/store/rows.ts';
import { postgresServer } from './postgres-server.ts';
import { SAMPLE_PLANS } from './sample-plans.ts';

const CORRECTED: AppliedCorrection = {
  id: 1,
  pointer: '/title',
  to: '/title',
  state: 'held',
  value: 'a',
  former: null,
  evidence: null,
  marked: null,
  partOf: null,
  by: 'hoa',
  at: '2025-06-30T08:15:00.000Z',
};

const newDatabase = postgresServer();

test('PostgreSQL reads rows as they were', async () => {
  const client = new pg.Client({ connectionString: await newDatabase() });
  await client.connect();
  await client.query('create table odd (name text, value double precision, position integer, note text)');
  const texts = [
    '',
    ' ',
    ' a ',
    'a,b',
    '(a)',
    '"a"',
    '\\',
    '\\"',
    '\\\\,',
    'null',
    'NULL',
    '{a}',
    '{"(a,b)"}',
    'một\nhai\tba\r\n',
    '😀 “đ” $1 $& %s',
  ];
  const rows = [
    ...texts.map((text, position) => ({ name: text, value: 0.1 + 0.2, position, note: text })),
    { name: null, value: null, position: null, note: null },
    { name: 'a', value: -1e21, position: -3, note: null },
    { name: null, value: 5e-324, position: 0, note: 'a' },
  ];
  const array = `{${rows.map(recordText).join()}}`;
  expect((await client.query('select * from unnest($1::odd[])', [array])).rows).toEqual(rows);
  await client.end();
});

test('rows have their columns in the order of their tables', async () => {
  const address = await newDatabase();
  await (await openStore(address)).close();
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const all = SAMPLE_PLANS.map(({ record }) => ({
    ...planParts(record, [CORRECTED]),
    plans: [planRow(record)],
  }));
  for (const table of ['plans', ...PART_TABLES] as const) {
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = $1 order by ordinal_position`,
      [table],
    );
    const [row] = all.flatMap((parts): object[] => parts[table]);
    expect(Object.keys(row ?? {}), table).toEqual(rows.map(({ name }) => name));
  }
  await client.end();
});
