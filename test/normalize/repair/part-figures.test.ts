import { expect, test } from 'vitest';
import { partFigures } from '../../../src/normalize/repair/part-figures.ts';

test.each([
  ['đạt trên98%; còn dưới2,5%', ['trên ', 'dưới ']],
  ['trồng từ500 ha, 100%học sinh', ['từ ', '% ']],
  ['theo Nghị quyết số 12/NQ-CP, quý II/2024, từ2 đến B52', []],
])('%s', (paragraph, wanted) => {
  const parts = partFigures(paragraph);
  expect(parts.map(({ text }) => text)).toEqual(wanted);
  for (const { start, end, text } of parts) expect(paragraph.slice(start, end)).toBe(text.trimEnd());
});
