import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/check/check.ts';
import { planOf, type Sketch } from '../../src/check/examples.ts';
import { rules } from '../../src/check/rules.ts';
import type { PlanUnderCheck } from '../../src/plan/facts.ts';
import { valueAt } from '../../src/plan/pointer.ts';
import { Finding, IssuerKind, IssuerLevel, PlanFacts, TableRowKind } from '../../src/plan/record.ts';
import type { MarkerStyle, PlanNode, PlanParagraph, PlanSection } from '../../src/plan/tree.ts';

const SOUND: Sketch = {
  type: 'Kế hoạch',
  number: '53/KH-UBND',
  issuer: { name: 'Ủy ban nhân dân tỉnh Vĩnh Long', place: { name: 'Vĩnh Long', code: '86' } },
  issuedOn: '2025-08-27',
  title: 'Phát triển người tham gia BHXH, BHYT năm 2025',
  period: '2025',
  signer: { name: 'Lê Văn An', position: 'Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN' },
  citations: [{ number: '102/NQ-CP', issuedOn: '2018-08-03', issuer: 'Chính phủ' }],
  targets: [
    { indicator: 'bhxh', value: 5000, due: '2025' },
    { indicator: 'bhxh-bat-buoc', value: 3800, due: '2025' },
    { indicator: 'bhxh-tu-nguyen', value: 1200, due: '2025' },
  ],
  deadlines: [{ text: 'trước ngày 20/12/2025', due: '2025-12-20' }],
  outline: ['I. Mục đích', 'II. Mục tiêu', '  1. Chung', '  2. Cụ thể', 'III. Thực hiện'],
};

describe('checkPlan', () => {
  it('finds nothing in a plan that is in order', () => {
    expect(checkPlan(planOf(SOUND))).toEqual([]);
  });

  it('lists findings by rule, in the order of the index, in Vietnamese unless told', () => {
    const { number: _, ...unnumbered } = SOUND;
    const plan = planOf({ ...unnumbered, outline: ['1. Một', '1. Hai', '4. Bốn'], issuedOn: '2026-02-03' });
    const found = checkPlan(plan);
    expect(found.map(({ rule }) => rule)).toEqual([
      'number-missing',
      'numbering-gap',
      'numbering-duplicate',
      'period-mismatch',
      'date-after-deadline',
    ]);
    expect(found[0]?.message).toBe('Không có số, ký hiệu văn bản');
    expect(checkPlan(plan, { lang: 'en' })[0]?.message).toBe('There is no document number');
  });

  it('writes numbers as the language does', () => {
    const rows: NonNullable<Sketch['tables']>[number]['rows'] = [
      ['item', 'Phường 1', '1.888,25'],
      ['item', 'Phường 2', '1.000,25'],
      ['total', 'Tổng', '3.000,50'],
    ];
    const plan = planOf({ tables: [{ columns: ['Kinh phí'], rows }] });
    const message = (lang: 'vi' | 'en') =>
      checkPlan(plan, { lang }).find(({ rule }) => rule === 'table-total')?.message;
    expect(message('vi')).toBe('Kinh phí: các dòng cộng lại là 2.888,5, dòng tổng ghi 3.000,5 (lệch 112)');
    expect(message('en')).toBe(
      'Kinh phí: the rows add up to 2,888.5, the total row says 3,000.5 (off by 112)',
    );
  });
});

