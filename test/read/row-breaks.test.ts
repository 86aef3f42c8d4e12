import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeCells } from '../../src/read/merged-cells.ts';
import { splitRows } from '../../src/read/row-breaks.ts';

/** The cells of a table as a converter writes them, one '' between rows. */
const run = (...rows: string[][]): string[] =>
  rows.flatMap((row, index) => (index === 0 ? row : ['', ...row]));
const table = (...rows: string[][]): string[][] => {
  const { rows: broken, width } = splitRows(run(...rows));
  return placeCells(broken, width);
};

describe('rows are broken by the width of most of them', () => {
  test('beneath a header that is narrower', () => {
    expect(
      table(
        ['STT', 'Chỉ tiêu', 'Năm 2025', 'Năm 2026', 'Năm 2027'],
        ['Giao', 'Ước đạt'],
        ['1', 'Hộ có nước sạch', '120', '118', '130', '140'],
        ['', 'Trong đó: hộ nghèo', '12', '', '15', ''],
        ['2', 'Trường học', '', '', '', ''],
        ['', 'Cấp một', '7', '7', '8', '9'],
      ),
    ).toEqual([
      ['STT', 'Chỉ tiêu', 'Năm 2025', '', 'Năm 2026', 'Năm 2027'],
      ['', '', 'Giao', 'Ước đạt', '', ''],
      ['1', 'Hộ có nước sạch', '120', '118', '130', '140'],
      ['', 'Trong đó: hộ nghèo', '12', '', '15', ''],
      ['2', 'Trường học', '', '', '', ''],
      ['', 'Cấp một', '7', '7', '8', '9'],
    ]);
  });

  test('with headings over the whole width between them', () => {
    expect(
      table(
        ['TT', 'Nhiệm vụ', 'Cơ quan', 'Thời gian'],
        ['I. NƯỚC SẠCH'],
        ['1', 'Đào giếng', 'Sở A', '2026'],
        ['II', 'TRƯỜNG HỌC'],
        ['2', 'Xây lớp', 'Sở B', '2027'],
      ),
    ).toEqual([
      ['TT', 'Nhiệm vụ', 'Cơ quan', 'Thời gian'],
      ['I. NƯỚC SẠCH', '', '', ''],
      ['1', 'Đào giếng', 'Sở A', '2026'],
      ['II', 'TRƯỜNG HỌC', '', ''],
      ['2', 'Xây lớp', 'Sở B', '2027'],
    ]);
  });

  test('whatever stands in full rows', () => {
    const cell = fc.constantFrom('120', '7', 'Xã', 'Hộ', '');
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 7 }).chain((width) =>
          fc.array(fc.array(cell, { minLength: width - 2, maxLength: width - 2 }), {
            minLength: 3,
            maxLength: 12,
          }),
        ),
        (rest) => {
          const rows = [['TT', 'Chỉ tiêu', ...(rest[0] ?? []).map((_, index) => `Cột ${index}`)]];
          rest.forEach((cells, index) => {
            rows.push([String(index + 1), 'Số hộ có nước', ...cells]);
          });
          expect(table(...rows)).toEqual(rows);
        },
      ),
    );
  });
});

