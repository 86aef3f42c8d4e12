import { placeOfCode, placesOn } from '../../lexicon/gazetteer.ts';
import type { ShelvedTarget } from '../../plan/shelf.ts';
import { formatDate } from '../format.ts';
import { grows } from '../indicators.ts';
import { defineStoreRule, type StoredExample } from '../store-rule.ts';

const PROVINCE: StoredExample = {
  id: 'vinh-long-12',
  number: '12/KH-UBND',
  issuer: {
    name: 'Ủy ban nhân dân tỉnh Vĩnh Long',
    level: 'province',
    place: { name: 'Vĩnh Long', code: '86' },
  },
  issuedOn: '2026-01-15',
};

export default defineStoreRule({
  id: 'territory-sum',
  severity: 'warning',
  summary: {
    vi: 'Chỉ tiêu của xã, huyện không khớp với chỉ tiêu mà tỉnh giao hoặc đặt ra',
    en: 'The targets of communes or districts do not fit what their province gave them or set for itself',
  },
  why: {
    vi: 'Xã đặt chỉ tiêu thấp hơn số tỉnh giao, hay các xã cộng lại không đủ chỉ tiêu của tỉnh, thì tỉnh không đạt. Chỉ xét chỉ tiêu càng cao càng tốt, cùng thời hạn; cộng lại chỉ khi mọi xã của tỉnh đều có kế hoạch trong kho.',
    en: 'Where a commune aims lower than it was told, or all communes together below their province, the province will miss its target. Only indicators that are meant to grow are compared, for the same time; they are added up only where every commune of the province has a stored plan.',
  },
  settle: {
    vi: 'So kế hoạch của xã với phụ lục giao chỉ tiêu của tỉnh; tỉnh đã điều chỉnh chỉ tiêu sau đó thì chấp nhận.',
    en: 'Compare the commune’s plan with the annex that gives the targets; if the province changed them later, there is nothing to do.',
  },
  source: 'Số học',
  messages: {
    below: {
      vi: '{label} ({due}): ghi {value}, {other} giao {given}',
      en: '{label} ({due}): {value} is stated, {other} gave {given}',
    },
    sum: {
      vi: '{label} ({due}): chỉ tiêu của tỉnh là {value}, {count} xã cộng lại là {sum}',
      en: '{label} ({due}): the province aims at {value}, its {count} communes add up to {sum}',
    },
  },
  async check(shelf, report) {
    // Targets come by what they are about and, within that, by place: one of each place is all that is kept.
    let own: ShelvedTarget[] = [];
    let place: TargetsOfPlace | null = null;
    const endPlace = (): void => {
      if (place?.own.value != null) own.push(place.own.value);
      const allocated = place?.allocated() ?? null;
      place = null;
      if (allocated === null) return;
      const { stated, given } = allocated;
      if (stated.value >= given.value) return;
      report({
        message: 'below',
        values: {
          label: stated.label,
          due: formatDate(stated.due),
          value: stated.value,
          other: given.planNumber ?? given.planId,
          given: given.value,
        },
        planId: stated.planId,
        others: [given.planId],
        at: [`/targets/${stated.index}/value`],
        expected: given.value,
        actual: stated.value,
      });
    };
    const endSubject = (): void => {
      endPlace();
      for (const { whole, sum, parts } of sums(own)) {
        if (sum >= whole.value) continue;
        report({
          message: 'sum',
          values: {
            label: whole.label,
            due: formatDate(whole.due),
            value: whole.value,
            count: parts.length,
            sum,
          },
          planId: whole.planId,
          others: parts,
          at: [`/targets/${whole.index}/value`],
          expected: sum,
          actual: whole.value,
        });
      }
      own = [];
    };
    let last: ShelvedTarget | null = null;
    for await (const target of shelf.targets()) {
      if (!grows(target.indicator) || target.relation.startsWith('<')) continue;
      if (last !== null && keyOf(last) !== keyOf(target)) endSubject();
      else if (last?.code !== target.code) endPlace();
      place ??= new TargetsOfPlace();
      place.add(target);
      last = target;
    }
    endSubject();
  },
  examples: {
    valid: [
      {
        name: 'The commune aims at what it was given, or higher',
        plans: [
          {
            ...PROVINCE,
            targets: [
              { indicator: 'bhyt', value: 9000, due: '2026', place: { name: 'Long Đức', code: '29398' } },
              { indicator: 'bhyt', value: 900000, due: '2026' },
            ],
          },
          commune('9.100', 9100),
        ],
      },
      {
        name: 'The target of another year',
        plans: [
          {
            ...PROVINCE,
            targets: [
              { indicator: 'bhyt', value: 9500, due: '2027', place: { name: 'Long Đức', code: '29398' } },
            ],
          },
          commune('9.100', 9100),
        ],
      },
    ],
    invalid: [
      {
        name: 'The commune aims lower than it was told',
        plans: [
          {
            ...PROVINCE,
            targets: [
              { indicator: 'bhyt', value: 9500, due: '2026', place: { name: 'Long Đức', code: '29398' } },
            ],
          },
          commune('9.100', 9100),
        ],
        findings: ['bhyt (2026): ghi 9.100, 12/KH-UBND giao 9.500'],
      },
    ],
  },
});

