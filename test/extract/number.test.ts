import { expect, test } from 'vitest';
import { extractionOf, factsOf } from './plan.ts';

const letterhead = (line: string): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\n${line}\nHà Giang, ngày 03 tháng 4 năm 2024`;

test.each([
  ['Số: 214/KH-UBND', '214/KH-UBND'],
  ['Số: 214 /KH-UBND', '214/KH-UBND'],
  ['Số 07/KH – UBND', '07/KH-UBND'],
  ['Số: 12/KH-BCD', '12/KH-BCĐ'],
  ['Số: 12/KH-BCĐ', '12/KH-BCĐ'],
  ['Số: 12/KH-BCĐ389', '12/KH-BCĐ389'],
  ['Số: 118 KH/TĐTN', '118-KH/TĐTN'],
  ['Số: 31/KH-SYT', '31/KH-SYT'],
  ['Số: 31/KH-BHXH', '31/KH-BHXH'],
  ['Số: 28-KH/TU', '28-KH/TU'],
  ['S6: 214/KH-UBND', '214/KH-UBND'],
  ['Số: 933/QĐ-BCA-C08', '933/QĐ-BCA-C08'],
  ['Số: 48/2014/QH13', '48/2014/QH13'],
  ['Số: 41/202 4 /NĐ-CP', '41/2024/NĐ-CP'],
  ['Số: /KH-UBND', null],
  ['Số:      /KH-UBND', null],
  ['', null],
])('%o', (line, number) => {
  expect(factsOf({ letterhead: letterhead(line) }).number).toBe(number);
});

test('the evidence is the whole line', () => {
  const { evidence } = extractionOf({ letterhead: letterhead('Số: 214 /KH-UBND') });
  expect(evidence['/number']?.quote).toBe('Số: 214 /KH-UBND');
});