const words = fc.oneof(
  fc.constantFrom(
    ...[
      'Tổng số',
      'Số hộ',
      'Tỷ lệ hộ nghèo',
      'Đơn vị tính',
      'trong đó',
      'Phường 1',
      'Huyện Mang Thít',
      'BHYT',
      '',
    ],
  ),
  fc.string({ maxLength: 12 }),
);
const someWords = words.map((text) => text || 'x');
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const date = fc.constantFrom(
  '2023',
  '2025-01-X0',
  '2025-08-27',
  '2023-33',
  '2021/2025',
  '202X',
  '2024-02',
  '2030-12-31',
);
const number = fc.oneof(
  fc.constantFrom('53/KH-UBND', '49/KH-BCĐ', '5106/QĐ-', '30/2020/NĐ-CP', '28-NQ/TW', '102/NQ-CP', '-', '/'),
  someWords,
);
const figure = fc.oneof(
  fc.nat(2000),
  fc.constantFrom(29.72, 0, 1e12, 433364),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const place = fc.record({
  name: fc.oneof(fc.constantFrom('Trà Vinh', 'Phường 1'), someWords),
  code: orNull(fc.constantFrom('84', '842', '')),
});
const small = fc.nat(4);
const indicator = fc.constantFrom(
  'bhxh',
  'bhxh-bat-buoc',
  'bhxh-tu-nguyen',
  'bhyt',
  'bhtn',
  'cham-dong',
  'x',
);

const target: fc.Arbitrary<PlanFacts['targets'][number]> = fc.record({
  indicator: orNull(indicator),
  label: someWords,
  group: orNull(words),
  measure: fc.constantFrom('count', 'share', 'amount', 'frequency', 'ratio'),
  change: fc.constantFrom(null, null, 'increase', 'decrease'),
  relation: fc.constantFrom('=', '=', '>=', '>', '<=', '<'),
  value: orNull(figure),
  unit: orNull(fc.constantFrom('người', '%', 'đồng')),
  of: fc.constantFrom(null, 'population', 'labour-force', 'eligible', 'plan', 'receivable', 'group', 'other'),
  reference: orNull(words),
  due: orNull(date),
  place: orNull(place),
  from: orNull(fc.record({ table: small, row: small, column: small })),
});

const table: fc.Arbitrary<PlanFacts['tables'][number]> = fc.record({
  caption: orNull(words),
  page: fc.constant(1),
  columns: fc.array(fc.record({ label: words, indicator: orNull(indicator), unit: orNull(words) }), {
    maxLength: 4,
  }),
  rows: fc.array(
    fc.record({
      label: words,
      place: orNull(place),
      kind: fc.constantFrom(...TableRowKind.options),
      cells: fc.array(fc.record({ text: words, value: orNull(figure) }), { maxLength: 5 }),
    }),
    { maxLength: 7 },
  ),
});

const facts: fc.Arbitrary<PlanFacts> = fc.record({
  type: orNull(fc.constantFrom('Kế hoạch', 'Quyết định', 'Công văn')),
  number: orNull(number),
  issuer: orNull(
    fc.record({
      name: someWords,
      kind: fc.constantFrom(...IssuerKind.options),
      level: orNull(fc.constantFrom(...IssuerLevel.options)),
      place: orNull(place),
    }),
  ),
  issuedOn: orNull(date),
  issuedAt: orNull(words),
  title: orNull(words),
  period: orNull(date),
  signer: orNull(
    fc.record({
      name: someWords,
      position: orNull(words),
      capacity: orNull(fc.constantFrom('TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH', 'TM.', 'TM. BAN CHỈ ĐẠO')),
    }),
  ),
  recipients: fc.array(someWords, { maxLength: 2 }),
  citations: fc.array(
    fc.record({
      number,
      type: orNull(words),
      issuedOn: orNull(date),
      issuer: orNull(fc.oneof(fc.constantFrom('UBND tỉnh', 'Chính phủ'), words)),
      role: fc.constantFrom('basis', 'reference'),
    }),
    { maxLength: 4 },
  ),
  targets: fc.array(target, { maxLength: 8 }),
  tables: fc.array(table, { maxLength: 3 }),
  agencies: fc.constant([]),
  deadlines: fc.array(
    fc.record({
      text: someWords,
      due: orNull(date),
      recurrence: fc.constant(null),
      action: fc.constant(null),
      agency: fc.constant(null),
    }),
    { maxLength: 3 },
  ),
});

const styles: MarkerStyle[] = ['part', 'roman', 'arabic', 'decimal', 'letter', 'dash', 'plus'];

/** Nodes of no document at all: any marker, any place in the text. */
function nodes(length: number, depth: number): fc.Arbitrary<PlanNode[]> {
  const offset = fc.nat(length);
  const span = fc.tuple(offset, offset).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const paragraph: fc.Arbitrary<PlanParagraph> = span.map((at) => ({
    type: 'paragraph',
    value: '',
    span: at,
  }));
  const section: fc.Arbitrary<PlanSection> = fc
    .record({
      style: fc.constantFrom(...styles),
      raw: fc.oneof(fc.constantFrom('I.', '2)', 'đ)', '2.1.', 'Điều 3', '-', 'Phần'), words),
      ordinal: orNull(fc.nat(12)),
      path: fc.array(fc.nat(3), { maxLength: 3 }),
      at: span,
      children: depth === 0 ? fc.constant<PlanNode[]>([]) : nodes(length, depth - 1),
    })
    .map(({ style, raw, ordinal, path, at, children }) => ({
      type: 'section',
      marker: { style, raw, ordinal, path, ...at },
      heading: at,
      titled: false,
      depth: 0,
      span: at,
      children,
    }));
  return fc.array(fc.oneof(paragraph, section, section, section), { maxLength: 5 });
}

const plans: fc.Arbitrary<PlanUnderCheck> = fc
  .record({ facts, text: fc.array(words, { maxLength: 6 }).map((lines) => lines.join('\n')) })
  .chain(({ facts: stated, text }) => {
    const offset = fc.nat(text.length);
    const mention = fc.record({
      label: fc.oneof(fc.constantFrom('', '1', 'IV', '02'), words),
      span: fc.record({ start: offset, end: offset }),
    });
    const pointers = ['/number', '/targets/0/value', '/targets/1/value', '/targets/9/value', '/nothing/here'];
    return fc.record({
      facts: fc.constant(stated),
      evidence: fc.dictionary(
        fc.constantFrom(...pointers),
        fc.record({
          page: fc.constant(1),
          start: offset,
          end: offset,
          quote: fc.constantFrom('29,72%', '1.757 người', '', 'x'),
          confidence: fc.double({ min: 0, max: 1, noNaN: true }),
          boxes: fc.constant([]),
        }),
      ),
      annexes: fc.record({
        cited: fc.array(mention, { maxLength: 3 }),
        present: fc.array(mention, { maxLength: 2 }),
      }),
      unreadDate: orNull(words),
      source: fc.record({
        text: fc.constant(text),
        blocks: fc.constant([]),
        pages: fc.array(
          fc.record({
            page: fc.constantFrom(1, 2),
            origin: fc.constantFrom('text', 'ocr', 'text-layer'),
            confidence: fc.constant(1),
            reason: fc.constant(null),
            problem: fc.constant(null),
            unread: fc.constant([]),
            start: offset,
            end: offset,
          }),
          { maxLength: 2 },
        ),
        words: fc.constant([]),
        repairs: fc.constant([]),
        diacritics: fc.constantFrom('original', 'restored'),
      }),
      tree: nodes(text.length, 2).map((children): PlanUnderCheck['tree'] => ({
        type: 'root',
        children: [{ type: 'region', name: 'body', span: { start: 0, end: text.length }, children }],
      })),
    });
  });

describe('any plan at all', () => {
  it('is checked without a throw, the same way twice, into findings that point into its record', () => {
    const known = new Set(rules.map(({ id }) => id));
    fc.assert(
      fc.property(plans, (plan) => {
        PlanFacts.parse(plan.facts);
        const before = JSON.stringify(plan);
        const found = checkPlan(plan);
        expect(JSON.stringify(plan)).toBe(before);
        expect(checkPlan(plan)).toEqual(found);
        for (const finding of found) {
          Finding.parse(finding);
          expect(known.has(finding.rule)).toBe(true);
          expect(finding.message).not.toMatch(/undefined|NaN/);
          for (const pointer of finding.at) expect(valueAt(plan.facts, pointer), pointer).toBeDefined();
        }
      }),
      { numRuns: 100 },
    );
  });
});
