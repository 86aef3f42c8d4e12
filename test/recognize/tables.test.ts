import { describe, expect, test } from 'vitest';
import type { Component } from '../../src/recognize/components.ts';
import type { Rect } from '../../src/recognize/pixels.ts';
import { dashAlone, strips, tableCells } from '../../src/recognize/tables.ts';

const LETTER = 10;
/** A table of two rows and two columns, 100 pixels wide and 40 high each. */
const RULES = {
  horizontal: [0, 40, 80].map((y) => ({ x0: 0, y0: y, x1: 202, y1: y + 2 })),
  vertical: [0, 100, 200].map((x) => ({ x0: x, y0: 0, x1: x + 2, y1: 82 })),
};
const CELLS: Rect[] = [
  { x0: 2, y0: 2, x1: 100, y1: 40 },
  { x0: 102, y0: 2, x1: 200, y1: 40 },
  { x0: 2, y0: 42, x1: 100, y1: 80 },
  { x0: 102, y0: 42, x1: 200, y1: 80 },
];

const ink = (x0: number, y0: number, width = 8, height = 10): Component => ({
  x0,
  y0,
  x1: x0 + width,
  y1: y0 + height,
  area: width * height,
});

describe('cells of ruled tables', () => {
  test('are found by their ink, in the order of rows', () => {
    const found = tableCells(
      [ink(120, 50), ink(10, 50), ink(120, 10), ink(10, 10), ink(22, 10)],
      RULES,
      LETTER,
    );
    expect(found.map(({ box }) => box)).toEqual(CELLS);
    expect(found.map((cell) => cell.ink.length)).toEqual([2, 1, 1, 1]);
  });

  test('are none where there is a box or two, or ink crosses the rules', () => {
    expect(tableCells([ink(10, 10), ink(120, 10)], RULES, LETTER)).toEqual([]);
    expect(tableCells([ink(90, 10, 30), ink(10, 30, 8, 30)], RULES, LETTER)).toEqual([]);
  });

  test.each([
    ['a dash', [ink(146, 20, 8, 2)], true],
    ['a dash and a figure', [ink(146, 20, 8, 2), ink(160, 15)], false],
    ['a figure', [ink(146, 15)], false],
    ['what is left of a rule', [ink(146, 3, 8, 2)], false],
    ['a point', [ink(146, 20, 2, 2)], false],
  ])('%s alone', (_, own, isDash) => {
    const [box = CELLS[0]] = CELLS.slice(1);
    expect(box !== undefined && dashAlone({ box, ink: own }, LETTER) !== null).toBe(isDash);
  });
});

test('cells stand one below the other in a strip, and its words where they stood on the page', () => {
  const data = new Uint8Array(202 * 82).fill(255);
  for (const [at, { x0, y0 }] of CELLS.entries()) data[(y0 + 10) * 202 + x0 + 20] = at;
  const [strip, ...more] = strips({ data, width: 202, height: 82 }, CELLS, LETTER);
  expect(more).toEqual([]);
  if (strip === undefined) throw new Error('no strip');
  const { image } = strip;
  for (const [at, { x0, y0 }] of CELLS.entries()) {
    const spot = image.data.indexOf(at);
    const [x, y] = [spot % image.width, Math.floor(spot / image.width)];
    expect(strip.onPage({ x0: x, y0: y, x1: x + 5, y1: y + 5 })).toEqual({
      x0: x0 + 20,
      y0: y0 + 10,
      x1: x0 + 25,
      y1: y0 + 15,
    });
  }
});

test('long tables are put into several strips', () => {
  const cells = Array.from({ length: 20 }, (_, i) => ({ x0: 0, y0: i * 400, x1: 600, y1: i * 400 + 390 }));
  const image = { data: new Uint8Array(600 * 8000).fill(255), width: 600, height: 8000 };
  const found = strips(image, cells, LETTER);
  expect(found.length).toBe(2);
  for (const { image: strip } of found) expect(strip.width * strip.height).toBeLessThan(4_100_000);
});
