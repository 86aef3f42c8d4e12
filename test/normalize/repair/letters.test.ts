import { describe, expect, it } from 'vitest';
import { canonicalTone, inCase, letterCase } from '../../../src/normalize/repair/letters.ts';

describe('canonicalTone', () => {
  it.each([
    ['hoà', 'hòa'],
    ['hòa', 'hòa'],
    ['thuỷ', 'thủy'],
    ['uỷ', 'ủy'],
    ['khoẻ', 'khỏe'],
    ['quý', 'quý'],
    ['qúy', 'quý'],
    ['hoàn', 'hoàn'],
    ['giá', 'giá'],
    ['gìn', 'gìn'],
    ['giếng', 'giếng'],
    ['ngừơi', 'người'],
    ['toàn', 'toàn'],
    ['ngoài', 'ngoài'],
    ['khuya', 'khuya'],
    ['bhxh', 'bhxh'],
    ['ẩnh́', 'ẩnh́'],
  ])('%s is %s', (given, wanted) => {
    expect(canonicalTone(given)).toBe(wanted);
  });
});

describe('letterCase', () => {
  it.each([
    ['BHXH', 'upper'],
    ['Hà', 'title'],
    ['hà', 'lower'],
    ['Y', 'title'],
    ['VssID', 'title'],
    ['S6', 'title'],
  ] as const)('%s is in %s case', (token, form) => {
    expect(letterCase(token)).toBe(form);
  });

  it('gives a word the case asked for', () => {
    const forms = ['lower', 'title', 'upper'] as const;
    expect(forms.map((form) => inCase('đảng', form))).toEqual(['đảng', 'Đảng', 'ĐẢNG']);
  });
});
