import { expect, test } from 'vitest';
import { factsOf } from './plan.ts';

const factsOfAnnex = (rows: readonly string[], title = 'PHÂN CÔNG THỰC HIỆN CÁC CHỈ TIÊU ĐẾN NĂM 2030') =>
  factsOf({
    tail: `TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNông Văn Tiệp\nPHỤ LỤC\n${title}\n${rows.join('\n')}`,
  });

test('rows that state targets in words beside the body in charge give them as sentences do', () => {
  const { targets, agencies } = factsOfAnnex([
    'TT\tChỉ tiêu\tChủ trì',
    'I\tY tế số\t',
    '1\tTỷ lệ người dân có Sổ sức khỏe điện tử đạt trên 95%\tSở Y tế',
    '2\tCó ít nhất 20 trạm y tế kết nối dữ liệu; 100% bệnh viện dùng bệnh án điện tử\tSở Y tế',
    '3\tGiữ vững kết quả đã đạt\tCác huyện',
  ]);
  expect(
    targets.map(({ label, relation, value, unit, due, from }) => [label, relation, value, unit, due, from]),
  ).toEqual([
    ['Tỷ lệ người dân có Sổ sức khỏe điện tử', '>', 95, '%', '2030', null],
    ['trạm y tế kết nối dữ liệu', '>=', 20, 'trạm y tế', '2030', null],
    ['bệnh viện dùng bệnh án điện tử', '=', 100, '%', '2030', null],
  ]);
  expect(agencies).toEqual([]);
});

test('they are due by the time of their row, and are no duties for it', () => {
  const { targets, agencies } = factsOfAnnex([
    'TT\tChỉ tiêu\tCơ quan chủ trì\tThời gian hoàn thành',
    '1\tTỷ lệ hộ nghèo giảm 3%\tSở Nội vụ\tQuý IV/2024',
    '2\tTỷ lệ bao phủ BHYT đạt 95%, đến hết năm 2025 đạt 96%\tBHXH tỉnh\t31/10/2024',
  ]);
  expect(targets.map(({ value, due }) => [value, due])).toEqual([
    [3, '2024-36'],
    [95, '2024-10-31'],
    [96, '2025'],
  ]);
  expect(agencies).toEqual([]);
});

test.each([
  ['name work', ['TT\tNhiệm vụ\tChủ trì', '1\tMở 20 lớp cho 100% y tá\tSở Y tế'], undefined],
  ['report', ['TT\tChỉ tiêu\tChủ trì', '1\tTỷ lệ hộ nghèo giảm 3%\tSở Y tế'], 'KẾT QUẢ THỰC HIỆN'],
  [
    'have figures of their own',
    ['TT\tTên chỉ tiêu\tNơi giao', '1\tTrẻ em dưới 5 tuổi được khám ít nhất 2 lần\t95'],
    'DANH MỤC',
  ],
])('rows that %s give none', (_, rows, title) => {
  expect(factsOfAnnex(rows, title).targets).toEqual([]);
});
