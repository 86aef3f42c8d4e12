import { expect, test } from 'vitest';
import { normalizeDocument } from '../../src/normalize/normalize.ts';
import { readText } from '../../src/read/text.ts';

/** Invented, in the way a reader without Vietnamese garbles. */
const GARBLED = [
  'Thuc hién cac giai phap phat trién ngudi tham gia bao hiém y té trén dia ban tinh, nhat 14 cac nhom nguoi',
  'lao dong tu do; tang cudng cong tac tuyén truyén, phd bién chinh sach bao hiém xa hoi dén moi tang 16p nhan dan.',
  'Phan dau dén nam 2025 cé it nhat 12 dot tuyén truyén va 95 nguoi dugc tap huan nghiép vu trong thang 11 nam 2025.',
].join('\n');

test('digits that may be letters are left as they stand and marked', () => {
  const source = normalizeDocument(readText('a.txt', new TextEncoder().encode(GARBLED)));
  const marked = source.repairs
    .filter(({ start, end, original }) => source.text.slice(start, end) === original)
    .map(({ original, confidence }) => [original, confidence]);
  expect(source.diacritics).toBe('restored');
  expect(source.text).toMatch(/ 14 các nhóm/);
  expect(marked).toEqual([['14', 0.5]]);
});
