import { expect, it } from 'vitest';
import { searchTerms } from '../../src/store/search.ts';
import { snippetOf } from '../../src/store/snippet.ts';

const TEXT = [
  'Bảo hiểm xã hội tỉnh phát triển người tham gia, chi trả chế độ bảo hiểm và các việc y tế',
  'Tỷ lệ bao phủ bảo hiểm y tế đạt 95%',
  'Chi y tế của quỹ bảo hiểm',
  'bao hiem y te hoc sinh',
].join('\n');

it.each([
  ['bảo hiểm y tế', 'Tỷ lệ bao phủ bảo hiểm y tế đạt 95%', 'bảo hiểm y tế'],
  ['"bảo hiểm y tế"', 'Tỷ lệ bao phủ bảo hiểm y tế đạt 95%', 'bảo hiểm y tế'],
  ['bao hiem y te', 'bao hiem y te hoc sinh', 'bao hiem y te'],
  ['"y te" hiem', 'Tỷ lệ bao phủ bảo hiểm y tế đạt 95%', 'hiểm y tế'],
  ['quỹ chi', 'Chi y tế của quỹ bảo hiểm', 'Chi y tế của quỹ'],
  [
    'phát trien*',
    'Bảo hiểm xã hội tỉnh phát triển người tham gia, chi trả chế độ bảo hiểm và các việc y tế',
    'phát triển',
  ],
])('shows for %s the line where it stands closest together', (words, line, together) => {
  const terms = searchTerms(words);
  const { text, start, end, marks } = snippetOf(TEXT, terms, words);
  expect(text).toBe(line);
  expect(TEXT.slice(start, end)).toBe(text);
  const closest = marks.slice(0, terms.length);
  expect(text.slice(closest[0]?.start, closest.at(-1)?.end)).toBe(together);
});
