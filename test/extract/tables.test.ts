import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/plan/record.ts';
import { extractionOf, factsOf } from './plan.ts';

const tablesOf = (rows: string, lead = '1. Giao các huyện như sau:'): Table[] =>
  factsOf({ body: `I. CHỈ TIÊU\n${lead}\n${rows}` }).tables;
const tableOf = (rows: string, lead?: string): Table => {
  const [table, ...more] = tablesOf(rows, lead);
  if (table === undefined || more.length > 0) throw new Error(`${more.length} tables more, or none`);
  return table;
};

describe('columns and rows', () => {
  const table = tableOf(`TT\tHuyện\tSố người tham gia BHYT\tTỷ lệ bao phủ BHYT (%)\tĐầu mối
1\tĐồng Văn\t81.250\t95,5\tTrung tâm Y tế
2\tMèo Vạc\t\t-\t
\tTổng cộng\t81.250\t95,5\t`);

  test('the serial number and the names of the rows are no columns', () => {
    expect(table.columns).toEqual([
      { label: 'Số người tham gia BHYT', indicator: 'bhyt', unit: 'người' },
      { label: 'Tỷ lệ bao phủ BHYT (%)', indicator: 'bhyt', unit: '%' },
      { label: 'Đầu mối', indicator: null, unit: null },
    ]);
    expect(table.rows.map(({ label, kind }) => [label, kind])).toEqual([
      ['Đồng Văn', 'item'],
      ['Mèo Vạc', 'item'],
      ['Tổng cộng', 'total'],
    ]);
  });

  test('cells keep their words, and have a value where they are a number', () => {
    expect(
      table.rows.map(({ cells }) => cells.map(({ text, value }) => (value === null ? text : value))),
    ).toEqual([
      [81250, 95.5, 'Trung tâm Y tế'],
      ['', '-', ''],
      [81250, 95.5, ''],
    ]);
    expect(table.rows[0]?.cells[0]?.text).toBe('81.250');
  });

  test('rows of places have them, with their codes', () => {
    expect(table.rows.map(({ place }) => place)).toEqual([
      { name: 'Đồng Văn', code: '026' },
      { name: 'Mèo Vạc', code: '027' },
      null,
    ]);
  });

  test('every cell has its evidence', () => {
    const { evidence, facts } = extractionOf({
      body: 'I. CHỈ TIÊU\n1. Giao:\nHuyện\tSố xã\nĐồng Văn\t19\nMèo Vạc\t18',
    });
    expect(facts.tables).toHaveLength(1);
    expect(evidence['/tables/0/rows/1/cells/0/value']?.quote).toBe('18');
    expect(evidence['/tables/0/rows/0/label']?.quote).toBe('Đồng Văn');
    expect(evidence['/tables/0/columns/0/label']?.quote).toBe('Số xã');
  });
});

test.each([
  ['without serial numbers', 'Huyện\tSố xã\nĐồng Văn\t19\nMèo Vạc\t18', ['Số xã'], ['Đồng Văn', 'Mèo Vạc']],
  [
    'an unnamed column of numbers in order',
    '\tViệc\tSố\n1\tKhám\t5\n2\tTiêm\t6\n3\tPhát thuốc\t7',
    ['Số'],
    ['Khám', 'Tiêm', 'Phát thuốc'],
  ],
  [
    'a header of two rows',
    'TT\tHuyện\tChỉ tiêu\tChỉ tiêu\n\t\tNăm 2024\tNăm 2025\n1\tĐồng Văn\t19\t20',
    ['Chỉ tiêu Năm 2024', 'Chỉ tiêu Năm 2025'],
    ['Đồng Văn'],
  ],
  ['a row that numbers the columns', 'TT\tHuyện\tSố\n(1)\t(2)\t(3)\n1\tĐồng Văn\t19', ['Số'], ['Đồng Văn']],
])('%s', (_, rows, columns, labels) => {
  const table = tableOf(rows);
  expect(table.columns.map(({ label }) => label)).toEqual(columns);
  expect(table.rows.map(({ label }) => label)).toEqual(labels);
});

