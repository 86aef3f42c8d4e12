import { expect, test } from 'vitest';
import { processDocument } from '../src/pipeline.ts';

/** How a plan may number its parts, their items and what is below those; `part` and `item` count from 0. */
interface Scheme {
  part(part: number, title: string): string;
  item(part: number, item: number, text: string): string;
  below(part: number, item: number, at: number, text: string): string;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];
const LETTERS = 'ABCDE';
const capitals = (text: string): string => text.toUpperCase();
const dash = (_part: number, _item: number, _at: number, text: string): string => `- ${text}`;
const plus = (_part: number, _item: number, _at: number, text: string): string => `+ ${text}`;
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm'];

const SCHEMES: Record<string, Scheme> = {
  'I. 1. -': {
    part: (i, t) => `${ROMAN[i]}. ${capitals(t)}`,
    item: (_, i, t) => `${i + 1}. ${t}`,
    below: dash,
  },
  'I. 1. a)': {
    part: (i, t) => `${ROMAN[i]}. ${t}`,
    item: (_, i, t) => `${i + 1}. ${t}`,
    below: (_p, _i, at, t) => `${'abcde'[at]}) ${t}`,
  },
  'A. I. 1.': {
    part: (i, t) => `${LETTERS[i]}. ${capitals(t)}`,
    item: (_, i, t) => `${ROMAN[i]}. ${t}`,
    below: (_p, _i, at, t) => `${at + 1}. ${t}`,
  },
  'Phần thứ nhất I. 1.': {
    part: (i, t) => `Phần thứ ${ORDINALS[i]}\n${capitals(t)}`,
    item: (_, i, t) => `${ROMAN[i]}. ${t}`,
    below: (_p, _i, at, t) => `${at + 1}. ${t}`,
  },
  '1. 1.1. -': {
    part: (i, t) => `${i + 1}. ${capitals(t)}`,
    item: (p, i, t) => `${p + 1}.${i + 1}. ${t}`,
    below: dash,
  },
  '1. 1.1. 1.1.1.': {
    part: (i, t) => `${i + 1}. ${t}`,
    item: (p, i, t) => `${p + 1}.${i + 1}. ${t}`,
    below: (p, i, at, t) => `${p + 1}.${i + 1}.${at + 1}. ${t}`,
  },
  'Điều 1. 1. a)': {
    part: (i, t) => `Điều ${i + 1}. ${t}`,
    item: (_, i, t) => `${i + 1}. ${t}`,
    below: (_p, _i, at, t) => `${'abcde'[at]}) ${t}`,
  },
  'I- 1- -': {
    part: (i, t) => `${ROMAN[i]}- ${capitals(t)}`,
    item: (_, i, t) => `${i + 1}- ${t}`,
    below: dash,
  },
  'I/ 1/ +': {
    part: (i, t) => `${ROMAN[i]}/ ${capitals(t)}`,
    item: (_, i, t) => `${i + 1}/ ${t}`,
    below: plus,
  },
  'I. (1) -': {
    part: (i, t) => `${ROMAN[i]}. ${capitals(t)}`,
    item: (_, i, t) => `(${i + 1}) ${t}`,
    below: dash,
  },
  'I. • +': { part: (i, t) => `${ROMAN[i]}. ${capitals(t)}`, item: (_p, _i, t) => `• ${t}`, below: plus },
  '## ### -': {
    part: (i, t) => `## ${ROMAN[i]}. ${t}`,
    item: (_, i, t) => `### ${i + 1}. ${t}`,
    below: dash,
  },
  '**I.** **1.** -': {
    part: (i, t) => `**${ROMAN[i]}. ${capitals(t)}**`,
    item: (_, i, t) => `**${i + 1}. ${t}**`,
    below: dash,
  },
  'in bold without numbers': {
    part: (_, t) => `**${capitals(t)}**`,
    item: (_p, _i, t) => `*${t}*`,
    below: (_p, _i, _at, t) => `* ${t}`,
  },
  'in capitals without numbers': { part: (_, t) => capitals(t), item: (_p, _i, t) => t, below: dash },
};

