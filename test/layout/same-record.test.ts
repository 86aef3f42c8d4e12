import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { processDocument } from '../../src/pipeline.ts';
import type { PlanRecord } from '../../src/plan/record.ts';
import { closePdfProcess } from '../../src/read/pdf.ts';

afterAll(closePdfProcess);

/** What a record says, without where it stands and an id that may be made of the file. */
async function said(path: string): Promise<Partial<PlanRecord>> {
  const url = new URL(`../../${path}`, import.meta.url);
  const { record } = await processDocument({ path, bytes: readFileSync(url) });
  const { id: _id, source: _source, evidence: _evidence, tables, findings: _findings, ...facts } = record;
  return { ...facts, tables: tables.map((table) => ({ ...table, page: 1 })) };
}

test.each([
  [
    'test/fixtures/scans/digital/lam-dong-tiem-chung-2026.pdf',
    'test/fixtures/invented/lam-dong-tiem-chung-2026/source.txt',
  ],
  ['test/fixtures/scans/digital/tra-vinh-49-kh-bcd-2023.pdf', 'corpus/tra-vinh-49-kh-bcd-2023/source.txt'],
])('%s says what its text says', async (pdf, text) => {
  expect(await said(pdf)).toEqual(await said(text));
});
