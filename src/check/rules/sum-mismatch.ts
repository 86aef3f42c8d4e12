import type { PlanUnderCheck } from '../../plan/facts.ts';
import { formatNumber } from '../format.ts';
import { sums } from '../indicators.ts';
import { defineRule } from '../rule.ts';
import { contradict, groupBy, NOISE, type StatedTarget, scopeOf, statedTargets } from '../stated-targets.ts';
import { phraseIn } from '../words.ts';

export default defineRule({
  id: 'sum-mismatch',
  severity: 'error',
  summary: {
    vi: 'Chỉ tiêu chung không bằng các chỉ tiêu thành phần cộng lại',
    en: 'A stated whole differs from the sum of its stated parts',
  },
  why: {
    vi: 'BHXH gồm bắt buộc và tự nguyện: cùng địa bàn, cùng thời hạn thì số chung phải bằng tổng hai số.',
    en: 'Social insurance is compulsory and voluntary: for one territory and time the whole is the sum of the two. Only exact counts are added, and only where every part is stated once; round figures may differ by their rounding, unless one part alone is round, which the others tell to the last digit.',
  },
  settle: {
    vi: 'Đối chiếu số chung và từng số thành phần với bản gốc, và với bảng nếu có.',
    en: 'Compare the whole and each of its parts with the original, and with the table where there is one.',
  },
  source: 'Số học; Luật Bảo hiểm xã hội',
  messages: {
    sum: {
      vi: '{label}: ghi {stated}, các phần {parts} cộng lại là {sum} (lệch {difference})',
      en: '{label}: {stated} is stated, its parts {parts} add up to {sum} (off by {difference})',
    },
  },
  check(plan, report) {
    for (const { whole, parts } of statedSums(plan)) {
      const sum = parts.reduce((total, part) => total + part.value, 0);
      const slack = slackOf(plan, whole, parts);
      const difference = Math.abs(whole.value - sum);
      if (difference <= slack + NOISE) continue;
      report({
        message: 'sum',
        values: {
          label: whole.target.label,
          stated: whole.value,
          parts: {
            vi: parts.map(({ value }) => formatNumber(value, 'vi')).join(' + '),
            en: parts.map(({ value }) => formatNumber(value, 'en')).join(' + '),
          },
          sum,
          difference,
        },
        at: [whole, ...parts].map(({ at }) => at),
        expected: sum,
        actual: whole.value,
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'The whole and its two parts',
        plan: {
          targets: [
            { indicator: 'bhxh', value: 5000, due: '2025' },
            { indicator: 'bhxh-bat-buoc', value: 3800, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', value: 1200, due: '2025' },
          ],
        },
      },
      {
        name: 'One part is not stated',
        plan: {
          targets: [
            { indicator: 'bhxh', value: 5000, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', value: 1200, due: '2025' },
          ],
        },
      },
      {
        name: 'A part of another year, and shares, which are not added',
        plan: {
          targets: [
            { indicator: 'bhxh', value: 5000, due: '2025' },
            { indicator: 'bhxh-bat-buoc', value: 3800, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', value: 900, due: '2024' },
            { indicator: 'bhxh', value: 40, measure: 'share', due: '2026' },
            { indicator: 'bhxh-bat-buoc', value: 30, measure: 'share', due: '2026' },
            { indicator: 'bhxh-tu-nguyen', value: 5, measure: 'share', due: '2026' },
          ],
        },
      },
      {
        name: 'The whole is a round figure',
        plan: {
          targets: [
            { indicator: 'bhxh', value: 433000, due: '2025' },
            { indicator: 'bhxh-bat-buoc', value: 314472, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', value: 118892, due: '2025' },
          ],
        },
      },
      {
        name: 'Two parts are round figures',
        plan: {
          targets: [
            { indicator: 'bhxh', value: 18360, due: '2025' },
            { indicator: 'bhxh-bat-buoc', value: 17000, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', value: 1000, due: '2025' },
          ],
        },
      },
      {
        name: 'One part is about so many',
        plan: {
          targets: [
            { indicator: 'bhxh', value: 18360, due: '2025' },
            { indicator: 'bhxh-bat-buoc', value: 17000, due: '2025', quote: 'khoảng 17.000' },
            { indicator: 'bhxh-tu-nguyen', value: 1560, due: '2025' },
          ],
        },
      },
      {
        name: 'A floor for the whole',
        plan: {
          targets: [
            { indicator: 'bhxh', value: 4900, relation: '>=', due: '2025' },
            { indicator: 'bhxh-bat-buoc', value: 3800, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', value: 1200, due: '2025' },
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'The whole is 100 more than its parts',
        plan: {
          targets: [
            { indicator: 'bhxh', label: 'Số người tham gia BHXH', value: 5100, due: '2025' },
            { indicator: 'bhxh-bat-buoc', value: 3800, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', value: 1200, due: '2025' },
          ],
        },
        findings: ['Số người tham gia BHXH: ghi 5.100, các phần 3.800 + 1.200 cộng lại là 5.000 (lệch 100)'],
      },
      {
        name: 'One part alone is a round figure',
        plan: {
          targets: [
            { indicator: 'bhxh', label: 'Số người tham gia BHXH', value: 18360, due: '2025' },
            { indicator: 'bhxh-bat-buoc', value: 17000, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', value: 1560, due: '2025' },
          ],
        },
        findings: [
          'Số người tham gia BHXH: ghi 18.360, các phần 17.000 + 1.560 cộng lại là 18.560 (lệch 200)',
        ],
      },
    ],
  },
});

/**
 * By how much rounding may part a whole from its parts. Where one part alone is round, the others and the whole tell what it
 * is to the last digit, and it is not rounded unless the text says "about".
 */
function slackOf(plan: PlanUnderCheck, whole: StatedTarget, parts: readonly StatedTarget[]): number {
  const [rounded, ...others] = [whole, ...parts].filter(({ half }) => half > 0);
  if (rounded === undefined) return 0;
  if (others.length === 0 && rounded !== whole && !isAbout(plan, rounded)) return 0;
  return [rounded, ...others].reduce((total, { half }) => total + half, 0);
}

/** So near before a figure the words stand that say it is only about so much. */
const NEAR = 16;

function isAbout({ evidence, source }: PlanUnderCheck, { at }: StatedTarget): boolean {
  const { start, end } = evidence[at] ?? { start: 0, end: 0 };
  return phraseIn('about', source.text.slice(Math.max(0, start - NEAR), end)) !== null;
}

/** Wholes with all their parts stated as exact counts for the same scope, each with one value. */
function statedSums(plan: PlanUnderCheck): { whole: StatedTarget; parts: StatedTarget[] }[] {
  const exact = statedTargets(plan).filter(
    ({ target }) => target.measure === 'count' && target.relation === '=' && target.indicator !== null,
  );
  return groupBy(exact, (target) => `${scopeOf(target)} ${target.target.unit ?? ''}`).flatMap((group) => {
    const the = (indicator: string): StatedTarget[] => {
      const found = group.filter(({ target }) => target.indicator === indicator);
      const [first, ...others] = found.sort((one, other) => rank(one) - rank(other));
      return first === undefined || others.some((other) => contradict(first, other)) ? [] : [first];
    };
    return sums().flatMap((family) => {
      const [whole] = the(family.whole);
      const parts = family.parts.flatMap(the);
      return whole !== undefined && parts.length === family.parts.length ? [{ whole, parts }] : [];
    });
  });
}

/** A value in the text comes before the same value in a table. */
function rank({ medium, index }: StatedTarget): number {
  return (medium === 'text' ? 0 : 1e9) + index;
}
