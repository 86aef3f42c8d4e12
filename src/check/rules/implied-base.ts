import type { Target } from '../../plan/record.ts';
import { isSingle } from '../indicators.ts';
import { defineRule } from '../rule.ts';
import { groupBy, type StatedTarget, scopeOf, statedTargets } from '../stated-targets.ts';

type Base = NonNullable<Target['of']>;

/** Bases that are one number for a place and time, whatever the indicator. */
const BASES: ReadonlyMap<Base, { vi: string; en: string }> = new Map([
  ['population', { vi: 'dân số', en: 'population' }],
  ['labour-force', { vi: 'lực lượng lao động', en: 'labour force' }],
]);

/** A count and a share of one indicator, and the base they imply. */
interface Pair {
  share: StatedTarget;
  count: StatedTarget;
  base: number;
  /** Between these the base lies when both figures were rounded as printed. */
  least: number;
  most: number;
}

export default defineRule({
  id: 'implied-base',
  severity: 'warning',
  summary: {
    vi: 'Số lượng và tỷ lệ của các chỉ tiêu suy ra hai số gốc khác nhau (dân số, lực lượng lao động)',
    en: 'Counts and shares that name the same base (population, labour force) imply different bases',
  },
  why: {
    vi: 'Hai chỉ tiêu cùng tính trên lực lượng lao động của một địa bàn, một năm phải cho cùng một con số; nếu không, một số lượng hoặc tỷ lệ sai. So trong khoảng làm tròn của chữ số cuối được in.',
    en: 'Two indicators measured against the labour force of one place and year must imply one number; otherwise a count or a share is wrong. Each pair gives the range of bases that its printed digits allow, and only ranges that do not meet are reported.',
  },
  settle: {
    vi: 'Tính lại từ số lượng và tỷ lệ của từng chỉ tiêu, so với dân số hoặc lực lượng lao động mà địa phương công bố.',
    en: 'Work out the base from each count and share and compare it with the population or labour force that is published for the place.',
  },
  source: 'Số học',
  messages: {
    bases: {
      vi: 'Suy ra hai số {base} khác nhau: {share} % là {count} thì {base} là {implied}; {otherShare} % là {otherCount} thì là {otherImplied}',
      en: 'Two different figures for the {base} are implied: {count} being {share} % makes it {implied}, {otherCount} being {otherShare} % makes it {otherImplied}',
    },
  },
  check(plan, report) {
    const exact = statedTargets(plan).filter(
      ({ target }) => target.relation === '=' && target.change === null,
    );
    for (const group of groupBy(exact, scopeOf)) {
      for (const [of, base] of BASES) {
        const [agreed, ...others] = clusters(pairsOf(group, of));
        const first = agreed?.reduce((best, pair) => (width(pair) < width(best) ? pair : best));
        if (first === undefined) continue;
        for (const other of others.flat()) {
          report({
            message: 'bases',
            values: {
              base,
              share: first.share.value,
              count: first.count.value,
              implied: Math.round(first.base),
              otherShare: other.share.value,
              otherCount: other.count.value,
              otherImplied: Math.round(other.base),
            },
            at: [first.share.at, first.count.at, other.share.at, other.count.at],
            expected: Math.round(first.base),
            actual: Math.round(other.base),
          });
        }
      }
    }
  },
  examples: {
    valid: [
      {
        name: 'Three per cent, printed without decimals, fits the base of the sharper pair',
        plan: {
          targets: [
            share('bhxh', 29.72, '29,72%'),
            count('bhxh', 17404),
            share('bhxh-tu-nguyen', 3, '3%'),
            count('bhxh-tu-nguyen', 1790),
          ],
        },
      },
      {
        name: 'Different bases, or the base of another year',
        plan: {
          targets: [
            share('bhxh', 40, '40%'),
            count('bhxh', 4000),
            { ...share('bhyt', 95, '95%'), of: 'population' },
            count('bhyt', 19000),
            { ...share('bhtn', 50, '50%'), due: '2024' },
            { ...count('bhtn', 3000), due: '2024' },
          ],
        },
      },
      {
        name: 'A floor implies no base',
        plan: {
          targets: [
            share('bhxh', 40, '40%'),
            count('bhxh', 4000),
            { ...share('bhtn', 20, '20%'), relation: '>=' },
            count('bhtn', 3000),
          ],
        },
      },
      {
        name: 'Those who are eligible are others for each indicator',
        plan: {
          targets: [
            { ...share('bhxh', 40, '40%'), of: 'eligible' },
            count('bhxh', 4000),
            { ...share('bhtn', 20, '20%'), of: 'eligible' },
            count('bhtn', 3000),
          ],
        },
      },
    ],
    invalid: [
      {
        name: 'Two shares of the labour force that imply two labour forces',
        plan: {
          targets: [
            share('bhxh', 40, '40,00%'),
            count('bhxh', 4000),
            share('bhtn', 20.5, '20,5%'),
            count('bhtn', 2500),
          ],
        },
        findings: [
          'Suy ra hai số lực lượng lao động khác nhau: 40 % là 4.000 thì lực lượng lao động là 10.000; 20,5 % là 2.500 thì là 12.195',
        ],
      },
      {
        name: 'The count is the total of a table',
        plan: {
          tables: [
            {
              columns: ['BHTN'],
              rows: [
                ['item', 'Xã Tân An', '1.500'],
                ['total', 'Tổng cộng', '1.500'],
              ],
            },
          ],
          targets: [
            share('bhxh', 40, '40,0%'),
            count('bhxh', 4000),
            share('bhtn', 20, '20,0%'),
            { ...count('bhtn', 1500), from: { table: 0, row: 1, column: 0 } },
          ],
        },
        findings: [
          'Suy ra hai số lực lượng lao động khác nhau: 40 % là 4.000 thì lực lượng lao động là 10.000; 20 % là 1.500 thì là 7.500',
        ],
      },
    ],
  },
});

function share(indicator: string, value: number, quote: string) {
  return { indicator, value, quote, measure: 'share', unit: '%', of: 'labour-force', due: '2025' } as const;
}

function count(indicator: string, value: number) {
  return { indicator, value, unit: 'người', due: '2025' } as const;
}

/** The shares of a base with the count of the same indicator: the text's own where it has one, else a table's. */
function pairsOf(group: readonly StatedTarget[], of: Base): Pair[] {
  return group.flatMap((one): Pair[] => {
    const { target, value, half } = one;
    if (target.measure !== 'share' || target.of !== of || !isSingle(target.indicator) || value <= half)
      return [];
    const counts = group.filter(
      (other) => other.target.measure === 'count' && other.target.indicator === target.indicator,
    );
    const paired = counts.find(({ medium }) => medium === 'text') ?? counts[0];
    if (paired === undefined || paired.value <= 0) return [];
    const rounding = Math.max(paired.half, 0.5);
    return [
      {
        share: one,
        count: paired,
        base: (paired.value / value) * 100,
        least: ((paired.value - rounding) / (value + half)) * 100,
        most: ((paired.value + rounding) / (value - half)) * 100,
      },
    ];
  });
}

/** The pairs by bases that can be one, the largest number of pairs first. */
function clusters(pairs: readonly Pair[]): Pair[][] {
  const found: Pair[][] = [];
  for (const pair of pairs) {
    const cluster = found.find((others) =>
      others.every((other) => pair.least <= other.most && other.least <= pair.most),
    );
    if (cluster === undefined) found.push([pair]);
    else cluster.push(pair);
  }
  return found.sort((one, other) => other.length - one.length);
}

function width({ least, most }: Pair): number {
  return most - least;
}
