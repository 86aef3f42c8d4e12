import type { PlanFacts } from '../../plan/record.ts';
import { shorten } from '../quote.ts';
import { defineRule } from '../rule.ts';

/** Below this, a word was read wrongly more often than not. */
const DOUBTFUL = 0.6;

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
  settle: {
    vi: 'Mở bản gốc ở chỗ được nêu, so từng chữ số; đúng thì chấp nhận, sai thì sửa.',
    en: 'Open the original at that place and compare the digits; accept the finding if they are right, correct them if not.',
  },
  source: 'Độ tin cậy của máy nhận dạng chữ và của phép sửa chữ',
  messages: {
    doubtful: {
      vi: 'Đọc không chắc ({confidence} %): “{quote}”, trang {page}',
      en: 'Doubtful reading ({confidence} %): “{quote}”, page {page}',
    },
  },
  check({ facts, evidence }, report) {
    for (const [pointer, value] of watched(facts)) {
      const found = evidence[pointer];
      if (value === null || found === undefined || found.confidence >= DOUBTFUL) continue;
      const { confidence, quote, page } = found;
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

/** The values that a wrong digit spoils, with their pointers. */
function* watched(facts: PlanFacts): Generator<[pointer: string, value: string | number | null]> {
  yield ['/number', facts.number];
  yield ['/issuedOn', facts.issuedOn];
  for (const [index, { number }] of facts.citations.entries()) yield [`/citations/${index}/number`, number];
  for (const [index, { value, due }] of facts.targets.entries()) {
    yield [`/targets/${index}/value`, value];
    yield [`/targets/${index}/due`, due];
  }
  for (const [index, { due }] of facts.deadlines.entries()) yield [`/deadlines/${index}/due`, due];
}
