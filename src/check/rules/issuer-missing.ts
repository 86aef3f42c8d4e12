import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'issuer-missing',
  severity: 'error',
  summary: {
    vi: 'Văn bản không ghi cơ quan ban hành, hoặc không đọc được',
    en: 'The document names no issuing body, or it could not be read',
  },
  why: {
    vi: 'Không biết cơ quan ban hành thì không biết ai giao chỉ tiêu và cho địa bàn nào.',
    en: 'Without the issuing body nobody knows whose targets these are and for which territory.',
  },
  settle: {
    vi: 'Xem góc trái đầu trang thứ nhất và chỗ ký. Mất phần đầu trang thì quét lại; thiếu thật thì xác định theo ký hiệu và nơi lưu.',
    en: 'Look at the top left of the first page and at the signature. If the head of the page was cut off, scan it again; if it is really missing, the symbol and the file it was kept in tell the body.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 và Phụ lục I phần I mục II.2',
  messages: {
    missing: { vi: 'Không có tên cơ quan ban hành', en: 'There is no issuing body' },
  },
  check({ facts }, report) {
    if (facts.issuer === null) report({ message: 'missing', at: ['/issuer'] });
  },
  examples: {
    valid: [
      { name: 'The issuing body is named', plan: { issuer: { name: 'Ủy ban nhân dân tỉnh Bình An' } } },
      {
        name: 'A body of another kind is one too',
        plan: { issuer: { name: 'Hội Chữ thập đỏ tỉnh Bình An', kind: 'other' } },
      },
    ],
    invalid: [
      {
        name: 'Neither letterhead nor text name a body',
        plan: { number: '7/KH', issuedOn: '2024-02-05' },
        findings: ['Không có tên cơ quan ban hành'],
      },
    ],
  },
});
