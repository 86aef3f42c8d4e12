import { describe, expect, test } from 'vitest';
import { factsOf } from './plan.ts';

/** The targets of a table in an annex: label, value, unit and time. */
const targetsOf = (rows: readonly string[], title = 'DANH MỤC CÁC LỚP TẬP HUẤN'): unknown[][] =>
  factsOf({
    tail: `TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNông Văn Tiệp\nPHỤ LỤC\n${title}\n${rows.join('\n')}`,
  }).targets.map(({ label, value, unit, due }) => [label, value, unit, due]);

describe('a table that schedules work', () => {
  test('sets its columns of counts, each row by its own time, and a sum by that of the plan', () => {
    const rows = [
      'TT\tTên lớp\tĐối tượng\tSố lớp\tHọc viên\tThời gian',
      '1\tHồi sức\tBác sĩ\t2\t40\tQuý II/2024',
      '2\tTiêm chủng\tĐiều dưỡng\t1\t25\tTháng 9/2024',
      '\tTổng cộng\t\t3\t65\t',
    ];
    expect(targetsOf(rows)).toEqual([
      ['Số lớp', 2, 'lớp', '2024-34'],
      ['Học viên', 40, 'người', '2024-34'],
      ['Số lớp', 1, 'lớp', '2024-09'],
      ['Học viên', 25, 'người', '2024-09'],
      ['Số lớp', 3, 'lớp', '2024'],
      ['Học viên', 65, 'người', '2024'],
    ]);
    const [first] = factsOf({ body: `I. TẬP HUẤN\n1. Các lớp:\n${rows.join('\n')}` }).targets;
    expect(first).toMatchObject({ group: null, from: { table: 0, row: 0, column: 1 } });
  });

  test('may name what is counted by its rows, whose units a column gives', () => {
    expect(
      targetsOf(
        [
          'TT\tNội dung\tĐVT\tSố lượng\tThời gian',
          '1\tHội thi tay nghề\tCuộc\t2\tQuý III',
          '2\tTờ rơi phát đến hộ\tTờ\t500\t31/12/2024',
        ],
        'KHUNG THỜI GIAN TRUYỀN THÔNG',
      ),
    ).toEqual([
      ['Hội thi tay nghề', 2, 'cuộc', '2024-35'],
      ['Tờ rơi phát đến hộ', 500, 'tờ', '2024-12-31'],
    ]);
  });

  test('counts neither what the work costs nor how long it takes', () => {
    const rows = [
      'TT\tTên lớp\tSố lớp\tSố ngày\tKinh phí (triệu đồng)\tThời gian',
      '1\tHồi sức\t2\t5\t40\tQuý II',
      '2\tTiêm chủng\t1\t3\t25\tQuý III',
    ];
    expect(targetsOf(rows).map(([label]) => label)).toEqual(['Số lớp', 'Số lớp']);
  });

  test.each([
    [
      'names who is in charge',
      'TT\tTên lớp\tSố lớp\tCơ quan chủ trì\tThời gian',
      'Sở Y tế\tQuý II',
      'CÁC LỚP',
    ],
    ['is of results', 'TT\tTên lớp\tSố lớp\tNơi mở\tThời gian', 'Thị xã\tQuý II', 'KẾT QUẢ MỞ LỚP'],
    ['is of money', 'TT\tTên lớp\tSố lớp\tNơi mở\tThời gian', 'Thị xã\tQuý II', 'DỰ TOÁN KINH PHÍ'],
    ['tells of the past', 'TT\tTên lớp\tSố lớp\tNơi mở\tThời gian', 'Thị xã\t12/2022', 'CÁC LỚP'],
    ['lists what is built', 'TT\tTrạm\tQuy mô (m2)\tVốn (tỷ đồng)\tThời gian', '40\t2024 - 2025', 'CÁC TRẠM'],
  ])('one that %s sets nothing', (_, head, end, title) => {
    expect(targetsOf([head, `1\tHồi sức\t2\t${end}`, `2\tTiêm chủng\t3\t${end}`], title)).toEqual([]);
  });
});

test('a row of targets is due by its own time, where that lies within its column’s', () => {
  const { targets } = factsOf({
    body: `I. CHỈ TIÊU
1. Các chỉ tiêu:
TT\tChỉ tiêu\tĐVT\tNăm 2024\tNăm 2025\tThời gian hoàn thành
1\tTrạm y tế đạt chuẩn\tTrạm\t12\t15\t30/11/2024
2\tSố người tham gia BHYT\tNgười\t8.120\t8.200\tTháng 12/2024`,
  });
  expect(targets.map(({ value, due }) => [value, due])).toEqual([
    [12, '2024-11-30'],
    [15, '2025'],
    [8120, '2024-12'],
    [8200, '2025'],
  ]);
});
