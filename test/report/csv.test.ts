import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, uncsv } from '../../src/report/csv.ts';

test.each([
  ['=1+2', "'=1+2"],
  ['+84', "'+84"],
  ['-', '-'],
  ['=', '='],
  ['>=', '>='],
  ['-\n', `"'-\n"`],
  ['@SUM(A1)', "'@SUM(A1)"],
  ["'quoted'", "''quoted'"],
  ['\t=1', "'\t=1"],
  ['a "b", c', '"a ""b"", c"'],
  ['', '""'],
  [null, ''],
  [-5, '-5'],
])('%j is written %s', (value, written) => {
  expect(csvLine([value])).toBe(`${written}\n`);
});

test('texts come back as they were, and none begins like a formula', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('=', '-', "'", '"', ',', '\n', 'đ') })),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      (texts) => {
        const [row = []]: string[][] = parse(csvLine(texts));
        expect(row.map(uncsv)).toEqual(texts);
        for (const field of row) expect(field).not.toMatch(/^(?:[=+\-@].|[\t\r])/s);
      },
    ),
  ));
