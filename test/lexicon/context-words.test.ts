import { describe, expect, test } from 'vitest';
import { anyOf } from '../../src/lexicon/context-words.ts';
import { targetLexicon } from '../../src/lexicon/targets.ts';

describe('words that are meant only beside others', () => {
  const pattern = new RegExp(
    anyOf([
      'học sinh',
      { word: 'ca', before: ['bệnh', 'mắc'] },
      { word: 'trường', notBefore: ['hợp'] },
      { word: 'biết', notBehind: ['hiểu'] },
    ]),
    'iu',
  );

  test.each<[string, boolean]>([
    ['Học sinh tiểu học', true],
    ['học sinhh', false],
    ['ca bệnh', true],
    ['ca trực', false],
    ['trường', true],
    ['trường hợp', false],
    ['biết bơi', true],
    ['hiểu biết', false],
  ])('%s', (words, found) => {
    expect(pattern.test(words)).toBe(found);
  });
});

describe('people in the lexicon', () => {
  test.each<[string, boolean, boolean]>([
    ['cán bộ kỹ thuật', true, true],
    ['cán bộ', true, false],
    ['NKT', true, true],
    ['hộ kinh doanh', true, false],
    ['mô hình', false, false],
  ])('%s', (words, people, kind) => {
    expect(targetLexicon().isPeople(words)).toBe(people);
    expect(targetLexicon().isKindOfPeople(words)).toBe(kind);
  });

  test('where a deed begins', () => {
    expect(targetLexicon().deedIn('học sinh biết bơi')).toBe('học sinh '.length);
    expect(targetLexicon().deedIn('học sinh có thai')).toBe(-1);
    expect(targetLexicon().toldOfThingsIn('hồ sơ giải quyết trước hạn')).toBe('hồ sơ '.length);
  });
});