describe('rows of a number, words and a sum are parted', () => {
  const head = ['TT', 'Nội dung', 'Số đợt', 'Số điểm', 'Số mẫu', 'Đơn giá', 'Thành tiền', 'Ghi chú'];
  const items = [
    ['-', 'Đo nhiệt độ nước', '2', '6', '12', '95.614', '1.147.368', 'Mục 6'],
    ['-', 'Đo độ mặn', '2', '6', '12', '87.652', '1.051.824', 'Mục 7'],
    ['-', 'Đo độ kiềm', '3', '6', '18', '139.406', '2.509.308', 'Mục 9'],
  ];
  const sum = (number: string, words: string, figure: string): string[] => [
    ...[number, words, '', '', '', ''],
    ...[figure, ''],
  ];

  test('though an empty cell stands before every number', () => {
    const sums = [
      ['I', 'Quan trắc môi trường', '4.708.500', ''],
      ['1', 'Quan trắc thường xuyên', '4.708.500', ''],
      ['1.1', 'Vùng nuôi nước lợ', '4.708.500', ''],
      ['a', 'Các chỉ tiêu thủy lý', '4.708.500', ''],
    ];
    expect(table(head, ...sums, ...items).slice(1, 5)).toEqual(
      sums.map(([number = '', words = '', figure = '']) => sum(number, words, figure)),
    );
  });

  test('and a sum that follows its heading in a full row stands where the others do', () => {
    const full = ['2', 'Quan trắc đột xuất', '3.561.132', '', '', '', '', ''];
    const [, first, , , , second] = table(
      head,
      ['1', 'Quan trắc thường xuyên', '1.147.368', ''],
      ...items,
      full,
      ...items,
    );
    expect([first, second]).toEqual([
      sum('1', 'Quan trắc thường xuyên', '1.147.368'),
      sum('2', 'Quan trắc đột xuất', '3.561.132'),
    ]);
  });

  test('but a figure stays that may be its column’s own', () => {
    const full = ['2', 'Đo lần hai', '4', '', '', '', '', ''];
    expect(table(head, ['1', 'Quan trắc', '1.147.368', ''], ...items, full, ...items)[5]).toEqual(full);
  });

  test('a number belongs to the heading behind a cell too many', () => {
    expect(
      table(
        ['TT', 'Nhiệm vụ', 'Cơ quan', 'Thời gian'],
        ['5.1', '', 'Thương mại', '', ''],
        ['5.1.1', 'Lập kế hoạch', 'Sở A', '2026'],
        ['5.1.2', 'Lập hồ sơ', 'Sở B', '2027'],
      )[1],
    ).toEqual(['5.1', 'Thương mại', '', '']);
  });
});

