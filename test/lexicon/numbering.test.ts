import { describe, expect, test } from 'vitest';
import { isSerialHead, mayBeMarked, mayBeNumbered } from '../../src/lexicon/numbering.ts';
import { markerOf } from '../../src/parse/markers.ts';

describe('a line that may begin with a marker', () => {
  test.each([
    'I. MỤC TIÊU',
    'II/ NHIỆM VỤ',
    'XXVIII. Khác',
    'l1. MỤC TIÊU',
    'A. PHẦN CHUNG',
    'a) Sở Y tế',
    'đ ) Công an tỉnh',
    'gø) Sở Nội vụ',
    '1. Sở Y tế',
    '1.2.3 Các xã',
    '(2) Kinh phí',
    '- Chỉ đạo',
    '+ Phối hợp',
    'o Rà soát',
    '“Nội dung”',
  ])('%s', (line) => {
    expect(mayBeMarked(line)).toBe(true);
  });

  test.each(['', 'Thực hiện tốt', 'Sở Y tế', 'các xã, phường', 'Ông Nguyễn Văn A', 'III', 'UBND xã'])(
    'not %j',
    (line) => {
      expect(mayBeMarked(line)).toBe(false);
      expect(markerOf(line, 0)).toBeNull();
    },
  );
});

test('a bullet is a marker, and no number', () => {
  expect(['- Sở Y tế', '+ Sở Y tế', '• Sở Y tế'].some(mayBeNumbered)).toBe(false);
  expect(['a) Sở Y tế', '1. Sở Y tế', 'I. MỤC TIÊU'].every(mayBeNumbered)).toBe(true);
});

test('the head of the column of serial numbers', () => {
  expect(['STT', 'Stt.', 'TT', 'Số TT', 'Số thứ tự', 'So thu tu.'].every(isSerialHead)).toBe(true);
  expect(['', 'Nội dung', 'Số thứ tự các nhiệm vụ', 'TTr'].some(isSerialHead)).toBe(false);
});
