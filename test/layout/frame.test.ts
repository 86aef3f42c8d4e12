import { describe, expect, test } from 'vitest';
import { boxOnPage, canvasOf } from '../../src/layout/frame.ts';
import type { Box } from '../../src/plan/record.ts';

const A4 = { width: 600, height: 800 };
/** Near the top left corner, wider than high. */
const BOX: Box = [0.1, 0.05, 0.2, 0.02];

describe('the canvas that holds a turned page', () => {
  test.each([
    [0, 600, 800],
    [90, 800, 600],
    [180, 600, 800],
    [270, 800, 600],
    [-90, 800, 600],
    [2, 627.55, 820.45],
  ])('at %i degrees', (angle, width, height) => {
    const canvas = canvasOf({ ...A4, angle });
    expect(canvas.width).toBeCloseTo(width, 1);
    expect(canvas.height).toBeCloseTo(height, 1);
  });
});

describe('boxOnPage', () => {
  test.each<[number, Box]>([
    [0, BOX],
    [360, BOX],
    // A page turned clockwise by 90 has its left edge at the top: what lies at the top left came from the bottom left.
    [90, [0.05, 0.7, 0.02, 0.2]],
    [180, [0.7, 0.93, 0.2, 0.02]],
    [270, [0.93, 0.1, 0.02, 0.2]],
    [-90, [0.93, 0.1, 0.02, 0.2]],
  ])('turns back %i degrees', (angle, expected) => {
    expect(boxOnPage(BOX, { ...A4, angle })).toEqual(expected);
  });

  test('leaves the middle where it is, whatever the angle', () => {
    for (const angle of [-3, -0.5, 0.7, 2, 45]) {
      const [x, y, width, height] = boxOnPage([0.5, 0.5, 0, 0], { ...A4, angle });
      expect([x, y, width, height]).toEqual([0.5, 0.5, 0, 0]);
    }
  });

  test('undoes a small turn', () => {
    // By hand: 240 points right of the middle, turned clockwise by 1 degree, lies 240 cos 1 right and 240 sin 1 below.
    const angle = 1;
    const canvas = canvasOf({ ...A4, angle });
    const radians = Math.PI / 180;
    const x = 0.5 + (240 * Math.cos(radians)) / canvas.width;
    const y = 0.5 + (240 * Math.sin(radians)) / canvas.height;
    const [left, top] = boxOnPage([x, y, 0, 0], { ...A4, angle });
    expect(left).toBeCloseTo(0.9, 4);
    expect(top).toBeCloseTo(0.5, 4);
  });

  test('stays on the page', () => {
    const [x, y, width, height] = boxOnPage([0, 0, 1, 1], { ...A4, angle: 5 });
    expect([x, y, width, height]).toEqual([0, 0, 1, 1]);
  });
});
