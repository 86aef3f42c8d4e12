import { describe, expect, test } from 'vitest';
import { components } from '../../src/recognize/components.ts';
import { isDoubtful, judge } from '../../src/recognize/numbers.ts';
import type { Grey, Rect } from '../../src/recognize/pixels.ts';
import { cellAround, findRules } from '../../src/recognize/rules.ts';
import { separatorsIn, separatorsOf, withSeparator } from '../../src/recognize/separators.ts';
import { withStrokes } from '../../src/recognize/strokes.ts';
import { unreadInk } from '../../src/recognize/unread.ts';
import { hasMoreFigures } from '../../src/recognize/unread-figures.ts';

const LETTER = 10;
const NO_RULES = { horizontal: [], vertical: [] };

/** Black rectangles on white: x, y, width, height. */
function page(
  width: number,
  height: number,
  inked: readonly (readonly [number, number, number, number])[],
): Grey {
  const data = new Uint8Array(width * height).fill(255);
  for (const [x, y, w, h] of inked) {
    for (let row = y; row < y + h; row++) data.fill(0, row * width + x, row * width + x + w);
  }
  return { data, width, height };
}

const word = (x: number, y: number, letters: number) =>
  Array.from({ length: letters }, (_, index) => [x + index * 9, y, 6, LETTER] as const);

test('components are patches of ink, diagonals included', () => {
  const image = page(20, 10, [
    [1, 1, 3, 2],
    [4, 3, 2, 2],
    [10, 0, 1, 6],
    [14, 0, 1, 6],
    [10, 6, 5, 1],
  ]);
  expect(components(image, 128)).toEqual([
    { x0: 10, y0: 0, x1: 15, y1: 7, area: 17 },
    { x0: 1, y0: 1, x1: 6, y1: 5, area: 10 },
  ]);
});

describe('ruled lines', () => {
  const table = page(400, 200, [
    [20, 20, 360, 2],
    [20, 80, 360, 2],
    [20, 140, 360, 2],
    [20, 20, 2, 122],
    [200, 20, 2, 122],
    [378, 20, 2, 122],
    ...word(60, 50, 5),
  ]);
  const rules = findRules(table, 128, LETTER);

  test('are found, letters are none', () => {
    expect(rules.horizontal).toEqual([20, 80, 140].map((y) => ({ x0: 20, x1: 380, y0: y, y1: y + 2 })));
    expect(rules.vertical.map(({ x0 }) => x0)).toEqual([20, 200, 378]);
  });

  test('are found where scanning broke them or laid them aslant', () => {
    const broken = page(400, 60, [
      [20, 20, 100, 2],
      [122, 21, 100, 2],
      [222, 22, 100, 2],
    ]);
    expect(findRules(broken, 128, LETTER).horizontal).toEqual([{ x0: 20, x1: 322, y0: 20, y1: 24 }]);
  });

  test('are thin', () => {
    expect(findRules(page(400, 60, [[20, 10, 300, 30]]), 128, LETTER).horizontal).toEqual([]);
  });

  test.for([
    ['in a cell', { x0: 60, y0: 50, x1: 105, y1: 60 }, { x0: 22, x1: 200, y0: 22, y1: 80 }],
    ['under the table', { x0: 60, y0: 160, x1: 105, y1: 170 }, null],
  ] as [string, Rect, Rect | null][])('bound the cell of a word %s', ([, box, cell]) => {
    expect(cellAround(box, rules)).toEqual(cell);
  });
});

test('an underline is no side of a cell', () => {
  const framed = {
    horizontal: [
      { x0: 0, y0: 0, x1: 300, y1: 2 },
      { x0: 100, y0: 60, x1: 200, y1: 62 },
      { x0: 0, y0: 200, x1: 300, y1: 202 },
    ],
    vertical: [0, 298].map((x) => ({ x0: x, y0: 0, x1: x + 2, y1: 202 })),
  };
  const cell = { x0: 2, x1: 298, y0: 2, y1: 200 };
  expect(cellAround({ x0: 120, y0: 40, x1: 160, y1: 55 }, framed)).toEqual(cell);
  const open = { ...framed, horizontal: framed.horizontal.slice(0, 2) };
  expect(cellAround({ x0: 120, y0: 40, x1: 160, y1: 55 }, open)).toBeNull();
});