test.each([
  ['words in columns that the row above fills', '\t\tAo nuôi\t7', 'Đồng Văn'],
  ['figures, which may be a sum', '\t\t7\t7', ''],
  ['a sum', '\t\tTổng cộng\t7', ''],
  ['words that go on', '\t\ttại các hồ\t7', ''],
  ['a single cell', '\t\tAo nuôi\t', ''],
])('a row without a label but %s', (_, row, label) => {
  const table = tableOf(`TT\tHuyện\tNơi đo\tSố điểm\n1\tĐồng Văn\tHồ chứa\t5\n${row}\n2\tMèo Vạc\tSông\t3`);
  expect(table.rows[1]).toMatchObject({
    label,
    place: label === '' ? null : { name: 'Đồng Văn', code: '026' },
  });
});

test('headings, subtotals and totals are told from items', () => {
  const table = tableOf(`TT\tChỉ tiêu\tSố lượng
I\tMiền núi\t
1\tSố trạm\t7
\tCộng miền núi\t7
II\tĐồng bằng\t
1\tSố trạm\t5
\tTổng cộng\t12`);
  expect(table.rows.map(({ kind }) => kind)).toEqual([
    'heading',
    'item',
    'subtotal',
    'heading',
    'item',
    'total',
  ]);
});

test.each([
  ['Biểu 2. Chỉ tiêu giao các huyện:', 'Biểu 2. Chỉ tiêu giao các huyện'],
  ['Giao các huyện như sau:', null],
  [
    'Giao các huyện theo biểu dưới đây:\nMột số chỉ tiêu chủ yếu năm 2024',
    'Một số chỉ tiêu chủ yếu năm 2024',
  ],
  ['Giao các huyện:\nCác huyện chịu trách nhiệm.', null],
  ['Phân bổ chỉ tiêu trồng rừng năm 2024', 'Phân bổ chỉ tiêu trồng rừng năm 2024'],
  ['Phân bổ vốn cho các huyện năm 2024 theo đúng quy định.', null],
])('%s is caption %o', (lead, caption) => {
  expect(tableOf('Huyện\tSố xã\nĐồng Văn\t19', lead).caption).toBe(caption);
});

test.each([
  ['Số tiền (triệu đồng)', 'triệu đồng'],
  ['Diện tích (ha)', 'ha'],
  ['Tỷ lệ (%)', '%'],
  ['Thoát nghèo (họ)', 'hộ'],
  ['Tỷ lệ hộ nghèo', '%'],
  ['Người phụ trách', null],
])('the unit of the column %o is %o', (label, unit) => {
  expect(tableOf(`Huyện\t${label}\nĐồng Văn\t19`).columns[0]?.unit).toBe(unit);
});

test('annexes have tables too, and rows without figures are kept', () => {
  const tail = 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNông Văn Tiệp\nPHỤ LỤC\nTT\tViệc\tĐầu mối\n1\tKhám\tSở Y tế';
  expect(factsOf({ tail }).tables[0]?.rows).toEqual([
    { label: 'Khám', place: null, kind: 'item', cells: [{ text: 'Sở Y tế', value: null }] },
  ]);
});

describe('a header of several rows', () => {
  const labels = (...rows: string[][]): string[] =>
    tableOf(rows.map((row) => row.join('\t')).join('\n')).columns.map(({ label }) => label);

  test('gives a column all headings above it and none beside it', () => {
    expect(
      labels(
        ['TT', 'Chỉ tiêu', 'Năm 2025', '', 'Năm 2026', 'So sánh'],
        ['', '', 'Giao', 'Ước đạt', '', ''],
        ['A', 'B', '1', '2', '3', '4=3/2'],
        ['1', 'Số trạm', '7', '6', '8', '133,3'],
      ),
    ).toEqual(['Năm 2025 Giao', 'Năm 2025 Ước đạt', 'Năm 2026', 'So sánh']);
  });

  test('keeps what stands under one heading from the next', () => {
    expect(
      labels(
        ['TT', 'Xã', 'Kế hoạch', '', '', 'Kết quả'],
        ['', '', 'Hộ nghèo', '', 'Trẻ em', ''],
        ['', '', 'Số hộ', 'Tỷ lệ', '', 'Số hộ'],
        ['1', 'Nà Hin', '12', '3', '4', '11'],
      ),
    ).toEqual(['Kế hoạch Hộ nghèo Số hộ', 'Kế hoạch Hộ nghèo Tỷ lệ', 'Kế hoạch Trẻ em', 'Kết quả Số hộ']);
  });
});

