import { createHash } from 'node:crypto';
import { type Evidence, PlanRecord } from '../../src/plan/record.ts';

export interface SamplePlan {
  record: PlanRecord;
  text: string;
}

/** A text that is put together line by line, and where in it each value stands. */
class Writer {
  text = '';
  readonly evidence: Record<string, Evidence> = {};

  /** Adds a line in which the parts given with a pointer are the evidence of that value. */
  line(page: number, ...parts: (string | [pointer: string, quote: string])[]): void {
    for (const part of parts) {
      if (typeof part === 'string') {
        this.text += part;
        continue;
      }
      const [pointer, quote] = part;
      const start = this.text.length;
      this.text += quote;
      this.evidence[pointer] = { page, start, end: this.text.length, quote, confidence: 1, boxes: [] };
    }
    this.text += '\n';
  }
}

interface Coverage {
  id: string;
  number: string;
  place: { name: string; code: string };
  year: number;
  issuedOn: string;
  share: number;
  covered: number;
  wards: [name: string, count: number][];
  /** What the table's last row states. */
  total: number;
  citations: [type: string, number: string, issuedOn: string][];
  lead: string;
}

/** Invented plans of two invented provinces: two years of the one, one of the other. */
export const SAMPLE_PLANS: SamplePlan[] = [
  coveragePlan({
    id: 'hai-van-12-kh-ubnd-2024',
    number: '12/KH-UBND',
    place: { name: 'Hải Vân', code: '98' },
    year: 2024,
    issuedOn: '2024-02-05',
    share: 92.5,
    covered: 812400,
    wards: [
      ['Phường Đông Hải', 41200],
      ['Phường Tây Sơn', 38150],
      ['Xã Bình Lâm', 9870],
    ],
    total: 89220,
    citations: [
      ['Nghị quyết', '102/NQ-CP', '2018-08-03'],
      ['Quyết định', '546/QĐ-TTg', '2022-04-29'],
    ],
    lead: 'Sở Lao động - Thương binh và Xã hội',
  }),
  coveragePlan({
    id: 'hai-van-31-kh-ubnd-2025',
    number: '31/KH-UBND',
    place: { name: 'Hải Vân', code: '98' },
    year: 2025,
    issuedOn: '2025-01-1X',
    share: 94,
    covered: 835000,
    wards: [
      ['Phường Đông Hải', 42600],
      ['Phường Tây Sơn', 39400],
      ['Xã Bình Lâm', 10310],
    ],
    total: 92130,
    citations: [
      ['Nghị quyết', '102/NQ-CP', '2018-08-03'],
      ['Nghị quyết', '28-NQ/TW', '2018-05-23'],
    ],
    lead: 'Sở Nội vụ',
  }),
  coveragePlan({
    id: 'tan-giang-7-kh-ubnd-2025',
    number: '7/KH-UBND',
    place: { name: 'Tân Giang', code: '99' },
    year: 2025,
    issuedOn: '2025-03-20',
    share: 91.2,
    covered: 640300,
    wards: [
      ['Phường Một', 22140],
      ['Xã Long Hòa', 15020],
    ],
    total: 37160,
    citations: [['Chỉ thị', '38-CT/TW', '2009-09-07']],
    lead: 'Sở Nội vụ',
  }),
];

