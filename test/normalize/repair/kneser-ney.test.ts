import { describe, expect, it } from 'vitest';
import { estimate } from '../../../scripts/language-model/kneser-ney.ts';
import { modelBytes, serialize } from '../../../scripts/language-model/write-model.ts';
import { findBigram, openLanguageModel, trigramCost } from '../../../src/normalize/repair/language-model.ts';
import { CLASSES, END, START } from '../../../src/normalize/repair/tokens.ts';

const WORDS = ['ba', 'bà', 'bé', 'cá', 'cà', 'đi'];
const VOCABULARY = CLASSES.length + WORDS.length;

/** A text of the words by a fixed rule that favours some sequences. */
function stream(): Uint16Array {
  const ids: number[] = [];
  let state = 1;
  for (let i = 0; i < 400; i++) {
    ids.push(START);
    for (let j = 0; j < 3 + (i % 5); j++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      ids.push(CLASSES.length + ((state >> 16) % (j % 2 === 0 ? 3 : WORDS.length)));
    }
    ids.push(END);
  }
  return Uint16Array.from(ids);
}

function model(limit: number) {
  const estimated = estimate(stream(), VOCABULARY, limit, (b, t) => modelBytes(VOCABULARY, b, t));
  const none = Array.from({ length: VOCABULARY }, () => 0);
  return openLanguageModel(serialize(estimated, [...CLASSES, ...WORDS], { lower: none, title: none }));
}

describe.each([
  ['whole', 1e9],
  ['pruned', 2200],
])('a %s model', (_, limit) => {
  const lm = model(limit);
  const id = (word: string) => lm.idOf.get(word) ?? -1;

  it('gives every context probabilities that sum to about one', () => {
    for (const [first, second] of [
      ['ba', 'cá'],
      ['bé', 'đi'],
      ['đi', 'đi'],
    ] as const) {
      const context = findBigram(lm, id(first), id(second));
      let sum = 0;
      for (let w = 0; w < VOCABULARY; w++) sum += 2 ** (-trigramCost(lm, context, id(second), w) / 64);
      expect(sum).toBeGreaterThan(0.95);
      expect(sum).toBeLessThan(1.05);
    }
  });

  it('finds the readings of a stripped word side by side', () => {
    expect(lm.readings.get('ba')).toBe(id('ba') * 256 + 2);
    expect(id('bà')).toBe(id('ba') + 1);
  });
});

describe('a file that is no model', () => {
  it('is refused', () => {
    expect(() => openLanguageModel(new Uint8Array(400))).toThrow(RangeError);
  });
});
