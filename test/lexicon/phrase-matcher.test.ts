import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/lexicon/fold.ts';
import { PhraseMatcher } from '../../src/lexicon/phrase-matcher.ts';

const matcher = new PhraseMatcher([
  { phrase: 'Sở Nội vụ', entry: 'noi-vu' },
  { phrase: 'Sở Lao động - Thương binh và Xã hội', entry: 'lao-dong' },
  { phrase: 'Bảo hiểm xã hội', entry: 'bhxh' },
  { phrase: 'Bảo hiểm xã hội bắt buộc', entry: 'bat-buoc' },
  { phrase: 'Ủy ban nhân dân', entry: 'ubnd' },
  { phrase: 'Báo', entry: 'bao' },
  { phrase: 'GD&ĐT', entry: 'gddt' },
  { phrase: 'hộ nghèo', entry: 'ho-ngheo' },
  { phrase: 'Hồ Nghéo', entry: 'ho-nghèo-khac' },
]);

function found(text: string): string[] {
  return matcher
    .find(text)
    .map((hit) => `${hit.entry}:${text.slice(hit.start, hit.end)}${hit.exact ? '' : '?'}`);
}

describe('finds', () => {
  test.each([
    ['giao Sở Nội vụ và SỞ NỘI VỤ', ['noi-vu:Sở Nội vụ', 'noi-vu:SỞ NỘI VỤ']],
    ['Sở  Nội vụ', ['noi-vu:Sở  Nội vụ']],
    ['Sở Lao động-Thương binh và Xã hội', ['lao-dong:Sở Lao động-Thương binh và Xã hội']],
    ['Sở Lao động, Thương binh và Xã hội', ['lao-dong:Sở Lao động, Thương binh và Xã hội']],
    ['Sở Lao động – Thương binh và Xã hội', ['lao-dong:Sở Lao động – Thương binh và Xã hội']],
    ['bảo hiểm xã hội bắt buộc', ['bat-buoc:bảo hiểm xã hội bắt buộc']],
    ['bảo hiểm xã hội bắt đầu', ['bhxh:bảo hiểm xã hội']],
    ['Uỷ ban nhân dân', ['ubnd:Uỷ ban nhân dân']],
    ['So Noi vu', ['noi-vu:So Noi vu?']],
    ['GD-ĐT, GD & ĐT, GD ĐT', ['gddt:GD-ĐT', 'gddt:GD & ĐT', 'gddt:GD ĐT']],
    ['Hồ Nghéo, hộ nghèo', ['ho-nghèo-khac:Hồ Nghéo', 'ho-ngheo:hộ nghèo']],
    ['ho ngheo', ['ho-ngheo:ho ngheo?']],
    ["Sở' Nội vụ", ["noi-vu:Sở' Nội vụ"]],
    ['bảo hiểm xã hội (BHXH) bắt buộc', ['bat-buoc:bảo hiểm xã hội (BHXH) bắt buộc']],
    ['Bao Dong Khoi', ['bao:Bao?']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('does not find', () => {
  test.each([
    'Sờ Nội vụ',
    'Sở Nội vụng',
    'xSở Nội vụ',
    'Sở\nNội vụ',
    'Sở\tNội vụ',
    'Sở, Nội vụ',
    'tỷ lệ bao phủ bảo hiểm',
    'hố nghèo',
    'Lao động -- - Thương binh',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('hits are in order, disjoint and at word boundaries', () => {
  const word = fc.constantFrom(
    'Sở',
    'Nội',
    'vụ',
    'Bảo',
    'hiểm',
    'xã',
    'hội',
    'bắt',
    'buộc',
    'so',
    'noi',
    ' - ',
    ',',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom(' ', '  '), (words, blank) => {
      const text = words.join(blank);
      let last = 0;
      for (const hit of matcher.find(text, fold(text))) {
        expect(hit.start).toBeGreaterThanOrEqual(last);
        expect(hit.end).toBeGreaterThan(hit.start);
        expect(text.charAt(hit.start - 1)).not.toMatch(/\p{L}/u);
        expect(text.charAt(hit.end)).not.toMatch(/\p{L}/u);
        last = hit.end;
      }
    }),
  );
});