function coveragePlan(plan: Coverage): SamplePlan {
  const { place, year, wards } = plan;
  const share = `${String(plan.share).replace('.', ',')}%`;
  const agencies = [plan.lead, 'Bảo hiểm xã hội tỉnh'];
  const paper = new Writer();
  const title = `Thực hiện chỉ tiêu bao phủ bảo hiểm y tế năm ${year}`;
  paper.line(1, ['/issuer/name', `ỦY BAN NHÂN DÂN TỈNH ${place.name.toUpperCase()}`]);
  paper.line(1, 'Số: ', ['/number', plan.number]);
  paper.line(1, 'KẾ HOẠCH ', ['/title', title]);
  for (const [at, [type, number, day]] of plan.citations.entries()) {
    paper.line(
      1,
      'Căn cứ ',
      [`/citations/${at}/type`, type],
      ' số ',
      [`/citations/${at}/number`, number],
      ` ${day}`,
    );
  }
  paper.line(
    2,
    ['/targets/0/label', 'Tỷ lệ bao phủ BHYT'],
    ' đạt từ ',
    ['/targets/0/value', share],
    ' trở lên',
  );
  paper.line(2, ['/targets/1/label', 'Số người tham gia BHYT'], ': ', [
    '/targets/1/value',
    grouped(plan.covered),
  ]);
  for (const [at, [name, count]] of wards.entries()) {
    paper.line(3, [`/tables/0/rows/${at}/label`, name], '\t', [`/targets/${at + 2}/value`, grouped(count)]);
  }
  paper.line(3, 'Cộng\t', grouped(plan.total));
  paper.line(4, ['/deadlines/0/text', `trước ngày 15 tháng 11 năm ${year}`], ', ', [
    '/deadlines/0/action',
    'báo cáo',
  ]);
  paper.line(4, ['/deadlines/1/text', 'Định kỳ hằng quý'], ' tổng hợp');
  for (const [at, name] of agencies.entries()) {
    paper.line(5, [`/agencies/${at}/name`, name]);
    paper.line(5, [`/agencies/${at}/tasks/0/text`, taskText(at)]);
  }

  const total = wards.reduce((sum, [, count]) => sum + count, 0);
  const whole = { indicator: 'bhyt', group: null, change: null, reference: null, due: String(year) };
  const record = PlanRecord.parse({
    schemaVersion: 1,
    id: plan.id,
    status: 'complete',
    source: {
      path: `inbox/${plan.id}.txt`,
      sha256: createHash('sha256').update(paper.text).digest('hex'),
      mediaType: 'text/plain',
      bytes: Buffer.byteLength(paper.text),
      pages: [1, 2, 3, 4, 5].map((page) => ({ page, origin: 'text', confidence: 1, reason: null })),
      diacritics: 'original',
    },
    type: 'Kế hoạch',
    number: plan.number,
    issuer: {
      name: `Ủy ban nhân dân tỉnh ${place.name}`,
      kind: 'peoples-committee',
      level: 'province',
      place,
    },
    issuedOn: plan.issuedOn,
    issuedAt: place.name,
    title,
    period: String(year),
    signer: { name: 'Lê Thị Mai', position: 'Phó Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH' },
    recipients: ['Các sở, ban, ngành', 'Lưu: VT'],
    citations: plan.citations.map(([type, number, issuedOn]) => ({
      number,
      type,
      issuedOn,
      issuer: null,
      role: 'basis',
    })),
    targets: [
      {
        ...whole,
        label: 'Tỷ lệ bao phủ BHYT',
        measure: 'share',
        relation: '>=',
        value: plan.share,
        unit: '%',
        of: 'population',
        place: null,
        from: null,
      },
      {
        ...whole,
        label: 'Số người tham gia BHYT',
        measure: 'count',
        relation: '=',
        value: plan.covered,
        unit: 'người',
        of: null,
        place: null,
        from: null,
      },
      ...wards.map(([name, value], row) => ({
        ...whole,
        label: 'Số người tham gia BHYT',
        measure: 'count',
        relation: '=',
        value,
        unit: 'người',
        of: null,
        place: { name, code: null },
        from: { table: 0, row, column: 0 },
      })),
    ],
    tables: [
      {
        caption: 'Chỉ tiêu giao các xã, phường',
        page: 3,
        columns: [{ label: 'BHYT', indicator: 'bhyt', unit: 'người' }],
        rows: [
          ...wards.map(([name, value]) => ({
            label: name,
            place: { name, code: null },
            kind: 'item',
            cells: [{ text: grouped(value), value }],
          })),
          {
            label: 'Cộng',
            place: null,
            kind: 'total',
            cells: [{ text: grouped(plan.total), value: plan.total }],
          },
        ],
      },
    ],
    agencies: [
      {
        name: agencies[0],
        id: plan.lead === 'Sở Nội vụ' ? 'so-noi-vu' : 'so-lao-dong',
        tasks: [{ text: taskText(0), role: 'lead', partners: ['Bảo hiểm xã hội tỉnh'], deadlines: [0, 1] }],
      },
      {
        name: agencies[1],
        id: 'bhxh-tinh',
        tasks: [{ text: taskText(1), role: 'partner', partners: [], deadlines: [] }],
      },
    ],
    deadlines: [
      {
        text: `trước ngày 15 tháng 11 năm ${year}`,
        due: `${year}-11-15`,
        recurrence: null,
        action: 'báo cáo',
        agency: plan.lead,
      },
      {
        text: 'Định kỳ hằng quý',
        due: null,
        recurrence: 'FREQ=MONTHLY;INTERVAL=3',
        action: 'tổng hợp',
        agency: plan.lead,
      },
    ],
    findings:
      total === plan.total
        ? []
        : [
            {
              rule: 'table-total',
              severity: 'error',
              message: `BHYT: các dòng cộng lại là ${grouped(total)}, dòng tổng ghi ${grouped(plan.total)}`,
              at: [`/tables/0/rows/${wards.length}/cells/0`],
              expected: total,
              actual: plan.total,
              suggestion: null,
            },
          ],
    evidence: paper.evidence,
  });
  return { record, text: paper.text };
}

function taskText(agency: number): string {
  return agency === 0
    ? 'Chủ trì, phối hợp với Bảo hiểm xã hội tỉnh theo dõi, đôn đốc thực hiện chỉ tiêu; báo cáo kết quả'
    : 'Phối hợp rà soát người chưa tham gia bảo hiểm y tế';
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** One of SAMPLE_PLANS; throws where there is none. */
export function sample(at: number): SamplePlan {
  const plan = SAMPLE_PLANS[at];
  if (plan === undefined) throw new Error(`no sample ${at}`);
  return plan;
}
