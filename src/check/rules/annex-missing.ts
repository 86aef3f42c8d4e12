import { romanValue } from '../numerals.ts';
import { lineAt } from '../quote.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'annex-missing',
  severity: 'warning',
  summary: {
    vi: 'Văn bản nhắc đến phụ lục, biểu kèm theo mà tệp không có',
    en: 'An annex is referred to that is not in the file',
  },
  why: {
    vi: 'Chỉ tiêu chi tiết thường nằm trong phụ lục: thiếu phụ lục thì bản ghi thiếu số liệu.',
    en: 'Detailed targets are mostly in annexes: without them the record lacks figures. An annex that is there without a number stands for any one number.',
  },
  settle: {
    vi: 'Tìm phụ lục trong hồ sơ và đọc cùng tệp. Phụ lục của văn bản khác hoặc gửi riêng thì chấp nhận và ghi nơi giữ.',
    en: 'Look for the annex in the file and read it together with the plan. If it belongs to another document or was sent apart, accept the finding and say where it is kept.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I phần I mục III.1',
  messages: {
    numbered: {
      vi: 'Phụ lục {label} được nhắc đến nhưng không có trong tệp (dòng {line}: “{quote}”)',
      en: 'Annex {label} is referred to but is not in the file (line {line}: “{quote}”)',
    },
    unnumbered: {
      vi: 'Phụ lục được nhắc đến nhưng không có trong tệp (dòng {line}: “{quote}”)',
      en: 'An annex is referred to but none is in the file (line {line}: “{quote}”)',
    },
  },
  check(plan, report) {
    const { cited, present } = plan.annexes;
    const here = new Set(present.map(({ label }) => plain(label)));
    let unnumbered = present.filter(({ label }) => label === '').length;
    const asked = new Set<string>();
    const isNumbered = cited.some(({ label }) => label !== '');
    for (const { label, span } of cited) {
      // Beside numbered ones "Phụ lục kèm theo" means these.
      if (label === '' && isNumbered) continue;
      const number = plain(label);
      if (asked.has(number)) continue;
      asked.add(number);
      if (here.has(number) || (label === '' && present.length > 0)) continue;
      // Three annexes without a number may be the first three, and no ninth.
      if (label !== '' && unnumbered > 0 && !(Number(number) > present.length)) {
        unnumbered--;
        continue;
      }
      report({
        message: label === '' ? 'unnumbered' : 'numbered',
        values: { label, ...lineAt(plan, span.start) },
        at: [],
        expected: label === '' ? 'Phụ lục' : `Phụ lục ${label}`,
      });
    }
  },
  examples: {
    valid: [
      { name: 'Every annex is there', plan: { annexes: { cited: ['1', '2'], present: ['1', '2'] } } },
      {
        name: 'Arabic and Roman, with and without a leading nought, are one number',
        plan: { annexes: { cited: ['2', '03'], present: ['I', 'II', 'III'] } },
      },
      { name: '“Phụ lục kèm theo” with one annex below', plan: { annexes: { cited: [''], present: ['1'] } } },
      {
        name: 'All annexes together are “các Phụ lục kèm theo”',
        plan: { annexes: { cited: ['1', ''], present: ['1'] } },
      },
      {
        name: 'The only annex bears no number of its own',
        plan: { annexes: { cited: ['1'], present: [''] } },
      },
    ],
    invalid: [
      {
        name: 'Two annexes referred to, one in the file',
        plan: { annexes: { cited: ['1', '2'], present: ['1'] } },
        findings: ['Phụ lục 2 được nhắc đến nhưng không có trong tệp (dòng 2: “Chi tiết tại Phụ lục 2”)'],
      },
      {
        name: 'An annex without number, and no annex in the file',
        plan: { annexes: { cited: [''], present: [] } },
        findings: ['Phụ lục được nhắc đến nhưng không có trong tệp (dòng 1: “Chi tiết tại Phụ lục”)'],
      },
    ],
  },
});

function plain(label: string): string {
  const roman = romanValue(label.toUpperCase());
  return roman === null ? label.toLowerCase().replace(/^0+(?=\d)/, '') : String(roman);
}
