import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'date-missing',
  severity: 'error',
  summary: {
    vi: 'Văn bản không ghi ngày, tháng, năm ban hành',
    en: 'The document states no date of issue',
  },
  why: {
    vi: 'Ngày ban hành quyết định văn bản có hiệu lực khi nào và theo địa giới, bộ máy nào.',
    en: 'The date tells when the plan takes effect and which bodies and places its names mean. A date that is there but can’t be read is date-uncertain.',
  },
  settle: {
    vi: 'Xem dòng địa danh và ngày ở đầu trang thứ nhất. Nếu bản gốc để trống thì tìm bản đã ban hành, hoặc ngày ghi ở sổ văn bản đi.',
    en: 'Look at the line of place and date on the first page. If the original leaves it blank, find the issued copy or the date in the register of outgoing documents.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 và Phụ lục I phần I mục II.4',
  messages: {
    missing: { vi: 'Không có ngày, tháng, năm ban hành', en: 'There is no date of issue' },
  },
  check({ facts, unreadDate }, report) {
    if (facts.issuedOn === null && unreadDate === null) report({ message: 'missing', at: ['/issuedOn'] });
  },
  examples: {
    valid: [
      { name: 'The date is there', plan: { issuedOn: '2024-02-05' } },
      {
        name: 'The date is there but is not one: that is date-uncertain',
        plan: { unreadDate: 'ngày 3I tháng l2' },
      },
    ],
    invalid: [
      {
        name: 'The letterhead has a number only',
        plan: { number: '49/KH-UBND' },
        findings: ['Không có ngày, tháng, năm ban hành'],
      },
    ],
  },
});
