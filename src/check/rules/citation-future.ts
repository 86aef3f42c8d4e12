import { dayRange } from '../../plan/edtf.ts';
import { formatDate } from '../format.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'citation-future',
  severity: 'error',
  summary: {
    vi: 'Văn bản được viện dẫn có ngày sau ngày ban hành kế hoạch',
    en: 'A cited document is dated after the plan',
  },
  why: {
    vi: 'Không thể căn cứ vào văn bản chưa ban hành: một trong hai ngày ghi sai hoặc bị đọc sai.',
    en: 'A plan can’t rest on what does not exist yet: one of the two dates is wrong or was misread. Where a date is uncertain, its last possible day counts for the plan and its first for the citation.',
  },
  settle: {
    vi: 'Xem cả hai ngày trong bản gốc, rồi tra văn bản được viện dẫn. Sai ở bản gốc thì báo cơ quan ban hành đính chính.',
    en: 'Look at both dates in the original and look up the cited document. If the original is wrong, its issuer has to correct it.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I phần I mục II.6 điểm a',
  messages: {
    future: {
      vi: '{number} đề ngày {cited}, sau ngày ban hành kế hoạch {issued}',
      en: '{number} is dated {cited}, after the plan’s own date {issued}',
    },
  },
  check({ facts }, report) {
    const issued = facts.issuedOn === null ? null : dayRange(facts.issuedOn);
    if (issued === null || facts.issuedOn === null) return;
    for (const [index, { number, issuedOn }] of facts.citations.entries()) {
      const cited = issuedOn === null ? null : dayRange(issuedOn);
      if (cited === null || issuedOn === null || cited.first <= issued.last) continue;
      report({
        message: 'future',
        values: { number, cited: formatDate(issuedOn), issued: formatDate(facts.issuedOn) },
        at: [`/citations/${index}/issuedOn`],
        actual: issuedOn,
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'Issued on the same day, and before',
        plan: {
          issuedOn: '2025-08-27',
          citations: [
            { number: '729/QĐ-UBND', issuedOn: '2025-08-27' },
            { number: '102/NQ-CP', issuedOn: '2018-08-03' },
          ],
        },
      },
      {
        name: 'The plan’s day can’t be read and may be the later one',
        plan: { issuedOn: '2025-01-X0', citations: [{ number: '7/QĐ-UBND', issuedOn: '2025-01-24' }] },
      },
      {
        name: 'Without a date of issue nothing can be said',
        plan: { citations: [{ number: '7/QĐ-UBND', issuedOn: '2035-01-24' }] },
      },
    ],
    invalid: [
      {
        name: 'A basis of the following month',
        plan: { issuedOn: '2025-08-27', citations: [{ number: '729/QĐ-UBND', issuedOn: '2025-09-04' }] },
        findings: ['729/QĐ-UBND đề ngày 4/9/2025, sau ngày ban hành kế hoạch 27/8/2025'],
      },
      {
        name: 'A day of issue that can’t be read, but every reading is before',
        plan: { issuedOn: '2025-01-X0', citations: [{ number: '7/QĐ-UBND', issuedOn: '2025-02-01' }] },
        findings: ['7/QĐ-UBND đề ngày 1/2/2025, sau ngày ban hành kế hoạch X0/1/2025'],
      },
    ],
  },
});
