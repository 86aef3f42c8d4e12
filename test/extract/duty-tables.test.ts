import { describe, expect, test } from 'vitest';
import { bodiesInCell } from '../../src/extract/duty-tables.ts';
import { factsOf } from './plan.ts';

const plan = (rows: string) =>
  factsOf({
    body: `I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Tập huấn cho trạm y tế.
II. DANH MỤC NHIỆM VỤ
${rows}`,
  });

const ROWS = `TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành
I\tĐÀO TẠO\t\t\t
1\tMở lớp cấp cứu ban đầu;\tSở Y tế\tSở Tài chính; các sở, ngành liên quan\tQuý III/2024
2\tDự toán kinh phí\tSở Tài chính\tSở Y tế\t2024
3\tThống kê trạm y tế\tSở YT\t\tThường xuyên, hằng năm
4\tSửa nhà trạm\tUBND các xã, phường\t\tThường xuyên`;

test('a body by its initials is the one with the heading', () => {
  const { agencies } = factsOf({
    body: `I. TỔ CHỨC THỰC HIỆN
1. Phòng Quản lý công nghiệp
- Tập huấn cho doanh nghiệp.
2. Trung tâm Khuyến công và Xúc tiến thương mại
- Tổ chức hội chợ.
II. DANH MỤC NHIỆM VỤ
TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành
1\tThẩm định hồ sơ\tPhòng QLCN\tSở Tài chính\tQuý III/2024
2\tXây dựng cơ sở dữ liệu\tTrung tâm KC&XTTM\tPhòng QLCN\t2024`,
  });
  expect(agencies.map(({ name, tasks }) => [name, tasks.length])).toEqual([
    ['Phòng Quản lý công nghiệp', 2],
    ['Trung tâm Khuyến công và Xúc tiến thương mại', 2],
  ]);
});

test.each([
  ['Thu phí không dừng,...', 'Thu phí không dừng,...'],
  ['Thu phí, lệ phí,…', 'Thu phí, lệ phí,…'],
  ['Thu phí...;', 'Thu phí...'],
  ['Thu phí v.v...', 'Thu phí v.v...'],
  ['Thu phí;', 'Thu phí'],
])('of %j the words are %j', (cell, words) => {
  const { agencies, deadlines, tables } = plan(
    `TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n1\t${cell}\tSở Y tế\t\t2026`,
  );
  expect([tables[0]?.rows[0]?.label, agencies[0]?.tasks[1]?.text, deadlines.at(-1)?.action]).toEqual([
    words,
    words,
    words,
  ]);
});

describe('a table of duties', () => {
  const { agencies, deadlines, targets } = plan(ROWS);

  test('gives each row to the body that leads it', () => {
    expect(
      agencies.map(({ name, tasks }) => [name, ...tasks.map(({ text, role }) => `${role}: ${text}`)]),
    ).toEqual([
      ['Sở Y tế', 'null: Tập huấn cho trạm y tế', 'lead: Mở lớp cấp cứu ban đầu', 'lead: Thống kê trạm y tế'],
      ['Sở Tài chính', 'lead: Dự toán kinh phí'],
      ['UBND các xã, phường', 'lead: Sửa nhà trạm'],
    ]);
    expect(agencies[0]?.tasks[1]?.partners).toEqual(['Sở Tài chính', 'các sở, ngành liên quan']);
  });

  test('gives each time as a deadline of its row', () => {
    expect(
      deadlines.map(({ text, due, recurrence, action, agency }) => [text, due ?? recurrence, action, agency]),
    ).toEqual([
      ['Quý III/2024', '2024-35', 'Mở lớp cấp cứu ban đầu', 'Sở Y tế'],
      ['2024', '2024', 'Dự toán kinh phí', 'Sở Tài chính'],
      ['hằng năm', 'FREQ=YEARLY', 'Thống kê trạm y tế', 'Sở Y tế'],
    ]);
    expect(agencies[0]?.tasks.map((task) => task.deadlines)).toEqual([[], [0], [2]]);
  });

  test('gives a rhythm that a duty begins with beside the time of its row', () => {
    const rows = `TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian
1\tHàng năm thống kê trạm y tế\tSở Y tế\t2024 - 2026
2\tSửa nhà trạm hằng năm\tUBND xã\t2024`;
    expect(
      plan(rows).deadlines.map(({ text, due, recurrence, action }) => [text, due ?? recurrence, action]),
    ).toEqual([
      ['Hàng năm', 'FREQ=YEARLY', 'thống kê trạm y tế'],
      ['2024 - 2026', '2024/2026', 'Hàng năm thống kê trạm y tế'],
      ['2024', '2024', 'Sửa nhà trạm hằng năm'],
    ]);
  });

  test('gives rows about summing up to a body that the text names with its level', () => {
    const rows = `TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian
1\tPhục dựng lễ hội\tTrung tâm Xúc tiến Du lịch tỉnh\tTháng 3/2024
2\tTổng kết, đánh giá thực hiện\tTrung tâm Xúc tiến Du lịch\t15/12/2024`;
    const [, centre, ...others] = plan(rows).agencies;
    expect(centre?.tasks.map(({ text }) => text)).toEqual([
      'Phục dựng lễ hội',
      'Tổng kết, đánh giá thực hiện',
    ]);
    expect(others).toEqual([]);
  });

  test('has no targets', () => expect(targets).toEqual([]));

  test('a table of figures with a column for the body in charge is none', () => {
    const rows = `TT\tChỉ tiêu\tNăm 2024\tNăm 2025\tCơ quan chủ trì
1\tSố người tham gia BHYT\t81.250\t82.000\tBHXH tỉnh
2\tTỷ lệ bao phủ BHYT (%)\t95,5\t96\tBHXH tỉnh`;
    expect(plan(rows).agencies).toHaveLength(1);
  });
});

