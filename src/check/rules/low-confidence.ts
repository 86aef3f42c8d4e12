import { valueAt } from '../../plan/pointer.ts';
import { shorten } from '../quote.ts';
import { defineRule } from '../rule.ts';

/** Below this, a word was read wrongly more often than not. */
const DOUBTFUL = 0.6;

/** The values that a wrong digit spoils. */
const WATCHED = /^\/(number|issuedOn|targets\/\d+\/(value|due)|citations\/\d+\/number|deadlines\/\d+\/due)$/;

export default defineRule({
  id: 'low-confidence',
  severity: 'warning',
  summary: {
    vi: 'Số, ngày hoặc chỉ tiêu dựa vào chữ nhận dạng không chắc',
    en: 'A number, date or target rests on doubtful recognition',
  },
  why: {
    vi: 'Chữ số đọc không chắc cần người đối chiếu với bản gốc trước khi dùng.',
    en: 'A doubtful digit has to be compared with the original before it is used. Words of running text are not listed: a doubtful letter there changes no figure.',
  },
  source: 'Độ tin cậy của máy nhận dạng chữ và của phép sửa chữ',
  messages: {
    doubtful: {
      vi: 'Đọc không chắc ({confidence} %): “{quote}”, trang {page}',
      en: 'Doubtful reading ({confidence} %): “{quote}”, page {page}',
    },
  },
  check({ facts, evidence }, report) {
    for (const [pointer, { confidence, quote, page }] of Object.entries(evidence)) {
      if (confidence >= DOUBTFUL || !WATCHED.test(pointer)) continue;
      const value = valueAt(facts, pointer);
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      report({
        message: 'doubtful',
        values: { confidence: Math.round(confidence * 100), quote: shorten(quote), page: String(page) },
        at: [pointer],
        actual: value,
      });
    }
  },
  examples: {
    valid: [
      { name: 'Read well enough', plan: { number: '53/KH-UBND', confidences: { '/number': 0.82 } } },
      {
        name: 'A doubtful title spoils no figure',
        plan: { title: 'Trồng cây phân tán năm 2024', confidences: { '/title': 0.41 } },
      },
    ],
    invalid: [
      {
        name: 'A number and a target that are hard to read',
        plan: {
          number: '53/KH-UBND',
          targets: [{ value: 1450, quote: '1.450 người' }],
          confidences: { '/number': 0.55, '/targets/0/value': 0.3 },
        },
        findings: [
          'Đọc không chắc (55 %): “53/KH-UBND”, trang 1',
          'Đọc không chắc (30 %): “1.450 người”, trang 1',
        ],
      },
    ],
  },
});
