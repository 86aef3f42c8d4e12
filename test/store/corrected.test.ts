import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareStored } from '../../src/compare/stored.ts';
import type { PlanRecord } from '../../src/plan/record.ts';
import { addCorrection, undoCorrection } from '../../src/store/corrections.ts';
import { exportRecords } from '../../src/store/export.ts';
import { correctedValues, holdCorrections } from '../../src/store/hold-corrections.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { SAMPLE_PLANS } from './sample-plans.ts';

const [plan] = SAMPLE_PLANS;
if (plan === undefined) throw new Error('no sample');
const { record, text } = plan;
const at = record.targets.findIndex(({ measure, place }) => measure === 'share' && place === null);
const pointer = `/targets/${at}/value`;
const former = record.targets[at]?.value;
const { sha256 } = record.source;
const made = { by: 'hoa', at: '2025-06-30T08:15:00.000Z' };
const correction = { pointer, value: 77.7, former, evidence: null, marked: null, partOf: null, ...made };

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openStore(join(folder, 'plans.sqlite'));
  await store.save(record, text);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function correct(): Promise<number> {
  return store.change(async (db) => {
    const id = await addCorrection(db, sha256, correction);
    await holdCorrections(db, sha256);
    return id;
  });
}

/** What the rows, a comparison and an export have at the corrected place. */
async function seen() {
  const row = await store.ask((db) =>
    db.selectFrom('targets').select('value').where('position', '=', at).executeTakeFirstOrThrow(),
  );
  const { rows } = await compareStored(store, { indicator: 'bhyt', measure: 'share' });
  const cell = rows.flatMap(({ cells }) => cells).find(({ sources }) => sources[0]?.at === `/targets/${at}`);
  const exported: PlanRecord[] = [];
  for await (const each of store.each(exportRecords)) exported.push(each);
  return {
    row: row.value,
    compared: cell?.value,
    mark: cell?.sources[0]?.corrected ?? null,
    exported: exported[0]?.targets[at]?.value,
    read: (await store.get(record.id))?.record.targets[at]?.value,
  };
}

const asRead = { row: former, compared: former, mark: null, exported: former, read: former };
const asCorrected = {
  row: 77.7,
  compared: 77.7,
  mark: { former, ...made },
  exported: 77.7,
  read: former,
};

test('a corrected value stands in rows, comparisons and exports, marked; taken back, what was read does', async () => {
  expect(await seen()).toEqual(asRead);
  const id = await correct();
  expect(await seen()).toEqual(asCorrected);
  expect(await store.ask((db) => correctedValues(db, record.id, `/targets/${at}`))).toEqual([
    { pointer, value: 77.7, former, ...made },
  ]);
  await store.change(async (db) => {
    await undoCorrection(db, sha256, id, made);
    await holdCorrections(db, sha256);
  });
  expect(await seen()).toEqual(asRead);
});

test('it stands when the document is read anew', async () => {
  await correct();
  expect(await store.save({ ...record, title: 'Khác' }, text)).toBe('updated');
  expect(await seen()).toEqual(asCorrected);
  expect((await store.list())[0]?.title).toBe('Khác');
});

test('rows that an earlier version left without it get it when the store is opened', async () => {
  await store.change((db) => addCorrection(db, sha256, correction));
  expect(await seen()).toMatchObject({ row: former });
  await store.close();
  store = await openStore(join(folder, 'plans.sqlite'));
  expect(await seen()).toEqual(asCorrected);
});
