import { describe, expect, it, test } from 'vitest';
import { loadRepairModel } from '../../../src/normalize/repair/model.ts';
import { PlaceNames } from '../../../src/normalize/repair/place-names.ts';
import { restoreParagraphs } from '../../../src/normalize/repair/restore.ts';
import { tokenBuffer, tokenize } from '../../../src/normalize/repair/tokens.ts';

const HEAD = (province: string) => [
  `UY BAN NHAN DAN TINH ${province}`,
  'Uy ban nhan dan tinh ban hanh ke hoach phat trien nguoi tham gia bao hiem xa hoi tren dia ban.',
];

function restored(province: string, line: string): string | undefined {
  return restoreParagraphs([...HEAD(province), line], loadRepairModel()).at(-1)?.text;
}

describe('place names', () => {
  it.each([
    [
      'LAI CHAU',
      'Nam Nhun: 455 ho, Phong Tho: 985 ho, Tam Duong: 540 ho',
      ['Nậm Nhùn', 'Phong Thổ', 'Tam Đường'],
    ],
    ['NINH BINH', 'Giao UBND huyen Nho Quan chu tri.', ['huyện Nho Quan']],
    // The model knows no word Păh, Prông or Pưh.
    ['GIA LAI', 'Cac huyen Chu Pah, Chu Prong va Chu Puh.', ['Chư Păh', 'Chư Prông', 'Chư Pưh']],
    ['THANH HOA', 'Cac huyen Nhu Thanh, Hoang Hoa va Hau Loc.', ['Như Thanh', 'Hoằng Hóa', 'Hậu Lộc']],
  ])('in a document from %s: %s', (province, line, names) => {
    for (const name of names) expect(restored(province, line)).toContain(name);
  });

  it.each([
    ['QUANG NINH', '1\tXa Duc Yen\t12', 'Xã Dực Yên'],
    ['QUANG BINH\nTHANH PHO DONG HOI', '1\tXa Quang Phu\t12', 'Xã Quang Phú'],
    ['KON TUM', 'Huyen Dak Glei va huyen Dak To', 'Huyện Đăk Glei và huyện Đăk Tô'],
    ['GIA LAI', '3\tDak Po\t5', 'Đak Pơ'],
    ['VINH LONG', '2\tAp Thanh Binh\t40', 'Ấp Thanh Bình'],
    ['NGHE AN', 'Chi nhanh khu vuc Vinh phoi hop', 'khu vực Vinh phối'],
    ['BEN TRE', 'TREN DIA BAN HUYEN MO CAY NAM 2026', 'HUYỆN MỎ CÀY NĂM 2026'],
    ['QUANG NINH', 'tren dia ban huyen Dam Ha nam 2024', 'huyện Đầm Hà năm 2024'],
    // Not Phong Vân and Đan Phượng, which lie there.
    ['HA NOI', 'Phong Van hoa - Xa hoi chu tri.', 'Phòng Văn hóa - Xã hội'],
    ['HA NOI', 'UY BAN NHAN DAN PHUONG VIET HUNG', 'NHÂN DÂN PHƯỜNG'],
  ])('in a document from %s: %s', (province, line, name) => {
    expect(restored(province, line)).toContain(name);
  });

  it('takes the name of what lies in the district that the document is about', () => {
    const line = '3\tXuan Thanh\t12';
    const of = (district: string): string | undefined =>
      restoreParagraphs([`UY BAN NHAN DAN ${district}`, ...HEAD('DONG NAI'), line], loadRepairModel()).at(-1)
        ?.text;
    expect(of('THANH PHO LONG KHANH')).toContain('Xuân Thanh');
    expect(of('HUYEN XUAN LOC')).toContain('Xuân Thành');
  });

  it('leaves words without capitals to the words around them', () => {
    expect(restored('LAI CHAU', 'trong nam nay co them cong trinh')).toContain('trong năm nay có');
  });
});

test('a word for what it is tells which of two names is meant', () => {
  const { language } = loadRepairModel();
  const places = new PlaceNames(language, 'UY BAN NHAN DAN TINH TUYEN QUANG');
  const named = (text: string) => {
    const tokens = tokenBuffer();
    tokenize(text, tokens);
    return [...(places.find(text, tokens)?.gains.get(1)?.keys() ?? [])].map((word) => language.words[word]);
  };
  expect(named('Xa Na Hang')).toEqual(['nà']);
  expect(named('Huyen Na Hang')).toEqual(['na']);
});