test.each([
  ['Sở Công Thương; Ban Quản lý Khu kinh tế', ['Sở Công Thương', 'Ban Quản lý Khu kinh tế']],
  [
    'Sở Văn hóa, Thể thao và Du lịch, các sở, ngành liên quan',
    ['Sở Văn hóa, Thể thao và Du lịch', 'các sở, ngành liên quan'],
  ],
  ['Viện, Trường', ['Viện, Trường']],
  ['Doanh nghiệp, Sở, ban, ngành có liên quan', ['Doanh nghiệp', 'Sở, ban, ngành có liên quan']],
  ['Sở Khoa học và Công nghệ, Sở Xây dựng', ['Sở Khoa học và Công nghệ', 'Sở Xây dựng']],
  ['- Công an tỉnh\n- UBND các xã, phường', ['Công an tỉnh', 'UBND các xã, phường']],
  ['Hội Nhà văn và Thợ ảnh, Sở Nội vụ', ['Hội Nhà văn và Thợ ảnh', 'Sở Nội vụ']],
  ['Hạt Kiểm lâm khu vực, các thôn, buôn', ['Hạt Kiểm lâm khu vực', 'các thôn, buôn']],
  ['Ban tự quản các ấp, khóm, Công an xã', ['Ban tự quản các ấp, khóm', 'Công an xã']],
  ['- Sở Y tế - Sở Nội vụ - UBND các xã, phường', ['Sở Y tế', 'Sở Nội vụ', 'UBND các xã, phường']],
  ['Sở Y tế/Công an tỉnh', ['Sở Y tế', 'Công an tỉnh']],
  ['Sở Y tế Sở Nội vụ UBND các xã', ['Sở Y tế', 'Sở Nội vụ', 'UBND các xã']],
  ['Phòng Lao động - Tiền lương - Bảo hiểm xã hội', ['Phòng Lao động - Tiền lương - Bảo hiểm xã hội']],
  ['Sở Y tế, Sở Nội vụ và các cơ quan liên quan', ['Sở Y tế', 'Sở Nội vụ', 'các cơ quan liên quan']],
  ['Ban Quản lý KKT Nghi Sơn và các KCN', ['Ban Quản lý KKT Nghi Sơn và các KCN']],
  ['Không', []],
])('bodies in the cell %j', (cell, expected) => expect(bodiesInCell(cell)).toEqual(expected));

