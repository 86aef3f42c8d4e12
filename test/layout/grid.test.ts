import { describe, expect, test } from 'vitest';
import { layOut } from '../../src/layout/layout.ts';
import type { PageWord } from '../../src/plan/document.ts';
import type { Box } from '../../src/plan/record.ts';

/** A page of 100 by 100 units, in which a table of three columns and rows goes from 10 to 70. */
const SIDE = 1000;
const across = (y: number, from = 10, to = 70): Box => [from / 100, y / 100, (to - from) / 100, 0.0005];
const down = (x: number, from = 10, to = 70): Box => [x / 100, from / 100, 0.0005, (to - from) / 100];
const word = (text: string, x: number, y: number): PageWord => ({
  text,
  confidence: 1,
  box: [x / 100, y / 100, 0.05, 0.012],
  size: 0.011,
});

const ACROSS = [10, 30, 50, 70].map((y) => across(y));
const DOWN = [10, 30, 50, 70].map((x) => down(x));
const NINE = [12, 32, 52].flatMap((y, row) => [12, 32, 52].map((x, column) => word(`${row}${column}`, x, y)));

function rows(words: PageWord[], rules: Box[]): string[] {
  const [lines = []] = layOut([{ width: SIDE, height: SIDE, words, rules, angle: 0, unread: [] }]);
  return lines.map(({ cells, text }) => (cells ?? [text]).join(' | ').replaceAll('\n', '/'));
}

const WHOLE = ['00 | 01 | 02', '10 | 11 | 12', '20 | 21 | 22'];
/** The edge between the cells 11 and 12. */
const INNER = [down(50, 10, 30), down(50, 50, 70)];

describe('a ruled table', () => {
  test.each<[string, Box[], PageWord[], string[]]>([
    ['with all its lines', [...ACROSS, ...DOWN], NINE, WHOLE],
    [
      'of which lines are drawn in pieces',
      [
        ...[10, 30, 50, 70].flatMap((y) => [across(y, 10, 28), across(y, 29, 51), across(y, 52, 70)]),
        ...[10, 30, 50, 70].flatMap((x) => [down(x, 10, 20), down(x, 21, 43), down(x, 44, 70)]),
      ],
      NINE,
      WHOLE,
    ],
    [
      'drawn twice',
      [...ACROSS, ...DOWN, ...ACROSS.map(([x, y, w, h]): Box => [x, y + 0.003, w, h])],
      NINE,
      WHOLE,
    ],
    ['open at its sides', [...ACROSS, down(30), down(50)], NINE, WHOLE],
    ['open at its top and bottom', [across(30), across(50), ...DOWN], NINE, WHOLE],
    ['that lacks an edge between words', [...ACROSS, down(10), down(30), down(70), ...INNER], NINE, WHOLE],
    [
      'with cells merged across',
      [...ACROSS, down(10), down(30), down(70), ...INNER],
      [
        ...NINE.filter(({ text }) => !text.startsWith('1')),
        word('10', 12, 32),
        word('a', 45, 32),
        word('b', 50.6, 32),
      ],
      ['00 | 01 | 02', '10 | a b | ', '20 | 21 | 22'],
    ],
    [
      'with cells merged down',
      [across(10), across(70), across(30, 30, 70), across(50), ...DOWN],
      NINE.filter(({ text }) => text !== '10'),
      ['00 | 01 | 02', ' | 11 | 12', '20 | 21 | 22'],
    ],
    [
      'whose cells have several lines',
      [...ACROSS, ...DOWN],
      [...NINE, word('58/NQ-', 32, 34), word('CP', 32, 36)],
      ['00 | 01 | 02', '10 | 11/58/NQ-CP | 12', '20 | 21 | 22'],
    ],
    [
      'in a frame',
      [...ACROSS, ...DOWN, across(2, 2, 98), across(98, 2, 98), down(2, 2, 98), down(98, 2, 98)],
      NINE,
      WHOLE,
    ],
  ])('%s', (_, rules, words, expected) => {
    expect(rows(words, rules)).toEqual(expected);
  });

  test('is what has cells beside each other: a box around lines is none', () => {
    const frame = [across(10), across(70), down(10), down(70)];
    expect(rows([word('a', 12, 12), word('b', 12, 15)], frame)).toEqual(['a', 'b']);
    expect(rows([word('a', 12, 12), word('b', 12, 15)], [across(14, 10, 40)])).toEqual(['a', 'b']);
  });

  test('stands between what is above and below it', () => {
    const words = [word('below', 12, 80), ...NINE, word('above', 12, 5)];
    expect(rows(words, [...ACROSS, ...DOWN])).toEqual(['above', ...WHOLE, 'below']);
  });
});
