import { formatDate } from '../format.ts';
import { grows, isSingle } from '../indicators.ts';
import { defineRule } from '../rule.ts';
import { boundOf, groupBy, NOISE, plainWords, scopeOf, statedTargets } from '../stated-targets.ts';

export default defineRule({
  id: 'target-decreasing',
  severity: 'warning',
  summary: {
    vi: 'Chỉ tiêu của năm sau thấp hơn năm trước trong kế hoạch phát triển',
    en: 'A later year’s target is below an earlier one’s although the indicator is to grow',
  },
  why: {
    vi: 'Kế hoạch phát triển đặt chỉ tiêu tăng dần; giảm thường là do ghi nhầm cột, nhầm năm hoặc đọc nhầm số.',
    en: 'A plan of growth sets rising targets: a fall is mostly a slip of column, year or digit. Only indicators known to be meant to grow are looked at, and neither ceilings nor changes nor shares of a plan.',
  },
  settle: {
    vi: 'Xem cột và năm trong bản gốc; giảm có chủ ý (điều chỉnh địa giới, hết chính sách hỗ trợ) thì chấp nhận và ghi lý do.',
    en: 'Look at column and year in the original; if the fall is meant (a territory was changed, a subsidy ended), accept the finding with the reason.',
  },
  source: 'Logic của kế hoạch phát triển',
  messages: {
    falls: {
      vi: '{label}: {later} ghi {value}, thấp hơn {before} của {earlier}',
      en: '{label}: {value} for {later} is below the {before} for {earlier}',
    },
  },
  check(plan, report) {
    const growing = statedTargets(plan).filter(({ target, days }) => {
      const { indicator, change, of, measure } = target;
      if (indicator === null || change !== null || days === null || of === 'plan' || of === 'receivable')
        return false;
      return boundOf(target) >= 0 && (measure === 'count' || measure === 'share') && grows(indicator);
    });
    const groups = groupBy(growing, (one) => {
      const { indicator, label, measure, of, unit } = one.target;
      const words = isSingle(indicator) ? null : plainWords(label);
      const anyDue = { ...one, target: { ...one.target, due: null } };
      return JSON.stringify([indicator, words, measure, of, unit, one.medium, scopeOf(anyDue)]);
    });
    for (const group of groups) {
      const byTime = group.toSorted((one, other) =>
        (one.days?.last ?? '') < (other.days?.last ?? '') ? -1 : 1,
      );
      for (const [place, later] of byTime.entries()) {
        const before = byTime
          .slice(0, place)
          .findLast(({ days }) => (days?.last ?? '') < (later.days?.first ?? ''));
        if (before === undefined || later.value >= before.value - NOISE) continue;
        report({
          message: 'falls',
          values: {
            label: later.target.label,
            later: formatDate(later.target.due ?? ''),
            value: later.value,
            before: before.value,
            earlier: formatDate(before.target.due ?? ''),
          },
          at: [later.at, before.at],
          actual: later.value,
        });
      }
    }
  },
  examples: {
    valid: [
      {
        name: 'Coverage rises from year to year',
        plan: {
          targets: [
            { indicator: 'bhyt', value: 91, measure: 'share', of: 'population', due: '2021' },
            { indicator: 'bhyt', value: 95, measure: 'share', of: 'population', due: '2025', relation: '>' },
          ],
        },
      },
      {
        name: 'Late payments are meant to fall',
        plan: {
          targets: [
            { indicator: 'cham-dong', value: 1.9, measure: 'share', relation: '<=', due: '2023-33' },
            { indicator: 'cham-dong', value: 1.7, measure: 'share', due: '2023-34' },
          ],
        },
      },
      {
        name: 'New members, an unknown indicator, and another group may be fewer',
        plan: {
          targets: [
            { indicator: 'bhxh', value: 500, change: 'increase', due: '2024' },
            { indicator: 'bhxh', value: 400, change: 'increase', due: '2025' },
            { label: 'Số hộ nghèo', value: 500, due: '2024' },
            { label: 'Số hộ nghèo', value: 400, due: '2025' },
            { indicator: 'bhyt', value: 500, due: '2024' },
            { indicator: 'bhyt', group: 'học sinh', value: 100, due: '2025' },
          ],
        },
      },
      {
        name: 'The year’s figure and one within that year are not of different years',
        plan: {
          targets: [
            { indicator: 'bhyt', value: 500, due: '2025' },
            { indicator: 'bhyt', value: 450, due: '2025-12-31' },
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'The figure for 2025 is below that for 2024',
        plan: {
          targets: [
            { indicator: 'bhxh-tu-nguyen', label: 'BHXH tự nguyện', value: 4100, due: '2024' },
            { indicator: 'bhxh-tu-nguyen', label: 'BHXH tự nguyện', value: 1450, due: '2025' },
          ],
        },
        findings: ['BHXH tự nguyện: 2025 ghi 1.450, thấp hơn 4.100 của 2024'],
      },
    ],
  },
});
