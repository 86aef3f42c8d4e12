import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlanRecord } from '../../src/plan/record.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

let folder = '';
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openStore(join(folder, 'plans.sqlite'));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const phrase = fc.oneof(
  fc.constantFrom('Sở Nội vụ', 'người', 'd\'Arc "x" \\ %_', 'tỷ lệ 96,11%', '\u{1F4C4} trang', 'a\nb\tc'),
  fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const some = <T>(value: fc.Arbitrary<T>, maxLength = 4): fc.Arbitrary<T[]> => fc.array(value, { maxLength });
const offset = fc.nat(40);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);
const date = fc.constantFrom('2025', '2025-11-30', '2025-01-X0', '2023-33', '2021/2025', '2025-02', '199X');
const town = fc.record({ name: phrase, code: maybe(phrase) });
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const page = fc.integer({ min: 1, max: 9 });

const cell = fc.record({ text: phrase, value: maybe(number) });
const table = fc.record({
  caption: maybe(phrase),
  page,
  columns: some(fc.record({ label: phrase, indicator: maybe(phrase), unit: maybe(phrase) })),
  rows: some(
    fc.record({
      label: phrase,
      place: maybe(town),
      kind: fc.constantFrom('item', 'total', 'subtotal', 'heading'),
      cells: some(cell),
    }),
  ),
});
const evidence = fc.record({
  page,
  start: offset,
  end: offset,
  quote: phrase,
  confidence: share,
  boxes: some(fc.tuple(share, share, share, share), 2),
});
const pointer = fc.oneof(
  fc.constantFrom('/number', '/title', '/targets/0/value', '/targets/1/label', '/deadlines/0', '/a~1b~0'),
  phrase.map((name) => `/${name}`),
);

const record = fc
  .tuple(some(table, 3), some(date, 5))
  .chain(([tables, dues]) => {
    const cells = tables.flatMap(({ rows }, at) =>
      rows.flatMap((row, line) => row.cells.map((_, column) => ({ table: at, row: line, column }))),
    );
    const from = cells.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...cells));
    const deadline = dues.length === 0 ? fc.constant([]) : some(fc.nat(dues.length - 1));
    return fc.record({
      schemaVersion: fc.constant(1),
      id: fc.constantFrom('ke-hoach', 'ke-hoach-2'),
      status: fc.constantFrom('complete', 'partial', 'failed'),
      source: fc.record({
        path: phrase,
        sha256: fc.constant('0f'.repeat(32)),
        mediaType: phrase,
        bytes: fc.nat(),
        pages: fc.nat(3).chain((count) =>
          fc.tuple(
            ...Array.from({ length: count }, (_, at) =>
              fc.record({
                page: fc.constant(at + 1),
                origin: fc.constantFrom('text', 'text-layer', 'ocr'),
                confidence: share,
                reason: fc.constantFrom(null, 'no-layer', 'tcvn3'),
              }),
            ),
          ),
        ),
        diacritics: fc.constantFrom('original', 'restored'),
      }),
      type: maybe(phrase),
      number: maybe(phrase),
      issuer: maybe(
        fc.record({
          name: phrase,
          kind: fc.constantFrom('peoples-committee', 'steering-committee', 'department', 'other'),
          level: maybe(fc.constantFrom('central', 'province', 'district', 'commune')),
          place: maybe(town),
        }),
      ),
      issuedOn: maybe(date),
      issuedAt: maybe(phrase),
      title: maybe(phrase),
      period: maybe(date),
      signer: maybe(fc.record({ name: phrase, position: maybe(phrase), capacity: maybe(phrase) })),
      recipients: some(phrase),
      citations: some(
        fc.record({
          number: phrase,
          type: maybe(phrase),
          issuedOn: maybe(date),
          issuer: maybe(phrase),
          role: fc.constantFrom('basis', 'reference'),
        }),
      ),
      targets: some(
        fc.record({
          indicator: maybe(phrase),
          label: phrase,
          group: maybe(phrase),
          measure: fc.constantFrom('count', 'share', 'amount', 'frequency', 'ratio'),
          change: maybe(fc.constantFrom('increase', 'decrease')),
          relation: fc.constantFrom('=', '>=', '>', '<=', '<'),
          value: maybe(number),
          unit: maybe(phrase),
          of: maybe(fc.constantFrom('population', 'labour-force', 'other')),
          reference: maybe(phrase),
          due: maybe(date),
          place: maybe(town),
          from,
        }),
        80,
      ),
      tables: fc.constant(tables),
      agencies: some(
        fc.record({
          name: phrase,
          id: maybe(phrase),
          tasks: some(
            fc.record({
              text: phrase,
              role: maybe(fc.constantFrom('lead', 'partner')),
              partners: some(phrase),
              deadlines: deadline,
            }),
          ),
        }),
      ),
      deadlines: fc.constant(
        dues.map((due) => ({ text: 'hạn', due, recurrence: null, action: null, agency: 'Sở Nội vụ' })),
      ),
      findings: some(
        fc.record({
          rule: phrase,
          severity: fc.constantFrom('error', 'warning', 'info'),
          message: phrase,
          at: some(pointer),
          expected: maybe(fc.oneof(number, phrase)),
          actual: maybe(fc.oneof(number, phrase)),
          suggestion: maybe(phrase),
        }),
      ),
      evidence: fc.dictionary(pointer, evidence, { maxKeys: 12, noNullPrototype: true }),
    });
  })
  .map((value) => PlanRecord.parse(value));

/** Any text but NUL, which a normalised text does not hold. */
const text = fc.string({ maxLength: 400, unit: 'binary' }).map((value) => value.replaceAll('\0', ' '));

test('whatever is saved comes back, and saving it again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(record, text, async (plan, words) => {
      await store.save(plan, words);
      expect(await store.get(plan.id)).toEqual({ record: plan, text: words });
      expect(await store.save(plan, words)).toBe('unchanged');
      expect((await store.list()).find(({ id }) => id === plan.id)).toMatchObject({
        targets: plan.targets.length,
        tasks: plan.agencies.reduce((sum, agency) => sum + agency.tasks.length, 0),
        findings: plan.findings.length,
      });
    }),
    { numRuns: 150 },
  );
});
