import { describe, expect, it } from 'vitest';
import { CLASSES, tokenBuffer, tokenize, WORD } from '../../../src/normalize/repair/tokens.ts';

/** Tokens as `text` for a word and `text<class>` for any other. */
function tokensOf(text: string): string[] {
  const tokens = tokenBuffer(2);
  tokenize(text, tokens);
  return Array.from({ length: tokens.count }, (_, i) => {
    const kind = tokens.kind[i] ?? WORD;
    return text.slice(tokens.start[i], tokens.end[i]) + (kind === WORD ? '' : CLASSES[kind]);
  });
}

describe('tokenize', () => {
  it.each([
    ['xã hội, y tế.', ['xã', 'hội', ',<comma>', 'y', 'tế', '.<stop>']],
    ['Số: 53/KH-UBND', ['Số', ':<stop>', '53/KH-UBND<symbol>']],
    ['số 08-CTr/TU ngày 17/3/2021', ['số', '08-CTr/TU<symbol>', 'ngày', '17/3/2021<date>']],
    ['Luật 41/2024/QH15', ['Luật', '41/2024/QH15<symbol>']],
    ['QĐ-UBND ban hành', ['QĐ-UBND<symbol>', 'ban', 'hành']],
    ['đạt 95,5% dân số', ['đạt', '95,5<share>', 'dân', 'số']],
    ['năm 2025', ['năm', '2025<year>']],
    ['1.234.567 người', ['1.234.567<number>', 'người']],
    ['2.1. Mục tiêu', ['2.1<marker>', '.<stop>', 'Mục', 'tiêu']],
    ['a) Căn cứ', ['a)<marker>', 'Căn', 'cứ']],
    ['IV. TỔ CHỨC', ['IV<marker>', '.<stop>', 'TỔ', 'CHỨC']],
    ['quý III năm', ['quý', 'III<roman>', 'năm']],
    ['CƠ QUAN, ĐƠN VỊ', ['CƠ', 'QUAN', ',<comma>', 'ĐƠN', 'VỊ']],
    ['DON VI KHU VUC VI', ['DON', 'VI', 'KHU', 'VUC', 'VI<roman>']],
    ['VI TRI VIEC LAM', ['VI', 'TRI', 'VIEC', 'LAM']],
    ['quận/huyện', ['quận', 'huyện']],
    ['đường B52 và m2', ['đường', 'B52<mixed>', 'và', 'm2<mixed>']],
    ['', []],
    [' \t\n ', []],
  ])('%s', (text, wanted) => {
    expect(tokensOf(text)).toEqual(wanted);
  });
});
