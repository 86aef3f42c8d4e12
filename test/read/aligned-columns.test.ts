import { expect, test } from 'vitest';
import { splitAlignedColumns } from '../../src/read/aligned-columns.ts';

const cellsOf = (...texts: string[]): (string[] | string)[] =>
  splitAlignedColumns(texts.map((text) => ({ text }))).map(({ text, cells }) => cells ?? text);

test('columns that stand under each other become cells', () => {
  expect(
    cellsOf(
      'Chỉ tiêu giao cho các xã như sau:',
      'TT   Xã            Số hộ',
      '1    Hòa Sơn        1.250',
      '2    Tân Mỹ           30',
      'Các xã nghiêm túc thực hiện.',
    ),
  ).toEqual([
    'Chỉ tiêu giao cho các xã như sau:',
    ['TT', 'Xã', 'Số hộ'],
    ['1', 'Hòa Sơn', '1.250'],
    ['2', 'Tân Mỹ', '30'],
    'Các xã nghiêm túc thực hiện.',
  ]);
});

test('an empty cell keeps its place', () => {
  expect(cellsOf('Xã          Số     Ghi chú', 'Hòa Sơn            đạt 2024')).toEqual([
    ['Xã', 'Số', 'Ghi chú'],
    ['Hòa Sơn', '', 'đạt 2024'],
  ]);
});

test.each([
  ['one line alone', ['UBND XÃ HÒA SƠN        CỘNG HÒA XÃ HỘI']],
  ['an indent', ['      Căn cứ Luật Thủ đô', '      Căn cứ Luật Đất đai']],
  ['gaps that do not meet', ['một hai    ba bốn năm', 'một hai ba bốn    năm']],
  ['tabs', ['một\thai   ba', 'bốn\tnăm   sáu']],
])('%s stays as it is', (_, texts) => {
  expect(cellsOf(...texts)).toEqual(texts);
});

test('lines that have cells are left alone', () => {
  const row = { text: 'a   b\tc', cells: ['a   b', 'c'] };
  expect(splitAlignedColumns([row, row])).toEqual([row, row]);
});

test('headings over several columns stand above the first of them', () => {
  expect(
    cellsOf(
      '                            Thực hiện     Kế hoạch phấn đấu',
      'TT    Chỉ tiêu      ĐVT     năm 2022     2023      2024',
      '1     Vườn dừa      ha        78.012   78.300    78.600',
      '2     Đàn bò        con      224.560  227.000   230.000',
    ),
  ).toEqual([
    ['', '', '', 'Thực hiện', 'Kế hoạch phấn đấu', ''],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'năm 2022', '2023', '2024'],
    ['1', 'Vườn dừa', 'ha', '78.012', '78.300', '78.600'],
    ['2', 'Đàn bò', 'con', '224.560', '227.000', '230.000'],
  ]);
});

test('numbers are a column of their own one blank before the labels', () => {
  expect(
    cellsOf(
      'STT Khu dân cư               Hộ nghèo    Lao động',
      '1   Khu dân cư Thanh Bình           7         430',
      '2   Khu dân cư Thạch Thang          9         465',
    ),
  ).toEqual([
    ['STT', 'Khu dân cư', 'Hộ nghèo', 'Lao động'],
    ['1', 'Khu dân cư Thanh Bình', '7', '430'],
    ['2', 'Khu dân cư Thạch Thang', '9', '465'],
  ]);
});
