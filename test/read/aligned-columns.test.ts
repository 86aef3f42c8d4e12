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

test('a rule under a heading over several columns is none of the words beside it', () => {
  expect(
    cellsOf(
      '                      Bê tông hóa đường          Kiên cố hóa      Kinh phí',
      'TT   Xã            ------------------------      kênh mương      huyện hỗ trợ',
      '                   Chiều dài     Khối lượng      Chiều dài     (triệu đồng)',
      '1    Vĩnh Tú             2,5          1.200            1,1              748',
      '2    Vĩnh Chấp           2,3          1.104            0,9              690',
    ),
  ).toEqual([
    ['', '', 'Bê tông hóa đường', '', 'Kiên cố hóa', 'Kinh phí'],
    ['TT', 'Xã', '', '', 'kênh mương', 'huyện hỗ trợ'],
    ['', '', 'Chiều dài', 'Khối lượng', 'Chiều dài', '(triệu đồng)'],
    ['1', 'Vĩnh Tú', '2,5', '1.200', '1,1', '748'],
    ['2', 'Vĩnh Chấp', '2,3', '1.104', '0,9', '690'],
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

const ROWS = [
  'TT  Xã           DT (ha)  NS (tạ/ha)  SL (tấn)  Ngô (ha)',
  '1   Hợp Châu         230          60     1.380        30',
  '2   Đại Đình         185          58     1.073        40',
  '3   Tam Quan         260          60     1.560        35',
  '4   Đạo Trù          220        57,5     1.265        65',
];
const CELLS = [
  ['TT', 'Xã', 'DT (ha)', 'NS (tạ/ha)', 'SL (tấn)', 'Ngô (ha)'],
  ['1', 'Hợp Châu', '230', '60', '1.380', '30'],
  ['2', 'Đại Đình', '185', '58', '1.073', '40'],
  ['3', 'Tam Quan', '260', '60', '1.560', '35'],
  ['4', 'Đạo Trù', '220', '57,5', '1.265', '65'],
];

test('a figure wider than its column moves the others of its row on', () => {
  const shifted = '5   Hồ Sơn           1.268,5          59     215          25';
  expect(cellsOf(...ROWS.slice(0, 3), shifted, ...ROWS.slice(3))).toEqual([
    ...CELLS.slice(0, 3),
    ['5', 'Hồ Sơn', '1.268,5', '59', '215', '25'],
    ...CELLS.slice(3),
  ]);
});

test('so it does in a row below one whose label goes on', () => {
  const total = '    Tổng cộng        11.268,5        59    5.278       170';
  expect(cellsOf(...ROWS, '    và Bồ Lý', total)).toEqual([
    ...CELLS,
    ['', 'và Bồ Lý', '', '', '', ''],
    ['', 'Tổng cộng', '11.268,5', '59', '5.278', '170'],
  ]);
});

test('words between the columns are no row', () => {
  const words = 'Ghi chú:  số liệu của các xã   chưa kể 30 ha   của nông trường  và 12 ha   khác';
  expect(cellsOf(...ROWS, words).at(-1)).toBe(words);
});

test("a part's number and words two blanks apart are a row of the table", () => {
  expect(
    cellsOf(
      ' STT  Chỉ tiêu            Đơn vị   Năm 2024',
      '  I   Giáo dục',
      '  1   Học nghề            Người        350',
      '  II  Sức khỏe',
      '  2   Khám sức khỏe       Người        280',
    ),
  ).toEqual([
    ['STT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2024'],
    ['I', 'Giáo dục', '', ''],
    ['1', 'Học nghề', 'Người', '350'],
    ['II', 'Sức khỏe', '', ''],
    ['2', 'Khám sức khỏe', 'Người', '280'],
  ]);
});

test('headings over several columns, which may stand between two of them or above the next line of others', () => {
  expect(
    cellsOf(
      'TT   Xã               BHXH (người)                  BHYT',
      '                   Năm 2025    Năm 2026       Số      Tỷ lệ (%)',
      '1    Hòa Sơn       1.250       1.300          4.200     95',
      '2    Tân Mỹ        30          40             1.100     94',
    )[0],
  ).toEqual(['TT', 'Xã', 'BHXH (người)', '', 'BHYT', '']);
  expect(
    cellsOf(
      'TT   Chỉ tiêu      ĐVT      Thực hiện        Kế hoạch 2026 - 2028',
      '                            năm 2025',
      '                                         2026       2027       2028',
      '1    Dân số        người    1.250        1.300      1.350      1.400',
      '2    Hộ nghèo      hộ       30           20         10         5',
    ).slice(0, 3),
  ).toEqual([
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện', 'Kế hoạch 2026 - 2028', '', ''],
    ['', '', '', 'năm 2025', '', '', ''],
    ['', '', '', '', '2026', '2027', '2028'],
  ]);
});
