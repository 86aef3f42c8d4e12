import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compare, type Question } from '../../src/compare/compare.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import { regionNamed } from '../../src/lexicon/regions.ts';
import { BEN_TRE, count, figure, HUE, pair, passage, source, TRA_VINH, VINH_LONG } from './figures.ts';

const ask = (
  figures: Parameters<typeof source>[0],
  question: Partial<Question> = {},
  bases: Parameters<typeof source>[1] = [],
): Promise<Comparison> => compare({ indicator: 'bhyt', ...question }, source(figures, bases));

/** Rows as `place: year value kind`. */
const rows = (comparison: Comparison): string[] =>
  comparison.rows.map(
    ({ place, cells }) =>
      `${place.name}${place.to === null ? '' : ' (old)'}: ${cells.map(({ year, relation, value, kind }) => `${year} ${relation}${value}${kind === 'stated' ? '' : ` ${kind}`}`).join(', ')}`,
  );

describe('places over time', () => {
  it('sets an old province below the one it went into', async () => {
    const found = await ask([figure(TRA_VINH, 2023, 94), figure(VINH_LONG, 2026, 95)]);
    expect(rows(found)).toEqual(['Vĩnh Long: 2026 =95', 'Trà Vinh (old): 2023 =94']);
    expect(found.rows.map((row) => row.today?.name)).toEqual(['Vĩnh Long', 'Vĩnh Long']);
    expect(found.unmerged).toEqual([
      {
        place: { code: '86', name: 'Vĩnh Long' },
        year: 2023,
        why: 'parts-missing',
        parts: ['Bến Tre', 'Vĩnh Long'],
      },
    ]);
  });

  it('takes a province that only changed its name or type for the same', async () => {
    const found = await ask([
      figure(['Thừa Thiên Huế', '46'], 2023, 98),
      figure(HUE, 2025, 98.5),
      figure(HUE, 2026, 99),
    ]);
    expect(rows(found)).toEqual(['Huế: 2023 =98, 2025 =98.5, 2026 =99']);
    expect(found.rows[0]?.cells.map((cell) => cell.change?.difference ?? null)).toEqual([null, 0.5, 0.5]);
  });

  it('sums counts over a merged province when all parts are there', async () => {
    const parts = [count(TRA_VINH, 2023, 900), count(BEN_TRE, 2023, 1200), count(VINH_LONG, 2023, 1000)];
    const found = await ask([...parts, count(VINH_LONG, 2026, 3200)], { measure: 'count' });
    expect(rows(found)).toEqual([
      'Vĩnh Long: 2023 =3100 sum, 2026 =3200',
      'Bến Tre (old): 2023 =1200',
      'Trà Vinh (old): 2023 =900',
      'Vĩnh Long (old): 2023 =1000',
    ]);
    const sum = found.rows[0]?.cells[0];
    expect(sum?.formula).toBe('1200 + 900 + 1000');
    expect(sum?.sources.map((each) => each.plan)).toEqual(['83-2023', '84-2023', '86-2023']);
    expect(found.rows[0]?.cells[1]?.change).toEqual({
      from: 2023,
      difference: 100,
      growth: 3.23,
      bounds: false,
    });
    expect(found.unmerged).toEqual([]);
  });

  it('weighs the shares of a merged province by their bases, and makes none where one is unknown', async () => {
    const shares = [figure(TRA_VINH, 2023, 90), figure(BEN_TRE, 2023, 95), figure(VINH_LONG, 2023, 92)];
    const bases = [
      pair('84-2023', 2023, 900, 90),
      pair('83-2023', 2023, 1900, 95),
      pair('86-2023', 2023, 920, 92),
    ];
    const all = await ask(shares, {}, bases);
    expect(rows(all)[0]).toBe('Vĩnh Long: 2023 =93 sum');
    expect(all.rows[0]?.cells[0]?.formula).toBe(
      '(95 % × 2000 + 90 % × 1000 + 92 % × 1000) / (2000 + 1000 + 1000)',
    );
    const some = await ask(shares, {}, bases.slice(0, 2));
    expect(some.unmerged.map(({ why, parts }) => [why, parts])).toEqual([['bases-missing', ['Vĩnh Long']]]);
  });

  it.each([
    [['>=', '=', '='], '>='],
    [['>=', '>', '='], '>'],
    [['<=', '=', '='], '<='],
    [['>=', '<=', '='], null],
  ])('sums the bounds %j to %s', async (relations, sum) => {
    const found = await ask(
      [BEN_TRE, TRA_VINH, VINH_LONG].map((place, i) =>
        count(place, 2023, 10, { relation: relations[i] ?? '=' }),
      ),
      { measure: 'count' },
    );
    const cell = found.rows.find(({ place }) => place.to === null)?.cells[0];
    expect(cell?.relation ?? null).toBe(sum);
    expect(found.unmerged.map(({ why }) => why)).toEqual(sum === null ? ['bounds-differ'] : []);
  });

  it('leaves the sum away where the merged province has a figure of its own', async () => {
    const found = await ask(
      [count(TRA_VINH, 2025, 9, { day: '2025-02-01' }), count(VINH_LONG, 2025, 40, { day: '2025-09-01' })],
      { measure: 'count' },
    );
    expect(rows(found)).toEqual(['Vĩnh Long: 2025 =40', 'Trà Vinh (old): 2025 =9']);
    expect(found.rows.map((row) => row.cells[0]?.rank)).toEqual([1, null]);
  });

  it('keeps wards of one name in different places apart', async () => {
    const found = await ask([
      count(['Trà Vinh', '842'], 2023, 7, { level: 'district', part: { name: 'Phường 1', code: null } }),
      count(['Sa Đéc', '867'], 2023, 8, { level: 'district', part: { name: 'Phường 1', code: null } }),
    ]);
    expect(found.rows.map(({ place }) => [place.name, place.within, place.level])).toEqual([
      ['Phường 1', 'Thành phố Sa Đéc', 'commune'],
      ['Phường 1', 'Thành phố Trà Vinh', 'commune'],
    ]);
  });
});

