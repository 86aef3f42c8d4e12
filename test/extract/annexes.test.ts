import { expect, test } from 'vitest';
import { extractionOf } from './plan.ts';

const labels = (sentence: string): string[] =>
  extractionOf({ body: `I. NHIỆM VỤ\n1. ${sentence}` }).annexes.cited.map(({ label }) => label);

test.each([
  ['Giao chỉ tiêu tại Phụ lục 1.', ['1']],
  ['Chi tiết tại Phụ lục số 02 và Phụ lục III.', ['02', 'III']],
  ['Chi tiết tại Phụ lục I, II và IV.', ['I', 'II', 'IV']],
  ['Theo Phụ lục 1 đến 3.', ['1', '2', '3']],
  ['Báo cáo theo Biểu mẫu số 1a.', ['1a']],
  ['Giao chỉ tiêu (phụ lục kèm theo).', ['']],
  ['Giao chỉ tiêu (có danh mục kèm theo).', ['']],
  ['Chi tiết tại phụ lục đính kèm.', ['']],
  ['Thực hiện theo Phụ lục 2 ban hành kèm theo Nghị định số 30/2020/NĐ-CP.', []],
  ['Thực hiện theo Phụ lục II Nghị định số 30/2020/NĐ-CP.', []],
  ['Lập biểu đồ 3 tháng một lần.', []],
  ['Không có gì kèm theo.', []],
])('%s', (sentence, expected) => {
  expect(labels(sentence)).toEqual(expected);
});

test('those in the file are known by their headings', () => {
  const tail = `Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nông Văn Tiệp
PHỤ LỤC I
CHỈ TIÊU GIAO CÁC HUYỆN
Biểu số 02
TT\tHuyện
1\tĐồng Văn
PHỤ LỤC
Tiến độ thực hiện`;
  expect(extractionOf({ tail }).annexes.present.map(({ label }) => label)).toEqual(['I', '02', '']);
});
