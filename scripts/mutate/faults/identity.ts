import type { Span } from '../../../src/plan/source-text.ts';
import { type RegionName, region } from '../../../src/plan/tree.ts';
import type { CleanPlan } from '../clean-plan.ts';
import type { FaultKind, Planting } from '../fault.ts';

/** Faults in what a document says of itself. */
export const identityFaults: readonly FaultKind[] = [
  {
    id: 'number-removed',
    says: 'the line of the number is gone',
    rules: ['number-missing'],
    places: (clean) => withoutLinesOf(clean, '/number'),
  },
  {
    id: 'date-removed',
    says: 'the place and date of issue are gone',
    rules: ['date-missing'],
    places: (clean) => {
      const date = clean.plan.evidence['/issuedOn'];
      const place = clean.plan.evidence['/issuedAt'];
      if (date === undefined || clean.plan.facts.issuedOn === null) return [];
      return [
        { edits: [{ start: Math.min(date.start, place?.start ?? date.start), end: date.end, text: '' }] },
      ];
    },
  },
  {
    id: 'issuer-removed',
    says: 'the issuing body is gone from letterhead, preamble and signature, the symbol bears other letters',
    rules: ['issuer-missing'],
    places: (clean) => {
      const { text } = clean.plan.source;
      const name = clean.plan.facts.issuer?.name ?? '';
      const opening = region(clean.plan.tree, 'preamble');
      const head = clean.plan.evidence['/issuer/name'];
      const number = clean.plan.evidence['/number'];
      if (name === '' || head === undefined || number === undefined || head.start > number.start) return [];
      const lines = [...text.matchAll(/[^\n]+/g)]
        .map((line) => ({ start: line.index, end: line.index + line[0].length, text: '' }))
        .filter(({ start, end }) => {
          const words = text.slice(start, end).normalize('NFC').toLowerCase();
          const isOpening = opening !== undefined && start >= opening.span.start && end <= opening.span.end;
          const names = words.includes(name.toLowerCase()) || /^\s*(?:tm|kt|tl|tuq)\s*\./u.test(words);
          return (end <= number.start && !OF_THE_STATE.test(words)) || isOpening || names;
        });
      const symbol = number.quote.indexOf('/');
      const blank = { start: number.start + symbol, end: number.end, text: '/KH' };
      return symbol < 0 ? [] : [{ edits: [...lines, blank] }];
    },
  },
  {
    id: 'title-removed',
    says: 'the lines of the title are gone',
    rules: ['title-missing'],
    places: (clean) => withoutLinesOf(clean, '/title'),
  },
  {
    id: 'signer-removed',
    says: 'the signer’s name is gone',
    rules: ['signer-missing'],
    places: (clean) => withoutLinesOf(clean, '/signer/name'),
  },
  {
    id: 'date-unreadable',
    says: 'the first digit of the day is one that no day has',
    rules: ['date-uncertain'],
    places: (clean) =>
      inQuote(clean, '/issuedOn', /(?<=ngày\s*)[0-3](?=\d\s*tháng)/iu).map((at) => ({
        edits: [{ ...at, text: '7' }],
      })),
  },
  {
    id: 'symbol-of-another-body',
    says: 'the symbol is that of a steering committee',
    rules: ['number-symbol-mismatch'],
    places: (clean) =>
      clean.plan.facts.issuer?.kind !== 'peoples-committee'
        ? []
        : inQuote(clean, '/number', /UBND/u).map((at) => ({ edits: [{ ...at, text: 'BCĐ' }] })),
  },
  {
    id: 'symbol-of-another-type',
    says: 'the symbol is that of a decision',
    rules: ['number-symbol-mismatch'],
    places: (clean) =>
      /kế hoạch/iu.test(clean.plan.facts.type ?? '')
        ? inQuote(clean, '/number', /KH/u).map((at) => ({ edits: [{ ...at, text: 'QĐ' }] }))
        : [],
  },
  {
    id: 'title-year',
    says: 'the year in the title is two years before the plan',
    rules: ['period-mismatch'],
    places: (clean) => {
      const { issuedOn, period } = clean.plan.facts;
      const years = inQuote(clean, '/title', /20\d\d/gu);
      const [year, ...others] = years;
      // A title with a span of years still holds the plan when one end of it is another.
      if (year === undefined || others.length > 0 || issuedOn === null) return [];
      if (period === null || wordsAt(clean, year) !== period) return [];
      return [{ edits: [{ ...year, text: String(Number(issuedOn.slice(0, 4)) - 2) }] }];
    },
  },
  {
    id: 'second-document',
    says: 'another plan follows in the same file',
    rules: ['second-document'],
    places: (clean) => {
      const { text } = clean.plan.source;
      const head = textOf(clean, 'letterhead');
      const title = textOf(clean, 'title');
      if (head === null || title === null || region(clean.plan.tree, 'signature') === undefined) return [];
      const next = `${head}\n\n${title}\n\nI. MỤC ĐÍCH\n\n1. Nâng cao nhận thức của người dân.`;
      return [{ edits: [{ start: text.length, end: text.length, text: `\n\n${next}\n` }] }];
    },
  },
];

/** The lines of a letterhead that every document has, and that of the place and date. */
const OF_THE_STATE = /cộng (?:hòa|hoà)|(?:hòa|hoà) xã hội|việt nam|độc lập|hạnh phúc|ngày.*tháng/;

/** Takes out the lines on which a value stands. */
function withoutLinesOf(clean: CleanPlan, pointer: string): Planting[] {
  const evidence = clean.plan.evidence[pointer];
  return evidence === undefined ? [] : [{ edits: [{ start: evidence.start, end: evidence.end, text: '' }] }];
}

/** Where a pattern stands in the words a value was read from. */
function inQuote(clean: CleanPlan, pointer: string, pattern: RegExp): Span[] {
  const evidence = clean.plan.evidence[pointer];
  if (evidence === undefined) return [];
  const flags = pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`;
  return [...evidence.quote.matchAll(new RegExp(pattern.source, flags))].map((match) => ({
    start: evidence.start + match.index,
    end: evidence.start + match.index + match[0].length,
  }));
}

function wordsAt(clean: CleanPlan, { start, end }: Span): string {
  return clean.plan.source.text.slice(start, end);
}

function textOf(clean: CleanPlan, name: RegionName): string | null {
  const found = region(clean.plan.tree, name);
  return found === undefined ? null : wordsAt(clean, found.span);
}
