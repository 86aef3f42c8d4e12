import { fold } from '../lexicon/fold.ts';
import { indicator as indicatorOf } from '../lexicon/indicators.ts';
import { isInRegion, type Region } from '../lexicon/regions.ts';
import type { PlaceLevel } from '../lexicon/units.ts';
import type { BaseEvidence, Figure } from '../store/figures.ts';
import { type Base, baseFrom, COMMON_BASES, countOf, shareOf } from './bases.ts';
import { type Candidate, cellOf, sourceOf } from './cells.ts';
import type { Cell, Comparison, Left, Why } from './comparison.ts';
import { addMergedProvinces, type LocatedRow, toRow } from './mergers.ts';
import { Loci, type Locus } from './places.ts';
import { addStandings } from './standings.ts';

/** What is to be compared; what is left out does not matter. */
export interface Question {
  indicator: string;
  /** The one that most figures have where it is not given. */
  measure?: string | undefined;
  /** What shares are to be taken of; the most frequent where it is not given. */
  base?: string | undefined;
  /** The part of the population; all of it where it is not given. */
  group?: string | undefined;
  level?: PlaceLevel | undefined;
  region?: Region | undefined;
  /** Name or code of a place, or of today's province around it. */
  place?: string | undefined;
  /** First and last year. */
  from?: number | undefined;
  to?: number | undefined;
}

/** Where the figures come from. */
export interface FigureSource {
  figures(indicator: string): Promise<Figure[]>;
  bases(indicator: string, shareOf: string, baseIndicator: string | null): Promise<BaseEvidence[]>;
}

