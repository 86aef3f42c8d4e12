import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { SAMPLE_PLANS, sample } from './sample-plans.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name = 'plans.sqlite'): string => join(folder, name);

test('creates the folder', async () => {
  const store = await openStore(join(folder, 'a/b/plans.sqlite'));
  expect(await store.list()).toEqual([]);
  await store.close();
});

describe('a file that can not be the store', () => {
  test.each([
    ['text', 'not-a-database', () => writeFileSync(file(), 'Kế hoạch '.repeat(200))],
    ['a folder', 'unusable-path', () => mkdirSync(file())],
    [
      "another program's database",
      'other-database',
      () => {
        const other = new Libsql(file());
        other.exec('create table notes (id integer)');
        other.close();
      },
    ],
  ])('%s', async (_, code, make) => {
    make();
    const before = code === 'unusable-path' ? null : readFileSync(file());
    const error = await openStore(file()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ code, path: file() });
    expect(String(error)).toContain(file());
    if (before !== null) expect(readFileSync(file()).equals(before)).toBe(true);
  });

  test('a folder that can not be made', async () => {
    writeFileSync(file('a'), '');
    await expect(openStore(join(file('a'), 'plans.sqlite'))).rejects.toMatchObject({ code: 'unusable-path' });
  });

  test('one that another process is writing to for too long', async () => {
    await (await openStore(file())).close();
    const other = new Libsql(file());
    other.exec('begin immediate');
    const store = await openStore(file(), { busyTimeout: 50 });
    expect(await store.list()).toEqual([]);
    await expect(store.save(sample(0).record, sample(0).text)).rejects.toMatchObject({ code: 'locked' });
    other.exec('rollback');
    expect(await store.save(sample(0).record, sample(0).text)).toBe('inserted');
    await store.close();
    other.close();
  });

  test('one that is locked altogether', async () => {
    const other = new Libsql(file());
    other.exec('begin exclusive');
    await expect(openStore(file(), { busyTimeout: 50 })).rejects.toMatchObject({
      code: 'locked',
      path: file(),
    });
    other.exec('rollback');
    other.close();
  });

  test('a damaged one', async () => {
    const store = await openStore(file());
    for (const { record, text } of SAMPLE_PLANS) await store.save(record, text);
    await store.close();
    const bytes = readFileSync(file());
    writeFileSync(file('cut'), bytes.fill(7, 8192));
    const error = await openStore(file('cut'))
      .then(
        async (cut) => cut.list().finally(() => cut.close()),
        (reason: unknown) => reason,
      )
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'damaged' });
  });
});
