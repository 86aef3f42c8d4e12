import type { Citation } from '../../../src/plan/record.ts';
import type { CleanPlan } from '../clean-plan.ts';
import type { Edit, FaultKind } from '../fault.ts';

/** Faults in the documents a plan rests on. */
export const citationFaults: readonly FaultKind[] = [
  {
    id: 'citation-cut',
    says: 'a cited number ends before the issuing body’s letters',
    rules: ['citation-incomplete'],
    places: (clean) =>
      cited(clean).flatMap(({ number }) => {
        const body = number === null ? null : /-\p{Lu}[\p{L}.&]*$/u.exec(number.quote);
        if (number === null || body === null) return [];
        const start = number.start + body.index + 1;
        return [{ edits: [{ start, end: number.end, text: '' }] }];
      }),
  },
  {
    id: 'citation-in-the-future',
    says: 'a cited document’s year is five years after the plan’s',
    rules: ['citation-future'],
    places: (clean) => {
      const year = Number(clean.plan.facts.issuedOn?.slice(0, 4));
      return Number.isNaN(year) ? [] : dated(clean).map((at) => ({ edits: [withYear(at, year + 5)] }));
    },
  },
  {
    id: 'citation-of-another-year',
    says: 'a cited document whose number bears its year is dated the year before',
    rules: ['citation-conflict'],
    places: (clean) =>
      dated(clean).flatMap((at) => {
        const year = /\/(\d{4})\//.exec(at.citation.number)?.[1];
        return year === undefined || !at.quote.includes(year)
          ? []
          : [{ edits: [withYear(at, Number(year) - 1)] }];
      }),
  },
  {
    id: 'citation-of-another-day',
    says: 'a document that is cited twice has another day in one of the places',
    rules: ['citation-conflict'],
    places: (clean) => {
      const all = dated(clean);
      return all.flatMap((at) => {
        const { number, issuer, issuedOn } = at.citation;
        const again = all.some(
          (other) =>
            other.start !== at.start &&
            other.citation.number === number &&
            other.citation.issuedOn === issuedOn &&
            other.citation.issuer === issuer,
        );
        const day = /\d{1,2}/.exec(at.quote);
        if (!again || day === null) return [];
        const start = at.start + day.index;
        const other = Number(day[0]) > 14 ? Number(day[0]) - 10 : Number(day[0]) + 10;
        return [{ edits: [{ start, end: start + day[0].length, text: String(other) }] }];
      });
    },
  },
];

interface DatePlace {
  citation: Citation;
  start: number;
  quote: string;
}

function cited({ plan }: CleanPlan) {
  return plan.facts.citations.map((citation, index) => ({
    citation,
    number: plan.evidence[`/citations/${index}/number`] ?? null,
    date: plan.evidence[`/citations/${index}/issuedOn`] ?? null,
  }));
}

function dated(clean: CleanPlan): DatePlace[] {
  return cited(clean).flatMap(({ citation, date }) =>
    citation.issuedOn === null || date === null || !/\d{4}/.test(date.quote)
      ? []
      : [{ citation, start: date.start, quote: date.quote }],
  );
}

function withYear({ start, quote }: DatePlace, year: number): Edit {
  const at = start + quote.search(/\d{4}/);
  return { start: at, end: at + 4, text: String(year) };
}
