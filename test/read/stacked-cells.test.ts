import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/read/markdown.ts';
import { withStackedCells } from '../../src/read/stacked-cells.ts';

const cellsOf = (text: string): (readonly string[] | string)[] =>
  withStackedCells(text.split('\n').map((line) => ({ text: line }))).map((line) => line.cells ?? line.text);

const HEAD = 'STT\nĐịa phương\nCây (nghìn cây)\nĐiểm thu gom';
const ROWS = '1\nXã A\n62\n24\n2\nXã B\n96,5\n15';

describe('tables copied a cell a line', () => {
  test.each([
    [
      'end with a total that has no number',
      `${HEAD}\n${ROWS}\nTổng cộng\n158,5\n39\nIV. NHIỆM VỤ`,
      'IV. NHIỆM VỤ',
    ],
    [
      'may have blank lines between cells',
      `${HEAD}\n${ROWS}\nTổng cộng\n158,5\n39`.replaceAll('\n', '\n\n'),
      null,
    ],
    [
      'may have cells of several lines between empty ones',
      `${HEAD}\n${ROWS}\nTổng cộng\n158,5\n39`.replaceAll('\n', '\n\n').replace('Điểm thu', 'Điểm\nthu'),
      null,
    ],
  ])('%s', (_, text, behind) => {
    expect(cellsOf(text)).toEqual([
      ['STT', 'Địa phương', 'Cây (nghìn cây)', 'Điểm thu gom'],
      ['1', 'Xã A', '62', '24'],
      ['2', 'Xã B', '96,5', '15'],
      ['', 'Tổng cộng', '158,5', '39'],
      ...(behind === null ? [] : [behind]),
    ]);
  });

  test('have their total above the first row, a line that numbers the columns, or parts', () => {
    expect(cellsOf(`${HEAD}\nTổng số\n158,5\n39\n${ROWS}`)).toContainEqual(['', 'Tổng số', '158,5', '39']);
    expect(cellsOf(`${HEAD}\n${ROWS}\nToàn tỉnh\n158,5\n39`)).toContainEqual([
      '',
      'Toàn tỉnh',
      '158,5',
      '39',
    ]);
    expect(cellsOf(`${HEAD}\n1\n2\n3\n4\n${ROWS}`)).toHaveLength(3);
    expect(cellsOf(`${HEAD}\nI\nVùng cao\n${ROWS}\nII\nVùng thấp\n3\nXã C\n5\n6`)).toEqual([
      ['STT', 'Địa phương', 'Cây (nghìn cây)', 'Điểm thu gom'],
      ['I', 'Vùng cao', '', ''],
      ['1', 'Xã A', '62', '24'],
      ['2', 'Xã B', '96,5', '15'],
      ['II', 'Vùng thấp', '', ''],
      ['3', 'Xã C', '5', '6'],
    ]);
  });

  test('have sums of their parts, and notes in some rows alone', () => {
    expect(
      cellsOf(
        `${HEAD}\nA\nKhối xã\n158,5\n39\n${ROWS}\nB\nKhối trường\n7\n5\n1\nTHPT A\n7\n5\nTổng cộng (A+B)\n165,5\n44`,
      ).slice(1),
    ).toEqual([
      ['A', 'Khối xã', '158,5', '39'],
      ['1', 'Xã A', '62', '24'],
      ['2', 'Xã B', '96,5', '15'],
      ['B', 'Khối trường', '7', '5'],
      ['1', 'THPT A', '7', '5'],
      ['', 'Tổng cộng (A+B)', '165,5', '44'],
    ]);
    expect(
      cellsOf(
        'TT\nTrường\nSố lớp\nGhi chú\n1\nTHPT A\n12\n2\nTHPT B\n8\nMột lớp chuyên\n3\nTHPT C\n9\nTổng cộng\n29\nII. KHÁC',
      ),
    ).toEqual([
      ['TT', 'Trường', 'Số lớp', 'Ghi chú'],
      ['1', 'THPT A', '12', ''],
      ['2', 'THPT B', '8', 'Một lớp chuyên'],
      ['3', 'THPT C', '9', ''],
      ['', 'Tổng cộng', '29', ''],
      'II. KHÁC',
    ]);
  });

  test.each([
    ['a single row', `${HEAD}\n1\nXã A\n62\n24\nHết`],
    ['rows of other lengths', `${HEAD}\n1\nXã A\n62\n2\nXã B\n96,5\n15`],
    ['no number below', `${HEAD}\nXã A\n62\n24`],
    ['a paragraph among the cells', `${HEAD}\n1\n${'dài '.repeat(120)}\n62\n24\n2\nXã B\n96,5\n15`],
  ])('are none with %s', (_, text) => {
    expect(cellsOf(text)).toEqual(text.split('\n'));
  });
});

