import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'title-missing',
  severity: 'error',
  summary: {
    vi: 'Văn bản không có trích yếu nội dung, hoặc không đọc được',
    en: 'The document has no title, or it could not be read',
  },
  why: {
    vi: 'Trích yếu cho biết kế hoạch về việc gì và cho thời gian nào.',
    en: 'The title says what the plan is about and which time it covers.',
  },
  settle: {
    vi: 'Xem dưới chữ KẾ HOẠCH trong bản gốc. Nếu trích yếu bị mất khi quét thì quét lại trang đầu.',
    en: 'Look below the word KẾ HOẠCH in the original. If the title was lost in scanning, scan the first page again.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 và Phụ lục I phần I mục II.5',
  messages: {
    missing: { vi: 'Không có trích yếu nội dung', en: 'There is no title' },
  },
  check({ facts }, report) {
    if (facts.title === null) report({ message: 'missing', at: ['/title'] });
  },
  examples: {
    valid: [
      { name: 'A title below KẾ HOẠCH', plan: { type: 'Kế hoạch', title: 'Trồng cây phân tán năm 2024' } },
      { name: 'A title all in capitals', plan: { title: 'TRỒNG CÂY PHÂN TÁN NĂM 2024' } },
    ],
    invalid: [
      {
        name: 'KẾ HOẠCH is followed by the legal bases at once',
        plan: { type: 'Kế hoạch', number: '12/KH-UBND' },
        findings: ['Không có trích yếu nội dung'],
      },
    ],
  },
});
