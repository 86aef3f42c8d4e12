import { describe, expect, test } from 'vitest';
import { anchorOf, type Correction, correctedRecord, evidenceAt } from '../../src/plan/corrections.ts';
import type { Evidence, PlanRecord } from '../../src/plan/record.ts';
import { inventedRecord } from '../report/invented.ts';

function evidence(quote: string, start: number, box?: Evidence['boxes'][number]): Evidence {
  return {
    page: 1,
    start,
    end: start + quote.length,
    quote,
    confidence: 1,
    boxes: box === undefined ? [] : [box],
  };
}

/** A plan whose only target stands at a place among `targets` entries. */
function planWith(figures: [value: number, found: Evidence][]): PlanRecord {
  const [target] = inventedRecord().targets;
  if (target === undefined) throw new Error('no target');
  return inventedRecord({
    targets: figures.map(([value]) => ({ ...target, value })),
    evidence: Object.fromEntries(figures.map(([, found], index) => [`/targets/${index}/value`, found])),
  });
}

function correction(record: PlanRecord, pointer: string, value: unknown): Correction {
  const found = anchorOf(evidenceAt(record, pointer));
  return {
    id: 1,
    pointer,
    value,
    former: null,
    evidence: found,
    marked: null,
    partOf: null,
    by: 'an',
    at: '',
  };
}

const BOX: Evidence['boxes'][number] = [0.3, 0.5, 0.05, 0.015];

describe('a correction outlives its document being read anew', () => {
  const first = planWith([[15647, evidence('15.647', 100, BOX)]]);
  const corrected = correction(first, '/targets/0/value', 15304);

  test.each<[string, [number, Evidence][], string, string, (number | null)[]]>([
    ['the same reading', [[15647, evidence('15.647', 100, BOX)]], 'held', '/targets/0/value', [15304]],
    [
      'another target before it, and the text has grown',
      [
        [7, evidence('7', 3)],
        [15647, evidence('15.647', 140, BOX)],
      ],
      'moved',
      '/targets/1/value',
      [7, 15304],
    ],
    [
      'a better reading of the same words',
      [[15304, evidence('15.304', 100, BOX)]],
      'agreed',
      '/targets/0/value',
      [15304],
    ],
    [
      'another misreading of the same words, whose box is a little wider',
      [[15347, evidence('15.347', 101, [0.298, 0.499, 0.053, 0.016])]],
      'held',
      '/targets/0/value',
      [15304],
    ],
    [
      'its words are read no more',
      [[9, evidence('9', 100, [0.7, 0.1, 0.05, 0.015])]],
      'adrift',
      '/targets/0/value',
      [9],
    ],
  ])('%s', (_, figures, state, to, values) => {
    const { record, applied } = correctedRecord(planWith(figures), [corrected]);
    expect(applied).toMatchObject([{ state, to }]);
    expect(record.targets.map(({ value }) => value)).toEqual(values);
  });
});

test('among the same words on a page the nearest is taken', () => {
  const first = planWith([
    [100, evidence('100', 50)],
    [100, evidence('100', 900)],
  ]);
  const corrected = correction(first, '/targets/1/value', 90);
  const again = planWith([
    [5, evidence('5', 10)],
    [100, evidence('100', 60)],
    [100, evidence('100', 930)],
  ]);
  expect(correctedRecord(again, [corrected]).applied).toMatchObject([
    { state: 'moved', to: '/targets/2/value' },
  ]);
});

test('a signer that was not read begins with a name', () => {
  const { record, applied } = correctedRecord(inventedRecord({ signer: null, evidence: {} }), [
    correction(inventedRecord({ signer: null, evidence: {} }), '/signer/name', 'Lê Thị Bình'),
  ]);
  expect(applied).toMatchObject([{ state: 'held' }]);
  expect(record.signer).toEqual({ name: 'Lê Thị Bình', position: null, capacity: null });
});

test('the record that was read is not changed', () => {
  const first = planWith([[1, evidence('1', 0)]]);
  const before = structuredClone(first);
  correctedRecord(first, [correction(first, '/targets/0/value', 2)]);
  expect(first).toEqual(before);
});
