import { expect, test } from 'vitest';
import { ending, wording } from '../../src/lexicon/patterns.ts';

const END = /(?:^|\s)(?:đạt|tăng(?: thêm)?)\s*(\d*)$|[,:]\s*$/iu;
const WORD = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:tăng|giảm)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
const TEXTS = [
  '',
  'đạt',
  'phấn đấu đạt 12',
  'tăng thêm ',
  'tăng cường',
  'gồm: ',
  'Tăng, giảm',
  'xtăng rồi giảm',
  'tăng12',
];

test.each(TEXTS)('an ending is found from the end as from the beginning: %j', (text) => {
  expect(ending(END).test(text)).toBe(END.test(text));
  expect(ending(END).exec(text)).toEqual(END.exec(text));
});

test.each(TEXTS)('a wording is found at the beginnings of words only: %j', (text) => {
  expect(wording(WORD).test(text)).toBe(WORD.test(text));
  expect(wording(WORD).exec(text)).toEqual(WORD.exec(text));
  expect(wording(WORD).all(text)).toEqual([...text.matchAll(new RegExp(WORD, 'giu'))]);
});

test('a wording that does not begin at a word is a mistake', () => {
  expect(() => wording(/tăng/u)).toThrow(TypeError);
});