describe('shares and counts', () => {
  it('turns a share into a count and back with what the plan itself implies', async () => {
    const other = pair('46-2026', 2026, 250_000, 20, 'bhtn');
    const shared = await ask([figure(HUE, 2026, 98.5)], { measure: 'count' }, [
      { ...other, share: passage(4, 20.25), value: 250_000 / 0.2025 },
    ]);
    const cell = shared.rows[0]?.cells[0];
    expect(cell).toMatchObject({
      kind: 'derived',
      value: 1_216_049,
      formula: '98.5 % × (250000 / 20.25 %)',
    });
    expect(cell?.sources.map(({ at, page, quote }) => [at, page, quote])).toEqual([
      ['/targets/0', 1, '98.5'],
      ['/targets/1', 1, '250000'],
      ['/targets/4', 1, '20.25'],
    ]);
    const counted = await ask(
      [count(HUE, 2026, 1_000_000), figure(TRA_VINH, 2024, 90)],
      { measure: 'share' },
      [{ ...other, share: null, value: 1_250_000, count: passage(5, 1_250_000) }],
    );
    expect(rows(counted)).toEqual(['Huế: 2026 =80 derived', 'Trà Vinh (old): 2024 =90']);
  });

  it.each([
    ['no base at all', [], 'base-missing'],
    ['a share rounded too far', [pair('46-2026', 2026, 30, 3, 'bhtn')], 'base-missing'],
    [
      'two bases',
      [pair('46-2026', 2026, 17404, 29.72, 'bhxh'), pair('46-2026', 2026, 12369, 20.52, 'bhtn')],
      'bases-disagree',
    ],
    ['a base of another year', [pair('46-2026', 2025, 500, 50.05, 'bhtn')], 'base-missing'],
  ] as const)('does not convert with %s', async (_, bases, why) => {
    const found = await ask(
      [count(HUE, 2026, 1000), figure(TRA_VINH, 2024, 90)],
      { measure: 'share' },
      bases,
    );
    expect(found.left.map((each) => [each.why, each.source.plan])).toEqual([[why, '46-2026']]);
    expect(rows(found)).toEqual(['Trà Vinh (old): 2024 =90']);
  });

  test('a count derived from a share and its base comes back to the share', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100_000, max: 9_000_000 }),
        fc.integer({ min: 1000, max: 10_000 }),
        async (base, hundredths) => {
          const share = hundredths / 100;
          const stated = [{ ...pair('46-2026', 2026, base, 100, 'dan-so'), share: null, value: base }];
          const derived = await ask([figure(HUE, 2026, share)], { measure: 'count' }, stated);
          const persons = derived.rows[0]?.cells[0]?.value ?? 0;
          const back = await ask(
            [count(HUE, 2026, persons)],
            { measure: 'share', base: 'population' },
            stated,
          );
          expect(back.rows[0]?.cells[0]?.value).toBeCloseTo(share, 1);
        },
      ),
      { numRuns: 50 },
    ));
});

