import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import { DocumentFailure } from '../../../src/plan/failure.ts';
import { PDF_LIMITS } from '../../../src/read/pdf/limits.ts';
import { closePdfProcess } from '../../../src/read/pdf.ts';
import { outcomesOf } from './pages.ts';

afterAll(closePdfProcess);
vi.setConfig({ testTimeout: 120_000 });

const FOLDER = 'test/fixtures/pdf/malformed';

/** Why the file can't be opened, or how many pages it has, and all that their text and their image end in. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'pdfjs-ContentStreamCycleType3insideType3': '1: ok ok',
  'pdfjs-bug1020226': 'damaged',
  'pdfjs-bug1606566': '1: ok broken',
  'pdfjs-empty': '1: ok ok',
  'pdfjs-issue6010_2': 'encrypted',
  'pdfjs-issue9105_other': '1: ok broken',
  'pdfjs-operator_list_cycle': '1: time time',
  'pdfjs-poppler-395-0-fuzzed': 'no-pages',
  'qpdf-bad18': '1: broken ok',
  'qpdf-deep-pages': '1: broken broken',
  'qpdf-enc-R3-V2-O-master': '30: ok ok',
  'qpdf-enc-XI-R6-V5-U-wwwww-O-wwwww': 'encrypted',
  'qpdf-issue-100': 'damaged',
  'qpdf-issue-120': 'no-pages',
  'qpdf-issue-263': 'damaged',
  'qpdf-issue-335b': 'damaged',
  'qpdf-pages-is-page': '1: broken ok',
  'qpdf-unfilterable-with-crypt': '30: broken ok',
};

test.each(Object.entries(OUTCOMES))('%s: %s', async (name, outcome) => {
  const limits = { ...PDF_LIMITS, pageSeconds: 1 };
  const pdf = readFileSync(`${FOLDER}/${name}.pdf`);
  const ended = await outcomesOf(pdf, { limits }).then(
    (pages) => `${pages.length}: ${[...new Set(pages)].join(', ')}`,
    (error: unknown) => {
      if (error instanceof DocumentFailure) return error.code;
      throw error;
    },
  );
  expect(ended).toBe(outcome);
});

test('no file is left out', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(
    Object.keys(OUTCOMES)
      .map((name) => `${name}.pdf`)
      .sort(),
  );
});
