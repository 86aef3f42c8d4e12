import { describe, expect, test } from 'vitest';
import { findDates, readDay } from '../../src/extract/dates.ts';

const read = (text: string): [string, string, string][] =>
  findDates(text).map(({ start, end, kind, value }) => [text.slice(start, end), kind, value]);

describe('a time in a text', () => {
  test.each([
    ['xong trước ngày 05 tháng 9 năm 2024', 'ngày 05 tháng 9 năm 2024', 'day', '2024-09-05'],
    ['từ 5 tháng 9 năm 2024', '5 tháng 9 năm 2024', 'day', '2024-09-05'],
    ['ban hành ngày 05tháng 9 năm2024', 'ngày 05tháng 9 năm2024', 'day', '2024-09-05'],
    ['ban hành ngày05 tháng 9 năm 2024', 'ngày05 tháng 9 năm 2024', 'day', '2024-09-05'],
    ['từ tháng 4 đến tháng 10/2024', 'tháng 4 đến tháng 10/2024', 'span', '2024-04/2024-10'],
    ['Tháng 4 - 10/2024', 'Tháng 4 - 10/2024', 'span', '2024-04/2024-10'],
    ['trước ngày 30/11/2025', 'ngày 30/11/2025', 'day', '2025-11-30'],
    ['trước 30.11.2025', '30.11.2025', 'day', '2025-11-30'],
    ['trước 30-11-2025', '30-11-2025', 'day', '2025-11-30'],
    ['đến 29/02/2024.', '29/02/2024', 'day', '2024-02-29'],
    ['NGÀY 05 THÁNG 9 NĂM 2024', 'NGÀY 05 THÁNG 9 NĂM 2024', 'day', '2024-09-05'],
    ['trong tháng 6 năm 2025', 'tháng 6 năm 2025', 'month', '2025-06'],
    ['trong tháng 12/2025', 'tháng 12/2025', 'month', '2025-12'],
    ['trước 6/2025', '6/2025', 'month', '2025-06'],
    ['Quý III năm 2025', 'Quý III năm 2025', 'quarter', '2025-35'],
    ['quý IV/2025', 'quý IV/2025', 'quarter', '2025-36'],
    ['quý 1 năm 2026', 'quý 1 năm 2026', 'quarter', '2026-33'],
    ['quý II 2026', 'quý II 2026', 'quarter', '2026-34'],
    ['năm học 2025 - 2026', 'năm học 2025 - 2026', 'school-year', '2025/2026'],
    ['giai đoạn 2021 - 2025', 'giai đoạn 2021 - 2025', 'span', '2021/2025'],
    ['giai đoạn 2021–2025', 'giai đoạn 2021–2025', 'span', '2021/2025'],
    ['từ năm 2022 đến năm 2024', 'từ năm 2022 đến năm 2024', 'span', '2022/2024'],
    ['thời kỳ 2021-2030', 'thời kỳ 2021-2030', 'span', '2021/2030'],
    ['đến năm 2030', 'năm 2030', 'year', '2030'],
    ['ngày 31 tháng 4 năm 2024', 'ngày 31 tháng 4 năm 2024', 'day', '2024-04-X1'],
  ])('%s', (text, words, kind, value) => {
    expect(read(text)).toEqual([[words, kind, value]]);
  });
});

test.each([
  'không có năm',
  'giai đoạn 2025 - 2021',
  'tháng 13/2025',
  'Nghị định số 146/2018/NĐ-CP',
  'Luật số 41/2024/QH15',
  'đường 30/4',
  '1.250,2024',
  'trung bình 12.2024.000 đồng',
])('%s names none', (text) => {
  expect(read(text)).toEqual([]);
});

test('several are found in order, none within another', () => {
  expect(
    read('Trong năm 2025, trước ngày 15/3/2025 rà soát; quý II/2025 sơ kết; tháng 12 năm 2025 tổng kết.').map(
      ([, , value]) => value,
    ),
  ).toEqual(['2025', '2025-03-15', '2025-34', '2025-12']);
});

test.each([
  ['27', '8', '2025', '2025-08-27'],
  ['70', '01', '2025', '2025-01-X0'],
  ['31', '4', '2025', '2025-04-X1'],
  ['38', '12', '2025', '2025-12-X8'],
  ['30', '02', '2025', '2025-02-X0'],
  ['15', '13', '2025', '2025-X3-15'],
  ['99', '99', '2025', null],
])('readDay(%s, %s, %s) is %s', (day, month, year, value) => {
  expect(readDay(day, month, year)).toBe(value);
});
