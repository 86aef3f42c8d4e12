import { expect, test } from 'vitest';
import { normalizeDocument } from '../../src/normalize/normalize.ts';
import type { SourceText } from '../../src/plan/source-text.ts';

function normalized(text: string): SourceText {
  return normalizeDocument({
    mediaType: 'text/plain',
    pages: [{ page: 1, origin: 'text-layer', confidence: 1, lines: [{ text, words: [] }] }],
  });
}

test.each([
  ['Báo cáo định kǶ của đội ngǜ cán bộ.', 'Báo cáo định kỳ của đội ngũ cán bộ.', ['kǶ', 'ngǜ']],
  ['Lƿnh vực văn hóa trên đƿa bàn.', 'Lĩnh vực văn hóa trên đĩa bàn.', ['Lƿnh', 'đƿa']],
  ['CÁC LǷNH VỰC CỦA TỈNH', 'CÁC LĨNH VỰC CỦA TỈNH', ['LǷNH']],
  ['PHÒNG, CHỐNG LǛ, KHÔI PHỤC ĐỘI NGǛ', 'PHÒNG, CHỐNG LŨ, KHÔI PHỤC ĐỘI NGŨ', ['LǛ', 'NGǛ']],
  ['Nam KǶ Khởi Nghĩa, Vǜng Tàu', 'Nam Kỳ Khởi Nghĩa, Vũng Tàu', ['KǶ', 'Vǜng']],
  ['Ěến nĕm 2025 tĕng 5%.', 'Đến năm 2025 tăng 5%.', ['Ěến', 'nĕm', 'tĕng']],
])('shifted letters: %s', (given, wanted, originals) => {
  const { text, repairs } = normalized(given);
  expect(text).toBe(wanted);
  expect(repairs.map(({ original }) => original)).toEqual(originals);
});

test.each([
  'Phối hợp với báo Běijǐng Ribao, đường Lǜ Xiùcái.',
  'Các buôn Mĕng, Lĕ và Kŏ Tam của xã Ea Kao.',
  'Ðạt giải tại Plzeň và Liběchov.',
])('letters of others: %s', (given) => {
  expect(normalized(given).text).toBe(given);
});
