import { expect, test } from 'vitest';
import { abbreviationsOf, written } from '../../src/extract/abbreviations.ts';

test.each<[string, [string, string][]]>([
  ['giải quyết việc làm (GQVL) năm 2026', [['GQVL', 'giải quyết việc làm']]],
  [
    'còn 236 Hộ nghèo (HN), 512 hộ cận nghèo (sau đây viết tắt là: HCN)',
    [
      ['HN', 'hộ nghèo'],
      ['HCN', 'hộ cận nghèo'],
    ],
  ],
  ['Đoàn viên thanh niên (ĐVTN)', [['ĐVTN', 'đoàn viên thanh niên']]],
  ['Ngân hàng Chính sách xã hội (NHCSXH), nay là (NHCS)', [['NHCSXH', 'ngân hàng chính sách xã hội']]],
  ['vắc xin sởi - rubella (MR)', []],
  ['Sở Y tế. Việc làm (GQVL)', []],
])('%s', (text, expected) => {
  expect([...abbreviationsOf(text)]).toEqual(expected);
});

test('short forms are written out as words of their own', () => {
  const abbreviations = new Map([['HN', 'hộ nghèo']]);
  expect(written('tỷ lệ HN, HNX và SHN', abbreviations)).toBe('tỷ lệ hộ nghèo, HNX và SHN');
});