describe('writing that no word covers', () => {
  const cases: [string, (readonly [number, number, number, number])[], Rect[], Rect[]][] = [
    ['a line that was passed over', word(20, 20, 8), [], [{ x0: 20, y0: 20, x1: 89, y1: 30 }]],
    [
      'the rest of a line',
      word(20, 20, 8),
      [{ x0: 18, y0: 18, x1: 54, y1: 32 }],
      [{ x0: 56, y0: 20, x1: 89, y1: 30 }],
    ],
    ['none where all is read', word(20, 20, 8), [{ x0: 18, y0: 18, x1: 92, y1: 32 }], []],
    [
      'none in dirt',
      [
        [20, 20, 2, 2],
        [60, 40, 1, 3],
        [90, 20, 6, 10],
      ],
      [],
      [],
    ],
    ['none in a picture', [[20, 20, 80, 60]], [], []],
    [
      'two lines one by one',
      [...word(20, 20, 5), ...word(20, 50, 5)],
      [],
      [
        { x0: 20, y0: 20, x1: 62, y1: 30 },
        { x0: 20, y0: 50, x1: 62, y1: 60 },
      ],
    ],
  ];
  test.for(cases)('%s', ([, inked, words, unread]) => {
    const found = components(page(200, 100, inked), 128);
    expect(unreadInk(found, words, NO_RULES, LETTER)).toEqual(unread);
  });
});

describe('two readings of a figure', () => {
  const cases: [string, [string, number], [string, number], ReturnType<typeof judge>][] = [
    [
      'agree: the surer holds',
      ['1.229', 0.7],
      ['1.229', 0.94],
      { text: '1.229', confidence: 0.94, alternatives: [] },
    ],
    [
      'a thousands dot was lost',
      ['1229', 0.88],
      ['1.229', 0.6],
      { text: '1.229', confidence: 0.5, alternatives: ['1229'] },
    ],
    [
      'a thousands dot was lost at the second look',
      ['1.229', 0.5],
      ['1229', 0.9],
      { text: '1.229', confidence: 0.5, alternatives: ['1229'] },
    ],
    [
      'differ: the first stands, and is reported',
      ['857', 0.86],
      ['851', 0.9],
      { text: '857', confidence: 0.5, alternatives: ['851'] },
    ],
    [
      'the second is much surer, and is reported',
      ['8957', 0.4],
      ['857', 0.9],
      { text: '857', confidence: 0.5, alternatives: ['8957'] },
    ],
    [
      'no confidence is invented',
      ['12', 0.3],
      ['13', 0.2],
      { text: '12', confidence: 0.3, alternatives: ['13'] },
    ],
  ];
  test.for(cases)('%s', ([, first, second, judged]) => {
    expect(
      judge({ text: first[0], confidence: first[1] }, { text: second[0], confidence: second[1] }, 0),
    ).toEqual(judged);
  });

  test('a seven that was taken for a slash is one where it is read again as such, and disputed', () => {
    const slanted = { text: '9⁄1', confidence: 0.94 };
    expect(isDoubtful(slanted, 0)).toBe(true);
    expect(isDoubtful({ text: '15⁄11/2025', confidence: 0.94 }, 0)).toBe(false);
    expect(judge(slanted, { text: '971', confidence: 0.3 }, 0)).toEqual({
      ...{ text: '971', confidence: 0.3, alternatives: ['9⁄1'] },
    });
    expect(judge(slanted, { text: '911', confidence: 0.3 }, 0).text).toBe('9⁄1');
  });

  test('a comma that the ink shows is kept where only one reading has it, and missed where none has', () => {
    const [without, comma] = [
      { text: '485', confidence: 0.95 },
      { text: '48,5', confidence: 0.9 },
    ];
    expect(isDoubtful(without, 0)).toBe(false);
    expect(isDoubtful(without, 1)).toBe(true);
    expect(judge(without, comma, 1)).toEqual({ text: '48,5', confidence: 0.9, alternatives: ['485'] });
    expect(judge(without, comma, 0)).toEqual({ text: '48,5', confidence: 0.5, alternatives: ['485'] });
    expect(judge(without, without, 1).confidence).toBe(0.5);
  });
});

test('dots and commas are small patches at the foot of the figures', () => {
  const patch = (x0: number, y0: number, width: number, height: number) => ({
    ...{ x0, y0, x1: x0 + width, y1: y0 + height },
    area: width * height,
  });
  const figures = [patch(0, 0, 9, 18), patch(12, 0, 9, 18), patch(28, 0, 9, 18)];
  const box = { x0: 0, y0: 0, x1: 37, y1: 21 };
  expect(separatorsOf(box, [...figures, patch(23, 15, 3, 6), patch(24, 22, 1, 1)], 13)).toHaveLength(1);
  expect(separatorsOf(box, [...figures, patch(23, 4, 3, 4), patch(40, 15, 3, 6)], 13)).toEqual([]);
  const comma = patch(23, 15, 3, 6);
  expect(withSeparator('485', box, comma)).toBe('48,5');
  expect(withSeparator('48/5', box, comma)).toBe('48,5');
  expect(withSeparator('4850', { ...box, x1: 49 }, patch(10, 15, 3, 6))).toBe('4.850');
  expect(withSeparator('B5', box, comma)).toBeNull();
  expect(separatorsIn('1.229,5')).toBe(2);
});