/** Sets the figures of all plans on an indicator side by side: places by years, each with its sources, and what can't be. */
export async function compare(question: Question, source: FigureSource): Promise<Comparison> {
  const figures = await source.figures(question.indicator);
  const left: (Left & { locus: Locus | null; year: number | null })[] = [];
  const leave = (figure: Figure, why: Why, detail: string | null, locus: Locus | null): void => {
    left.push({
      why,
      detail,
      place: placeName(figure),
      value: figure.value,
      source: sourceOf(figure),
      locus,
      year: yearOf(figure),
    });
  };
  const loci = new Loci();
  const fitting = figures.flatMap((figure) => {
    const locus = loci.of(figure);
    const reason = unfit(figure, question.group, locus);
    if (reason !== null) {
      leave(figure, reason, reason === 'other-group' ? figure.group : null, locus);
      return [];
    }
    return [{ figure, locus }];
  });
  const measure = question.measure ?? measureOf(fitting.map(({ figure }) => figure));
  const ofMeasure = fitting.filter(({ figure }) => figure.measure === measure);
  const shares = fitting.filter(({ figure }) => figure.measure === 'share');
  const base = question.base ?? mostFrequent(shares.flatMap(({ figure }) => figure.shareOf ?? []));
  const unit =
    mostFrequent(ofMeasure.flatMap(({ figure }) => figure.unit ?? [])) ?? UNITS.get(measure) ?? null;
  const bases = new Bases(
    base === null || (measure !== 'share' && measure !== 'count')
      ? []
      : await source.bases(question.indicator, base, COMMON_BASES.get(base) ?? null),
    question.indicator,
  );

  const places = new Map<string, { locus: Locus; years: Map<number, Candidate[]> }>();
  const offer = (locus: Locus, year: number, candidate: Candidate): void => {
    const row = places.get(locus.key) ?? { locus, years: new Map<number, Candidate[]>() };
    places.set(locus.key, row);
    const candidates = row.years.get(year);
    if (candidates === undefined) row.years.set(year, [candidate]);
    else candidates.push(candidate);
  };
  const others: { figure: Figure; locus: Locus }[] = [];
  for (const { figure, locus } of fitting) {
    const year = yearOf(figure);
    if (locus === null || year === null || figure.value === null) continue;
    if (figure.measure !== measure) others.push({ figure, locus });
    else if (measure === 'share' && figure.shareOf !== base)
      leave(figure, 'other-base', figure.shareOf, locus);
    else if (figure.unit !== unit) leave(figure, 'other-unit', figure.unit, locus);
    else {
      const found = bases.of(figure, base);
      offer(locus, year, {
        figure,
        value: figure.value,
        kind: 'stated',
        formula: null,
        sources: [sourceOf(figure)],
        base: 'base' in found ? found.base.value : null,
      });
    }
  }
  for (const { figure, locus } of others) {
    const year = yearOf(figure);
    if (
      year === null ||
      places
        .get(locus.key)
        ?.years.get(year)
        ?.some(({ kind }) => kind === 'stated')
    ) {
      leave(figure, 'other-measure', figure.measure, locus);
      continue;
    }
    const derived = derive(figure, measure, base, bases);
    if ('why' in derived)
      leave(
        figure,
        derived.why,
        derived.why === 'other-base'
          ? figure.shareOf
          : derived.why === 'other-unit'
            ? figure.unit
            : figure.measure,
        locus,
      );
    else offer(locus, year, derived);
  }

  const rows = new Map<string, LocatedRow>();
  for (const [key, { locus, years }] of places) {
    const cells = new Map<number, Cell>();
    for (const [year, candidates] of years) {
      const cell = cellOf(year, candidates);
      if (cell !== null) cells.set(year, cell);
    }
    rows.set(key, { locus, cells });
  }
  const unmerged = addMergedProvinces(rows, measure, (place) => loci.ofUnit(place));

  const isYear = (year: number | null): boolean =>
    year === null ||
    ((question.from === undefined || year >= question.from) &&
      (question.to === undefined || year <= question.to));
  const asked = [...rows.values()]
    .filter(({ locus }) => isAsked(locus, question))
    .sort(inOrder)
    .map(toRow);
  for (const row of asked) row.cells = row.cells.filter((cell) => isYear(cell.year));
  const full = asked.filter((row) => row.cells.length > 0);
  addStandings(full, measure);
  const named = question.place === undefined ? null : fold(question.place.normalize('NFC')).trim();
  const shown = full.filter((row) => named === null || isNamed(row, named));
  return {
    indicator: { id: question.indicator, name: indicatorOf(question.indicator)?.name ?? question.indicator },
    measure,
    unit,
    base: measure === 'share' ? base : null,
    group: question.group ?? null,
    years: [...new Set(shown.flatMap((row) => row.cells.map((cell) => cell.year)))].sort((a, b) => a - b),
    rows: shown,
    left: left.flatMap(({ locus, year, ...each }) =>
      (locus === null || (isAsked(locus, question) && (named === null || isNamed(locus, named)))) &&
      isYear(year)
        ? [each]
        : [],
    ),
    unmerged: unmerged.filter(
      ({ place, year }) =>
        isYear(year) &&
        (question.level === undefined || question.level === 'province') &&
        (named === null || place.code === named || fold(place.name) === named) &&
        (question.region === undefined || isInRegion(question.region, place.code, '9999-12-31')),
    ),
  };
}

/** The measure that most figures have, of those on whole territories if there are any. */
function measureOf(figures: readonly Figure[]): string {
  const whole = figures.filter(({ part }) => part === null);
  return mostFrequent((whole.length > 0 ? whole : figures).map(({ measure }) => measure)) ?? 'share';
}

/** What a measure is counted in where no figure says. */
const UNITS = new Map([
  ['share', '%'],
  ['count', 'người'],
]);

/** Why a figure can't be compared whatever is asked; null where it can. */
function unfit(figure: Figure, group: string | undefined, locus: Locus | null): Why | null {
  if (figure.change !== null) return 'value-is-change';
  if (figure.value === null) return 'no-number';
  if (!sameGroup(figure.group, group)) return 'other-group';
  if (yearOf(figure) === null) return 'no-year';
  return locus === null ? 'no-place' : null;
}

function sameGroup(group: string | null, asked: string | undefined): boolean {
  if (group === null || asked === undefined) return group === null && asked === undefined;
  return fold(group.normalize('NFC')) === fold(asked.normalize('NFC')).trim();
}

/** A target belongs to the year by whose end it is to be reached. */
function yearOf({ dueLast }: Figure): number | null {
  return dueLast === null ? null : Number(dueLast.slice(0, 4));
}

