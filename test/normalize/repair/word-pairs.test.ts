import { expect, test } from 'vitest';
import { loadRepairModel } from '../../../src/normalize/repair/model.ts';
import { strippedText } from '../../../src/normalize/repair/stripped.ts';
import { WordPairs } from '../../../src/normalize/repair/word-pairs.ts';

const model = loadRepairModel().language;

/** The words that pairs tell of in a text, by how many bits each is likelier. */
function told(text: string, words: readonly string[]): number[] {
  const gains = WordPairs.of(model).find(strippedText(text, model), null);
  return words.map((word, i) => (gains?.of(i, model.idOf.get(word) ?? 0) ?? 0) / 64);
}

test('two words that nearly always are meant where their letters stand', () => {
  expect(told('kich hoat va huong dan', ['kích', 'hoạt', 'và', 'hướng', 'dẫn'])).toEqual([
    1.5, 1.5, 0, 1.5, 1.5,
  ]);
});

test('words that others decide on are none', () => {
  expect(told('bo phuong tien', ['bộ', 'phường'])).toEqual([0, 0]);
});
