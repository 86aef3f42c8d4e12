import { expect, test } from 'vitest';
import { bitsOfDocument } from '../../../src/normalize/repair/mark-readings.ts';
import { recognizedChanges } from '../../../src/normalize/repair/recognized.ts';

function repaired(text: string, certainty = 0.93): string {
  let result = text;
  for (const { start, end, text: word } of recognizedChanges(text, () => certainty).reverse()) {
    result = result.slice(0, start) + word + result.slice(end);
  }
  return result;
}

test.each([
  ['PHO CHU TỊCH', 'PHÓ CHỦ TỊCH'],
  ['TRƯỜNG BAN', 'TRƯỞNG BAN'],
  ['GIẢM NGHÈẺO BỀN VỮNG', 'GIẢM NGHÈO BỀN VỮNG'],
  ['Báo và Phát thanh, Iruyền hình tỉnh', 'Báo và Phát thanh, Truyền hình tỉnh'],
  ['TT. DÙ UBND TP', 'TT. ĐU UBND TP'],
  ['Ủy ban nhân dan tỉnh ban hành Kế hoach', 'Ủy ban nhân dân tỉnh ban hành Kế hoạch'],
])('%s has the marks its words want', (read, right) => {
  expect(repaired(read)).toBe(right);
});

test.each([
  'Ủy ban nhân dân tỉnh ban hành Kế hoạch số 53/KH-UBND ngày 27/8/2025 như sau:',
  'Trần Văn Lâu',
  'Phường An Bình, xã Tân Lộc, thị trấn Long Đức',
  'TT. ĐU UBND TP',
  'Số người tham gia BHYT đạt 1.229 người (95,5%)',
])('%s stays', (text) => {
  expect(repaired(text)).toBe(text);
});

test('a last letter that was lost', () => {
  expect(repaired('góp phần thực hiện lộ trìn BHXH, BHYT toàn dân', 0.82)).toContain('lộ trình BHXH');
  expect(repaired('địa bàn có uy tín, hoàn thành đúng hạn', 0.82)).toBe(
    'địa bàn có uy tín, hoàn thành đúng hạn',
  );
});

test('the surer a word was recognised, the more has to speak for another', () => {
  const read = 'cơ quan BHXH tà soát số học sinh';
  expect(recognizedChanges(read, () => 1)).toEqual([]);
  expect(recognizedChanges(read, () => 0.2).length).toBeGreaterThan(0);
});

test('the worse a document was read, the less has to speak for another word', () => {
  const read = 'cơ quan BHXH tà soát số học sinh';
  expect(recognizedChanges(read, () => 1, bitsOfDocument(Array(1000).fill(0.95)))).toEqual([]);
  expect(recognizedChanges(read, () => 1, bitsOfDocument(Array(1000).fill(0.7))).length).toBeGreaterThan(0);
});

test.each([
  ['phân bố rộng khắp trên địa bàn', 'phân bố rộng khắp trên địa bàn'],
  ['Giường bệnh cấp tỉnh', 'Giường bệnh cấp tỉnh'],
  ['95% NCT có thẻ; tăng so với số kế hoạch', '95% NCT có thẻ; tăng so với số kế hoạch'],
  ['đối mới, tố chức thực hiện; bảo hiếm y tế', 'đổi mới, tổ chức thực hiện; bảo hiểm y tế'],
])('%s: marks that recognition often mistakes give way, others hardly', (read, right) => {
  expect(repaired(read, 0.97)).toBe(right);
});

test.each([
  ['Chỉ đầu tư phát triển', 'Chi đầu tư phát triển'],
  ['công tác truyền thống về BHYT', 'công tác truyền thông về BHYT'],
])('%s has the marks of known terms', (read, right) => {
  expect(repaired(read)).toBe(right);
});

test.each([
  ['phát triển kinh tế nhanh, bần vững', 'phát triển kinh tế nhanh, bền vững'],
  ['gương mẫu ởi đầu trong công tác', 'gương mẫu đi đầu trong công tác'],
  ['cơ quan BHXH tà soát số học sinh', 'cơ quan BHXH rà soát số học sinh'],
  ['công suất 176 MW, lñãy kế đến cuối năm', 'công suất 176 MW, lũy kế đến cuối năm'],
  ['ở đầu nguồn, tà áo, bần cùng', 'ở đầu nguồn, tà áo, bần cùng'],
])('%s: letters in doubt give way to those that look like them', (read, right) => {
  expect(repaired(read, 0.8)).toBe(right);
});

test('a word that no text has stands only where nothing like it is known', () => {
  expect(repaired('Viẹn Vệ sinh dịch tễ', 1)).toBe('Viện Vệ sinh dịch tễ');
});

test('the word before the number of a month or year is no other', () => {
  expect(repaired('các xã, phường Tháng 02/2026 Kế hoạch', 0.3)).toContain('Tháng 02/2026');
});
