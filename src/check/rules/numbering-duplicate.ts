import { numberingFaults } from '../numbering.ts';
import { lineAt } from '../quote.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'numbering-duplicate',
  severity: 'warning',
  summary: {
    vi: 'Đề mục hoặc điểm trùng số: một số hay chữ cái dùng hai lần',
    en: 'Headings or items use a number or letter twice',
  },
  why: {
    vi: 'Trùng số thì viện dẫn “điểm b khoản 2” không biết là điểm nào; “d)” lặp lại thường là “đ)” bị mất dấu.',
    en: 'A citation of “điểm b khoản 2” would not tell which is meant; a repeated “d)” is mostly a “đ)” that lost its stroke.',
  },
  settle: {
    vi: 'Xem dòng đã nêu: “d)” hay “đ)”, “I” hay “1” dễ đọc nhầm. Người soạn đánh trùng thì chấp nhận.',
    en: 'Look at that line: đ) and d), I and 1 are easily taken for one another. If the writer repeated a number, accept the finding.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I phần I mục II.6 điểm đ',
  messages: {
    duplicate: {
      vi: '“{actual}” lặp lại; theo thứ tự phải là “{expected}” (dòng {line}: “{quote}”)',
      en: '“{actual}” comes twice; in order it would be “{expected}” (line {line}: “{quote}”)',
    },
  },
  check(plan, report) {
    for (const {
      kind,
      section,
      expected: [expected],
    } of numberingFaults(plan)) {
      if (kind !== 'duplicate') continue;
      const actual = section.marker.raw;
      report({
        message: 'duplicate',
        values: { actual, expected, ...lineAt(plan, section.span.start) },
        at: [],
        expected,
        actual,
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'The same letters below two parents',
        plan: { outline: ['1. Một', '  a) A', '  b) B', '2. Hai', '  a) A', '  b) B'] },
      },
      {
        name: 'A second list in one section, after a sentence of its own',
        plan: { outline: ['Các sở:', 'a) A', 'b) B', 'Các huyện:', 'a) A', 'b) B'] },
      },
      {
        name: 'A second list that begins anew and goes on',
        plan: { outline: ['1) A', '2) B', '1) C', '2) D'] },
      },
      {
        name: 'A second list whose first item was run on in the line before',
        plan: { outline: ['1. Một', '2. Hai II. NHIỆM VỤ 1. Một', '2. Hai', '3. Ba'] },
      },
      { name: 'Dashes are not counted', plan: { outline: ['- A', '- B', '+ C', '+ D'] } },
    ],
    invalid: [
      {
        name: 'b) where c) should be, and nothing more for what follows',
        plan: { outline: ['a) A', 'b) B', 'b) C', 'd) D'] },
        findings: ['“b)” lặp lại; theo thứ tự phải là “c)” (dòng 3: “b) C”)'],
      },
      {
        name: 'đ) without its stroke',
        plan: { outline: ['a) A', 'b) B', 'c) C', 'd) D', 'd) Đ', 'e) E'] },
        findings: ['“d)” lặp lại; theo thứ tự phải là “đ)” (dòng 5: “d) Đ”)'],
      },
      {
        name: 'A part’s Roman number comes twice',
        plan: { outline: ['I. Mục đích', 'II. Mục tiêu', 'II. Giải pháp', 'IV. Thực hiện'] },
        findings: ['“II.” lặp lại; theo thứ tự phải là “III.” (dòng 3: “II. Giải pháp”)'],
      },
    ],
  },
});
