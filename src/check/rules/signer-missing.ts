import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'signer-missing',
  severity: 'error',
  summary: {
    vi: 'Văn bản không có họ tên người ký, hoặc không đọc được',
    en: 'The document names no signer, or the name could not be read',
  },
  why: {
    vi: 'Văn bản không có người ký thì chưa có giá trị; thường là dự thảo hoặc thiếu trang cuối.',
    en: 'Unsigned, a plan has no force: mostly it is a draft, or its last page is missing.',
  },
  settle: {
    vi: 'Xem trang cuối phần lời (trước phụ lục). Thiếu trang thì bổ sung; dự thảo thì tìm bản đã ký; chữ ký che họ tên thì ghi nhận khi đối chiếu.',
    en: 'Look at the last page before the annexes. Add a missing page, replace a draft by the signed copy, and where a seal hides the name, accept the finding with that reason.',
  },
  source: 'Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 và Phụ lục I phần I mục II.7',
  messages: {
    missing: { vi: 'Không có họ tên người ký', en: 'There is no signer' },
  },
  check({ facts }, report) {
    if (facts.signer === null) report({ message: 'missing', at: ['/signer'] });
  },
  examples: {
    valid: [
      {
        name: 'Name, office and capacity',
        plan: {
          signer: { name: 'Trần Văn An', position: 'Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN' },
        },
      },
      { name: 'A name without an office', plan: { signer: { name: 'Trần Văn An' } } },
    ],
    invalid: [
      {
        name: 'The text ends before the signature',
        plan: { number: '12/KH-UBND', title: 'Trồng cây phân tán năm 2024' },
        findings: ['Không có họ tên người ký'],
      },
    ],
  },
});
