import { describe, expect, test } from 'vitest';
import type { Engine, EngineWord } from '../../src/recognize/engine.ts';
import { readPage } from '../../src/recognize/page.ts';
import type { Rect } from '../../src/recognize/pixels.ts';
import { prepare } from '../../src/recognize/prepare.ts';
import { pageFixture } from './fixtures.ts';

const page = await pageFixture('lines.png');
const prepared = await prepare(page);
const { width, height } = prepared.image;

const word = (text: string, confidence: number, box: Rect): EngineWord => ({ text, confidence, box, em: 20 });
const everything = { x0: 0, y0: 0, x1: width, y1: height };

/** An engine that has read the given words, and reads every part of the page as `again`. */
function engine(first: EngineWord[], again: EngineWord[]): Engine & { parts: number } {
  return {
    parts: 0,
    async read(_, { as }) {
      if (as === 'page') return first;
      this.parts++;
      return again;
    },
    stop: () => {},
  };
}

describe('a second look', () => {
  test('is not taken where all was read surely', async () => {
    const sure = engine([word('15.647', 0.95, everything)], []);
    const { words, unread } = await readPage(page, prepared, sure, new Set());
    expect([sure.parts, words.length, unread]).toEqual([0, 1, []]);
  });

  test('puts back the dot of a doubtful figure and keeps the other reading', async () => {
    const doubtful = engine(
      [word('1229', 0.7, everything)],
      [word('1.229', 0.8, { x0: 9, y0: 9, x1: 30, y1: 20 })],
    );
    const { words } = await readPage(page, prepared, doubtful, new Set());
    expect(words).toMatchObject([
      { text: '1.229', confidence: 0.5, alternatives: ['1229'], box: [0, 0, 1, 1] },
    ]);
  });

  test('finds lines that were passed over, and figures in them once more', async () => {
    const blind = engine([], [word('2025', 0.6, { x0: 40, y0: 31, x1: 97, y1: 58 })]);
    const { words, unread } = await readPage(page, prepared, blind, new Set());
    expect(words.length).toBeGreaterThan(4);
    for (const { box } of words) for (const side of box) expect(side).toBeGreaterThanOrEqual(0);
    // The places that gave one word still have the ink of the others.
    expect(unread.length).toBeGreaterThan(4);
    expect(blind.parts).toBeGreaterThan(words.length);
  });

  test('tells of lines that stay unread', async () => {
    const { words, unread } = await readPage(page, prepared, engine([], []), new Set());
    expect(words).toEqual([]);
    // Six lines and the heading's, in parts where blanks are wide.
    expect(unread.length).toBeGreaterThanOrEqual(7);
  });
});
