import { describe, expect, test } from 'vitest';
import { LETTER_ORDER, markerOf } from '../../src/parse/markers.ts';

describe('a block that begins with a marker', () => {
  test.each<[string, string, string, number | null]>([
    ['I. MỤC TIÊU', 'roman', 'I.', 1],
    ['XIV. Phụ trách', 'roman', 'XIV.', 14],
    ['IV) Giải pháp', 'roman', 'IV)', 4],
    ['II/ Nhiệm vụ', 'roman', 'II/', 2],
    ['III - Kinh phí', 'roman', 'III -', 3],
    ['V.TỔ CHỨC THỰC HIỆN', 'roman', 'V.', 5],
    ['I/. MỤC ĐÍCH, YÊU CẦU', 'roman', 'I/.', 1],
    ['II./ Nhiệm vụ', 'roman', 'II./', 2],
    ['III.- Kinh phí', 'roman', 'III.-', 3],
    ['I-MỤC ĐÍCH, YÊU CẦU', 'roman', 'I-', 1],
    ['V/TỔ CHỨC THỰC HIỆN', 'roman', 'V/', 5],
    ['A. TÌNH HÌNH', 'part', 'A.', 1],
    ['B/ NHIỆM VỤ', 'part', 'B/', 2],
    ['C. TỔ CHỨC THỰC HIỆN', 'part', 'C.', 3],
    ['Phần thứ hai', 'part', 'Phần thứ hai', 2],
    ['PHẦN THỨ BA TỔ CHỨC THỰC HIỆN', 'part', 'PHẦN THỨ BA', 3],
    ['Phần II. Giải pháp', 'part', 'Phần II.', 2],
    ['Điều 3. Hiệu lực', 'part', 'Điều 3.', 3],
    ['CHƯƠNG IV', 'part', 'CHƯƠNG IV', 4],
    ['1. Mục tiêu', 'arabic', '1.', 1],
    ['12) Sở Y tế', 'arabic', '12)', 12],
    ['3.Sở Y tế', 'arabic', '3.', 3],
    ['1/. Sở Y tế', 'arabic', '1/.', 1],
    ['2.- Sở Y tế', 'arabic', '2.-', 2],
    ['3- Sở Y tế', 'arabic', '3-', 3],
    ['4/Sở Y tế', 'arabic', '4/', 4],
    ['5/UBND các xã', 'arabic', '5/', 5],
    ['6.) Sở Y tế', 'arabic', '6.)', 6],
    ['a) Trồng rừng', 'letter', 'a)', 1],
    ['a/ Trồng rừng', 'letter', 'a/', 1],
    ['b/. Trồng rừng', 'letter', 'b/.', 2],
    ['c- Trồng rừng', 'letter', 'c-', 3],
    ['d) Chăm sóc', 'letter', 'd)', 4],
    ['đ) Nghiệm thu', 'letter', 'đ)', 5],
    ['e) Bàn giao', 'letter', 'e)', 6],
    ['g) Bảo vệ', 'letter', 'g)', 7],
    ['a. Trồng rừng', 'letter', 'a.', 1],
    ['- Làm cỏ', 'dash', '-', null],
    ['– Làm cỏ', 'dash', '–', null],
    ['• Làm cỏ', 'dash', '•', null],
    ['+ Xới gốc', 'plus', '+', null],
  ])('%s', (text, style, raw, ordinal) => {
    expect(markerOf(text, 10)).toMatchObject({ style, raw, ordinal, start: 10, end: 10 + raw.length });
  });

  test.each<[string, number[]]>([
    ['2.1. Chăm sóc', [2, 1]],
    ['2.1 Chăm sóc', [2, 1]],
    ['10.12.3. Nghiệm thu', [10, 12, 3]],
    ['1.2) Bàn giao', [1, 2]],
    ['1.2/ Bàn giao', [1, 2]],
    ['1.2.- Bàn giao', [1, 2]],
    ['1.2 - Bàn giao', [1, 2]],
  ])('%s', (text, path) => {
    expect(markerOf(text, 0)).toMatchObject({ style: 'decimal', path, ordinal: path.at(-1) });
  });
});

describe('a block that does not', () => {
  test.each([
    '95% số hộ',
    '1.250 hộ',
    '30/9/2024 là hạn cuối',
    '12/KH-UBND ngày 05/01/2024',
    '12/QĐ ngày 05/01/2024',
    '5 - 10 hộ',
    '10-15% số hộ',
    'X-quang phổi',
    'Mục tiêu của huyện là xanh hơn',
    'Điều quan trọng nhất là người dân',
    'Phần việc của thôn',
    'a',
    'Việt Nam',
    'CÁC SỞ, BAN, NGÀNH',
    '2024. Năm bản lề',
    '',
  ])('%s', (text) => {
    expect(markerOf(text, 0)).toBeNull();
  });
});

test('letters are counted in the order of administrative documents', () => {
  expect([...LETTER_ORDER].map((letter) => markerOf(`${letter}) Việc`, 0)?.ordinal)).toEqual(
    [...LETTER_ORDER].map((_, index) => index + 1),
  );
  expect(LETTER_ORDER.slice(3, 8)).toBe('dđegh');
});
