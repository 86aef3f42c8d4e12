import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { type ProcessedPlan, processDocument } from '../src/pipeline.ts';
import type { PageImage } from '../src/plan/document.ts';
import type { PlanRecord } from '../src/plan/record.ts';
import { lazyRecognizer } from '../src/recognize/lazy-recognizer.ts';
import { expectSound } from './invariants.ts';

/** One plan with a ruled table, in every form it may arrive in: test/fixtures/scans/README.md. */
const NAME = 'tra-vinh-49-kh-bcd-2023';
const recognizer = lazyRecognizer();
afterAll(() => recognizer.close());

let recognised = 0;
async function processed(file: string): Promise<ProcessedPlan> {
  recognised = 0;
  return processDocument(
    { path: file, bytes: readFileSync(new URL(`../${file}`, import.meta.url)) },
    {
      recognize: (image: PageImage, page: number) => {
        recognised++;
        return recognizer.recognize(image, page);
      },
    },
  );
}

/** Everything of a record that a misread figure would spoil. */
function figures({ number, issuedOn, period, citations, targets, tables, deadlines }: PlanRecord): unknown {
  return {
    number,
    issuedOn,
    period,
    citations: citations.map((citation) => [citation.number, citation.issuedOn]),
    targets: targets.map(({ value, unit, due, from }) => [value, unit, due, from]),
    tables: tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ value }) => value))),
    deadlines: deadlines.map(({ due, recurrence }) => [due, recurrence]),
  };
}

const arithmetic = ({ findings }: PlanRecord): string[] =>
  findings.flatMap(({ rule, message }) =>
    rule === 'table-total' || rule === 'implied-base' ? [message] : [],
  );

describe('a plan gives the same figures', () => {
  test('as a digital PDF, without any recognition', { timeout: 120_000 }, async () => {
    const text = await processed(`corpus/${NAME}/source.txt`);
    const digital = await processed(`test/fixtures/scans/digital/${NAME}.pdf`);
    expect(recognised).toBe(0);
    expectSound(digital);
    expect(figures(digital.record)).toEqual(figures(text.record));
    expect(arithmetic(digital.record)).toEqual(arithmetic(text.record));
    expect(digital.record.source.pages.map(({ origin }) => origin)).toEqual(Array(6).fill('text-layer'));
    expect(digital.record.evidence['/tables/0/rows/10/cells/0/value']?.boxes).toHaveLength(1);
  });

  test('as a black-and-white scan, every page recognised', { timeout: 240_000 }, async () => {
    const text = await processed(`corpus/${NAME}/source.txt`);
    const scan = await processed(`test/fixtures/scans/bilevel-300/${NAME}.pdf`);
    expect(recognised).toBe(6);
    expectSound(scan);
    expect(scan.record.status).toBe('complete');
    expect(scan.record.source.pages.map(({ origin, reason }) => [origin, reason])).toEqual(
      Array(6).fill(['ocr', 'empty-layer']),
    );
    expect(scan.record.number).toBe(text.record.number);
    const values = ({ tables }: PlanRecord) =>
      tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
    const printed = values(scan.record).map(({ value }) => value);
    const right = values(text.record).map(({ value }) => value);
    expect(printed).toHaveLength(right.length);
    // A figure that can't be read is no figure; none is another than it is.
    const wrong = printed.filter((value, at) => value !== null && value !== right[at]);
    expect(wrong).toEqual([]);
    expect(printed.filter((value) => value !== null).length).toBeGreaterThan(0.9 * right.length);
  });
});
