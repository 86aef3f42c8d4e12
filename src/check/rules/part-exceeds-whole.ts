import { toPointer } from '../../plan/pointer.ts';
import type { Target } from '../../plan/record.ts';
import { families } from '../indicators.ts';
import { quoteOf } from '../quote.ts';
import { defineRule } from '../rule.ts';
import { boundOf, groupBy, NOISE, scopeOf, statedTargets } from '../stated-targets.ts';
import { phraseIn } from '../words.ts';

export default defineRule({
  id: 'part-exceeds-whole',
  severity: 'error',
  summary: {
    vi: 'Phần lớn hơn toàn thể, hoặc tỷ lệ trên 100 %',
    en: 'A part is larger than its whole, or a share is above 100 %',
  },
  why: {
    vi: 'Số người tham gia BHXH tự nguyện không thể nhiều hơn số người tham gia BHXH; tỷ lệ trong dân số không thể quá 100 %. Thường do mất dấu phẩy hoặc đọc nhầm chữ số.',
    en: 'There can’t be more voluntary members than members, nor more than 100 % of the population: mostly a comma was lost or a digit misread. Shares of a plan or of an earlier result may exceed 100 % and are left alone.',
  },
  settle: {
    vi: 'Xem lại dấu phẩy và chữ số trong bản gốc; xem hai số có cùng địa bàn, cùng thời hạn không.',
    en: 'Look at commas and digits in the original, and whether both figures are about one territory and time.',
  },
  source: 'Số học',
  messages: {
    part: {
      vi: '{part}: {value} lớn hơn {whole}: {total}',
      en: '{part}: {value} is more than {whole}: {total}',
    },
    share: {
      vi: '{label}: tỷ lệ {value} % vượt 100 %',
      en: '{label}: a share of {value} % is above 100 %',
    },
  },
  check(plan, report) {
    const stated = statedTargets(plan);
    for (const { index, target, value, at } of stated) {
      const words = [target.label, quoteOf(plan, at), quoteOf(plan, toPointer(['targets', index, 'label']))];
      if (value <= 100 || !isPartOfOne(target, words.join(' '))) continue;
      report({
        message: 'share',
        values: { label: target.label, value },
        at: [at],
        expected: 100,
        actual: value,
      });
    }
    const comparable = stated.filter(({ target: { measure, of, change } }) => {
      if (measure === 'share') return of === 'population' || of === 'labour-force';
      return change === null && (measure === 'count' || measure === 'amount');
    });
    const keyOf = (one: (typeof stated)[number]): string =>
      [scopeOf(one), one.medium, one.target.measure, one.target.of, one.target.unit].join(' ');
    for (const group of groupBy(comparable, keyOf)) {
      for (const family of families()) {
        const whole = group.find(({ target }) => target.indicator === family.whole);
        if (whole === undefined || boundOf(whole.target) > 0) continue;
        for (const part of group) {
          if (!family.parts.includes(part.target.indicator ?? '') || boundOf(part.target) < 0) continue;
          if (part.value <= whole.value + whole.half + part.half + NOISE) continue;
          report({
            message: 'part',
            values: {
              part: part.target.label,
              value: part.value,
              whole: whole.target.label,
              total: whole.value,
            },
            at: [part.at, whole.at],
            actual: part.value,
          });
        }
      }
    }
  },
  examples: {
    valid: [
      {
        name: 'A part below its whole, and a whole share',
        plan: {
          targets: [
            { indicator: 'bhxh', value: 5000, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', value: 1200, due: '2025' },
            { indicator: 'bhyt', value: 100, measure: 'share', unit: '%', of: 'group', group: 'học sinh' },
          ],
        },
      },
      {
        name: 'Shares of a plan and of last year’s result may be above 100 %',
        plan: {
          targets: [
            { label: 'Thu ngân sách', value: 105, measure: 'share', unit: '%', of: 'plan' },
            { label: 'Lượng khách so với cùng kỳ', value: 120, measure: 'share', unit: '%' },
            { label: 'Doanh thu', value: 150, measure: 'share', unit: '%', change: 'increase' },
            { label: 'Công suất sử dụng giường bệnh', value: 108, measure: 'share', unit: '%' },
          ],
        },
      },
      {
        name: 'Poverty among minorities is a share of other households than all',
        plan: {
          targets: [
            { indicator: 'ho-ngheo', value: 2.5, measure: 'share', unit: '%', due: '2025' },
            { indicator: 'ho-ngheo-dan-toc', value: 12, measure: 'share', unit: '%', due: '2025' },
          ],
        },
      },
      {
        name: 'The part’s figure is another year’s, or the whole is only a floor',
        plan: {
          targets: [
            { indicator: 'bhxh', value: 1000, due: '2024' },
            { indicator: 'bhxh-tu-nguyen', value: 1200, due: '2025' },
            { indicator: 'bhxh', value: 1000, due: '2025', relation: '>=' },
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'A comma was lost',
        plan: {
          targets: [
            {
              indicator: 'bhyt',
              label: 'Tỷ lệ bao phủ BHYT',
              value: 955,
              measure: 'share',
              unit: '%',
              of: 'population',
              quote: '955%',
            },
          ],
        },
        findings: ['Tỷ lệ bao phủ BHYT: tỷ lệ 955 % vượt 100 %'],
      },
      {
        name: 'No room is let twice',
        plan: {
          targets: [
            {
              label: 'Công suất sử dụng buồng bình quân',
              value: 155,
              measure: 'share',
              unit: '%',
              quote: '155%',
            },
          ],
        },
        findings: ['Công suất sử dụng buồng bình quân: tỷ lệ 155 % vượt 100 %'],
      },
      {
        name: 'More voluntary members than members',
        plan: {
          targets: [
            { indicator: 'bhxh', label: 'Số người tham gia BHXH', value: 5000, due: '2025' },
            { indicator: 'bhxh-tu-nguyen', label: 'BHXH tự nguyện', value: 12000, due: '2025' },
          ],
        },
        findings: ['BHXH tự nguyện: 12.000 lớn hơn Số người tham gia BHXH: 5.000'],
      },
    ],
  },
});

/** Whether a share is of something that it is itself a part of. */
function isPartOfOne({ measure, change, of, unit }: Target, words: string): boolean {
  if (measure !== 'share' || change !== null || (unit !== null && unit !== '%')) return false;
  if (of === 'plan' || of === 'receivable') return false;
  if (of !== null && of !== 'other') return true;
  return phraseIn('neverOver', words) !== null || phraseIn('comparison', words) === null;
}