test('a heading without a serial number before it reaches over its columns, with its unit', () => {
  const { columns } = tableOf(
    'Huyện\tChỉ tiêu năm 2024 (người)\t\tTỷ lệ bao phủ BHYT (%)\n\tBHXH tự nguyện\tBHTN\t\nĐồng Văn\t81\t95\t94,1',
  );
  expect(columns.map(({ label, unit }) => [label, unit])).toEqual([
    ['Chỉ tiêu năm 2024 (người) BHXH tự nguyện', 'người'],
    ['Chỉ tiêu năm 2024 (người) BHTN', 'người'],
    ['Tỷ lệ bao phủ BHYT (%)', '%'],
  ]);
});

test('a caption that ends with a unit gives its columns of figures that', () => {
  const table = tableOf('TT\tHuyện\tLúa\tNgô\n1\tĐồng Văn\t20\t5', 'Bảng 2. Sản lượng năm 2024 (ĐVT: Tấn)');
  expect(table.columns.map(({ unit }) => unit)).toEqual(['tấn', 'tấn']);
  expect(table.caption).toBe('Bảng 2. Sản lượng năm 2024');
});

test('a note above a table gives its columns of figures their unit', () => {
  const table = tableOf(
    'TT\tNội dung\tNăm 2026\tSo sánh với năm 2025\tTỷ lệ (%)\tGhi chú\n1\tThu phí\t20\t1\t5\tĐợt 1',
    'Đơn vị tính: Triệu đồng.',
  );
  expect(table.columns.map(({ unit }) => unit)).toEqual(['triệu đồng', null, '%', null]);
});

test('a column of units leaves the others without', () => {
  const table = tableOf(
    'TT\tChỉ tiêu\tĐơn vị tính\tNăm 2026\n1\tTổng sản lượng\tTấn\t20\n2\tTổng đàn\tCon\t7',
  );
  expect(table.columns.map(({ unit }) => unit)).toEqual([null, null]);
  expect(table.rows.map(({ kind }) => kind)).toEqual(['item', 'item']);
});

test.each([
  [
    ['A\tTHU\t', 'I\tThu phí\t5', 'II\tThu dầu\t', 'III\tThu khác\t7'],
    ['heading', 'item', 'item', 'item'],
  ],
  [
    ['1\tHọc sinh:\t', '\t- Nội trú\t5', '\t- Bán trú\t', '\t- Khác\t7'],
    ['heading', 'item', 'item', 'item'],
  ],
  [
    ['5\tCông thương\t', '5.1\tThương mại\t', '5.1.1\tChợ\t5', '5.1.2\tSàn\t', '5.2\tĐiện\t7'],
    ['heading', 'heading', 'item', 'item', 'item'],
  ],
  [
    ['1.3.1\tCá rô phi\t', '1.3.1.1\tMẫu nước\t7', '1.3.2\tCá tầm\t'],
    ['heading', 'item', 'item'],
  ],
  [
    ['I\tTổng thu\t12', '1\tCông nghiệp\t5', '2\tThu khác\t7'],
    ['total', 'item', 'item'],
  ],
  [
    ['1\tThu phí\t5', '\tCộng các xã\t5', '2\tThu khác\t7'],
    ['item', 'subtotal', 'item'],
  ],
])('the rows %j are %j', (rows, kinds) => {
  const table = tableOf(['TT\tNội dung\tNăm 2026', ...rows].join('\n'));
  expect(table.rows.map(({ kind }) => kind)).toEqual(kinds);
});

test.each([
  [
    ['Mẫu biểu số 02', 'DỰ TOÁN THU GIAI ĐOẠN 2026 –', '2028', '(Kèm theo Kế hoạch)'],
    'DỰ TOÁN THU GIAI ĐOẠN 2026 – 2028',
  ],
  [['PHỤ LỤC I: BIỂU TỔNG HỢP VIỆC LÀM', 'Đơn vị: người'], 'BIỂU TỔNG HỢP VIỆC LÀM'],
  [['Biểu số 1', '(Kèm theo Kế hoạch)'], null],
  [['BIỂU GIAO CHỈ TIÊU', '(Kèm theo Kế hoạch)', 'Đơn vị tính: người'], 'BIỂU GIAO CHỈ TIÊU'],
])('an annex headed %j has a table captioned %o', (lines, caption) => {
  const table = 'TT\tViệc\tSố người\n1\tKhám\t20';
  const tail = `TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNông Văn Tiệp\n${lines.join('\n')}\n${table}`;
  expect(factsOf({ tail }).tables[0]?.caption).toBe(caption);
});

