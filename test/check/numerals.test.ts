import { describe, expect, it } from 'vitest';
import { letterOrdinal, markerWith, romanValue, toRoman } from '../../src/check/numerals.ts';
import type { MarkerStyle } from '../../src/plan/tree.ts';

describe('letters', () => {
  it.each([
    ['a', 1],
    ['d', 4],
    ['đ', 5],
    ['e', 6],
    ['g', 7],
    ['k', 10],
    ['Đ', 5],
    ['f', null],
    ['w', null],
  ] as const)('%s is number %s of a list', (letter, ordinal) => {
    expect(letterOrdinal(letter)).toBe(ordinal);
  });
});

describe('Roman numbers', () => {
  it('are read back as written', () => {
    for (let value = 1; value < 120; value++) expect(romanValue(toRoman(value))).toBe(value);
  });

  it.each(['', 'IIII', 'VX', 'A', 'IC'])('%j is none', (text) => {
    expect(romanValue(text)).toBeNull();
  });
});

describe('a marker with another number', () => {
  it.each<[MarkerStyle, string, number, string | null]>([
    ['letter', 'b)', 3, 'c)'],
    ['letter', 'D)', 5, 'Đ)'],
    ['letter', 'y)', 24, null],
    ['arabic', '6.', 5, '5.'],
    ['decimal', '2.1.', 3, '2.3.'],
    ['roman', 'II.', 4, 'IV.'],
    ['part', 'B.', 1, 'A.'],
    ['part', 'C.', 4, 'D.'],
    ['part', 'H.', 9, null],
    ['part', 'Điều 3', 4, 'Điều 4'],
    ['part', 'Chương II', 3, 'Chương III'],
    ['dash', '-', 2, null],
  ])('%s %s, %s: %s', (style, raw, ordinal, expected) => {
    expect(markerWith({ style, raw, ordinal: null, path: [], start: 0, end: 0 }, ordinal)).toBe(expected);
  });
});
