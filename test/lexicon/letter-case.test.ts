import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lower } from '../../src/lexicon/fold.ts';
import { hasSmall } from '../../src/lexicon/letter-case.ts';

describe('small letters', () => {
  test.each([
    ['Đ', false],
    ['đ', true],
    ['KẾ HOẠCH 2026 – “A”', false],
    ['KẾ HOẠCH của', true],
    ['– “a”', true],
    ['', false],
  ])('%j: %s', (text, has) => {
    expect(hasSmall(text)).toBe(has);
  });

  test('as Unicode has them, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => hasSmall(text) === /\p{Ll}/u.test(text)),
    );
  });

  test('a text in small letters has as many units, and is what Unicode makes of Vietnamese', () => {
    const text = 'Ủy ban nhân dân thành phố HUẾ, Đắk Nông – 15/KH-UBND Ế ặ Ỹ';
    expect(lower(text)).toBe(text.toLowerCase());
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (other) => lower(other).length === other.length));
  });
});