test.each([
  [
    'bodies that name the rows',
    'TT\tCơ quan chủ trì\tNhiệm vụ\tThời gian\n1\tSở Y tế\tThẩm định hồ sơ\tQuý III/2024\n2\tSở Nội vụ\tMở lớp tập huấn\tTrước 30/6/2024',
  ],
  [
    'units that name the rows',
    'TT\tĐơn vị\tNhiệm vụ\tThời hạn\n1\tSở Y tế\tThẩm định hồ sơ\tQuý III/2024\n2\tSở Nội vụ\tMở lớp tập huấn\tTrước 30/6/2024',
  ],
  [
    'bodies that draft',
    'TT\tNội dung\tCơ quan tham mưu\tThời gian trình\n1\tThẩm định hồ sơ\tSở Y tế\tQuý III/2024\n2\tMở lớp tập huấn\tSở Nội vụ\tTrước 30/6/2024',
  ],
])('of %s', (_, table) => {
  const { agencies, deadlines } = factsOf({ body: `I. TỔ CHỨC THỰC HIỆN\n1. Phân công\n${table}` });
  expect(agencies.map(({ name, tasks }) => [name, tasks.map(({ text, role }) => [text, role])])).toEqual([
    ['Sở Y tế', [['Thẩm định hồ sơ', 'lead']]],
    ['Sở Nội vụ', [['Mở lớp tập huấn', 'lead']]],
  ]);
  expect(deadlines.map(({ due, agency }) => [due, agency])).toEqual([
    ['2024-35', 'Sở Y tế'],
    ['2024-06-30', 'Sở Nội vụ'],
  ]);
});

describe('who leads', () => {
  const duties = (...rows: string[]) =>
    factsOf({ body: `I. TỔ CHỨC THỰC HIỆN\n1. Phân công\n${rows.join('\n')}` }).agencies.flatMap(
      ({ name, tasks }) => tasks.map(({ text, partners }) => `${name}: ${text} + ${partners.join(', ')}`),
    );

  test.each([
    ['Chủ trì: Sở Nội vụ; Phối hợp: Công an tỉnh, Sở Y tế'],
    ['Sở Nội vụ chủ trì, phối hợp với Công an tỉnh, Sở Y tế'],
    ['Sở Nội vụ (chủ trì), Công an tỉnh, Sở Y tế (phối hợp)'],
    ['Sở Nội vụ chủ trì; Công an tỉnh, Sở Y tế phối hợp'],
  ])('%j names those who take part, too', (cell) => {
    expect(
      duties('TT\tNội dung\tCơ quan thực hiện\tThời gian', `1\tTổ chức hội nghị\t${cell}\t2024`),
    ).toEqual(['Sở Nội vụ: Tổ chức hội nghị + Công an tỉnh, Sở Y tế']);
  });

  test.each(['Đơn vị', 'Cơ quan, đơn vị', 'Người thực hiện', 'Thực hiện', 'Đầu mối'])(
    'stands in the column %j, where its cells are bodies',
    (head) => {
      expect(
        duties(
          `TT\tNội dung\t${head}\tCùng thực hiện`,
          '1\tTổ chức hội nghị\tSở Nội vụ\tSở Y tế',
          '2\tTập huấn\tSở Y tế\t',
        ),
      ).toEqual(['Sở Nội vụ: Tổ chức hội nghị + Sở Y tế', 'Sở Y tế: Tập huấn + ']);
    },
  );

  test('reaches down over rows that leave it empty', () => {
    expect(
      duties(
        'TT\tNội dung\tChủ trì\tPhối hợp\tThời gian',
        '1\tTổ chức hội nghị\tSở Nội vụ\tSở Y tế\t2024',
        '2\tTập huấn\t\tSở Tài chính\t2024',
      ),
    ).toEqual(['Sở Nội vụ: Tổ chức hội nghị + Sở Y tế', 'Sở Nội vụ: Tập huấn + Sở Tài chính']);
  });

  test('money beside duties, and what comes of them, are neither figures nor times', () => {
    const { agencies, deadlines } = factsOf({
      body: 'I. TỔ CHỨC THỰC HIỆN\n1. Phân công\nTT\tNội dung\tChủ trì\tSản phẩm hoàn thành\tKinh phí\tThời gian\n1\tTập huấn\tSở Nội vụ\tLớp\t250\tQuý II/2024\n2\tHội nghị\tSở Y tế\tHội nghị\t50\tQuý III/2024',
    });
    expect(agencies.flatMap(({ tasks }) => tasks.map(({ text }) => text))).toEqual(['Tập huấn', 'Hội nghị']);
    expect(deadlines.map(({ due }) => due)).toEqual(['2024-34', '2024-35']);
  });

  test('in a table without numbers a year far below does not make the rows above it its head', () => {
    expect(
      duties(
        'Nội dung\tChủ trì\tPhối hợp\tThời gian',
        'Tổ chức hội nghị\tSở Nội vụ\tSở Y tế\tThường xuyên',
        'Tập huấn\tSở Y tế\tSở Nội vụ\t2024',
      ),
    ).toEqual(['Sở Nội vụ: Tổ chức hội nghị + Sở Y tế', 'Sở Y tế: Tập huấn + Sở Nội vụ']);
  });
});