describe('a table of places whose columns name only how', () => {
  const body = `I. CHỈ TIÊU
1. Giao các huyện theo bảng sau:
Bảng 1. Chỉ tiêu giảm hộ nghèo năm 2024
TT\tĐơn vị\tHộ nghèo đầu năm\t\tKế hoạch giảm\t
\t\tSố hộ\tTỷ lệ (%)\tSố hộ\tTỷ lệ (%)
1\tHuyện Đồng Văn\t2.310\t5,21\t980\t2,21
2\tHuyện Mèo Vạc\t1.205\t2,98\t560\t1,38
\tTổng cộng\t3.515\t4,10\t1.540\t1,80`;
  const { tables, targets } = factsOf({ body });

  test('is about what its title names, in the units that the columns name', () => {
    expect(tables[0]?.columns.map(({ indicator, unit }) => [indicator, unit])).toEqual([
      ['ho-ngheo', 'hộ'],
      ['ho-ngheo', '%'],
      ['ho-ngheo', 'hộ'],
      ['ho-ngheo', '%'],
    ]);
  });

  test('sets targets by its planned columns alone', () => {
    expect(
      targets.map(({ value, unit, change, place }) => [value, unit, change, place?.name ?? null]),
    ).toEqual([
      [980, 'hộ', 'decrease', 'Đồng Văn'],
      [2.21, '%', 'decrease', 'Đồng Văn'],
      [560, 'hộ', 'decrease', 'Mèo Vạc'],
      [1.38, '%', 'decrease', 'Mèo Vạc'],
      [1540, 'hộ', 'decrease', null],
      [1.8, '%', 'decrease', null],
    ]);
  });
});

test.each([
  [
    'the unit in brackets of a heading is for all columns below it',
    'TT\tXã\tGiấy chứng nhận (giấy)\t\n\t\tCấp lần đầu\tCấp đổi\n1\tXã Hòa Sơn\t19\t20\n2\tXã Tân Mỹ\t18\t17',
    [
      ['Giấy chứng nhận (giấy) Cấp lần đầu', 'cap-giay-chung-nhan-dat', 'giấy'],
      ['Giấy chứng nhận (giấy) Cấp đổi', 'cap-giay-chung-nhan-dat', 'giấy'],
    ],
  ],
  [
    'a heading that goes on in small letters does not reach over the next',
    'TT\tXã\tSố thùng\tSố hộ ủ phân\t\n\t\tđựng phân\thữu cơ tại\t\n\t\thữu cơ (thùng)\tnhà (hộ)\tGhi chú\n1\tXã Hòa Sơn\t9\t19\tKhó\n2\tXã Tân Mỹ\t8\t18\t',
    [
      ['Số thùng đựng phân hữu cơ (thùng)', null, 'thùng'],
      ['Số hộ ủ phân hữu cơ tại nhà (hộ)', null, 'hộ'],
      ['Ghi chú', null, null],
    ],
  ],
  [
    'what people belong to is not what is counted of them',
    'TT\tXã\tLao động xuất cảnh (người)\tTrong đó: thuộc hộ nghèo (người)\n1\tXã Hòa Sơn\t19\t3\n2\tXã Tân Mỹ\t18\t2',
    [
      ['Lao động xuất cảnh (người)', 'xuat-khau-lao-dong', 'người'],
      ['Trong đó: thuộc hộ nghèo (người)', 'xuat-khau-lao-dong', 'người'],
    ],
  ],
])('%s', (_, rows, columns) => {
  const table = tableOf(rows, '1. Giao chỉ tiêu như sau:');
  expect(table.columns.map(({ label, indicator, unit }) => [label, indicator, unit])).toEqual(columns);
});

test("a commune's row is a place, whatever its name", () => {
  const table = tableOf(
    'TT\tXã\tSố hộ nghèo (hộ)\n1\tXã Xá Nhè Mới\t19\n2\tXã Tân Mỹ\t18',
    '1. Giao chỉ tiêu như sau:',
  );
  expect(table.rows[0]?.place).toEqual({ name: 'Xá Nhè Mới', code: null });
});

