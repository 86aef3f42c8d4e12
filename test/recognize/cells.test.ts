import { expect, test } from 'vitest';
import { settleCells } from '../../src/recognize/cells.ts';
import type { EngineWord } from '../../src/recognize/engine.ts';
import type { Rect } from '../../src/recognize/pixels.ts';

/** A table of one row and two cells, 100 pixels wide and 30 high each. */
const RULES = {
  horizontal: [0, 30].map((y) => ({ x0: 0, y0: y, x1: 202, y1: y + 2 })),
  vertical: [0, 100, 200].map((x) => ({ x0: x, y0: 0, x1: x + 2, y1: 32 })),
};

function word(text: string, x0: number, confidence: number): EngineWord {
  return { text, confidence, box: { x0, y0: 10, x1: x0 + 20, y1: 20 }, em: 10 };
}

async function settled(words: readonly EngineWord[], second: readonly EngineWord[] = []) {
  const read: Rect[] = [];
  const found = await settleCells(words, RULES, 10, async (cell) => {
    read.push(cell);
    return [...second];
  });
  return { texts: found.map(({ text }) => text), read };
}

test('a doubtful cell is read by itself, and keeps what is surer', async () => {
  const words = [word('xn', 10, 0.4), word('BHYT', 120, 0.95)];
  expect(await settled(words, [word('BHXH', 10, 0.9)])).toEqual({
    texts: ['BHXH', 'BHYT'],
    read: [{ x0: 2, y0: 2, x1: 100, y1: 30 }],
  });
  expect((await settled(words, [word('BH', 10, 0.3)])).texts).toEqual(['xn', 'BHYT']);
  expect((await settled(words, [])).texts).toEqual(['xn', 'BHYT']);
});

test('figures that two readings of a cell differ in are reported', async () => {
  const read = async (first: EngineWord[], second: EngineWord[]) =>
    settleCells(first, RULES, 10, async () => second);
  const second = [word('BHXH', 10, 0.9), word('857', 40, 0.96)];
  expect(await read([word('BHXH', 10, 0.9), word('8957', 40, 0.4)], second)).toMatchObject([
    { text: 'BHXH', confidence: 0.9 },
    { text: '857', confidence: 0.5, alternatives: ['8957'] },
  ]);
  expect(await read([word('857', 40, 0.4)], second)).toMatchObject([
    { text: 'BHXH' },
    { text: '857', confidence: 0.96 },
  ]);
  expect(await read([word('~', 40, 0.4)], second)).toMatchObject([
    { text: 'BHXH' },
    { text: '857', confidence: 0.96 },
  ]);
});

test('letters that a rule was taken for are not missed where the cell by itself is a figure with all digits', async () => {
  const read = [word('ly', 10, 0.4), word('259', 40, 0.7)];
  expect((await settled(read, [word('3.259', 10, 0.95)])).texts).toEqual(['3.259']);
  expect((await settled(read, [word('25', 10, 0.95)])).texts).toEqual(['ly', '259']);
});

test('strokes of rules are no letters', async () => {
  expect((await settled([word('|483', 10, 0.9), word('1.229]', 120, 0.9)])).texts).toEqual(['483', '1.229']);
});

test('words outside tables stay as they are', async () => {
  const outside = { ...word('|x', 10, 0.1), box: { x0: 10, y0: 50, x1: 30, y1: 60 } };
  expect(await settled([outside])).toEqual({ texts: ['|x'], read: [] });
});
