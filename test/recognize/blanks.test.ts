import { expect, test } from 'vitest';
import { partedAtBlanks } from '../../src/recognize/blanks.ts';
import type { Component } from '../../src/recognize/components.ts';

const box = { x0: 0, y0: 10, x1: 400, y1: 46 };

/** The ink of letters on a line, by the widths of letters and of the gaps behind them, in turn. */
function inked(...widths: number[]): Component[] {
  let x = 0;
  return widths.flatMap((width, i) => {
    x += width;
    return i % 2 === 0 ? [{ x0: x - width, x1: x, y0: 12, y1: 40, area: 1 }] : [];
  });
}

function parts(text: string, ...widths: number[]): string {
  return partedAtBlanks({ text, box }, inked(...widths), 20)
    .map((word) => word.text)
    .join(' ');
}

test('short forms are parted at the blanks of their ink', () => {
  expect(parts('PCTUBND', 20, 2, 20, 2, 20, 9, 20, 2, 20, 3, 20, 2, 20)).toBe('PCT UBND');
  expect(parts('CT,PCT', 20, 2, 20, 1, 5, 10, 20, 2, 20, 2, 20)).toBe('CT, PCT');
  // The comma begins below the letter.
  expect(parts('CT,PCT', 20, 2, 22, 10, 20, 2, 20, 2, 20)).toBe('CT, PCT');
  // The same, before the initials of who wrote it.
  expect(parts('VT,KDh.v', 18, 1, 19, 9, 18, 2, 17, 8, 12, 2, 4, 2, 13)).toBe('VT, KD h.v');
  // The first two touch.
  expect(parts('TTTU,', 41, 8, 20, 2, 20, 2, 5)).toBe('TT TU,');
});

test('the parts have boxes of their own', () => {
  const [first, second] = partedAtBlanks(
    { text: 'TUHĐND', box },
    inked(20, 2, 20, 9, 20, 2, 20, 2, 20, 2, 20),
    20,
  );
  expect(first?.box).toEqual({ ...box, x0: 0, x1: 42 });
  expect(second?.box).toEqual({ ...box, x0: 51, x1: 400 });
});

test.each([
  ['no blank is wide enough', 'UBND', [20, 4, 20, 4, 20, 4, 20]],
  ['capitals are spaced out', 'BIÊN', [20, 9, 20, 8, 20, 9, 20]],
  ['letters can’t be told', 'UBND', [20, 9, 20]],
  ['it is a word', 'Tỉnh', [20, 9, 20, 2, 20, 2, 20]],
])('a word stays whole where %s', (_, text, widths) => {
  expect(parts(text, ...widths)).toBe(text);
});
