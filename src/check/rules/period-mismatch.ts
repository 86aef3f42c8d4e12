import { type DayRange, dayRange } from '../../plan/edtf.ts';
import type { Target } from '../../plan/record.ts';
import { formatDate } from '../format.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'period-mismatch',
  severity: 'warning',
  summary: {
    vi: 'Thời kỳ ở trích yếu, thời hạn của chỉ tiêu và ngày ban hành không khớp nhau',
    en: 'The title’s period, the targets’ times and the date of issue do not fit together',
  },
  why: {
    vi: 'Kế hoạch năm 2024 ban hành năm 2025, hay chỉ tiêu năm trước trong kế hoạch năm nay, thường là do chép từ kế hoạch cũ hoặc đọc nhầm năm.',
    en: 'A plan for 2024 issued in 2025, or last year’s targets in this year’s plan, were mostly copied from an old plan, or the year was misread. Targets beyond the period are an outlook and left alone, unless all of them lie beyond it.',
  },
  settle: {
    vi: 'So năm ở trích yếu, ngày ban hành và thời hạn chỉ tiêu trong bản gốc. Kế hoạch ban hành muộn thật thì chấp nhận.',
    en: 'Compare the years of title, date and targets in the original. If the plan was really issued late, accept the finding.',
  },
  source: 'Logic thời gian của văn bản',
  messages: {
    late: {
      vi: 'Kế hoạch cho {period} nhưng ban hành ngày {issued}, sau khi thời kỳ đã hết',
      en: 'The plan is for {period} but was issued on {issued}, when that was over',
    },
    before: {
      vi: 'Chỉ tiêu của {due} nằm trước thời kỳ của kế hoạch ({period}): {label}',
      en: 'A target for {due} lies before the plan’s period ({period}): {label}',
    },
    beyond: {
      vi: 'Mọi chỉ tiêu đều nằm sau thời kỳ của kế hoạch ({period}); chỉ tiêu đầu là của {due}',
      en: 'All targets lie after the plan’s period ({period}); the first is for {due}',
    },
  },
  check({ facts }, report) {
    const { period, issuedOn } = facts;
    const days = period === null ? null : dayRange(period);
    if (period === null || days === null) return;
    const issued = issuedOn === null ? null : dayRange(issuedOn);
    if (issuedOn !== null && issued !== null && issued.first > days.last) {
      report({
        message: 'late',
        values: { period: formatDate(period), issued: formatDate(issuedOn) },
        at: ['/period', '/issuedOn'],
        expected: period,
        actual: issuedOn,
      });
    }
    const dated = facts.targets.flatMap((target, index) => {
      const due = target.due === null ? null : dayRange(target.due);
      return due === null ? [] : [{ index, target, due }];
    });
    // "Đến năm 2035" has milestones before 2035: only what was over before the year of issue can't be meant.
    const start = issued === null ? '' : `${issued.first.slice(0, 4)}-01-01`;
    const early = dated.filter(({ due }) => due.last < days.first && due.last < start);
    for (const group of byDue(early)) {
      const [first] = group;
      if (first === undefined) continue;
      report({
        message: 'before',
        values: {
          due: formatDate(first.target.due ?? ''),
          period: formatDate(period),
          label: first.target.label,
        },
        at: [...group.map(({ index }) => `/targets/${index}/due`), '/period'],
        expected: period,
        actual: first.target.due,
      });
    }
    const [first] = dated;
    if (first === undefined || dated.some(({ due }) => due.first <= days.last)) return;
    report({
      message: 'beyond',
      values: { period: formatDate(period), due: formatDate(first.target.due ?? '') },
      at: ['/period', ...dated.map(({ index }) => `/targets/${index}/due`)],
      expected: period,
      actual: first.target.due,
    });
  },
  examples: {
    valid: [
      {
        name: 'Issued in the period, targets within it',
        plan: { period: '2025', issuedOn: '2025-08-27', targets: [{ value: 10, due: '2025-11-30' }] },
      },
      {
        name: 'Issued before the period',
        plan: { period: '2026/2030', issuedOn: '2025-11-18', targets: [{ value: 10, due: '2030' }] },
      },
      {
        name: 'An outlook beyond the period',
        plan: {
          period: '2025',
          targets: [
            { value: 10, due: '2025' },
            { value: 30, due: '2030' },
          ],
        },
      },
      {
        name: 'A school year that begins before the period',
        plan: { period: '2026', targets: [{ value: 100, due: '2025/2026' }] },
      },
      {
        name: 'Milestones on the way to the year of the title, and a base year without a date of issue',
        plan: {
          period: '2035',
          issuedOn: '2025-11-19',
          targets: [
            { value: 40, due: '2030' },
            { value: 60, due: '2035' },
          ],
        },
      },
      {
        name: 'Each year of a period of years',
        plan: {
          period: '2021/2025',
          targets: [
            { value: 10, due: '2021' },
            { value: 12, due: '2025' },
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'The plan for 2024 is dated February 2025',
        plan: { period: '2024', issuedOn: '2025-02-12' },
        findings: ['Kế hoạch cho 2024 nhưng ban hành ngày 12/2/2025, sau khi thời kỳ đã hết'],
      },
      {
        name: 'A target of the year before',
        plan: {
          period: '2025',
          issuedOn: '2025-02-12',
          targets: [
            { label: 'Số hộ thoát nghèo', value: 120, due: '2024' },
            { label: 'Số việc làm mới', value: 300, due: '2025' },
          ],
        },
        findings: ['Chỉ tiêu của 2024 nằm trước thời kỳ của kế hoạch (2025): Số hộ thoát nghèo'],
      },
      {
        name: 'All targets are for the year after',
        plan: {
          period: '2025',
          targets: [
            { value: 10, due: '2026' },
            { value: 20, due: '2026-12-31' },
          ],
        },
        findings: ['Mọi chỉ tiêu đều nằm sau thời kỳ của kế hoạch (2025); chỉ tiêu đầu là của 2026'],
      },
    ],
  },
});

interface Dated {
  index: number;
  target: Target;
  due: DayRange;
}

function byDue(dated: readonly Dated[]): Dated[][] {
  const groups = new Map<string, Dated[]>();
  for (const one of dated) {
    const due = one.target.due ?? '';
    groups.set(due, [...(groups.get(due) ?? []), one]);
  }
  return [...groups.values()];
}
