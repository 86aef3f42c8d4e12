import { describe, expect, it } from 'vitest';
import { partRunTogetherWords } from '../../../src/normalize/repair/run-together-words.ts';

describe('words that stand run together', () => {
  it.each([
    ['Theo đềnghị của Sở', ['đề nghị']],
    ['Ủyban nhândân tỉnh NinhThuận', ['Ủy ban', 'nhân dân', 'Ninh Thuận']],
    ['CỦA CHÍNHPHỦ BANHÀNH', ['CHÍNH PHỦ', 'BAN HÀNH']],
    ['Ítnhất 65% diệntíchđất', ['Ít nhất', 'diện tích đất']],
    ['Quyết địnhsố 12/QĐ-UBND', ['định số']],
    ['khám sứckhỏe học sinh', ['sức khỏe']],
  ])('%s', (paragraph, wanted) => {
    const parts = partRunTogetherWords(paragraph);
    expect(parts.map(({ text }) => text)).toEqual(wanted);
    for (const { start, end, text } of parts) {
      expect(text.replaceAll(' ', '')).toBe(paragraph.slice(start, end));
    }
  });

  it.each([
    'Sản phẩm OCOP, VietGAP, Internet và website',
    'hai bên quyết định giữa các xã huyện Nghĩa Đàn',
    'huyện Đakrông, Krông Bông, lễ Katê, dài 3 milimét',
    'so van ban duoc ban hanh khong dau thanhpho',
    'địa chỉ: sở-y-tế@tỉnh.vn',
    '',
  ])('leaves alone: %s', (text) => {
    expect(partRunTogetherWords(text)).toEqual([]);
  });
});
