import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalTone, canonicalVariants, spelling } from '../../src/lexicon/spelling.ts';

test.each(spelling().examples)('%s is written %s', (text, canonical) => {
  expect(canonicalTone(text)).toBe(canonical);
});

test.each(spelling().unchanged)('%s stays', (text) => {
  expect(canonicalTone(text)).toBe(text);
});

test('every pair of the table changes nothing but the tone', () => {
  const { open, closed, afterQ } = spelling();
  const letters = (text: string) => text.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '');
  for (const table of [open, closed, afterQ]) {
    for (const [from, to] of Object.entries(table)) expect(letters(from)).toBe(letters(to));
  }
});

test('length never changes and a second pass changes nothing', () => {
  const syllable = fc.constantFrom(
    'hoà',
    'hòa',
    'HOÀ',
    'tòan',
    'thuỷ',
    'qúy',
    'Quý',
    'xoè',
    'nguyễn',
    'Huỳnh',
    'ngưởi',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(syllable, fc.string({ maxLength: 4 })), { maxLength: 12 }), (parts) => {
      const text = parts.join(' ');
      const canonical = canonicalTone(text);
      expect(canonical.length).toBe(text.length);
      expect(canonicalTone(canonical)).toBe(canonical);
    }),
  );
});

test.each([
  ['hàng năm, hàng quý', 'hằng năm, hằng quý'],
  ['bác sỹ, kỹ sư', 'bác sĩ, kỹ sư'],
  ['tỉ lệ', 'tỷ lệ'],
  ['hàng hóa', 'hàng hóa'],
  ['tỉ mỉ', 'tỉ mỉ'],
  ['sỹt', 'sỹt'],
])('of several spellings, %s is counted as %s', (text, canonical) => {
  expect(canonicalVariants(text)).toBe(canonical);
});
