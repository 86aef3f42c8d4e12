import { describe, expect, test } from 'vitest';
import { readText } from '../../src/read/text.ts';

/** The rows of the text's tables, with cells that were broken over lines put together. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  for (const { text: line, cells = line.split('\t'), row } of readText(
    'plan.txt',
    Buffer.from(text),
  ).pages.flatMap((page) => page.lines)) {
    if (cells.length < 2) continue;
    const above = row === 'continued' ? rows.at(-1) : undefined;
    if (above === undefined) rows.push([...cells]);
    else for (const [at, cell] of cells.entries()) above[at] = `${above[at]} ${cell}`.trim();
  }
  return rows;
}

const DUTIES = [
  ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Thời gian'],
  ['1', 'Phục dựng lễ hội cồng chiêng của đồng bào', 'Phòng Quản lý Di sản', 'Tháng 3'],
  ['2', 'Kiểm tra cơ sở', 'Thanh tra', 'Trước ngày 05/9'],
  ['3', 'Tổng kết', 'Văn phòng', 'Tháng 12'],
];

describe('rows whose cells were broken over lines', () => {
  test.each<[string, string]>([
    [
      'begin with their numbers',
      `
TT  Nội dung            Đơn vị       Thời
                        chủ trì      gian
1   Phục dựng lễ hội    Phòng Quản   Tháng 3
    cồng chiêng         lý Di sản
    của đồng bào
2   Kiểm tra cơ sở      Thanh tra    Trước ngày
                                     05/9
3   Tổng kết            Văn phòng    Tháng 12
`,
    ],
    [
      'have their numbers at their middles',
      `
TT  Nội dung            Đơn vị       Thời
                        chủ trì      gian
    Phục dựng lễ hội    Phòng Quản
1   cồng chiêng         lý Di sản    Tháng 3
    của đồng bào
2   Kiểm tra cơ sở      Thanh tra    Trước ngày
                                     05/9
3   Tổng kết            Văn phòng    Tháng 12
`,
    ],
    [
      'have empty lines between them',
      `
TT  Nội dung            Đơn vị       Thời
                        chủ trì      gian

    Phục dựng lễ hội    Phòng Quản
1   cồng chiêng         lý Di sản    Tháng 3
    của đồng bào

2   Kiểm tra cơ sở      Thanh tra    Trước ngày
                                     05/9

3   Tổng kết            Văn phòng    Tháng 12
`,
    ],
    [
      'have an empty line behind each line',
      `
TT  Nội dung            Đơn vị       Thời

                        chủ trì      gian

1   Phục dựng lễ hội    Phòng Quản   Tháng 3

    cồng chiêng         lý Di sản

    của đồng bào

2   Kiểm tra cơ sở      Thanh tra    Trước ngày

                                     05/9

3   Tổng kết            Văn phòng    Tháng 12
`,
    ],
    [
      'stand right below a line with a gap of its own',
      `
(Kèm theo Kế hoạch số      /KH-SYT ngày 05/01/2026)
TT  Nội dung            Đơn vị       Thời
                        chủ trì      gian
1   Phục dựng lễ hội    Phòng Quản   Tháng 3
    cồng chiêng         lý Di sản
    của đồng bào
2   Kiểm tra cơ sở      Thanh tra    Trước ngày
                                     05/9
3   Tổng kết            Văn phòng    Tháng 12
`,
    ],
    [
      'stand between tabs',
      `
TT\tNội dung\tĐơn vị\tThời
\t\tchủ trì\tgian
1\tPhục dựng lễ hội\tPhòng Quản\tTháng 3
\tcồng chiêng\tlý Di sản
\tcủa đồng bào
2\tKiểm tra cơ sở\tThanh tra\tTrước ngày
\t\t\t05/9
3\tTổng kết\tVăn phòng\tTháng 12
`,
    ],
    [
      'stand between bars',
      `
| TT | Nội dung | Đơn vị | Thời |
|    |          | chủ trì | gian |
| 1 | Phục dựng lễ hội | Phòng Quản | Tháng 3 |
|   | cồng chiêng      | lý Di sản  |         |
|   | của đồng bào     |            |         |
| 2 | Kiểm tra cơ sở | Thanh tra | Trước ngày |
|   |                |           | 05/9       |
| 3 | Tổng kết | Văn phòng | Tháng 12 |
`,
    ],
  ])('%s', (_, text) => {
    expect(rowsOf(text)).toEqual(DUTIES);
  });

  test('without numbers are told by cells that go on in small letters', () => {
    expect(
      rowsOf(`
Chỉ tiêu                Đơn vị      Năm 2026
Tỷ lệ dân số nông thôn
được dùng nước sạch     %               95
Số hộ nghèo             hộ             120
`),
    ).toEqual([
      ['Chỉ tiêu', 'Đơn vị', 'Năm 2026'],
      ['Tỷ lệ dân số nông thôn được dùng nước sạch', '%', '95'],
      ['Số hộ nghèo', 'hộ', '120'],
    ]);
  });
});

describe('rows of their own without a number', () => {
  test.each<[string, string, string[]]>([
    [
      'a total',
      `
TT   Xã            Số hộ   Số người
1    Hòa Sơn       1.250      3.100
2    Tân Mỹ           30         90
     Tổng cộng     1.280      3.190
`,
      ['TT', '1', '2', ''],
    ],
    [
      'parts of what stands above',
      `
TT   Chỉ tiêu               ĐVT   Năm 2026
1    Hộ nghèo được hỗ trợ
     - Khu vực thành thị    hộ          30
     - Khu vực nông thôn    hộ         120
2    Hộ cận nghèo           hộ         200
`,
      ['TT', '1', '', '', '2'],
    ],
  ])('%s', (_, text, numbers) => {
    expect(rowsOf(text).map(([number]) => number)).toEqual(numbers);
  });
});

test('a heading or a paragraph below a table is none of its rows', () => {
  const rows = rowsOf(`
TT   Xã            Số hộ   Số người
1    Hòa Sơn       1.250      3.100
2    Tân Mỹ           30         90
     III. TỔ CHỨC
`);
  expect(rows.at(-1)?.[0]).toBe('2');
});

test('a header whose cells end below with units and times', () => {
  expect(
    rowsOf(`
TT   Nhóm đối tượng            Đã tham gia      Chỉ tiêu đến
                               đến 31/12/2025   30/6/2026
1    Nhóm do người lao động         20.864           21.050
     và doanh nghiệp đóng
2    Hộ gia đình                    17.985           18.960
     Tổng cộng                      38.849           40.010
`),
  ).toEqual([
    ['TT', 'Nhóm đối tượng', 'Đã tham gia đến 31/12/2025', 'Chỉ tiêu đến 30/6/2026'],
    ['1', 'Nhóm do người lao động và doanh nghiệp đóng', '20.864', '21.050'],
    ['2', 'Hộ gia đình', '17.985', '18.960'],
    ['', 'Tổng cộng', '38.849', '40.010'],
  ]);
});

test('a short form alone goes on with the label above it', () => {
  const text = `
TT  Chỉ tiêu                     Đơn vị   2024   2025
1   Số lồng nuôi                 lồng      800    620
2   Tỷ lệ lồng bằng vật liệu     %         3,2     10
    HDPE
3   Tỷ lệ hộ được cấp giấy       %        11,5     60
    xác nhận
`;
  expect(rowsOf(text)).toEqual([
    ['TT', 'Chỉ tiêu', 'Đơn vị', '2024', '2025'],
    ['1', 'Số lồng nuôi', 'lồng', '800', '620'],
    ['2', 'Tỷ lệ lồng bằng vật liệu HDPE', '%', '3,2', '10'],
    ['3', 'Tỷ lệ hộ được cấp giấy xác nhận', '%', '11,5', '60'],
  ]);
});

test('a number and figures between the two lines of their label', () => {
  const text = `
TT  Chỉ tiêu                       Đơn vị        2024   2025
1   Xã đạt chuẩn (lũy kế)          xã              86    100
    Thu nhập bình quân đầu người
2                                  triệu đồng    48,5     52
    khu vực nông thôn
3   Hộ dùng nước sạch              %             66,4     70
`;
  expect(rowsOf(text)).toEqual([
    ['TT', 'Chỉ tiêu', 'Đơn vị', '2024', '2025'],
    ['1', 'Xã đạt chuẩn (lũy kế)', 'xã', '86', '100'],
    ['2', 'Thu nhập bình quân đầu người khu vực nông thôn', 'triệu đồng', '48,5', '52'],
    ['3', 'Hộ dùng nước sạch', '%', '66,4', '70'],
  ]);
});

test('numbers at the middles of rows, a part above the first, a header of three lines and a total', () => {
  expect(
    rowsOf(`
                                       Thực    Năm    Năm
TT   Chỉ tiêu                ĐVT       hiện   2027   2028
                                       2025
I    ĐÔ THỊ
     Tỷ lệ dân số đô thị
1    được cấp nước qua hệ    %         87,6   88,5     90
     thống tập trung
2    Công trình thoát nước   công         4      5      7
     xây dựng mới            trình
     Tổng số công trình      trình       14     15     17
`),
  ).toEqual([
    ['', '', '', 'Thực', 'Năm', 'Năm'],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'hiện 2025', '2027', '2028'],
    ['I', 'ĐÔ THỊ', '', '', '', ''],
    ['1', 'Tỷ lệ dân số đô thị được cấp nước qua hệ thống tập trung', '%', '87,6', '88,5', '90'],
    ['2', 'Công trình thoát nước xây dựng mới', 'công trình', '4', '5', '7'],
    ['', 'Tổng số công trình', 'trình', '14', '15', '17'],
  ]);
});

test('headings over their columns keep to a row of their own', () => {
  expect(
    rowsOf(`
TT  Xã, thị trấn                    Lúa Mùa                Ngô    Rau các loại
                       DT (ha)  NS (tạ/ha)  SL (tấn)      (ha)            (ha)
1   Xã Hòa An              215          59   1.268,5        25              60
2   Thị trấn Mỹ Phú        260          60     1.560        35              40
`),
  ).toEqual([
    ['TT', 'Xã, thị trấn', 'Lúa Mùa', '', '', 'Ngô', 'Rau các loại'],
    ['', '', 'DT (ha)', 'NS (tạ/ha)', 'SL (tấn)', '(ha)', '(ha)'],
    ['1', 'Xã Hòa An', '215', '59', '1.268,5', '25', '60'],
    ['2', 'Thị trấn Mỹ Phú', '260', '60', '1.560', '35', '40'],
  ]);
});

test('a page that begins with the first line of a label goes on with the table', () => {
  expect(
    rowsOf(`
     Tỷ lệ hộ gia đình nông
6    thôn có nhà tiêu hợp vệ    %         70,4     72     75
     sinh
7    Trạm y tế có nước sạch     trạm        79     82     84
`),
  ).toEqual([
    ['6', 'Tỷ lệ hộ gia đình nông thôn có nhà tiêu hợp vệ sinh', '%', '70,4', '72', '75'],
    ['7', 'Trạm y tế có nước sạch', 'trạm', '79', '82', '84'],
  ]);
});
