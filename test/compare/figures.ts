import type { FigureSource } from '../../src/compare/compare.ts';
import type { BaseEvidence, Figure, Passage } from '../../src/store/figures.ts';

/** A figure of an invented plan: a share of the population of a province by the end of a year, unless told otherwise. */
export function figure(
  place: [name: string, code: string | null],
  year: number,
  value: number | null,
  more: Partial<Figure> = {},
): Figure {
  const [name, code] = place;
  return {
    planId: `${code ?? name}-${year}`,
    position: 0,
    planNumber: `1/KH-UBND`,
    issuedOn: `${year}-01-15`,
    day: `${year}-01-15`,
    level: 'province',
    territory: { name, code },
    part: null,
    indicator: 'bhyt',
    group: null,
    measure: 'share',
    change: null,
    relation: '=',
    value,
    unit: '%',
    shareOf: 'population',
    due: `${year}`,
    dueFirst: `${year}-01-01`,
    dueLast: `${year}-12-31`,
    page: 1,
    quote: String(value),
    tabled: false,
    corrected: null,
    ...more,
  };
}

/** The same as a number of persons. */
export function count(
  place: [name: string, code: string | null],
  year: number,
  value: number,
  more: Partial<Figure> = {},
): Figure {
  return figure(place, year, value, { measure: 'count', unit: 'người', shareOf: null, position: 1, ...more });
}

/** A figure that a base follows from. */
export function passage(position: number, value: number): Passage {
  return { position, value, page: 1, quote: String(value), corrected: null };
}

/** What a plan's pair of a count and a share says of the population. */
export function pair(
  plan: string,
  year: number,
  persons: number,
  share: number,
  indicator = 'bhyt',
): BaseEvidence {
  return {
    planId: plan,
    shareOf: 'population',
    dueLast: `${year}-12-31`,
    value: (persons / share) * 100,
    indicator,
    count: passage(1, persons),
    share: passage(0, share),
  };
}

export function source(figures: readonly Figure[], bases: readonly BaseEvidence[] = []): FigureSource {
  return {
    figures: async (indicator) => figures.filter((each) => each.indicator === indicator),
    bases: async (_indicator, shareOf) => bases.filter((each) => each.shareOf === shareOf),
  };
}

export const TRA_VINH: [string, string] = ['Trà Vinh', '84'];
export const BEN_TRE: [string, string] = ['Bến Tre', '83'];
export const VINH_LONG: [string, string] = ['Vĩnh Long', '86'];
export const HUE: [string, string] = ['Huế', '46'];
