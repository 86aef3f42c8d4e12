import { expect, test } from 'vitest';
import { sketch } from '../../src/store/sketches.ts';

const WORDS = Array.from({ length: 400 }, (_, at) => `từ${(at * at) % 397}`);

function bandsIn(one: string, other: string): number {
  const second = sketch(other);
  return sketch(one).filter((hash, band) => hash === second[band]).length;
}

test('texts that are the same but for a few words agree in a band, others do not', () => {
  const text = WORDS.join(' ');
  const nearly = WORDS.map((word, at) => (at % 80 === 7 ? 'khác' : word)).join(' ');
  const other = WORDS.map((word) => `${word}x`).join(' ');
  expect(bandsIn(text, nearly)).toBeGreaterThan(0);
  expect(bandsIn(text, other)).toBe(0);
});

test('case, diacritics and blanks do not matter', () => {
  expect(sketch('Kế  hoạch\nTRỒNG cây xanh năm')).toEqual(sketch('ke hoach trong cay xanh nam'));
});
