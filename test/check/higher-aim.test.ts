import { expect, test } from 'vitest';
import { processDocument } from '../../src/pipeline.ts';

const plan = (sentence: string): string => `ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
Số: 12/KH-UBND
Hà Giang, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Phát triển chế biến nông sản năm 2024

I. MỤC TIÊU
1. ${sentence}
II. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương chủ trì.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Hoàng Văn Bình
`;

test.each<[string, string[]]>([
  ['Tỷ lệ nông sản được chế biến sâu đạt 12%, phấn đấu 15%.', []],
  [
    'Tỷ lệ nông sản được chế biến sâu đạt 12%. Tỷ lệ nông sản được chế biến sâu đạt 15%.',
    ['target-conflict'],
  ],
])('%s', async (sentence, rules) => {
  const bytes = new TextEncoder().encode(plan(sentence));
  const { record } = await processDocument({ path: 'ke-hoach.txt', bytes });
  expect(record.findings.map(({ rule }) => rule)).toEqual(rules);
});
