import { symbolParts } from '../../lexicon/document-types.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'citation-incomplete',
  severity: 'warning',
  summary: {
    vi: 'Số, ký hiệu văn bản được viện dẫn bị cắt hoặc thiếu phần cơ quan ban hành',
    en: 'A cited number is cut off or lacks the part that names the issuing body',
  },
  why: {
    vi: 'Số, ký hiệu không đủ thì không tìm được văn bản làm căn cứ.',
    en: 'From a partial number the cited document can’t be found.',
  },
  settle: {
    vi: 'Tìm văn bản được viện dẫn theo ngày và nội dung để biết đủ số, ký hiệu; xem bản gốc có bị mất chữ ở cuối dòng không.',
    en: 'Find the cited document by its date and subject to learn the whole number, and see whether the original lost letters at a line’s end.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I phần I mục II.6 điểm a, b',
  messages: {
    cut: {
      vi: 'Số, ký hiệu viện dẫn bị cắt: {number}',
      en: 'A cited number is cut off: {number}',
    },
    noIssuer: {
      vi: 'Số, ký hiệu viện dẫn không có phần cơ quan ban hành: {number}',
      en: 'A cited number does not name the issuing body: {number}',
    },
  },
  check({ facts }, report) {
    for (const [index, { number }] of facts.citations.entries()) {
      const cut = /[-/]$/.test(number);
      if (!cut && symbolParts(number).codes.length > 0) continue;
      report({
        message: cut ? 'cut' : 'noIssuer',
        values: { number },
        at: [`/citations/${index}/number`],
        actual: number,
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'Numbers as the administration, the law, the Party and official letters write them',
        plan: {
          citations: [
            { number: '53/KH-UBND' },
            { number: '30/2020/NĐ-CP' },
            { number: '41/2024/QH15' },
            { number: '08-CTr/TU' },
            { number: '1234/UBND-KGVX' },
          ],
        },
      },
      { name: 'An issuer that the lexicon does not know', plan: { citations: [{ number: '53/KH-XYZ' }] } },
    ],
    invalid: [
      {
        name: 'Cut off at the end of a line',
        plan: { citations: [{ number: '729/QĐ-' }] },
        findings: ['Số, ký hiệu viện dẫn bị cắt: 729/QĐ-'],
      },
      {
        name: 'Type without issuer, and number and year alone',
        plan: { citations: [{ number: '729/QĐ' }, { number: '30/2020', role: 'reference' }] },
        findings: [
          'Số, ký hiệu viện dẫn không có phần cơ quan ban hành: 729/QĐ',
          'Số, ký hiệu viện dẫn không có phần cơ quan ban hành: 30/2020',
        ],
      },
    ],
  },
});