test('Markdown may have its tables a cell a line', () => {
  const text = `**Biểu 1. Chỉ tiêu**\n\n${HEAD}\n1\nXã A\n62\n24\n2\nXã B\n96,5\n15`.replaceAll('\n', '\n\n');
  const lines = readMarkdown('plan.md', Buffer.from(text)).pages[0]?.lines ?? [];
  expect(lines.flatMap(({ cells }) => (cells === undefined ? [] : [cells]))).toEqual([
    ['STT', 'Địa phương', 'Cây (nghìn cây)', 'Điểm thu gom'],
    ['1', 'Xã A', '62', '24'],
    ['2', 'Xã B', '96,5', '15'],
  ]);
});

describe('tables a cell a line', () => {
  test('with headings over several columns', () => {
    expect(
      cellsOf(
        'TT\nĐơn vị\nBHXH\nBHYT\nNăm 2025\nNăm 2026\nSố người\nTỷ lệ (%)\n1\nXã A\n6\n7\n8\n90\n2\nXã B\n4\n5\n6\n91',
      ),
    ).toEqual([
      ['TT', 'Đơn vị', 'BHXH', '', 'BHYT', ''],
      ['', '', 'Năm 2025', 'Năm 2026', 'Số người', 'Tỷ lệ (%)'],
      ['1', 'Xã A', '6', '7', '8', '90'],
      ['2', 'Xã B', '4', '5', '6', '91'],
    ]);
    expect(
      cellsOf(
        'TT\nChỉ tiêu\nĐVT\nGiai đoạn 2026 - 2028\n2026\n2027\n2028\n1\nDân số\nngười\n6\n7\n8\n2\nTrẻ em\nem\n4\n5\n6',
      ).slice(0, 2),
    ).toEqual([
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Giai đoạn 2026 - 2028', '', ''],
      ['', '', '', '2026', '2027', '2028'],
    ]);
  });

  test('with parts of rows that have no number, and letters that number the columns', () => {
    expect(
      cellsOf(
        `TT\nChỉ tiêu\nĐVT\nNăm 2026\nA\nB\nC\n1\n1\nLao động\nngười\n50\nTrong đó: Nữ\nngười\n20\n2\nHộ nghèo\nhộ\n5`,
      ),
    ).toEqual([
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2026'],
      ['1', 'Lao động', 'người', '50'],
      ['', 'Trong đó: Nữ', 'người', '20'],
      ['2', 'Hộ nghèo', 'hộ', '5'],
    ]);
  });

  test.each([
    [
      'figures',
      ['Địa phương', 'BHXH (người)', 'BHYT (người)'],
      [
        ['Xã A', '6', '1.200'],
        ['Xã B', '-', '900'],
        ['Tổng cộng', '6', '2.100'],
      ],
    ],
    [
      'units and figures',
      ['Chỉ tiêu', 'ĐVT', '2026', '2027'],
      [
        ['Dân số', 'người', '6', '7'],
        ['Hộ nghèo', '%', '2,5', '≤ 2'],
      ],
    ],
    [
      'duties',
      ['Nội dung', 'Chủ trì', 'Phối hợp', 'Thời gian'],
      [
        ['Mở lớp', 'Sở Y tế', 'Sở Nội vụ', 'Quý I/2026'],
        ['Báo cáo', 'Sở Nội vụ', 'Sở Y tế', 'Thường xuyên'],
      ],
    ],
  ])('of %s without serial numbers', (_, head, rows) => {
    expect(cellsOf([...[head, ...rows].flat(), 'Nơi nhận:', '- Như trên.'].join('\n'))).toEqual([
      head,
      ...rows,
      'Nơi nhận:',
      '- Như trên.',
    ]);
  });

  test('are none where lines only begin like one', () => {
    const text = 'Nội dung\nPhối hợp với các ngành\nThời gian\nTuyên truyền rộng rãi\nSở Y tế\nHai ngày';
    expect(cellsOf(text)).toEqual(text.split('\n'));
  });
});
