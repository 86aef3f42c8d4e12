import type { Target } from '../../../src/plan/record.ts';
import type { Span } from '../../../src/plan/source-text.ts';
import type { CleanPlan } from '../clean-plan.ts';
import type { FaultKind, Planting } from '../fault.ts';
import { pick } from '../random.ts';

/** What a share may be measured against so that it can exceed a hundred. */
const COMPARED = /kế hoạch|chỉ tiêu giao|dự toán|so với|cùng kỳ|tăng|giảm|vượt|gấp|bằng/iu;

/** Wholes that are exactly their parts, by indicator. */
const WHOLES = [{ whole: 'bhxh', parts: ['bhxh-bat-buoc', 'bhxh-tu-nguyen'] }];

/** Indicators that no plan wants to fall. */
const RISING = new Set(['bhxh', 'bhxh-bat-buoc', 'bhxh-tu-nguyen', 'bhtn', 'bhyt']);

/** Faults in figures that the text states. */
export const figureFaults: readonly FaultKind[] = [
  {
    id: 'share-over-100',
    says: 'a share is more than a hundred per cent',
    rules: ['part-exceeds-whole'],
    arithmetic: true,
    places: (clean) =>
      stated(clean).flatMap(({ target, at }) => {
        const isShare = target.measure === 'share' && target.unit === '%' && target.change === null;
        if (!isShare || target.of === 'plan' || target.of === 'receivable') return [];
        if (COMPARED.test(`${target.label} ${lineAt(clean, at)}`) || target.value > 100) return [];
        const [whole = '', decimals] = at.text.split(',');
        if (whole === '100' || whole.length > 2) return [];
        const over = `1${whole.padStart(2, '0')}${decimals === undefined ? '' : `,${decimals}`}`;
        return target.value === 0 ? [] : [{ edits: [{ ...at, text: over }] }];
      }),
  },
  {
    id: 'figure-of-text-and-table',
    says: 'a count that the table states too is another in the text',
    rules: ['text-table-conflict', 'target-conflict'],
    arithmetic: true,
    places: (clean, random) => {
      const all = clean.plan.facts.targets;
      return stated(clean).flatMap(({ target, at }) => {
        const again = all.some(
          (other) =>
            other.from !== null &&
            clean.plan.facts.tables[other.from.table]?.rows[other.from.row]?.kind === 'total' &&
            isSame(other, target) &&
            other.value === target.value,
        );
        const only = all.filter((other) => other.from === null && isSame(other, target)).length === 1;
        if (!again || !only || target.indicator === null || target.relation !== '=') return [];
        return otherDigit(at, random);
      });
    },
  },
  {
    id: 'figure-stated-twice',
    says: 'a share of the population or labour force that is stated twice is another in one of the places',
    rules: ['target-conflict'],
    arithmetic: true,
    places: (clean, random) => {
      const all = stated(clean);
      return all.flatMap(({ target, at }) => {
        const again = all.some(
          ({ target: other, at: place }) =>
            place.start !== at.start &&
            isSame(other, target) &&
            other.value === target.value &&
            other.relation === target.relation,
        );
        const hasBase = target.of === 'population' || target.of === 'labour-force';
        return again && hasBase && target.indicator !== null && target.due !== null
          ? otherDigit(at, random)
          : [];
      });
    },
  },
  {
    id: 'whole-changed',
    says: 'a digit of a whole whose parts are stated is another',
    rules: ['sum-mismatch'],
    arithmetic: true,
    places: (clean, random) => families(clean).flatMap(({ whole }) => otherDigit(whole.at, random)),
  },
  {
    id: 'part-over-whole',
    says: 'a stated part is twice its whole',
    rules: ['part-exceeds-whole', 'sum-mismatch'],
    arithmetic: true,
    places: (clean) =>
      families(clean).flatMap(({ whole, parts }) =>
        parts.map(({ at }) => ({ edits: [{ ...at, text: dotted(whole.target.value * 2) }] })),
      ),
  },
  {
    id: 'later-year-below',
    says: 'the figure of a later year is half that of an earlier one',
    rules: ['target-decreasing'],
    arithmetic: true,
    places: (clean) => {
      const all = stated(clean);
      return all.flatMap(({ target, at }) => {
        if (!RISING.has(target.indicator ?? '') || target.change !== null) return [];
        if (target.measure !== 'count' && target.of !== 'population' && target.of !== 'labour-force')
          return [];
        const earlier = all.filter(
          ({ target: other }) =>
            isSame({ ...other, due: target.due }, target) &&
            other.label === target.label &&
            /^\d{4}$/.test(other.due ?? '') &&
            /^\d{4}$/.test(target.due ?? '') &&
            (other.due ?? '') < (target.due ?? '') &&
            other.value <= target.value,
        );
        const before = earlier.at(-1);
        return before === undefined
          ? []
          : [{ edits: [{ ...at, text: dotted(Math.round(before.target.value / 2)) }] }];
      });
    },
  },
  {
    id: 'share-of-another-base',
    says: 'a share stands beside a count that it does not fit, while another pair tells the base',
    rules: ['implied-base', 'target-conflict', 'text-table-conflict'],
    arithmetic: true,
    places: (clean) => {
      const all = stated(clean);
      const pairs = all.flatMap((share) => {
        const { target } = share;
        if (target.measure !== 'share' || target.relation !== '=' || target.indicator === null) return [];
        if (target.of !== 'population' && target.of !== 'labour-force') return [];
        const count = all.find(
          ({ target: other }) =>
            other.measure === 'count' &&
            other.relation === '=' &&
            other.indicator === target.indicator &&
            other.due === target.due &&
            other.group === target.group,
        );
        return count === undefined
          ? []
          : [{ share, base: (count.target.value / target.value) * 100, of: target.of, due: target.due }];
      });
      return pairs.flatMap((pair) => {
        const agrees = pairs.some(
          (other) =>
            other !== pair &&
            other.of === pair.of &&
            other.due === pair.due &&
            Math.abs(other.base / pair.base - 1) < 0.001,
        );
        const { at, target } = pair.share;
        return agrees && target.value > 2
          ? [{ edits: [{ ...at, text: dotted(Math.round(target.value * 80) / 100) }] }]
          : [];
      });
    },
  },
];

