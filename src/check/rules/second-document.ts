import { lineAt } from '../quote.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'second-document',
  severity: 'warning',
  summary: {
    vi: 'Tệp còn chứa một văn bản khác sau kế hoạch',
    en: 'The file holds another document behind the plan',
  },
  why: {
    vi: 'Bản ghi chỉ có kế hoạch thứ nhất; phần sau không được trích. Hãy tách tệp rồi đọc lại.',
    en: 'The record holds the first plan only, nothing was taken from what follows. Split the file and read it again.',
  },
  settle: {
    vi: 'Tách tệp thành hai, mỗi văn bản một tệp, rồi đọc lại.',
    en: 'Split the file into one for each document and read them again.',
  },
  source: 'Máy đọc tệp',
  messages: {
    another: {
      vi: 'Từ dòng {line} (“{quote}”) là một văn bản khác, không được trích',
      en: 'From line {line} (“{quote}”) on another document follows; nothing was taken from it',
    },
  },
  check(plan, report) {
    for (const region of plan.tree.children) {
      if (region.name !== 'other') continue;
      report({ message: 'another', values: lineAt(plan, region.span.start), at: [] });
    }
  },
  examples: {
    valid: [
      { name: 'The plan alone', plan: { outline: ['I. MỤC ĐÍCH', '1. Nâng cao nhận thức của người dân.'] } },
      {
        name: 'An annex belongs to the plan',
        plan: { outline: ['I. MỤC ĐÍCH'], annexes: { cited: ['1'], present: ['1'] } },
      },
    ],
    invalid: [
      {
        name: 'A second plan was scanned into the same file',
        plan: { outline: ['I. MỤC ĐÍCH'], following: ['KẾ HOẠCH', 'I. YÊU CẦU'] },
        findings: ['Từ dòng 2 (“KẾ HOẠCH”) là một văn bản khác, không được trích'],
      },
    ],
  },
});
