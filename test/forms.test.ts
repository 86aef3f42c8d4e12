import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { processDocument } from '../src/pipeline.ts';
import type { PlanRecord } from '../src/plan/record.ts';

const each =
  (change: (line: string) => string) =>
  (text: string): string =>
    text.split('\n').map(change).join('\n');

/** How the same text is written down elsewhere. */
const FORMS: [name: string, change: (text: string) => string][] = [
  ['every line followed by an empty one', (text) => text.replace(/\n+/g, '\n\n')],
  ['no empty lines', (text) => text.replace(/\n+/g, '\n')],
  ['bullets for dashes', each((line) => line.replace(/^- /, '• ').replace(/^\+ /, 'o '))],
  ['dashes without a blank', each((line) => line.replace(/^([-+]) /, '$1'))],
  ['1) for 1.', each((line) => line.replace(/^(\d{1,2})\. /, '$1) '))],
  ['1/ for 1.', each((line) => line.replace(/^(\d{1,2})\. /, '$1/ '))],
  ['a. for a)', each((line) => line.replace(/^([a-zđ])\) /, '$1. '))],
  ['1/. for 1.', each((line) => line.replace(/^(\d{1,2})\. /, '$1/. '))],
  ['1- for 1.', each((line) => line.replace(/^(\d{1,2})\. /, '$1- '))],
  ['a/ for a)', each((line) => line.replace(/^([a-zđ])\) /, '$1/ '))],
  ['I/ for I.', each((line) => line.replace(/^([IVX]+)\. /, '$1/ '))],
  ['II/. for II.', each((line) => line.replace(/^([IVX]+)\. /, '$1/. '))],
  [
    'a bullet before every marker, as converters write Markdown',
    (text) => text.replace(/^(?=(?:[-+]|[a-zđ]\)|\d{1,2}\.) )/gm, '- ').replace(/\n+/g, '\n\n'),
  ],
  ['indented', each((line) => (line === '' ? line : `        ${line}`))],
  ['decomposed letters', (text) => text.normalize('NFD')],
  ['hard blanks', (text) => text.replaceAll(' ', '\u00a0')],
  ['doubled blanks', each((line) => line.replace(/(?<=\p{L}) (?=\p{L})/gu, '  '))],
  ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
];

/** What a record says, without where it stands, as the lists' marks are written, and ids made of the file. */
async function said(path: string, text: string): Promise<Partial<PlanRecord>> {
  const { record } = await processDocument({ path, bytes: Buffer.from(text) });
  const { id: _id, source: _source, evidence: _evidence, findings: _findings, ...facts } = record;
  return facts;
}

describe.each([
  'corpus/can-tho-53-kh-ubnd-2025/source.txt',
  'corpus/dong-thap-kh-ubnd-2021-2025/source.txt',
  'test/fixtures/invented/lam-dong-tiem-chung-2026/source.txt',
])('%s', (path) => {
  test.each(FORMS)('says the same with %s', async (name, change) => {
    const bytes = readFileSync(new URL(`../${path}`, import.meta.url));
    const { text } = await processDocument({ path, bytes });
    const file = name.includes('Markdown') ? 'plan.md' : 'plan.txt';
    expect(await said(file, change(text))).toEqual(await said('plan.txt', text));
  });
});