describe('which figure stands', () => {
  it.each([
    [
      'of the newest plan',
      figure(HUE, 2025, 90, { planId: 'a', day: '2021-01-01' }),
      figure(HUE, 2025, 91, { planId: 'b', day: '2025-01-01' }),
      'older-plan',
    ],
    [
      'of the year’s last day',
      figure(HUE, 2025, 90, { dueLast: '2025-06-30' }),
      figure(HUE, 2025, 91, { position: 3 }),
      'earlier-due',
    ],
    [
      'of the text',
      figure(HUE, 2025, 91, { tabled: true }),
      figure(HUE, 2025, 91, { position: 7 }),
      'repeated',
    ],
    ['that is stated first', figure(HUE, 2025, 90, { position: 9 }), figure(HUE, 2025, 91), 'conflict'],
  ])('the one %s, the other is named', async (_, back, front, why) => {
    const { rows: found } = await ask([back, front]);
    expect(found[0]?.cells[0]).toMatchObject({ value: 91, others: [{ why, value: back.value }] });
  });

  it.each([
    ['value-is-change', { change: 'increase' }],
    ['no-number', { value: null }],
    ['no-year', { due: null, dueFirst: null, dueLast: null }],
    ['no-place', { territory: { name: null, code: null } }],
    ['other-group', { group: 'học sinh' }],
    ['other-base', { shareOf: 'plan' }],
    ['other-measure', { measure: 'amount', unit: 'đồng' }],
  ] as const)('a figure that can’t be compared is listed: %s', async (why, more) => {
    const found = await ask([figure(HUE, 2025, 90), figure(HUE, 2025, 90), figure(TRA_VINH, 2023, 90, more)]);
    expect(found.left.map((each) => each.why)).toEqual([why]);
    expect(rows(found)).toEqual(['Huế: 2025 =90']);
  });

  test('no figure is lost: each is a source, one passed over, or left with a reason', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            place: fc.constantFrom(TRA_VINH, BEN_TRE, VINH_LONG, HUE),
            year: fc.integer({ min: 2021, max: 2027 }),
            value: fc.option(fc.integer({ min: 0, max: 100 })),
            measure: fc.constantFrom('share', 'count', 'amount'),
            shareOf: fc.constantFrom('population', 'plan', null),
            group: fc.constantFrom(null, null, 'học sinh'),
            relation: fc.constantFrom('=', '>=', '<='),
          }),
          { maxLength: 30 },
        ),
        async (drawn) => {
          const figures = drawn.map(({ place, year, value, ...more }, i) =>
            figure(place, year, value, { ...more, planId: `p${i}` }),
          );
          const found = await ask(figures);
          const cells = found.rows.flatMap((row) => row.cells).filter((cell) => cell.kind !== 'sum');
          const told = [
            ...cells.flatMap((cell) => [...cell.sources, ...cell.others.map((other) => other.source)]),
            ...found.left.map((each) => each.source),
          ].map(({ plan }) => plan);
          expect(told.sort()).toEqual(figures.map(({ planId }) => planId).sort());
        },
      ),
      { numRuns: 100 },
    ));
});

describe('filters', () => {
  const figures = [
    figure(TRA_VINH, 2023, 94),
    figure(HUE, 2024, 98),
    figure(HUE, 2026, 99),
    figure(HUE, 2026, 100, { group: 'học sinh, sinh viên', position: 5 }),
    figure(['Sa Đéc', '867'], 2024, 91, { level: 'district' }),
  ];
  const region = regionNamed('dong bang song cuu long') ?? undefined;

  it.each([
    [{ region }, ['Trà Vinh (old): 2023 =94', 'Thành phố Sa Đéc (old): 2024 =91']],
    [{ level: 'district' }, ['Thành phố Sa Đéc (old): 2024 =91']],
    [{ from: 2024, to: 2025, level: 'province' }, ['Huế: 2024 =98']],
    [{ place: 'vinh long' }, ['Trà Vinh (old): 2023 =94']],
    [{ place: 'Huế' }, ['Huế: 2024 =98, 2026 =99']],
    [{ group: 'Học sinh, sinh viên' }, ['Huế: 2026 =100']],
  ] as const)('%j', async (question, expected) => {
    expect(rows(await ask(figures, question))).toEqual(expected);
  });
});