test('growth beside a stock is a change', () => {
  const { targets } = factsOf({
    body: `I. CHỈ TIÊU
1. Giao các huyện:
Bảng 1. Chỉ tiêu dư nợ tín dụng chính sách năm 2024
TT\tHuyện\tDư nợ (triệu đồng)\tTăng trưởng năm 2024 (triệu đồng)\tTỷ lệ tăng trưởng (%)
1\tHuyện Đồng Văn\t96\t12\t14,2
2\tHuyện Mèo Vạc\t95\t9\t10,5`,
  });
  expect(targets.map(({ change }) => change).slice(0, 3)).toEqual([null, 'increase', 'increase']);
});

test('a table that gives places their part of the work and its money is of targets', () => {
  const { targets } = factsOf({
    body: `III. KHỐI LƯỢNG, KINH PHÍ PHÂN THEO HUYỆN
Giao khối lượng thực hiện như sau:
TT\tHuyện\tKiên cố hóa kênh mương (km)\tKinh phí (triệu đồng)
1\tHuyện Đồng Văn\t1,8\t412
2\tHuyện Mèo Vạc\t1,2\t355`,
  });
  expect(targets.map(({ value, unit }) => [value, unit])).toEqual([
    [1.8, 'km'],
    [412e6, 'đồng'],
    [1.2, 'km'],
    [355e6, 'đồng'],
  ]);
});

test('a title tells the time of its table, and labels whom they are about', () => {
  const { targets } = factsOf({
    body: `I. CHỈ TIÊU
1. Giao các huyện:
Bảng 1. Chỉ tiêu giao năm 2023
TT\tHuyện\tTỷ lệ trẻ em dưới 1 tuổi được tiêm chủng (%)\tSố hộ nghèo giảm (hộ)
1\tHuyện Đồng Văn\t96\t120
2\tHuyện Mèo Vạc\t95\t90`,
  });
  expect(targets.map(({ group, of, change, due }) => [group, of, change, due]).slice(0, 2)).toEqual([
    ['trẻ em dưới 1 tuổi', 'group', null, '2023'],
    [null, null, 'decrease', '2023'],
  ]);
});

test('a paragraph that points to a table sets its time', () => {
  const due = (lead: string): string | null | undefined =>
    factsOf({
      body: `I. CHỈ TIÊU\n1. Chuẩn bị\n${lead}\nBảng 1. Chỉ tiêu năm 2024\nTT\tHuyện\tXuồng (chiếc)\n1\tHuyện Đồng Văn\t2\n2\tHuyện Mèo Vạc\t3`,
    }).targets[0]?.due;
  expect(due('Các huyện chuẩn bị đủ theo bảng dưới đây, xong trước ngày 31/8/2024; nơi khác tự lo.')).toBe(
    '2024-08-31',
  );
  expect(due('Các huyện chuẩn bị đủ theo Bảng 1; nơi khác xong trước ngày 31/8/2024.')).toBe('2024');
});

test('a year before the plan beside later ones reports', () => {
  const { targets } = factsOf({
    body: `I. CHỈ TIÊU
1. Các chỉ tiêu:
TT\tChỉ tiêu\tĐơn vị tính\tNăm 2023\tNăm 2024
1\tSố người tham gia BHYT\tNgười\t812\t900
2\tTỷ lệ bao phủ BHYT\t%\t94,1\t95,5`,
  });
  expect(targets.map(({ value, due }) => [value, due])).toEqual([
    [900, '2024'],
    [95.5, '2024'],
  ]);
});

test('what a web page says of a plan in a table above it is no table of the plan', () => {
  const letterhead = 'Số hiệu\t92/KH-UBND\nNgày ban hành\t24/12/2025\nUBND TỈNH HÀ GIANG\nSố: 92/KH-UBND';
  expect(factsOf({ letterhead }).tables).toEqual([]);
});

