import { expect, test } from 'vitest';
import { normalizeDocument } from '../../src/normalize/normalize.ts';

/** The lines of a normalized one-page text. */
function linesOf(lines: readonly string[]): string[] {
  const source = normalizeDocument({
    mediaType: 'text/plain',
    pages: [
      {
        page: 1,
        origin: 'text-layer',
        confidence: 1,
        lines: lines.map((text) => ({ text, words: [] })),
      },
    ],
  });
  return source.text.split('\n').filter((line) => line !== '');
}

/** The tail is looked for behind the letterhead. */
const BODY = Array.from(
  { length: 14 },
  (_, index) => `${index + 1}. Sở Y tế tổ chức thực hiện nội dung này;`,
);

test.each<[string, string[], string[]]>([
  [
    'the superior body beside the issuing one',
    ['UBND TỈNH HÀ GIANG SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
    ['UBND TỈNH HÀ GIANG', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
  ],
  [
    'a district and its office',
    ['UBND HUYỆN ĐỒNG VĂN PHÒNG NỘI VỤ'],
    ['UBND HUYỆN ĐỒNG VĂN', 'PHÒNG NỘI VỤ'],
  ],
  [
    'a number beside the motto',
    ['ĐỘC LẬP - TỰ DO - HẠNH PHÚC Số: 12/KH-UBND'],
    ['ĐỘC LẬP - TỰ DO - HẠNH PHÚC', 'Số: 12/KH-UBND'],
  ],
  [
    'a share of an economy, and no number of a document',
    ['Tỷ trọng kinh tế số: 20%.', 'Điểm chuyển đổi số: 85,5 điểm.'],
    ['Tỷ trọng kinh tế số: 20%.', 'Điểm chuyển đổi số: 85,5 điểm.'],
  ],
  [
    'a city whose name ends as an office begins',
    ['ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG'],
    ['ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG'],
  ],
  [
    'recipients beside the capacity',
    [...BODY, 'Nơi nhận:', '- Sở Y tế; TM. ỦY BAN NHÂN DÂN', '- Lưu: VT. CHỦ TỊCH'],
    [...BODY, 'Nơi nhận:', '- Sở Y tế;', 'TM. ỦY BAN NHÂN DÂN', '- Lưu: VT.', 'CHỦ TỊCH'],
  ],
  [
    'recipients beside a capacity with a stroke',
    [...BODY, 'Nơi nhận:', '- Sở Y tế; T/M ỦY BAN NHÂN DÂN', '- Lưu: VT. K/T CHỦ TỊCH'],
    [...BODY, 'Nơi nhận:', '- Sở Y tế;', 'T/M ỦY BAN NHÂN DÂN', '- Lưu: VT.', 'K/T CHỦ TỊCH'],
  ],
  [
    'the signer’s name beside any of the recipients',
    [...BODY, 'Nơi nhận:', '- VPUB: PCVP, CBTH; Nguyễn Trà Phong', '- Lưu: VT.'],
    [...BODY, 'Nơi nhận:', '- VPUB: PCVP, CBTH;', 'Nguyễn Trà Phong', '- Lưu: VT.'],
  ],
  [
    'an archive copy whose initials look like a capacity',
    [...BODY, 'Nơi nhận:', '- Lưu: VT, KT.', 'TM. ỦY BAN NHÂN DÂN'],
    [...BODY, 'Nơi nhận:', '- Lưu: VT, KT.', 'TM. ỦY BAN NHÂN DÂN'],
  ],
])('%s', (_, lines, expected) => {
  expect(linesOf(lines)).toEqual(expected);
});