function placeName({ territory, part }: Figure): string | null {
  if (part === null) return territory.name;
  return territory.name === null ? part.name : `${part.name} (${territory.name})`;
}

/** What the plans say of the base, by plan and day. */
class Bases {
  readonly #found = new Map<string, BaseEvidence[]>();
  readonly #indicator: string;

  constructor(evidence: readonly BaseEvidence[], indicator: string) {
    this.#indicator = indicator;
    for (const each of evidence) {
      const key = `${each.planId} ${each.dueLast}`;
      const known = this.#found.get(key);
      if (known === undefined) this.#found.set(key, [each]);
      else known.push(each);
    }
  }

  /** The base of a figure's plan at the figure's time, where the figure is on the plan's whole territory and population. */
  of(figure: Figure, base: string | null): ReturnType<typeof baseFrom> {
    if (figure.part !== null || figure.group !== null || base === null) return { why: 'base-missing' };
    const evidence = this.#found.get(`${figure.planId} ${figure.dueLast}`) ?? [];
    const own = evidence.filter((each) => each.indicator === this.#indicator && each.share !== null);
    // A pair of its own is what the plan says of this very figure, whatever others imply.
    const pair = own.length > 0 ? baseFrom(own) : null;
    if (pair !== null && 'base' in pair) return pair;
    return COMMON_BASES.has(base) ? baseFrom(evidence) : { why: 'base-missing' };
  }
}

function derive(
  figure: Figure,
  measure: string,
  base: string | null,
  bases: Bases,
): Candidate | { why: Why } {
  const { value, measure: from } = figure;
  if (value === null || base === null) return { why: 'other-measure' };
  if (!((measure === 'count' && from === 'share') || (measure === 'share' && from === 'count')))
    return { why: 'other-measure' };
  if (from === 'share' && figure.shareOf !== base) return { why: 'other-base' };
  if (from === 'count' && figure.unit !== 'người') return { why: 'other-unit' };
  const found = bases.of(figure, base);
  if ('why' in found) return found;
  return {
    figure,
    ...(measure === 'count' ? countOf(value, found.base) : shareOf(value, found.base)),
    kind: 'derived',
    sources: sourcesOf(figure, found.base),
    base: found.base.value,
  };
}

function sourcesOf(figure: Figure, base: Base): Candidate['sources'] {
  const own = sourceOf(figure);
  const more = base.passages.filter(({ position }) => position !== figure.position);
  return [own, ...more.map((passage) => sourceOf({ ...figure, ...passage }))];
}

function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first === undefined ? null : first[0];
}

function isAsked({ place, province }: Locus, { level, region }: Question): boolean {
  if (level !== undefined && place.level !== level) return false;
  return region === undefined || (province !== null && isInRegion(region, province.code, province.on));
}

function isNamed({ place, today }: Pick<Locus, 'place' | 'today'>, named: string): boolean {
  const names = [place.name, place.code, place.within, today?.name, today?.code].flatMap(
    (name) => name ?? [],
  );
  // A district or commune also without its type.
  return names.some(
    (name) =>
      fold(name) === named ||
      fold(name).replace(/^(?:thanh pho|thi xa|quan|huyen|thi tran|phuong|dac khu|xa) /, '') === named,
  );
}

const LEVELS: readonly (PlaceLevel | null)[] = ['province', 'district', 'commune', null];

/** By level, today's province, today's units before former ones, code, name. */
function inOrder({ locus: a }: LocatedRow, { locus: b }: LocatedRow): number {
  return (
    LEVELS.indexOf(a.place.level) - LEVELS.indexOf(b.place.level) ||
    byText(a.today?.code, b.today?.code) ||
    Number(a.place.to !== null) - Number(b.place.to !== null) ||
    byText(a.place.code, b.place.code) ||
    byText(a.place.name, b.place.name) ||
    byText(a.key, b.key)
  );
}

function byText(a: string | null | undefined, b: string | null | undefined): number {
  const [one, other] = [a ?? '\uFFFF', b ?? '\uFFFF'];
  return one < other ? -1 : one > other ? 1 : 0;
}
