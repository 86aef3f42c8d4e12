import { expect, test } from 'vitest';
import { columnsBeside } from '../../src/recognize/columns.ts';
import type { Component } from '../../src/recognize/components.ts';

const LETTER = 10;

/** Letters from `x0` to `x1` on a line whose small letters stand on `y`. */
function line(x0: number, x1: number, y: number): Component[] {
  const letters: Component[] = [];
  for (let x = x0; x + 7 <= x1; x += 9) letters.push({ x0: x, y0: y - 10, x1: x + 7, y1: y, area: 50 });
  return letters;
}

test('the two parts of a letterhead are columns', () => {
  const ink = [20, 40, 60].flatMap((y) => [...line(0, 200, y), ...line(260, 600, y)]);
  expect(columnsBeside(ink, LETTER, [])).toMatchObject([{ x0: -10, x1: 228 }, { x0: 228 }]);
});

test('recipients and signature are columns though their lines are not level', () => {
  const ink = [
    ...[20, 40, 60, 80, 100, 120].flatMap((y) => line(0, 250, y)),
    ...[24, 52, 112].flatMap((y) => line(400, 560, y)),
  ];
  const [left, right] = columnsBeside(ink, LETTER, []);
  expect(left?.x1).toBe(right?.x0);
  expect(left?.x1).toBeGreaterThan(250);
  expect(left?.x1).toBeLessThan(400);
});

test('each column ends below its own last line', () => {
  const ink = [
    ...[20, 40, 60, 80, 100, 120, 140].flatMap((y) => line(0, 250, y)),
    ...[24, 52, 108].flatMap((y) => line(400, 560, y)),
  ];
  const [left, right] = columnsBeside(ink, LETTER, []);
  // The sixth line of the recipients stands beside the foot of the name, the seventh below it.
  expect(left?.y1).toBe(103);
  expect(right?.y1).toBe(118);
});

test.each([
  ['running text', [20, 40, 60].flatMap((y) => line(0, 600, y))],
  ['a single line with a gap', [...line(0, 200, 20), ...line(300, 600, 20), ...line(0, 600, 40)]],
  ['items behind their markers', [20, 40, 60].flatMap((y) => [...line(0, 18, y), ...line(60, 600, y)])],
  ['figures behind words', [20, 40, 60].flatMap((y) => [...line(0, 300, y), ...line(500, 530, y)])],
])('%s is no two columns', (_, ink) => {
  expect(columnsBeside(ink, LETTER, [])).toEqual([]);
});

test('columns keep clear of a table’s cells', () => {
  const ink = [20, 40, 60].flatMap((y) => [...line(0, 200, y), ...line(260, 600, y)]);
  expect(columnsBeside(ink, LETTER, [{ x0: 220, y0: 30, x1: 250, y1: 50 }])).toEqual([]);
});
