import { expect, test } from 'vitest';
import { withBar } from '../../src/recognize/bars.ts';
import type { Component } from '../../src/recognize/components.ts';
import { partedAtDash, withDashLength } from '../../src/recognize/dashes.ts';

const LETTER = 20;

const ink = (x0: number, x1: number, y0: number, y1: number): Component => ({ x0, x1, y0, y1, area: 1 });
const figures = (x0: number): Component[] =>
  [0, 1, 2, 3].map((i) => ink(x0 + 20 * i, x0 + 20 * i + 17, 0, 28));

test('a dash has the blanks beside it that its ink shows', () => {
  const box = { x0: 0, y0: 0, x1: 220, y1: 28 };
  const wide = [...figures(0), ink(92, 106, 16, 19), ...figures(120)];
  expect(partedAtDash({ text: '2025-2030', box }, wide, LETTER)).toMatchObject([
    { text: '2025', box: { x0: 0, x1: 77 } },
    { text: '-', box: { x0: 92, x1: 106 } },
    { text: '2030', box: { x0: 120, x1: 220 } },
  ]);
  const close = [...figures(0), ink(80, 94, 16, 19), ...figures(97)];
  expect(partedAtDash({ text: '2025-2030', box }, close, LETTER)).toHaveLength(1);
  const open = [...figures(0), ink(92, 106, 16, 19)];
  expect(partedAtDash({ text: '2025-', box }, open, LETTER).map(({ text }) => text)).toEqual(['2025', '-']);
  expect(partedAtDash({ text: '53/KH-UBND', box }, wide, LETTER)).toHaveLength(1);
});

test.each([
  [14, '-'],
  [22, '–'],
  [44, '—'],
])('a dash of %i pixels in an em of 44 is %s', (length, dash) => {
  const word = { text: '–', box: { x0: 0, y0: 14, x1: 50, y1: 18 }, em: 44 };
  expect(withDashLength(word, [ink(2, 2 + length, 15, 17)]).text).toBe(dash);
});

test('a sign with a bar below it is “at least” or “at most”', () => {
  const box = { x0: 0, y0: 0, x1: 60, y1: 24 };
  const bar = ink(0, 14, 24, 27);
  expect(withBar({ text: '>', box }, [ink(0, 14, 4, 20), bar], LETTER).text).toBe('≥');
  expect(withBar({ text: '<30%', box }, [ink(0, 14, 4, 20), bar], LETTER).text).toBe('≤30%');
  expect(withBar({ text: '>', box }, [ink(0, 14, 4, 20)], LETTER).text).toBe('>');
  expect(withBar({ text: '30%', box }, [bar], LETTER).text).toBe('30%');
});
