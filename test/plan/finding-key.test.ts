import { expect, test } from 'vitest';
import { findingKey } from '../../src/plan/finding-key.ts';
import type { Finding } from '../../src/plan/record.ts';
import { inventedRecord } from '../report/invented.ts';

const FINDING: Finding = {
  rule: 'table-total',
  severity: 'error',
  message: 'BHYT: 30, 31',
  at: ['/tables/0/rows/1/cells/0'],
  expected: 30,
  actual: 31,
  suggestion: null,
};

function record(total: string, before: readonly string[] = []) {
  const row = (label: string, text: string) => ({
    label,
    place: null,
    kind: 'item' as const,
    cells: [{ text, value: Number(text) }],
  });
  return inventedRecord({
    tables: [
      {
        caption: null,
        page: 1,
        columns: [{ label: 'BHYT', indicator: null, unit: null }],
        rows: [...before.map((label) => row(label, '1')), row('Xã A', '30'), row('Tổng', total)],
      },
    ],
  });
}

test('stays the same when rows come before, and in another language', () => {
  const moved = { ...FINDING, at: ['/tables/0/rows/3/cells/0'], message: 'in English' };
  expect(findingKey(moved, record('31', ['Xã B', 'Xã C']))).toBe(findingKey(FINDING, record('31')));
});

test('is another one when the figure there is another', () => {
  expect(findingKey(FINDING, record('32'))).not.toBe(findingKey(FINDING, record('31')));
});

test('where no fact is at fault, the quoted words tell', () => {
  const gap = (line: number, quote: string): Finding => ({
    ...FINDING,
    rule: 'numbering-gap',
    message: `Sau “a)” là “c)” (dòng ${line}: “${quote}”)`,
    at: [],
    expected: 'b)',
    actual: 'c)',
  });
  const key = (finding: Finding) => findingKey(finding, record('31'));
  expect(key(gap(7, 'c) Ba'))).toBe(key(gap(9, 'c) Ba')));
  expect(key(gap(7, 'c) Ba'))).not.toBe(key(gap(7, 'c) Bốn')));
});
