import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayRange, edtfDay, edtfQuarter, isEdtf, isUncertain } from '../../src/plan/edtf.ts';

describe('dayRange', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-0X', '2025-01-01', '2025-09-30'],
    ['2025-1X', '2025-10-01', '2025-12-31'],
    ['2025-08-27', '2025-08-27', '2025-08-27'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2025-01-X0', '2025-01-10', '2025-01-30'],
    ['2025-02-X0', '2025-02-10', '2025-02-20'],
    ['2025-02-2X', '2025-02-20', '2025-02-28'],
    ['2025-XX-31', '2025-01-31', '2025-12-31'],
    ['2023-33', '2023-01-01', '2023-03-31'],
    ['2023-36', '2023-10-01', '2023-12-31'],
    ['2021/2025', '2021-01-01', '2025-12-31'],
    ['2025/2025', '2025-01-01', '2025-12-31'],
    ['2025-09-05/2026-05', '2025-09-05', '2026-05-31'],
  ])('%s spans %s to %s', (value, first, last) => {
    expect(dayRange(value)).toEqual({ first, last });
  });

  test.each([
    '',
    '25',
    '20255',
    '2025-13',
    '2025-00',
    '2025-37',
    '2025-32',
    '2025-02-30',
    '2023-02-29',
    '2025-00-10',
    '2025-33-01',
    '2025-1-1',
    '2025/',
    '/2025',
    '../2030',
    '2025/2021',
    '2021/2023/2025',
    '27/8/2025',
    ' 2025',
  ])('%o is no EDTF date', (value) => {
    expect(dayRange(value)).toBeNull();
    expect(isEdtf(value)).toBe(false);
  });
});

test.each([
  [2025, 8, 7, '2025-08-07'],
  [2024, 2, 29, '2024-02-29'],
  [2025, 2, 29, null],
  [2025, 0, 1, null],
  [2025, 13, 1, null],
  [2025, 4, 31, null],
  [2025, 4, 0, null],
])('edtfDay(%i, %i, %i) is %s', (year, month, day, expected) => {
  expect(edtfDay(year, month, day)).toBe(expected);
});

test('quarters are 33 to 36', () => {
  expect([1, 2, 3, 4].map((quarter) => edtfQuarter(2023, quarter))).toEqual([
    '2023-33',
    '2023-34',
    '2023-35',
    '2023-36',
  ]);
});

test('only an X makes a date uncertain', () => {
  expect(['2025-01-X0', '202X', '2025', '2021/2025'].map(isUncertain)).toEqual([true, true, false, false]);
});

test('every day of the calendar is its own range, and an X only widens it', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      fc.constantFrom(3, 5, 6, 8, 9),
      (date, blurred) => {
        const day = date.toISOString().slice(0, 10);
        expect(dayRange(day)).toEqual({ first: day, last: day });
        const range = dayRange(`${day.slice(0, blurred)}X${day.slice(blurred + 1)}`);
        expect(range !== null && range.first <= day && day <= range.last).toBe(true);
      },
    ),
  );
});
