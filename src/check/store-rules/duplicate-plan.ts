import { samePlans } from '../same-plan.ts';
import { PLANTING, PLANTING_TEXT } from '../store-examples.ts';
import { defineStoreRule } from '../store-rule.ts';

/** So many of the copies are named. */
const MOST_NAMED = 5;

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
    several: {
      vi: 'Văn bản này có {count} bản trong kho, từ {count} tệp khác nhau; các bản kia: {others}',
      en: 'This document is stored {count} times, from {count} different files; the others: {others}',
    },
  },
  async check(shelf, report) {
    for (const { first, others, likeness } of (await samePlans(shelf)).copies) {
      const [copy] = others;
      if (copy === undefined) continue;
      if (others.length === 1) {
        report({
          message: 'same',
          values: { other: first.id, path: first.path, percent: Math.round(likeness * 100) },
          planId: copy.id,
          others: [first.id],
          at: copy.number === null ? [] : ['/number'],
        });
        continue;
      }
      const named = others.slice(0, MOST_NAMED).map(({ id, path }) => `${id} (${path})`);
      const listed = others.length > MOST_NAMED ? [...named, '…'] : named;
      report({
        message: 'several',
        values: { count: others.length + 1, others: listed.join('; ') },
        planId: first.id,
        others: others.map(({ id }) => id),
        at: first.number === null ? [] : ['/number'],
      });
    }
  },
  examples: {
    valid: [
      {
        name: 'Two places filled in the same model',
        plans: [
          PLANTING,
          {
            ...PLANTING,
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
          PLANTING,
          { ...PLANTING, id: 'tan-an-7-2025', issuedOn: '2025-03-05', title: 'Trồng cây xanh năm 2025' },
        ],
      },
    ],
    invalid: [
      {
        name: 'A second scan with a slip of reading',
        plans: [
          PLANTING,
          { ...PLANTING, id: 'tan-an-7-b', text: PLANTING_TEXT.replace('chăm sóc', 'chàm sóc tốt') },
        ],
        findings: ['Trùng với tan-an-7 (tan-an-7.txt): lời văn giống 95 %'],
      },
      {
        name: 'A copy of which the head was cut off',
        plans: [PLANTING, { id: 'x', title: 'Trồng cây xanh năm 2024', text: PLANTING_TEXT }],
        findings: ['Trùng với tan-an-7 (tan-an-7.txt): lời văn giống 100 %'],
      },
      {
        name: 'Three copies: one finding for all of them',
        plans: [PLANTING, { ...PLANTING, id: 'tan-an-7-b' }, { ...PLANTING, id: 'tan-an-7-c' }],
        findings: [
          'Văn bản này có 3 bản trong kho, từ 3 tệp khác nhau; các bản kia: tan-an-7-b (tan-an-7-b.txt); tan-an-7-c (tan-an-7-c.txt)',
        ],
      },
    ],
  },
});
