import { expect, test } from 'vitest';
import { repairsPage } from '../../src/report/repairs-page.ts';
import { styleFor } from '../../src/report/style.ts';

const text = 'Số: 7/KH-UBND\nBảo hiểm y tế';

test('names the line, the words as read and what they became, and marks what is doubtful', () => {
  const page = repairsPage(
    text,
    [
      { start: 0, end: 3, original: 'S6:', confidence: 0.97 },
      { start: 23, end: 27, original: 'y té', confidence: 0.4 },
    ],
    styleFor('vi'),
  );
  expect(page.split('\n')).toEqual([
    '  dòng 1: S6: → Số:  97 %',
    '? dòng 2: y té → y tế  40 %',
    '',
    '2 chỗ đã sửa, 1 chỗ chưa chắc (?).',
    '',
  ]);
});

test('says so where nothing was repaired', () => {
  expect(repairsPage(text, [], styleFor('en'))).toBe('No word had to be repaired.\n');
});
