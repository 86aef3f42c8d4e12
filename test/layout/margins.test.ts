import { describe, expect, test } from 'vitest';
import { layOut } from '../../src/layout/layout.ts';
import type { WordPage } from '../../src/plan/document.ts';

/** Pages that have one text at their top, one at their foot, and a line between. */
function marginsOf(tops: string[], feet: string[] = tops.map(() => 'Cuối trang')): string[][] {
  const pages = tops.map(
    (top, index): WordPage => ({
      width: 600,
      height: 800,
      words: [
        [top, 0.04],
        [`Nội dung trang ${'một hai ba bốn năm sáu'.split(' ')[index]}`, 0.5],
        [feet[index] ?? '', 0.95],
      ].map(([text, y]) => ({
        text: `${text}`,
        confidence: 1,
        box: [0.4, Number(y), 0.2, 0.016],
        size: 0.015,
      })),
      rules: [],
      angle: 0,
      unread: [],
    }),
  );
  return layOut(pages).map((lines) =>
    lines.filter(({ aside }) => aside === 'margin').map(({ text }) => text),
  );
}

const none = (count: number): string[] => Array.from({ length: count }, () => '');

describe('what is the pages’ own', () => {
  test.each<[string, string[][], string[][]]>([
    ['numbers that count the pages', marginsOf(['', '2', '3'], none(3)), [[], ['2'], ['3']]],
    [
      'numbers at the foot',
      marginsOf(none(3), ['1', '- 2 -', 'Trang 3/3']),
      [['1'], ['- 2 -'], ['Trang 3/3']],
    ],
    ['a number misread among others', marginsOf(['', '2', 'â', '4'], none(4)), [[], ['2'], ['â'], ['4']]],
    ['no number that counts nothing', marginsOf(['', '2026', '17'], none(3)), [[], [], []]],
    [
      'heads of all pages but the first',
      marginsOf(['', 'Bản sao', 'Bản sao', 'Bản sao'], none(4)),
      [[], ['Bản sao'], ['Bản sao'], ['Bản sao']],
    ],
    [
      'no heads of annexes',
      marginsOf(['', '', 'Phụ lục 1', 'Phụ lục 2', 'Phụ lục 3'], none(5)),
      [[], [], [], [], []],
    ],
    [
      'no heads of annexes that are alike',
      marginsOf(['', '', '', 'PHỤ LỤC', 'PHỤ LỤC', 'PHỤ LỤC'], none(6)),
      [[], [], [], [], [], []],
    ],
    [
      'feet',
      marginsOf(none(3), ['', 'Kế hoạch, trang hai 2', 'Kế hoạch, trang hai 3']),
      [[], ['Kế hoạch, trang hai 2'], ['Kế hoạch, trang hai 3']],
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
