import { describe, expect, test } from 'vitest';
import type { Target } from '../../src/plan/record.ts';
import { factsOf } from './plan.ts';

const targetsIn = (sentence: string): Target[] =>
  factsOf({
    body: `I. MỤC ĐÍCH\nChăm lo sức khỏe.\nII. CHỈ TIÊU\n1. ${sentence}\nIII. KINH PHÍ\nNgân sách tỉnh.`,
  }).targets;

const inOneLine = ({ label, group, place, relation, value, change, due }: Target): string =>
  [label, group ?? place?.name ?? '', `${relation}${value}`, change ?? '', due ?? ''].join(' | ');

describe('figures that are given one after the other for things named before them', () => {
  test.each<[string, string[]]>([
    [
      'Tỷ lệ lao động qua đào tạo ở khu vực thành thị và nông thôn tương ứng là 75% và 60%.',
      [
        'Tỷ lệ lao động qua đào tạo | khu vực thành thị | =75 |  | 2024',
        'Tỷ lệ lao động qua đào tạo | nông thôn | =60 |  | 2024',
      ],
    ],
    [
      'Tổng kim ngạch xuất khẩu và nhập khẩu lần lượt đạt 3,2 tỷ USD và 2,1 tỷ USD.',
      ['Tổng kim ngạch xuất khẩu |  | =3200000000 |  | 2024', 'nhập khẩu |  | =2100000000 |  | 2024'],
    ],
    [
      'Tỷ lệ suy dinh dưỡng thể nhẹ cân và thể thấp còi lần lượt còn dưới 8,5% và dưới 17%.',
      ['Tỷ lệ suy dinh dưỡng thể nhẹ cân |  | <8.5 |  | 2024', 'thể thấp còi |  | <17 |  | 2024'],
    ],
    [
      'Phấn đấu tỷ lệ hộ nghèo, hộ cận nghèo giảm lần lượt 1,5% và 1%.',
      ['tỷ lệ hộ nghèo |  | =1.5 | decrease | 2024', 'hộ cận nghèo |  | =1 | decrease | 2024'],
    ],
    [
      'Tỷ lệ che phủ rừng các năm 2026, 2027 và 2028 lần lượt là 42%, 43% và 44%.',
      [
        'Tỷ lệ che phủ rừng |  | =42 |  | 2026',
        'Tỷ lệ che phủ rừng |  | =43 |  | 2027',
        'Tỷ lệ che phủ rừng |  | =44 |  | 2028',
      ],
    ],
    [
      'Đến năm 2025 và năm 2030, tỷ lệ đô thị hóa tương ứng đạt 45% và 50%.',
      ['tỷ lệ đô thị hóa |  | =45 |  | 2025', 'tỷ lệ đô thị hóa |  | =50 |  | 2030'],
    ],
    [
      'Trồng 320.000 cây phân tán, trong đó quý II, quý III lần lượt là 200.000 cây và 120.000 cây.',
      [
        'cây phân tán |  | =320000 |  | 2024',
        'cây phân tán |  | =200000 |  | 2024-34',
        'cây phân tán |  | =120000 |  | 2024-35',
      ],
    ],
    [
      'Khoán bảo vệ rừng cho cộng đồng buôn và hộ gia đình (tương ứng 1.450 ha và 650 ha).',
      [
        'Khoán bảo vệ rừng | cộng đồng buôn | =1450 |  | 2024',
        'Khoán bảo vệ rừng | hộ gia đình | =650 |  | 2024',
      ],
    ],
    [
      'Tỷ lệ dân số sử dụng nước hợp vệ sinh đạt 97%, trong đó nước sạch đạt quy chuẩn 58%; đối với hộ dân tộc thiểu số, tỷ lệ tương ứng là 94% và 46%.',
      [
        'Tỷ lệ dân số sử dụng nước hợp vệ sinh |  | =97 |  | 2024',
        'nước sạch đạt quy chuẩn |  | =58 |  | 2024',
        'Tỷ lệ dân số sử dụng nước hợp vệ sinh | hộ dân tộc thiểu số | =94 |  | 2024',
        'nước sạch đạt quy chuẩn | hộ dân tộc thiểu số | =46 |  | 2024',
      ],
    ],
  ])('%s', (sentence, lines) => {
    expect(targetsIn(sentence).map(inOneLine)).toEqual(lines);
  });

  test('a single figure that only restates another stays with what it restates', () => {
    expect(
      targetsIn('Số điểm rác tự phát giảm 15 điểm, tương ứng giảm 40% so với năm 2023.').map(inOneLine),
    ).toEqual([
      'Số điểm rác tự phát |  | =15 | decrease | 2024',
      'Số điểm rác tự phát |  | =40 | decrease | 2024',
    ]);
  });
});
