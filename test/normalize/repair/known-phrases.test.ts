import { describe, expect, it } from 'vitest';
import { KnownPhrases } from '../../../src/normalize/repair/known-phrases.ts';
import { wordId } from '../../../src/normalize/repair/language-model.ts';
import { loadRepairModel } from '../../../src/normalize/repair/model.ts';

const { language } = loadRepairModel();
const phrases = KnownPhrases.of(language);
const word = (text: string) => wordId(language, text);

/** What a word gains in place of the blank of a text. */
function gain(text: string, candidate: string, doubtful: boolean): number {
  const words = text.split(' ');
  const ids = words.map((each) => (each === '_' ? -1 : word(each)));
  return phrases.gains(ids, words.indexOf('_'), doubtful)?.get(word(candidate)) ?? 0;
}

describe('KnownPhrases', () => {
  it.each([
    ['tổ chức dịch vụ _ trong', 'thu', 'thư'],
    ['hội đồng nhân _ tỉnh', 'dân', 'dần'],
    ['sở lao _ thương binh', 'động', 'đồng'],
  ])('in “%s” %s gains, %s does not', (text, known, other) => {
    expect(gain(text, known, true)).toBeGreaterThan(0);
    expect(gain(text, other, true)).toBe(0);
  });

  it('overrules a sure word by long runs only', () => {
    expect(gain('tổ chức dịch vụ _', 'thu', false)).toBeGreaterThan(0);
    expect(gain('qua dịch vụ _', 'thu', true)).toBeGreaterThan(0);
    expect(gain('qua dịch vụ _', 'thu', false)).toBe(0);
  });

  it('knows nothing of words that stand beside no word', () => {
    expect(phrases.gains([-1, -1, -1], 1, true)).toBeNull();
  });
});