describe('a table of targets', () => {
  const targetsOf = (title: string, rows: string) =>
    factsOf({
      tail: `TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNông Văn Tiệp\nPHỤ LỤC\n${title}\n${rows}`,
    }).targets.map(({ label, group, value, unit, of, place }) => [
      label,
      group,
      value,
      unit,
      of,
      place?.name ?? null,
    ]);

  test('is one that plans beside what was reached, whatever it counts', () => {
    expect(
      targetsOf(
        'KẾ HOẠCH NĂM 2024',
        'TT\tHuyện\tThực hiện năm 2023 Tỷ lệ (%)\tKế hoạch năm 2024 Tỷ lệ (%)\n1\tĐồng Văn\t3,2\t2,3\n2\tMèo Vạc\t3,5\t2,6',
      ),
    ).toEqual([
      ['Kế hoạch năm 2024 Tỷ lệ (%)', null, 2.3, '%', null, 'Đồng Văn'],
      ['Kế hoạch năm 2024 Tỷ lệ (%)', null, 2.6, '%', null, 'Mèo Vạc'],
    ]);
  });

  test('is one whose title sets what it names, of places with groups and bodies between', () => {
    expect(
      targetsOf(
        'KẾ HOẠCH TRỒNG RỪNG NĂM 2024\nĐVT: ha',
        'TT\tĐơn vị\tRừng phòng hộ\nA\tKhối huyện\t30\n1\tHuyện Đồng Văn\t20\n2\tHuyện Mèo Vạc\t10\nB\tKhối doanh nghiệp\t5\n1\tCông ty Lâm nghiệp Bến Hải\t5',
      ).map(([label, group, value, unit, , place]) => [label, group, value, unit, place]),
    ).toEqual([
      ['Rừng phòng hộ', 'Khối huyện', 30, 'ha', null],
      ['Rừng phòng hộ', null, 20, 'ha', 'Đồng Văn'],
      ['Rừng phòng hộ', null, 10, 'ha', 'Mèo Vạc'],
      ['Rừng phòng hộ', 'Khối doanh nghiệp', 5, 'ha', null],
      ['Rừng phòng hộ', 'Công ty Lâm nghiệp Bến Hải', 5, 'ha', null],
    ]);
  });

  test.each([
    ['LỘ TRÌNH XÃ ĐẠT CHUẨN NÔNG THÔN MỚI', 2],
    ['PHƯƠNG TIỆN CÁC HUYỆN PHẢI CHUẨN BỊ', 2],
    ['PHƯƠNG TIỆN CỦA CÁC HUYỆN', 0],
  ])('is one titled %s', (title, count) => {
    const rows = 'TT\tHuyện\tXuồng máy (chiếc)\n1\tHuyện Đồng Văn\t2\n2\tHuyện Mèo Vạc\t3';
    expect(targetsOf(title, rows)).toHaveLength(count);
  });

  test('has its labels from the columns where those count several things', () => {
    expect(
      targetsOf(
        'CHỈ TIÊU TUYỂN SINH',
        'TT\tTrường\tSố lớp\tSố học sinh\n1\tTHPT Đồng Văn\t12\t540\n\tTổng cộng\t12\t540',
      ).map(([label, group, value, unit]) => [label, group, value, unit]),
    ).toEqual([
      ['Số lớp', 'THPT Đồng Văn', 12, 'lớp'],
      ['Số học sinh', 'THPT Đồng Văn', 540, 'người'],
      ['Số lớp', null, 12, 'lớp'],
      ['Số học sinh', null, 540, 'người'],
    ]);
  });

  test('may have its figures in words, with units of their own', () => {
    expect(
      targetsOf(
        'CHỈ TIÊU NĂM 2024',
        'TT\tChỉ tiêu\tMục tiêu\tCơ quan chủ trì\tThời gian\n1\tDịch vụ công toàn trình\t≥ 80%\tVăn phòng\tQuý IV\n2\tXã có tổ công nghệ số\tTừ 78 xã trở lên\tSở Nội vụ\tQuý IV',
      ).map(([label, , value, unit]) => [label, value, unit]),
    ).toEqual([
      ['Dịch vụ công toàn trình', 80, '%'],
      ['Xã có tổ công nghệ số', 78, 'xã'],
    ]);
  });
});

test('"Bảng 1 (tiếp theo)" begins no other table', () => {
  const lines = [
    'TT\tXã\tSố hộ',
    '1\tTân An\t12',
    '2\tTân Bình\t15',
    'Bảng 1 (tiếp theo)',
    '3\tTân Lập\t9',
    '4\tTân Hòa\t7',
  ];
  expect(tableOf(lines.join('\n')).rows).toHaveLength(4);
});
