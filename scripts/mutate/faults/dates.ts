import { endOf, findCommune, findDistrict, findProvince } from '../../../src/lexicon/places.ts';
import type { CleanPlan } from '../clean-plan.ts';
import type { Edit, FaultKind } from '../fault.ts';
import { pick } from '../random.ts';

/** Faults in dates, and in places that have their time. */
export const dateFaults: readonly FaultKind[] = [
  {
    id: 'plan-before-its-bases',
    says: 'the plan is dated a year before a document that it cites',
    rules: ['citation-future'],
    places: (clean) => {
      const latest = clean.plan.facts.citations
        .flatMap(({ issuedOn }) => (issuedOn === null ? [] : [Number(issuedOn.slice(0, 4))]))
        .reduce((most, year) => Math.max(most, year), 0);
      return latest === 0 ? [] : dateOfIssue(clean, latest - 1);
    },
  },
  {
    id: 'plan-after-its-deadlines',
    says: 'the plan is dated four years after the last year of its period',
    rules: ['period-mismatch', 'date-after-deadline'],
    places: (clean) => {
      const last = /(\d{4})(?:-[\d-]+)?$/.exec(clean.plan.facts.period ?? '')?.[1];
      return last === undefined ? [] : dateOfIssue(clean, Number(last) + 4);
    },
  },
  {
    id: 'deadline-before-plan',
    says: 'a deadline lies three years before the plan',
    rules: ['date-after-deadline'],
    places: (clean) => {
      const { deadlines, issuedOn } = clean.plan.facts;
      const year = Number(issuedOn?.slice(0, 4));
      if (Number.isNaN(year)) return [];
      return deadlines.flatMap(({ due, recurrence }, index) => {
        const evidence =
          clean.plan.evidence[`/deadlines/${index}/due`] ?? clean.plan.evidence[`/deadlines/${index}/text`];
        if (recurrence !== null || due === null || evidence === undefined) return [];
        if (!/^\d{4}-\d\d-\d\d$/.test(due) || due <= (issuedOn ?? '')) return [];
        const at = evidence.quote.search(/20\d\d/);
        if (at < 0 || evidence.quote.slice(at, at + 4) !== due.slice(0, 4)) return [];
        const start = evidence.start + at;
        return [{ edits: [{ start, end: start + 4, text: String(year - 3) }] }];
      });
    },
  },
  {
    id: 'place-misspelt',
    says: 'a letter of a commune’s or district’s name is another, so that no unit has the name',
    rules: ['unknown-place'],
    places: (clean, random) =>
      placedRows(clean).flatMap(({ name, start }) => {
        const letters = [...name].flatMap((letter, at) => (/[bcdghklmnpqrstvx]/.test(letter) ? [at] : []));
        if (letters.length === 0) return [];
        for (let tries = 0; tries < 20; tries++) {
          const at = pick(letters, random);
          const other = pick([...'bcdghklmnpqrstvx'.replace(name.charAt(at), '')], random);
          const misspelt = name.slice(0, at) + other + name.slice(at + 1);
          if (isKnown(misspelt, null)) continue;
          return [{ edits: [{ start: start + at, end: start + at + 1, text: other }] }];
        }
        return [];
      }),
  },
  {
    id: 'places-of-another-time',
    says: 'the plan is dated after its districts or communes were merged',
    rules: ['dissolved-place'],
    places: (clean) => {
      const day = `2027${clean.plan.facts.issuedOn?.slice(4) ?? ''}`;
      if (!/^\d{4}-\d\d-\d\d$/.test(day) || (clean.plan.facts.issuedOn ?? '') >= '2025-07-01') return [];
      const gone = placedRows(clean).some(({ name, code }) => !isKnown(name, day) && hasEnded(code, day));
      return gone ? dateOfIssue(clean, 2027) : [];
    },
  },
];

function dateOfIssue(clean: CleanPlan, year: number): { edits: Edit[] }[] {
  const evidence = clean.plan.evidence['/issuedOn'];
  const at = evidence?.quote.search(/\d{4}/) ?? -1;
  if (evidence === undefined || at < 0) return [];
  return [{ edits: [{ start: evidence.start + at, end: evidence.start + at + 4, text: String(year) }] }];
}

/** Table rows about a place, with where its name stands. */
function placedRows({ plan }: CleanPlan): { name: string; code: string | null; start: number }[] {
  return plan.facts.tables.flatMap(({ rows }, table) =>
    rows.flatMap(({ place }, row) => {
      const label = plan.evidence[`/tables/${table}/rows/${row}/label`];
      const at = place === null ? -1 : (label?.quote.indexOf(place.name) ?? -1);
      return place === null || label === undefined || at < 0 || place.code === null
        ? []
        : [{ ...place, start: label.start + at }];
    }),
  );
}

function isKnown(name: string, on: string | null): boolean {
  return findProvince(name, on) !== null || findDistrict(name, on) !== null || findCommune(name, on) !== null;
}

function hasEnded(code: string | null, day: string): boolean {
  if (code === null) return false;
  const end = endOf('district', code) ?? endOf('commune', code);
  return end !== null && end.to < day;
}