const PARTS: readonly [string, readonly [string, ...string[]][]][] = [
  [
    'Mục đích, yêu cầu',
    [
      [
        'Mục đích',
        'Cụ thể hóa các nhiệm vụ, giải pháp để nâng cao chất lượng cuộc sống của Nhân dân, nhất là ở vùng sâu, vùng xa và vùng đồng bào dân tộc thiểu số.',
      ],
    ],
  ],
  [
    'Mục tiêu',
    [
      [
        'Mục tiêu chung',
        'Phát triển toàn diện kinh tế - xã hội, nâng cao đời sống vật chất và tinh thần của Nhân dân, bảo đảm quốc phòng, an ninh và trật tự, an toàn xã hội.',
      ],
      ['Mục tiêu cụ thể', 'Tỷ lệ hộ sử dụng nước sạch đạt 95%.', 'Xây dựng mới 12 trạm y tế.'],
    ],
  ],
  ['Nhiệm vụ và giải pháp', [['Về lâm nghiệp', 'Trồng mới 350 ha rừng sản xuất.']]],
  ['Kinh phí thực hiện', [['Tổng kinh phí: 12.500 triệu đồng']]],
  [
    'Tổ chức thực hiện',
    [
      [
        'Sở Y tế:',
        'Chủ trì, phối hợp với Sở Tài chính và các cơ quan liên quan tham mưu UBND tỉnh bố trí kinh phí thực hiện các nhiệm vụ của Kế hoạch này theo quy định của pháp luật.',
        'Định kỳ hằng quý báo cáo UBND tỉnh.',
      ],
      ['UBND các xã, phường:', 'Xây dựng kế hoạch triển khai.', 'Báo cáo kết quả trước ngày 15/12/2026.'],
    ],
  ],
];

function plan(scheme: Scheme, gap: string): string {
  const body = PARTS.flatMap(([title, items], part) => [
    scheme.part(part, title),
    ...items.flatMap(([heading, ...below], item) => [
      scheme.item(part, item, heading),
      ...below.map((text, at) => scheme.below(part, item, at, text)),
    ]),
  ]);
  const head = [
    'ỦY BAN NHÂN DÂN',
    'TỈNH BẮC GIANG',
    'Số: 12/KH-UBND',
    'Bắc Giang, ngày 10 tháng 01 năm 2026',
    'KẾ HOẠCH',
    'Phát triển kinh tế - xã hội năm 2026',
    'Thực hiện Nghị quyết số 01/NQ-CP của Chính phủ, UBND tỉnh ban hành Kế hoạch như sau:',
  ];
  return [...head, ...body, 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Văn A'].join(gap);
}

test.each(
  Object.entries(SCHEMES).flatMap(([name, scheme]) => [
    [name, 'md', plan(scheme, '\n\n')],
    [name, 'txt', plan(scheme, '\n')],
  ]),
)('a plan numbered %s in a .%s is read alike', async (_, ending, text) => {
  const { record } = await processDocument({ path: `plan.${ending}`, bytes: new TextEncoder().encode(text) });
  expect(record.targets.map(({ value, unit }) => [value, unit])).toEqual([
    [95, '%'],
    [12, 'trạm y tế'],
    [350, 'ha'],
  ]);
  expect(record.agencies.map(({ name, tasks }) => [name, tasks.length])).toEqual([
    ['Sở Y tế', 2],
    ['UBND các xã, phường', 2],
  ]);
  expect(record.deadlines.map(({ due, recurrence }) => due ?? recurrence)).toEqual([
    'FREQ=MONTHLY;INTERVAL=3',
    '2026-12-15',
  ]);
  expect(record.signer?.name).toBe('Nguyễn Văn A');
});
