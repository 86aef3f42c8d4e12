import { samePlans } from '../same-plan.ts';
import { PLANTING, PLANTING_TEXT } from '../store-examples.ts';
import { defineStoreRule } from '../store-rule.ts';

/** So many of the differing figures are told. */
const MOST_FIGURES = 3;

export default defineStoreRule({
  id: 'plan-conflict',
  severity: 'error',
  summary: {
    vi: 'Một số, ký hiệu của một cơ quan trong một năm mà có hai nội dung, hai ngày hoặc hai bộ số liệu',
    en: 'One number of one body and year has two contents, two dates or two sets of figures',
  },
  why: {
    vi: 'Mỗi năm một cơ quan lấy một số cho một văn bản: một trong hai số bị đọc nhầm, hoặc có hai phiên bản và chỉ một bản được ban hành.',
    en: 'A body gives a number to one document a year: one of the two was misread, or there are two versions of which one was issued. Figures are compared only where the rest of the text is the same.',
  },
  settle: {
    vi: 'Mở hai bản gốc, so số, ngày và số liệu; bản dự thảo thì loại khỏi kho, số đọc nhầm thì sửa.',
    en: 'Open both originals and compare number, date and figures; take a draft out of the store, correct what was misread.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Điều 15 (số văn bản là số thứ tự trong năm của cơ quan)',
  messages: {
    content: {
      vi: '{number} cũng là số của {other} ({path}), nội dung khác: “{title}”',
      en: '{number} is also the number of {other} ({path}), which says something else: “{title}”',
    },
    date: {
      vi: '{number}: {other} ({path}) có cùng nội dung nhưng ghi ngày khác',
      en: '{number}: {other} ({path}) says the same but bears another date',
    },
    figures: {
      vi: '{number}: {other} ({path}) có cùng lời văn nhưng khác số liệu: ở đây {here}, ở đó {there}',
      en: '{number}: {other} ({path}) has the same words but other figures: here {here}, there {there}',
    },
  },
  async check(shelf, report) {
    const MESSAGES = {
      'other-content': 'content',
      'other-date': 'date',
      'other-figures': 'figures',
    } as const;
    for (const { one, other, kind, figures } of (await samePlans(shelf)).conflicts) {
      const [there, here] = figures.map((list) => list.slice(0, MOST_FIGURES).join('; ') || '–');
      report({
        message: MESSAGES[kind],
        values: {
          number: other.number ?? '',
          other: one.id,
          path: one.path,
          title: one.title ?? '',
          here: here ?? '',
          there: there ?? '',
        },
        planId: other.id,
        others: [one.id],
        at: kind === 'other-date' ? ['/number', '/issuedOn'] : ['/number'],
        actual: other.number,
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'Two copies of one plan',
        plans: [PLANTING, { ...PLANTING, id: 'tan-an-7-b' }],
      },
      {
        name: 'Numbers begin anew every year',
        plans: [
          PLANTING,
          {
            ...PLANTING,
            id: 'tan-an-7-2025',
            issuedOn: '2025-02-01',
            title: 'Phòng, chống thiên tai',
            text: 'Văn bản khác hẳn.',
          },
        ],
      },
    ],
    invalid: [
      {
        name: 'One number, two subjects',
        plans: [
          PLANTING,
          {
            ...PLANTING,
            id: 'tan-an-7-b',
            issuedOn: '2024-05-02',
            title: 'Phòng, chống thiên tai',
            text: 'Văn bản khác hẳn.',
          },
        ],
        findings: [
          '7/KH-UBND cũng là số của tan-an-7 (tan-an-7.txt), nội dung khác: “Trồng cây xanh năm 2024”',
        ],
      },
      {
        name: 'Two versions with another figure',
        plans: [PLANTING, { ...PLANTING, id: 'tan-an-7-b', text: PLANTING_TEXT.replace('1.200', '1.500') }],
        findings: [
          '7/KH-UBND: tan-an-7 (tan-an-7.txt) có cùng lời văn nhưng khác số liệu: ở đây 1.500, ở đó 1.200',
        ],
      },
    ],
  },
});
