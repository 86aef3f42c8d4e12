import { expect, test } from 'vitest';
import { numberingFaults } from '../../src/check/numbering.ts';
import { extractPlan } from '../../src/extract/extract.ts';
import { parsePlan } from '../../src/parse/parse.ts';
import { sourceOf } from '../parse/source-of.ts';

/** What is missing or repeated before each wrong heading of a plan's lines. */
function faultsOf(lines: readonly string[]): string[] {
  const source = sourceOf(
    ['KẾ HOẠCH', 'Bảo vệ rừng năm 2024', 'UBND xã ban hành Kế hoạch:', ...lines].join('\n'),
  );
  const tree = parsePlan(source);
  return numberingFaults({ ...extractPlan(source, tree), source, tree }).map(
    ({ section, expected }) => `${expected.join(' ')} before ${section.marker.raw}`,
  );
}

test.each<[string, string[], string[]]>([
  ['parts by capital letters', ['A. MỤC ĐÍCH', 'B. CHỈ TIÊU', 'C. KINH PHÍ', 'D. TỔ CHỨC'], []],
  ['lists below each of them', ['A. MỤC ĐÍCH', 'I. Một', 'II. Hai', 'B. CHỈ TIÊU', 'I. Một', 'II. Hai'], []],
  ['a part left out', ['A. MỤC ĐÍCH', 'B. CHỈ TIÊU', 'D. TỔ CHỨC'], ['C. before D.']],
  ['the first part left out', ['B. CHỈ TIÊU', 'C. KINH PHÍ'], ['A. before B.']],
  ['a part twice', ['A. MỤC ĐÍCH', 'B. CHỈ TIÊU', 'B. TỔ CHỨC'], ['C. before B.']],
])('%s', (_, lines, faults) => {
  expect(faultsOf(lines)).toEqual(faults);
});
