import { describe, expect, test } from 'vitest';
import { factsOf } from './plan.ts';

/** The targets of a table below a heading of targets: label, value, unit and time. */
const targetsOf = (...lines: string[]): unknown[][] =>
  factsOf({ body: `II. CHỈ TIÊU\n${lines.join('\n')}` }).targets.map(({ label, value, unit, due }) => [
    label,
    value,
    unit,
    due,
  ]);

describe('the columns of a table of targets', () => {
  test('"Lộ trình thực hiện" over years sets what is to be reached, and is no column of times or of results', () => {
    expect(
      targetsOf(
        'TT\tChỉ tiêu\tĐVT\tKết quả năm 2023\tLộ trình thực hiện\t',
        '\t\t\t\tNăm 2024\tNăm 2025',
        '1\tHộ dùng nước sạch\t%\t85\t88\t90',
        '2\tXã có chợ\txã\t12\t14\t15',
      ),
    ).toEqual([
      ['Hộ dùng nước sạch', 88, '%', '2024'],
      ['Hộ dùng nước sạch', 90, '%', '2025'],
      ['Xã có chợ', 14, 'xã', '2024'],
      ['Xã có chợ', 15, 'xã', '2025'],
    ]);
  });

  test('years below a heading with years of its own are each due by their own', () => {
    expect(
      targetsOf(
        'TT\tChỉ tiêu\tĐVT\tThực hiện năm 2023\tKế hoạch giai đoạn 2024 - 2026\t\t',
        '\t\t\t\t2024\t2025\t2026',
        '1\tHộ dùng nước sạch\t%\t85\t88\t90\t92',
        '2\tXã có chợ\txã\t12\t14\t15\t16',
      ).map(([, , , due]) => due),
    ).toEqual(['2024', '2025', '2026', '2024', '2025', '2026']);
  });

  test.each([['A\tB\t(1)=(2)+(3)\t(2)\t(3)'], ['A\tB\tC\tD\tE']])(
    'the row %j only numbers them',
    (numbering) => {
      expect(
        targetsOf(
          'TT\tXã\tSố hộ\tHộ nghèo (hộ)\tHộ cận nghèo (hộ)',
          numbering,
          '1\tTân An\t12\t4\t8',
          '2\tTân Bình\t15\t5\t10',
        ).map(([, value]) => value),
      ).toEqual([12, 4, 8, 15, 5, 10]);
    },
  );

  test('what is striven for is no result of the beginning of the year', () => {
    expect(
      targetsOf(
        'TT\tChỉ tiêu\tĐVT\tĐầu năm 2024\tPhấn đấu năm 2024',
        '1\tXã có chợ\txã\t12\t14',
        '2\tXã có trạm\txã\t13\t15',
      ).map(([, value]) => value),
    ).toEqual([14, 15]);
  });

  test('months are those of the plan’s only year, and "Cả năm" the year', () => {
    expect(
      targetsOf(
        'TT\tNội dung\tĐVT\tTháng 3\t6 tháng đầu năm\tCả năm',
        '1\tTiêm phòng dại\tcon\t800\t300\t1.100',
        '2\tTiêm phòng cúm\tcon\t900\t400\t1.300',
      ).map(([, , , due]) => due),
    ).toEqual(['2024-03', '2024-06', '2024', '2024-03', '2024-06', '2024']);
  });

  test.each([
    'Tăng/giảm',
    'Tăng, giảm',
    'Chênh lệch',
    'Tăng (giảm)',
    'Tốc độ tăng (%)',
    '2024/2023 (%)',
    'Đầu kỳ',
    'Số đang tham gia',
  ])('"%s" beside the planned years compares them and sets nothing', (compared) => {
    expect(
      targetsOf(
        `TT\tChỉ tiêu\tĐVT\tNăm 2023\tNăm 2025\t${compared}`,
        '1\tHộ dùng nước sạch\t%\t85\t90\t+5',
        '2\tXã có chợ\txã\t12\t15\t+3',
      ),
    ).toEqual([
      ['Hộ dùng nước sạch', 90, '%', '2025'],
      ['Xã có chợ', 15, 'xã', '2025'],
    ]);
  });

  test('a share beside a count has the unit of its own heading', () => {
    expect(
      targetsOf(
        'STT\tChỉ tiêu\tĐVT\tNăm 2024\t',
        '\t\t\tSố lượng\tTỷ lệ (%)',
        '1\tXã có sân vận động\txã\t12\t40',
        '2\tTrường có nhà đa năng\ttrường\t15\t50',
      ).map(([, value, unit]) => [value, unit]),
    ).toEqual([
      [12, 'xã'],
      [40, '%'],
      [15, 'trường'],
      [50, '%'],
    ]);
  });

  test('a title ends with the unit of all', () => {
    expect(
      targetsOf(
        'Kế hoạch trồng rừng (ha)',
        'STT\tHuyện\tNăm 2024\tNăm 2025',
        '1\tHuyện Tân An\t100\t120',
        '2\tHuyện Tân Bình\t80\t90',
      ).map(([, value, unit, due]) => [value, unit, due]),
    ).toEqual([
      [100, 'ha', '2024'],
      [120, 'ha', '2025'],
      [80, 'ha', '2024'],
      [90, 'ha', '2025'],
    ]);
  });
});

