import { planPairs } from '../same-plan.ts';
import { defineStoreRule, type StoredExample } from '../store-rule.ts';

const BODY =
  'Ủy ban nhân dân xã Tân An ban hành Kế hoạch trồng cây xanh năm 2024 trên địa bàn toàn xã: mỗi thôn trồng 1.200 cây dọc các tuyến đường, giao các đoàn thể chăm sóc và báo cáo kết quả hằng quý.';
const PLAN: StoredExample = {
  id: 'tan-an-7',
  number: '7/KH-UBND',
  issuer: { name: 'Ủy ban nhân dân xã Tân An', level: 'commune', place: { name: 'Tân An', code: '27000' } },
  issuedOn: '2024-03-05',
  title: 'Trồng cây xanh năm 2024',
  text: BODY,
};

export default defineStoreRule({
  id: 'duplicate-plan',
  severity: 'warning',
  summary: {
    vi: 'Một kế hoạch có trong kho hai lần, từ hai tệp khác nhau',
    en: 'The same plan is stored twice, from two different files',
  },
  why: {
    vi: 'Bản quét và bản mềm của một văn bản, hay hai lần quét, làm mọi con số tổng hợp bị tính hai lần. Mẫu chung mà nhiều nơi cùng dùng không phải là trùng: số, ngày hoặc cơ quan đã khác.',
    en: 'The scan and the digital copy of one document, or two scans of it, make every figure count twice. A model that many places filled in is no duplicate: number, date or issuer differ. Where one copy lacks number, date or issuer, texts that are nearly the same tell.',
  },
  settle: {
    vi: 'So hai tệp, giữ bản đọc tốt hơn trong thư mục nguồn và chạy lại ingest.',
    en: 'Compare the two files, keep the one that reads better in the source folder and run ingest again.',
  },
  source: 'So sánh số, ký hiệu, ngày, cơ quan ban hành và lời văn',
  messages: {
    same: {
      vi: 'Trùng với {other} ({path}): lời văn giống {percent} %',
      en: 'The same as {other} ({path}): {percent} % of the text is alike',
    },
  },
  async check(shelf, report) {
    for (const { one, other, kind, likeness } of await planPairs(shelf)) {
      if (kind !== 'same') continue;
      report({
        message: 'same',
        values: { other: one.id, path: one.path, percent: Math.round(likeness * 100) },
        planId: other.id,
        others: [one.id],
        at: other.number === null ? [] : ['/number'],
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'Two places filled in the same model',
        plans: [
          PLAN,
          {
            ...PLAN,
            id: 'tan-binh-7',
            issuer: {
              name: 'Ủy ban nhân dân xã Tân Bình',
              level: 'commune',
              place: { name: 'Tân Bình', code: '27001' },
            },
          },
        ],
      },
      {
        name: 'The same plan of another year bears the same number',
        plans: [
          PLAN,
          { ...PLAN, id: 'tan-an-7-2025', issuedOn: '2025-03-05', title: 'Trồng cây xanh năm 2025' },
        ],
      },
    ],
    invalid: [
      {
        name: 'A second scan with a slip of reading',
        plans: [PLAN, { ...PLAN, id: 'tan-an-7-b', text: BODY.replace('chăm sóc', 'chàm sóc tốt') }],
        findings: ['Trùng với tan-an-7 (tan-an-7.txt): lời văn giống 88 %'],
      },
      {
        name: 'A copy of which the head was cut off',
        plans: [PLAN, { id: 'x', title: 'Trồng cây xanh năm 2024', text: BODY }],
        findings: ['Trùng với tan-an-7 (tan-an-7.txt): lời văn giống 100 %'],
      },
    ],
  },
});
