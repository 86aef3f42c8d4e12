import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { expect, test } from 'vitest';
import type { Citation } from '../../src/plan/record.ts';
import { openStore } from '../../src/store/open.ts';
import { rowsOf } from './answered.ts';
import { SAMPLE_PLANS } from './sample-plans.ts';

const cited = (number: string, issuedOn: string | null): Citation => ({
  number,
  type: 'Kế hoạch',
  issuedOn,
  issuer: null,
  role: 'basis',
});

test('a number that two bodies gave is two documents; a citation without a date is of the only date there is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'legal-bases-'));
  const file = join(folder, 'plans.sqlite');
  const store = await openStore(file);
  const plans = [
    [cited('77/KH-UBND', '2025-01-02'), cited('57-NQ/TW', '2024-12-22')],
    [cited('77/KH-UBND', '2025-03-04'), cited('57-NQ/TW', null)],
    [cited('77/KH-UBND', null)],
  ];
  for (const [at, citations] of plans.entries()) {
    const [sample] = SAMPLE_PLANS;
    if (sample === undefined) throw new Error('no sample');
    const source = { ...sample.record.source, sha256: String(at).padStart(64, '0') };
    await store.save({ ...sample.record, id: `plan-${at}`, source, citations }, sample.text);
  }
  await store.close();
  const database = new Libsql(file);
  try {
    const rows = rowsOf(
      database,
      'select number, issued_on, plans from legal_bases order by number, issued_on',
    );
    expect(rows.map((row) => row.map(([, value]) => value))).toEqual([
      ['57-NQ/TW', '2024-12-22', 2],
      ['77/KH-UBND', null, 1],
      ['77/KH-UBND', '2025-01-02', 1],
      ['77/KH-UBND', '2025-03-04', 1],
    ]);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