describe('a column of counts over places', () => {
  test.each([
    ['Tủ sách cộng đồng xây dựng mới', 'tủ sách'],
    ['Lượt bạn đọc tại cơ sở', 'lượt'],
    ['Tuyến đường đạt chuẩn văn minh', 'tuyến đường'],
    ['Tổ cộng đồng thành lập mới', 'tổ cộng đồng'],
  ])('"%s" is counted in %s', (label, unit) => {
    expect(
      targetsOf(
        'Phân bổ chỉ tiêu cho các xã năm 2024',
        `STT\tXã\tHộ dùng nước sạch (hộ)\t${label}`,
        '1\tXã Tân An\t210\t3',
        '2\tXã Tân Bình\t180\t2',
      ).map(([, , own]) => own),
    ).toEqual(['hộ', unit, 'hộ', unit]);
  });
});

describe('the cells of a table of targets', () => {
  test.each([
    ['66 triệu đồng', [66e6, 'đồng']],
    ['66 triệu đồng/năm', [66e6, 'đồng']],
    ['66 triệu đồng/người/năm', [66e6, 'đồng/người']],
    ['100 nghìn cây', [1e5, 'cây']],
    ['62 tạ/ha', [62, 'tạ/ha']],
    ['02 mô hình/xã', [2, 'mô hình/xã']],
  ])('%s is %j', (cell, expected) => {
    const [own] = targetsOf('TT\tChỉ tiêu\tNăm 2024', `1\tMức đạt được\t${cell}`, '2\tXã có chợ\t12');
    expect(own?.slice(1, 3)).toEqual(expected);
  });

  test('"Giảm 2%" is a change', () => {
    const { targets } = factsOf({
      body: 'II. CHỈ TIÊU\nTT\tChỉ tiêu\tNăm 2024\tNăm 2025\n1\tTỷ lệ tảo hôn\tGiảm 2%\tDưới 3%\n2\tTỷ lệ hộ nghèo\t5%\t4%',
    });
    expect(targets.slice(0, 2).map(({ change, relation, value }) => [change, relation, value])).toEqual([
      ['decrease', '=', 2],
      [null, '<', 3],
    ]);
  });
});

test('a row "Trong đó: …" is of none that are called so', () => {
  const { targets } = factsOf({
    body: 'II. CHỈ TIÊU\nTT\tChỉ tiêu\tĐVT\tNăm 2024\n1\tTỷ lệ lao động qua đào tạo\t%\t72\n\tTrong đó: Có bằng cấp, chứng chỉ\t%\t31,5',
  });
  expect(targets.map(({ group }) => group)).toEqual(['lao động', null]);
});

test('short forms of the kinds of units before a name make it a place', () => {
  const { targets } = factsOf({
    body: 'II. CHỈ TIÊU\nSTT\tĐơn vị\tSố người tham gia BHYT\nI\tTT. Tân An\t11.500\n1\tX. Tam Hiệp\t17.000\n2\tXã Tân Bình\t16.000',
  });
  expect(targets.map(({ place }) => place?.name)).toEqual(['Tân An', 'Tam Hiệp', 'Tân Bình']);
});

test('things that are counted are grouped by commas, sizes have decimals', () => {
  expect(
    targetsOf(
      'STT\tXã\tBHYT (người)\tTrồng rừng (ha)',
      '1\tTân An\t1,234\t1,234',
      '2\tTân Bình\t987\t2,500',
    ).map(([, value]) => value),
  ).toEqual([1234, 1.234, 987, 2.5]);
  expect(
    targetsOf(
      'TT\tChỉ tiêu\tĐVT\tNăm 2024',
      '1\tNgười tham gia BHYT\tNgười\t1,234',
      '2\tTổng vốn\ttỷ đồng\t1,234',
    ).map(([, value]) => value),
  ).toEqual([1234, 1.234e9]);
});

test('a share alone right of a count is that of the same', () => {
  const { targets } = factsOf({
    body: 'II. CHỈ TIÊU\nSTT\tNhóm\tSố người tham gia BHYT\tTỷ lệ (%)\n1\tHọc sinh\t120\t100\n2\tNông dân\t80\t92',
  });
  expect(targets.map(({ indicator, unit }) => [indicator, unit])).toEqual([
    ['bhyt', 'người'],
    ['bhyt', '%'],
    ['bhyt', 'người'],
    ['bhyt', '%'],
  ]);
});

test('what the second column says of a criterion is the label', () => {
  expect(
    targetsOf(
      'TT\tTiêu chí\tNội dung tiêu chí\tChỉ tiêu',
      '1\tGiao thông\tTỷ lệ đường xã được nhựa hóa\t100%',
      '2\tĐiện\tTỷ lệ hộ dùng điện\t≥ 98%',
    ).map(([label, value]) => [label, value]),
  ).toEqual([
    ['Tỷ lệ đường xã được nhựa hóa', 100],
    ['Tỷ lệ hộ dùng điện', 98],
  ]);
});

test('columns that only say how many and how much of what the rows name', () => {
  expect(
    targetsOf(
      'TT\tChỉ tiêu\tNăm 2024\t\tNăm 2025\t',
      '\t\tSố người\tTỷ lệ (%)\tSố người\tTỷ lệ (%)',
      '1\tBHXH bắt buộc\t120\t35\t130\t36',
      '2\tBHXH tự nguyện\t12\t3,5\t15\t4',
    )[1],
  ).toEqual(['BHXH bắt buộc', 35, '%', '2024']);
});

test('rows with units of their own are no sums of each other', () => {
  const { tables } = factsOf({
    body: 'II. CHỈ TIÊU\nTT\tChỉ tiêu\tNăm 2024\n1\tDiện tích lúa (ha)\t120\n2\tTổng sản lượng (tấn)\t700\n3\tTổng vốn (tỷ đồng)\t12',
  });
  expect(tables[0]?.rows.map(({ kind }) => kind)).toEqual(['item', 'item', 'item']);
});
