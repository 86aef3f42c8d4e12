import { dayRange } from '../../plan/edtf.ts';
import { formatDate } from '../format.ts';
import { shorten } from '../quote.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'date-after-deadline',
  severity: 'warning',
  summary: {
    vi: 'Thời hạn đã qua trước ngày ban hành kế hoạch',
    en: 'A deadline or a target’s time was over before the plan was issued',
  },
  why: {
    vi: 'Không ai thực hiện được việc đã hết hạn: năm hoặc tháng bị ghi hay đọc nhầm, hoặc chép từ kế hoạch cũ.',
    en: 'Nobody can meet a deadline that has passed: a month or year was written or read wrongly, or an old plan was copied. Targets before the plan’s own period are period-mismatch’s.',
  },
  settle: {
    vi: 'Xem thời hạn và ngày ban hành trong bản gốc; việc đã làm xong nêu lại để báo cáo thì chấp nhận.',
    en: 'Look at the deadline and the date of issue in the original; if it tells of work already done, accept the finding.',
  },
  source: 'Logic thời gian của văn bản',
  messages: {
    deadline: {
      vi: '“{text}” ({due}) đã qua trước ngày ban hành {issued}',
      en: '“{text}” ({due}) was over before the date of issue {issued}',
    },
    target: {
      vi: 'Chỉ tiêu “{text}” có thời hạn {due}, đã qua trước ngày ban hành {issued}',
      en: 'The target “{text}” is due {due}, which was over before the date of issue {issued}',
    },
  },
  check({ facts }, report) {
    const { issuedOn, period } = facts;
    const issued = issuedOn === null ? null : dayRange(issuedOn);
    if (issuedOn === null || issued === null) return;
    const isOver = (due: string | null): due is string => {
      const days = due === null ? null : dayRange(due);
      return days !== null && days.last < issued.first;
    };
    for (const [index, { text, due }] of facts.deadlines.entries()) {
      if (!isOver(due)) continue;
      report({
        message: 'deadline',
        values: { text: shorten(text), due: formatDate(due), issued: formatDate(issuedOn) },
        at: [`/deadlines/${index}/due`],
        actual: due,
      });
    }
    const begins = period === null ? null : dayRange(period);
    const targets = new Map<string, string[]>();
    for (const [index, { due }] of facts.targets.entries()) {
      if (!isOver(due)) continue;
      const days = dayRange(due);
      // A plan issued when its whole period was over, or with targets before it, is period-mismatch's.
      if (begins !== null && days !== null && (days.last < begins.first || begins.last < issued.first))
        continue;
      targets.set(due, [...(targets.get(due) ?? []), `/targets/${index}/due`]);
    }
    for (const [due, at] of targets) {
      const text = facts.targets.find((target) => target.due === due)?.label ?? '';
      report({
        message: 'target',
        values: { text: shorten(text), due: formatDate(due), issued: formatDate(issuedOn) },
        at,
        actual: due,
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'Deadlines on the day of issue and after',
        plan: {
          issuedOn: '2025-08-27',
          deadlines: [
            { text: 'trong ngày 27/8/2025', due: '2025-08-27' },
            { text: 'trước ngày 20/12/2025', due: '2025-12-20' },
          ],
          targets: [{ value: 10, due: '2025-35' }],
        },
      },
      {
        name: 'The quarter or year of issue is not over yet',
        plan: {
          issuedOn: '2025-02-10',
          deadlines: [{ text: 'trong quý I', due: '2025-33' }],
          targets: [{ value: 10, due: '2025' }],
        },
      },
      {
        name: 'Recurring deadlines have no day',
        plan: {
          issuedOn: '2025-08-27',
          deadlines: [{ text: 'hằng quý', recurrence: 'FREQ=MONTHLY;INTERVAL=3' }],
        },
      },
      {
        name: 'The day of issue can’t be read and may lie before',
        plan: { issuedOn: '2025-01-X0', deadlines: [{ text: 'trước 15/01/2025', due: '2025-01-15' }] },
      },
    ],
    invalid: [
      {
        name: 'Last year’s deadline',
        plan: { issuedOn: '2025-08-27', deadlines: [{ text: 'trước ngày 20/10/2024', due: '2024-10-20' }] },
        findings: ['“trước ngày 20/10/2024” (20/10/2024) đã qua trước ngày ban hành 27/8/2025'],
      },
      {
        name: 'Two targets for a quarter that was over',
        plan: {
          issuedOn: '2025-08-27',
          period: '2025',
          targets: [
            { label: 'Số lớp tập huấn', value: 4, due: '2025-33' },
            { label: 'Số người được tập huấn', value: 160, due: '2025-33' },
            { label: 'Số lớp tập huấn', value: 5, due: '2025-36' },
          ],
        },
        findings: ['Chỉ tiêu “Số lớp tập huấn” có thời hạn quý I/2025, đã qua trước ngày ban hành 27/8/2025'],
      },
    ],
  },
});
