import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  convertLegacy,
  encodingOfFont,
  type LegacyEncoding,
  likelyEncoding,
} from '../../src/lexicon/legacy-encodings.ts';
import { letterTable, written } from './legacy-writing.ts';

const TEXT =
  'Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\nỦy ban nhân dân tỉnh ban hành kế hoạch phát triển bảo hiểm y tế năm 2026 (đạt từ 95% trở lên)';

describe('conversion', () => {
  test.each<[LegacyEncoding, string, string]>([
    ['tcvn3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['tcvn3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['tcvn3', 'ñy ban nh©n d©n tØnh', 'ủy ban nhân dân tỉnh'],
    ['tcvn3', 'KÕ ho¹ch\nCéNG HßA X· HéI', 'Kế hoạch\nCỘNG HÒA XÃ HỘI'],
    ['tcvn3', 'Bé Y tÕ vµ QUỐC héi vµ TØNH', 'Bộ Y tế và QUỐC hội và TỈNH'],
    ['tcvn3', 'n¨m 2026, trë lªn; ®¹t 95%', 'năm 2026, trở lên; đạt 95%'],
    ['tcvn3', 'phòng t\u00adêng', 'phũng tường'],
    ['vni', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['vni', 'Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['vni', 'ÔÛ ÑAÂY, AÙo', 'Ở ĐÂY, Áo'],
    ['windows-1258', 'Côòng ho\u00cca xaÞ hôòi chuÒ nghiÞa Viêòt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ])('%s: %s', (encoding, text, unicode) => {
    expect(convertLegacy(text, encoding)).toBe(unicode);
  });

  test('windows-1252 shows the bytes of VISCII as well as Latin-1 does', () => {
    expect(convertLegacy('\u009cy ban', 'viscii')).toBe('Ủy ban');
    expect(convertLegacy('œy ban', 'viscii')).toBe('Ủy ban');
    expect(convertLegacy('\u0093héi\u0094', 'tcvn3')).toBe('“hội”');
  });

  test.each<LegacyEncoding>(['tcvn3', 'vni', 'viscii', 'windows-1258'])(
    'every letter of %s comes back',
    (id) => {
      const letters = [...letterTable(id).keys()];
      const small = letters.filter((letter) => letter === letter.toLocaleLowerCase('vi'));
      expect(small.length).toBe(67);
      if (id !== 'tcvn3') expect(letters.length).toBe(134);
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...(id === 'tcvn3' ? small : letters), ' ', 'b', '1', '(')),
          (parts) => {
            const text = parts.join('');
            expect(convertLegacy(written(text, id), id)).toBe(text);
          },
        ),
      );
    },
  );
});

describe('telling the encoding', () => {
  test.each<LegacyEncoding>(['tcvn3', 'vni', 'viscii', 'windows-1258'])('%s', (id) => {
    expect(likelyEncoding(written(TEXT, id))).toBe(id);
    expect(likelyEncoding(written(TEXT.slice(0, 66), id))).toBe(id);
  });

  test.each([
    ['Unicode', TEXT],
    ['Unicode, decomposed', TEXT.normalize('NFD')],
    ['without diacritics', 'Cong hoa xa hoi chu nghia Viet Nam, Doc lap - Tu do - Hanh phuc'],
    ['French', 'Le comité révolutionnaire a été créé à Genève; où sont passés les élèves français naïfs ?'],
    ['Portuguese', 'A informação não é clara, então são necessárias ações rápidas à população já até lá'],
    ['German', 'Für die Prüfung der Gemeinden müssen größere Städte über tausend Bäume zählen'],
    [
      'read by another language’s OCR',
      'Céng hoa xã hi chu nghia Viét Nam, Béc lap - Tir do - Hanh phuc thyc hién ké hoach phat trién bao hiém',
    ],
    ['too short', 'héi'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(likelyEncoding(text)).toBeNull();
  });

  test.each([
    ['.VnTime', { encoding: 'tcvn3', capitals: false }],
    ['ABCDEF+.VnTimeH', { encoding: 'tcvn3', capitals: true }],
    ['VNI-Times', { encoding: 'vni', capitals: false }],
    ['Times New Roman', null],
  ])('of the font %s', (font, encoding) => {
    expect(encodingOfFont(font)).toEqual(encoding);
  });
});