function commune(text: string, value: number): StoredExample {
  return {
    id: 'long-duc-3',
    number: '3/KH-UBND',
    issuer: {
      name: 'Ủy ban nhân dân phường Long Đức',
      level: 'commune',
      place: { name: 'Long Đức', code: '29398' },
    },
    issuedOn: '2026-02-10',
    text: `Phường phấn đấu ${text} người tham gia bảo hiểm y tế.`,
    targets: [{ indicator: 'bhyt', value, due: '2026' }],
  };
}

/** No province has fewer. */
const FEWEST_COMMUNES = 30;

function keyOf({ indicator, measure, unit, of, due }: ShelvedTarget): string {
  return JSON.stringify([indicator, measure, unit, of, due]);
}

/** The target that all agree on. */
class Agreed {
  #first: ShelvedTarget | null = null;
  #differ = false;

  add(target: ShelvedTarget): void {
    this.#first ??= target;
    if (target.value !== this.#first.value) this.#differ = true;
  }

  /** Null where there is none or they differ. */
  get value(): ShelvedTarget | null {
    return this.#differ ? null : this.#first;
  }
}

/** What a place sets for itself, and what plans of a level above give it. */
class TargetsOfPlace {
  readonly own = new Agreed();
  readonly #given = new Agreed();

  add(target: ShelvedTarget): void {
    if (target.code === target.issuerCode) this.own.add(target);
    else this.#given.add(target);
  }

  allocated(): { stated: ShelvedTarget; given: ShelvedTarget } | null {
    const [stated, given] = [this.own.value, this.#given.value];
    return stated === null || given === null || stated.planId === given.planId ? null : { stated, given };
  }
}

/** The provinces of which every commune has a target of its own, with what these add up to; `own` has one of each place. */
function sums(own: readonly ShelvedTarget[]): { whole: ShelvedTarget; sum: number; parts: string[] }[] {
  const communes = new Map<string, ShelvedTarget[]>();
  for (const target of own) {
    if (target.level !== 'commune' || target.measure !== 'count') continue;
    const province = placeOfCode('commune', target.code, target.issuedLast)?.province;
    if (province === undefined) continue;
    const list = communes.get(province);
    if (list === undefined) communes.set(province, [target]);
    else list.push(target);
  }
  return own.flatMap((whole) => {
    if (whole.level !== 'province' || whole.measure !== 'count') return [];
    const parts = communes.get(whole.code) ?? [];
    if (parts.length < FEWEST_COMMUNES) return [];
    const all = placesOn('commune', whole.issuedLast).filter(({ province }) => province === whole.code);
    const covered = new Set(parts.map(({ code }) => code));
    if (!all.every(({ code }) => code !== null && covered.has(code))) return [];
    const sum = parts.reduce((total, { value }) => total + value, 0);
    return [{ whole, sum, parts: parts.map(({ planId }) => planId) }];
  });
}
