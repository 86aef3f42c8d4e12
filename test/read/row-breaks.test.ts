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

describe('cells of rows with merged ones stand', () => {
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
