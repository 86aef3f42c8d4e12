import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/read/markdown.ts';

const linesOf = (text: string) => readMarkdown('plan.md', Buffer.from(text)).pages[0]?.lines ?? [];

describe('rows that end with a bar and have no line of dashes', () => {
  test('are cells', () => {
    expect(linesOf('Số: 12/KH-UBND | Hà Nội, ngày 05 tháng 01 năm 2024 |')).toMatchObject([
      { cells: ['Số: 12/KH-UBND', 'Hà Nội, ngày 05 tháng 01 năm 2024'] },
    ]);
  });

  test('with one cell are its text', () => {
    expect(linesOf('ỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |')).toMatchObject([
      { text: 'ỦY BAN NHÂN DÂN' },
      { text: 'CỘNG HÒA XÃ HỘI' },
      { text: 'CHỦ NGHĨA VIỆT NAM' },
    ]);
  });

  test('leave a bar within a sentence alone', () => {
    expect(linesOf('Chọn a | b theo mẫu.')).toMatchObject([{ text: 'Chọn a | b theo mẫu.' }]);
  });
});
