import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'number-missing',
  severity: 'error',
  summary: {
    vi: 'Văn bản không có số, ký hiệu, hoặc không đọc được',
    en: 'The document has no number and symbol, or they could not be read',
  },
  why: {
    vi: 'Không có số, ký hiệu thì không viện dẫn, tra cứu hay phân biệt được văn bản.',
    en: 'Without its number and symbol a plan can be neither cited nor told from another.',
  },
  settle: {
    vi: 'Xem ô số, ký hiệu dưới tên cơ quan ban hành trong bản gốc. Bản dự thảo chưa lấy số thì tìm bản chính thức; đọc sót thì quét lại trang đầu.',
    en: 'Look below the issuing body’s name in the original. A draft without a number has to be replaced by the issued copy; if the number was overlooked, scan the first page again.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 và Phụ lục I phần I mục II.3',
  messages: {
    missing: { vi: 'Không có số, ký hiệu văn bản', en: 'There is no document number' },
  },
  check({ facts }, report) {
    if (facts.number === null) report({ message: 'missing', at: ['/number'] });
  },
  examples: {
    valid: [
      { name: 'Number and symbol are there', plan: { number: '53/KH-UBND' } },
      { name: 'A number that is cut off is there all the same', plan: { number: '53/KH-' } },
    ],
    invalid: [
      {
        name: 'A draft: title and date, but no number yet',
        plan: { title: 'Phát triển vận tải công cộng năm 2024', issuedOn: '2024-02-05' },
        findings: ['Không có số, ký hiệu văn bản'],
      },
    ],
  },
});