test('numerals of strokes are as their ink has them', () => {
  const stroke = (x0: number, width = 9) => ({ x0, y0: 0, x1: x0 + width, y1: 26, area: width * 20 });
  const word = (text: string) => ({ text, confidence: 0.9, box: { x0: 0, y0: 0, x1: 120, y1: 27 } });
  const slash = { ...stroke(24, 11), area: 60 };
  const two = [stroke(0), stroke(13), slash, stroke(36, 16), stroke(55, 18)];
  expect(withStrokes(word('H/2024'), two, 19)).toEqual(word('II/2024'));
  expect(withStrokes(word('I/2024'), two, 19)).toMatchObject({
    ...{ text: 'II/2024', confidence: 0.5, alternatives: ['I/2024'] },
  });
  const congress = [stroke(-30, 22), stroke(0), stroke(13)];
  expect(withStrokes({ ...word('XI'), box: { ...word('XI').box, x0: -31 } }, congress, 19)).toMatchObject({
    text: 'XII',
    alternatives: ['XI'],
  });
  for (const text of ['II/2024', 'IV', 'Hà']) expect(withStrokes(word(text), two, 19).text).toBe(text);
  // One letter that hangs together with the first stroke, and strokes that do.
  const joined = { ...word('XI'), box: { ...word('XI').box, x0: -31 } };
  expect(withStrokes(joined, [stroke(-30, 40), stroke(13)], 19).text).toBe('XI');
  expect(
    withStrokes({ ...joined, text: 'XIII' }, [stroke(-30, 22), stroke(0), stroke(13, 22)], 19).text,
  ).toBe('XIII');
  // An H hangs together.
  expect(withStrokes(word('H.'), [stroke(0, 22)], 19).text).toBe('H.');
});

test('a word that has none but strokes in its ink is a numeral', () => {
  const stroke = (x0: number, width = 9) => ({ x0, y0: 0, x1: x0 + width, y1: 26, area: width * 20 });
  const stop = { x0: 26, y0: 22, x1: 30, y1: 26, area: 14 };
  const word = (text: string) => ({ text, confidence: 0.1, box: { x0: 0, y0: 0, x1: 60, y1: 27 } });
  const shown = { text: 'II.', confidence: 0.85, alternatives: ['lIẾ'] };
  expect(withStrokes(word('lIẾ'), [stroke(0), stroke(13), stop], 19)).toMatchObject(shown);
  expect(withStrokes(word('m'), [stroke(0), stroke(13), stroke(26)], 19).text).toBe('III');
  // Something else stands there, too, or it is a figure, a bracket, or a page's number alone in its line.
  const mark = { x0: 40, y0: 2, x1: 44, y1: 6, area: 14 };
  expect(withStrokes(word('lIẾ'), [stroke(0), stroke(13), mark], 19).text).toBe('lIẾ');
  expect(withStrokes(word('li'), [stroke(0), stroke(13, 30)], 19).text).toBe('li');
  for (const text of ['11', '1l', '(l'])
    expect(withStrokes(word(text), [stroke(0), stroke(13)], 19).text).toBe(text);
  expect(withStrokes(word('li'), [stroke(0), stroke(13)], 19, () => false).text).toBe('li');
  // A quotation mark does not stand on the line.
  expect(withStrokes(word('1"'), [stroke(0), stroke(13)], 19).text).toBe('11');
  expect(
    withStrokes(word('1"'), [stroke(0), { ...stroke(13, 3), y1: 9 }, { ...stroke(18, 3), y1: 9 }], 19).text,
  ).toBe('1"');
});

test('a number whose ink shows more figures side by side was not read whole', () => {
  const ink = (x0: number, width = 10, y0 = 0, height = 18) => ({
    x0,
    x1: x0 + width,
    y0,
    y1: y0 + height,
    area: 1,
  });
  const box = { x0: 0, y0: 0, x1: 50, y1: 18 };
  const three = [ink(2), ink(16), ink(30)];
  expect(hasMoreFigures('91', box, three, 13)).toBe(true);
  expect(hasMoreFigures('971', box, three, 13)).toBe(false);
  // Patches above each other, a comma and a rule are no figures; words and several lines are not counted.
  expect(hasMoreFigures('9,1', box, [ink(2), ink(3, 8), ink(16, 3, 14, 6), ink(30), ink(44, 1)], 13)).toBe(
    false,
  );
  expect(hasMoreFigures('KH91', box, three, 13)).toBe(false);
  expect(hasMoreFigures('91', { ...box, y1: 60 }, three, 13)).toBe(false);
});
