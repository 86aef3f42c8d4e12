import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripMarkup } from '../../src/read/markup.ts';

const texts = (source: string, dialect: 'markdown' | 'emphasis' = 'markdown'): string[] =>
  stripMarkup(source, dialect).map(({ text }) => text);

describe('Markdown', () => {
  test.each([
    ['bold', 'Số **15** xã', ['Số 15 xã']],
    ['italics both ways', '_một_ và *hai*', ['một và hai']],
    ['bold italics', '***Nơi nhận:***', ['Nơi nhận:']],
    ['emphasis over lines', '**KẾ HOẠCH\nTrồng rừng**', ['KẾ HOẠCH', 'Trồng rừng']],
    ['struck out', '~~cũ~~ mới', ['cũ mới']],
    ['a heading', '## II. MỤC TIÊU', ['II. MỤC TIÊU']],
    ['a heading closed by marks', '## Mục tiêu ##', ['Mục tiêu']],
    ['a heading with emphasis', '### **1. Mục tiêu**', ['1. Mục tiêu']],
    ['list markers', '- một\n- hai', ['- một', '- hai']],
    ['numbers that begin anywhere', '3. một\n7. hai', ['3. một', '7. hai']],
    ['letters', 'a) một\nđ) hai', ['a) một', 'đ) hai']],
    ['nested items', '- một\n  + hai', ['- một', '  + hai']],
    [
      'a bullet before another marker',
      '- 1. một\n\n- - hai\n\n- a) ba',
      ['1. một', '', '- hai', '', 'a) ba'],
    ],
    ['a bullet before a figure', '- 1.500 hộ', ['- 1.500 hộ']],
    ['escapes', 'a\\) 5\\.000 \\_ \\#', ['a) 5.000 _ #']],
    ['a link', '[Sở Y tế](https://example.org)', ['Sở Y tế']],
    ['an image', '![Quốc huy](a.png) Số', ['Quốc huy Số']],
    ['a line break in HTML', 'một<br>hai', ['một hai']],
    ['a thematic break', 'một\n\n---\n\nhai', ['một', '', '', '', 'hai']],
    ['a quotation', '> một\n> hai', ['một', 'hai']],
    ['stray stars', '**Lưu ý: ** nộp **trước ngày 5', ['Lưu ý:  nộp trước ngày 5']],
    ['a footnote star in brackets', 'Số liệu (*) năm 2024', ['Số liệu (*) năm 2024']],
    ['a blank entity', 'một&nbsp;hai', ['một hai']],
  ])('%s', (_, source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  test('styles are kept with the lines they cover', () => {
    expect(
      stripMarkup('# Kế hoạch\n\n**Đậm\ncả hai dòng**\n\n*nghiêng*\n\nmột **từ** trong câu', 'markdown'),
    ).toEqual([
      { text: 'Kế hoạch', style: { heading: 1 } },
      { text: '' },
      { text: 'Đậm', style: { bold: true } },
      { text: 'cả hai dòng', style: { bold: true } },
      { text: '' },
      { text: 'nghiêng', style: { italic: true } },
      { text: '' },
      { text: 'một từ trong câu' },
    ]);
  });

  test('a cell whose lines a converter wrote one after the other has them back', () => {
    const source =
      '| **Nơi nhận:** - Như trên; - Sở Y tế (b/c); - Lưu: VT. | **TM. ỦY BAN NHÂN DÂN** **CHỦ TỊCH** |\n|---|---|';
    expect(stripMarkup(source, 'markdown')[0]?.cells).toEqual([
      'Nơi nhận:\n- Như trên;\n- Sở Y tế (b/c);\n- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH',
    ]);
  });

  test('so it has without diacritics', () => {
    expect(
      stripMarkup('| **Noi nhan:** - Nhu tren; - Luu: VT. | TM. |\n|---|---|', 'markdown')[0]?.cells?.[0],
    ).toBe('Noi nhan:\n- Nhu tren;\n- Luu: VT.');
  });

  test.each(['TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH', 'T/M ỦY BAN NHÂN DÂN CHỦ TỊCH'])(
    'a signer’s name in one run with office and authority has a line of its own: %s',
    (capitals) => {
      const source = `| **Nơi nhận:** - Lưu: VT. | **${capitals}  Ma Văn Tiệp** |\n|---|---|`;
      expect(stripMarkup(source, 'markdown')[0]?.cells?.[1]).toBe(`${capitals}\nMa Văn Tiệp`);
    },
  );

  test('tables give cells and no line for their ruler', () => {
    const source =
      '| TT | **Xã** | Chỉ tiêu |\n|:--|---|--:|\n| 1 | Hòa Sơn | 1.250 |\n| 2 |  | 30 % |\n\nHết.';
    expect(stripMarkup(source, 'markdown')).toEqual([
      { text: 'TT\tXã\tChỉ tiêu', cells: ['TT', 'Xã', 'Chỉ tiêu'] },
      { text: '1\tHòa Sơn\t1.250', cells: ['1', 'Hòa Sơn', '1.250'] },
      { text: '2\t\t30 %', cells: ['2', '', '30 %'] },
      { text: '' },
      { text: 'Hết.' },
    ]);
  });
});

test('a break within a cell is a line of it', () => {
  expect(stripMarkup('| A<br>**B** | C |\n|---|---|', 'markdown')).toEqual([
    { text: 'A B\tC', cells: ['A\nB', 'C'] },
  ]);
});

describe('plain text with emphasis', () => {
  test.each([
    ['bold lines', '**TM. ỦY BAN NHÂN DÂN**\n**CHỦ TỊCH**', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['an indented letterhead', '        **SỞ Y TẾ**', ['        SỞ Y TẾ']],
    ['a number that is no list', '1986. Đổi mới\n***\n2. Sau', ['1986. Đổi mới', '***', '2. Sau']],
    ['a line above a rule', 'Số: 12/KH-UBND\n---\n', ['Số: 12/KH-UBND', '---', '']],
    ['a hash', '# không phải đầu đề *x*', ['# không phải đầu đề x']],
    ['an escaped point', 'C:\\thumuc *x*', ['C:\\thumuc x']],
    ['an entity', 'A &amp; B *x*', ['A &amp; B x']],
    ['a quotation mark', '> 95% *x*', ['> 95% x']],
    ['tags', '<5% và >3% *x*', ['<5% và >3% x']],
  ])('%s', (_, source, expected) => {
    expect(texts(source, 'emphasis')).toEqual(expected);
  });
});

test('what is read without a parser reads as by the parser, which a further line with another mark calls', () => {
  const part = fc.constantFrom(
    ...['*', '**', '***', '# ', '### ', ' ', ' ', '\n', '\n- ', '\n1. ', '\n---', '  \n', '\t', '~'],
    ...[
      'Sở',
      'Y tế,',
      '1.',
      '2)',
      'I',
      '(BHXH)',
      '50%',
      '-',
      '–',
      '+',
      '“a”',
      ':',
      ': ',
      '. ',
      '_',
      '|',
      '>',
      '=',
      '\\',
    ],
    ...['www.x.vn', 'https://x', 'a@b.vn', '$', '\u00a0', '[1]', '<br>', ';', '/'],
  );
  const plain = fc.constantFrom(
    'Sở',
    ' ',
    ' ',
    'Y tế',
    '(',
    ')',
    ', ',
    '. ',
    ': ',
    '\n',
    '\n- ',
    '1',
    '-',
    ';',
  );
  const words = fc.array(plain, { maxLength: 5 }).map((parts) => parts.join(''));
  const pair = fc
    .tuple(words, fc.constantFrom('*', '**'), words, words)
    .map(([before, star, inner, behind]) => before + star + inner + star + behind);
  const pairs = fc.array(pair, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const anything = fc.array(part, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.oneof(pairs, anything).map((source) => source.replace(/\n\s*(?=\n|$)|^\s*\n/g, '')),
      fc.constantFrom('markdown' as const, 'emphasis' as const),
      (source, dialect) => {
        fc.pre(/[*#]/.test(source));
        expect(stripMarkup(source, dialect)).toEqual(stripMarkup(`${source}\n&nbsp;`, dialect).slice(0, -1));
      },
    ),
    { numRuns: 500 },
  );
});