describe('cells of rows with merged ones stand', () => {
  test.each<[string, string[]]>([
    ['words', ['Theo thực tế lấy mẫu', 'Theo thực tế lấy mẫu', 'Ao nuôi khác']],
    ['figures', ['449860.6', '1393759.8', 'Ao nuôi khác']],
  ])('under the columns of their like beside cells that reach down (%s)', (_, cells) => {
    const rows = table(
      ['TT', 'Điểm đo', 'Kiểu', 'X', 'Y', 'Mô tả', 'Ghi chú'],
      ['1', 'Cống Đông', 'Nền', '574945.0', '1506250.8', 'Nguồn nước cấp', 'Đo hằng ngày'],
      ['2', 'Ao đại diện', 'Nền', 'Theo thực tế lấy mẫu', 'Theo thực tế khi lấy mẫu', 'Ao nuôi tôm'],
      ['3', 'Cống Tây', 'Nền', '583593.4', '1498499.1', 'Nguồn nước cấp'],
      ['4', 'Cửa sông', 'Nền', '583551.3', '1487505.7', 'Vùng nuôi tôm', 'Đo hằng tuần'],
      cells,
      ['5', 'Cửa biển', 'Nền', '583551.9', '1487505.2', 'Vùng nuôi cá', 'Đo hằng tuần'],
    );
    expect([rows[2]?.slice(3), rows[5]]).toEqual([
      ['Theo thực tế lấy mẫu', 'Theo thực tế khi lấy mẫu', 'Ao nuôi tôm', ''],
      ['', '', '', ...cells, ''],
    ]);
  });

  test('where others begin like them, under the header’s width', () => {
    expect(
      table(
        ['TT', 'Xã', 'Nơi đo', 'Số hộ'],
        ['1', 'Đồng Văn', 'Thôn Đông', '12'],
        ['Thôn Tây', '15'],
        ['Thôn Nam', '17'],
        ['2', 'Mèo Vạc', 'Thôn Hạ', '11'],
        ['Thôn Thượng', '9'],
        ['Cộng', '64'],
      ),
    ).toEqual([
      ['TT', 'Xã', 'Nơi đo', 'Số hộ'],
      ['1', 'Đồng Văn', 'Thôn Đông', '12'],
      ['', '', 'Thôn Tây', '15'],
      ['', '', 'Thôn Nam', '17'],
      ['2', 'Mèo Vạc', 'Thôn Hạ', '11'],
      ['', '', 'Thôn Thượng', '9'],
      ['', 'Cộng', '', '64'],
    ]);
  });

  test('before the empty cell that ends the table', () => {
    expect(
      table(
        ['STT', 'Hạng mục', 'Kinh phí', 'Ghi chú'],
        ['Tổng', 'Vốn tỉnh', 'Vốn xã'],
        ['1', 'Mua sắm', '150', '100', '50', ''],
        ['2', 'Tập huấn', '20', '20', '', ''],
        ['Tổng cộng', '170', '120', '50', ''],
      ).slice(3),
    ).toEqual([
      ['2', 'Tập huấn', '20', '20', '', ''],
      ['', 'Tổng cộng', '170', '120', '50', ''],
    ]);
  });

  test('not under the numbers of the rows where figures follow', () => {
    expect(
      table(
        ['TT', 'Xã', 'Năm', 'Số hộ', 'Số trẻ'],
        ['1', 'Nà Hin', '2026', '12', '35'],
        ['2', 'Nà Lầu', '2026', '10', '29'],
        ['2027', '14', '31'],
        ['3', 'Nà Pen', '2026', '11', '30'],
      )[3],
    ).toEqual(['', '', '2027', '14', '31']);
  });

  test('under their like where a sum reaches over columns', () => {
    expect(
      table(
        ['TT', 'Nội dung', 'Số mẫu', 'Đơn giá', 'Thành tiền', 'Ghi chú'],
        ['I', 'Mua cây giống', '3.500.000', ''],
        ['1', 'Cây keo', '20', '50.000', '1.000.000', 'Đợt 1'],
        ['2', 'Cây quế', '50', '50.000', '2.500.000', 'Đợt 2'],
      )[1],
    ).toEqual(['I', 'Mua cây giống', '', '', '3.500.000', '']);
  });

  test('two levels under a header of three rows', () => {
    expect(
      table(
        ['TT', 'Xã', 'Kế hoạch năm 2026', 'Ghi chú'],
        ['Hộ nghèo', 'Hộ cận nghèo'],
        ['Số hộ', 'Tỷ lệ', 'Số hộ', 'Tỷ lệ'],
        ['1', 'Nà Hin', '12', '3', '15', '4', ''],
        ['2', 'Nà Lầu', '10', '2', '9', '2', ''],
      ).slice(0, 3),
    ).toEqual([
      ['TT', 'Xã', 'Kế hoạch năm 2026', '', '', '', 'Ghi chú'],
      ['', '', 'Hộ nghèo', '', 'Hộ cận nghèo', '', ''],
      ['', '', 'Số hộ', 'Tỷ lệ', 'Số hộ', 'Tỷ lệ', ''],
    ]);
  });

  test('columns of figures under one heading', () => {
    expect(
      table(
        ['TT', 'Điểm đo', 'Loại', 'Vị trí lấy mẫu', 'Ghi chú'],
        ['X', 'Y', ''],
        ['1', 'Cống Đông', 'Nền', '574945.0', '1506250.8', 'Đo hằng ngày'],
        ['2', 'Cống Tây', 'Tác động', '583593.4', '1498499.1'],
        ['3', 'Cửa sông', 'Tác động', '583551.3', '1487505.7', 'Đo hằng tuần'],
      ).slice(0, 2),
    ).toEqual([
      ['TT', 'Điểm đo', 'Loại', 'Vị trí lấy mẫu', '', 'Ghi chú'],
      ['', '', '', 'X', 'Y', ''],
    ]);
  });

  test('like columns keep together under their heading', () => {
    expect(
      table(
        ['TT', 'Nội dung', 'Năm 2025', 'Ba năm kế hoạch'],
        ['Giao đầu năm', 'Đánh giá', 'Năm 2026', 'Năm 2027', 'Năm 2028'],
        ['1', 'Thu phí', '10', '11', '12', '13', '14'],
        ['2', 'Thu khác', '10', '11', '12', '13', '14'],
      )[0],
    ).toEqual(['TT', 'Nội dung', 'Năm 2025', '', 'Ba năm kế hoạch', '', '']);
  });
});

test('a row too wide for a table costs no time', () => {
  const cells = new Array<string>(30_000).fill('x');
  expect(table(cells, ['y'])).toEqual([cells, ['y']]);
});

test('no cell is lost, whatever is read', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('', '', '1', 'Xã', 'I', '1.200', '**'), { maxLength: 60 }),
      (cells) => {
        const { rows, width } = splitRows(cells);
        const words = placeCells(rows, width)
          .flat()
          .flatMap((cell) => cell.split('\n'))
          .filter((cell) => cell !== '' && cell !== '**');
        expect(words).toEqual(cells.filter((cell) => cell !== '' && cell !== '**'));
      },
    ),
  );
});
