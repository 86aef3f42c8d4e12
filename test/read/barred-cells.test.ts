import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/read/markdown.ts';
import { readText } from '../../src/read/text.ts';

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

describe('rows whose cells stand between bars alone', () => {
  test('have no row of the dashes below their header', () => {
    const lines = readText('plan.txt', Buffer.from('| TT | Chỉ tiêu |\n|---|:--:|\n| 1 | Hộ nghèo |'))
      .pages[0]?.lines;
    expect(lines?.map(({ cells }) => cells)).toEqual([
      ['TT', 'Chỉ tiêu'],
      ['1', 'Hộ nghèo'],
    ]);
  });

  test('are cells where lines have as many', () => {
    expect(linesOf('STT | Bệnh | Năm 2024\n1 | Ho gà | 0,5\n | Tổng cộng | 0,5')).toMatchObject([
      { cells: ['STT', 'Bệnh', 'Năm 2024'] },
      { cells: ['1', 'Ho gà', '0,5'] },
      { cells: ['', 'Tổng cộng', '0,5'] },
    ]);
  });

  test('keep empty cells at their ends', () => {
    expect(linesOf('I | Vùng miền núi | |\n1 | Quế Phong | 1.290 | 1.310')).toMatchObject([
      { cells: ['I', 'Vùng miền núi', '', ''] },
      { cells: ['1', 'Quế Phong', '1.290', '1.310'] },
    ]);
  });
});
