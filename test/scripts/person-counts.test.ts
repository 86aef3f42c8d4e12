import { expect, test } from 'vitest';
import { namesIn, usualForms } from '../../scripts/language-model/person-counts.ts';

const SURNAMES = new Set(['nguyễn', 'trần', 'lê']);

test('names in running text, without what people are called before them', () => {
  expect(namesIn('Ông Trần Văn Lâu và bà Nguyễn Thị Thuỷ ở Hà Nội, theo Lê Nin', SURNAMES)).toEqual([
    'trần văn lâu',
    'nguyễn thị thủy',
  ]);
});

test('a run of capitals without a surname, and words that are no syllables, are no names', () => {
  expect(namesIn('Sở Giáo dục và Đào tạo Thành Phố Hồ Chí Minh; Lê Antoine Marie', SURNAMES)).toEqual([]);
});

test('the form that most names have, and pairs that differ from it', () => {
  const names = new Set([
    'trần văn dũng',
    'trần văn tuấn',
    'nguyễn văn dũng',
    'lê đình dũng',
    'lê quang dũng',
    'nguyễn kim dung',
    'trần kim dung',
    'lê kim dung',
    'nguyễn thị dung',
    'lê thị dung',
    'trần thị dung',
  ]);
  const known = { middle: [], given: [], women: [], pairs: [], womenPairs: [] };
  expect(usualForms(names, known)).toEqual({
    middle: ['kim', 'thị', 'văn'],
    given: ['dũng'],
    women: ['dung'],
    pairs: ['kim dung'],
    womenPairs: [],
  });
});