interface Stated {
  target: Target & { value: number };
  /** The figure alone. */
  at: Span & { text: string };
}

/** The targets that running text states with a figure. */
function stated({ plan }: CleanPlan): Stated[] {
  return plan.facts.targets.flatMap((target, index) => {
    const evidence = plan.evidence[`/targets/${index}/value`];
    const { value } = target;
    if (target.from !== null || value === null || evidence === undefined) return [];
    for (const match of evidence.quote.matchAll(/\d[\d.]*(?:,\d+)?/g)) {
      const text = match[0].replace(/\.$/, '');
      if (Number(text.replaceAll('.', '').replace(',', '.')) !== value) continue;
      const start = evidence.start + match.index;
      return [{ target: { ...target, value }, at: { start, end: start + text.length, text } }];
    }
    return [];
  });
}

function isSame(one: Target, other: Target): boolean {
  return (
    one.indicator === other.indicator &&
    one.measure === other.measure &&
    one.of === other.of &&
    one.due === other.due &&
    one.group === other.group &&
    one.change === other.change &&
    (one.from !== null || other.from !== null || one.place?.name === other.place?.name)
  );
}

function families(clean: CleanPlan): { whole: Stated; parts: Stated[] }[] {
  const exact = stated(clean).filter(
    ({ target }) => target.measure === 'count' && target.relation === '=' && target.change === null,
  );
  return WHOLES.flatMap(({ whole: id, parts: ids }) =>
    exact.flatMap((whole) => {
      if (whole.target.indicator !== id) return [];
      const parts = ids.flatMap((part) =>
        exact
          .filter(
            ({ target }) => isSame({ ...target, indicator: id }, whole.target) && target.indicator === part,
          )
          .slice(0, 1),
      );
      const sum = parts.reduce((total, { target }) => total + target.value, 0);
      return parts.length === ids.length && sum === whole.target.value ? [{ whole, parts }] : [];
    }),
  );
}

/** The figure with its last or another digit changed, but for a first digit that would be 0. */
function otherDigit(at: Stated['at'], random: () => number): Planting[] {
  const places = [...at.text].flatMap((digit, place) =>
    /\d/.test(digit)
      ? [...'123456789'.replace(digit, '')].map(
          (other) => at.text.slice(0, place) + other + at.text.slice(place + 1),
        )
      : [],
  );
  return places.length === 0 ? [] : [{ edits: [{ ...at, text: pick(places, random) }] }];
}

function lineAt({ plan }: CleanPlan, { start }: Span): string {
  const { text } = plan.source;
  const from = text.lastIndexOf('\n', start) + 1;
  const to = text.indexOf('\n', start);
  return text.slice(from, to < 0 ? text.length : to);
}

function dotted(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
