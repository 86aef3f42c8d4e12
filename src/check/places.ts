import { distance } from 'fastest-levenshtein';
import { isCommunePart } from '../lexicon/commune-parts.ts';
import { placeOfCode, placesOn, predecessorsOf } from '../lexicon/gazetteer.ts';
import { endOf, findCommune, findDistrict, findPlaces, findProvince } from '../lexicon/places.ts';
import type { PlaceLevel } from '../lexicon/units.ts';
import { type DayRange, dayRange } from '../plan/edtf.ts';
import type { PlanUnderCheck } from '../plan/facts.ts';
import type { Place, TableRow } from '../plan/record.ts';
import { phraseIn } from './words.ts';

/** A place that the plan names, with every pointer to it. */
export interface NamedPlace {
  name: string;
  at: string[];
  /** exists: on the plan's date; ended: before or after it only; unknown: no gazetteer has it on any date. */
  standing: 'exists' | 'ended' | 'unknown';
  /** The last day the place existed, where the gazetteer knows. */
  until: string | null;
  /** The place that a name unknown to the gazetteer is a letter away from. */
  nearest: string | null;
}

const LEVELS: readonly PlaceLevel[] = ['province', 'district', 'commune'];

/**
 * The issuer's place and those of table rows and of targets in the text, each once, and whether they existed on the
 * plan's date. Nothing where the date is unknown. A district or commune is looked for in the issuer's own territory
 * first, since many names exist in several provinces.
 */
export function namedPlaces({ facts }: PlanUnderCheck): NamedPlace[] {
  const days = facts.issuedOn === null ? null : dayRange(facts.issuedOn);
  if (days === null) return [];
  const { issuer } = facts;
  const within = withinOf(issuer?.place?.code ?? null, days.last);
  const found = new Map<string, NamedPlace>();
  const level = issuer?.level ?? null;
  const isPartOfCommune = (name: string): boolean => level === 'commune' || isCommunePart(name);
  const note = (place: Place | null, level: PlaceLevel | null, at: string): void => {
    if (place === null || (place.code === null && isPartOfCommune(place.name))) return;
    const key = JSON.stringify([place.name, place.code, level]);
    const known = found.get(key);
    if (known === undefined) {
      found.set(key, {
        name: place.name,
        at: [at],
        nearest: null,
        ...standingOf(place, level, days, within),
      });
    } else known.at.push(at);
  };
  note(issuer?.place ?? null, level === 'central' ? null : level, '/issuer/place');
  for (const [table, { rows }] of facts.tables.entries()) {
    for (const [row, { place }] of rows.entries()) note(place, null, `/tables/${table}/rows/${row}/place`);
    for (const unplaced of unplacedRows(rows, table, days, within)) {
      found.set(JSON.stringify([unplaced.name, table]), unplaced);
    }
  }
  for (const [index, { place, from }] of facts.targets.entries()) {
    if (from === null) note(place, null, `/targets/${index}/place`);
  }
  return [...found.values()];
}

/**
 * Rows to which no place was given although they stand for one: their label is the name of a unit of the territory on
 * another day than the plan's, or, among rows of places, a letter away from that of one on this day.
 */
function unplacedRows(
  rows: readonly TableRow[],
  table: number,
  days: DayRange,
  within: Within,
): NamedPlace[] {
  if (within.province === undefined && within.district === undefined) return [];
  const items = rows.filter(({ kind }) => kind === 'item');
  const standings = rows.map(({ label }) => {
    const name = label.replace(/\(.*?\)/g, '').trim();
    return { name, ...standingOf({ name, code: codeOf(name, within) }, null, days, within) };
  });
  const placed = rows.filter(
    ({ kind, place }, row) => kind === 'item' && (place !== null || standings[row]?.standing === 'ended'),
  ).length;
  const ofPlaces = placed >= 2 && 2 * placed >= items.length;
  return rows.flatMap(({ kind, label, place }, row): NamedPlace[] => {
    const { name = '', standing = 'unknown', until = null } = standings[row] ?? {};
    if (kind !== 'item' || place !== null || !(ofPlaces || TYPED.test(name))) return [];
    // "An Cư (xã Ô Loan)", "Hậu Giang (cũ)": what was a unit is a part of one today.
    if (phraseIn('former', label) !== null) return [];
    if (findPlaces(/\(.*/.exec(label)?.[0] ?? '', days.last).length > 0) return [];
    const at = [`/tables/${table}/rows/${row}/label`];
    if (standing === 'ended') return [{ name, at, standing, until, nearest: null }];
    if (standing === 'exists' || !ofPlaces) return [];
    const nearest = nearestTo(name, days.last, within);
    return nearest === null ? [] : [{ name, at, standing, until: null, nearest }];
  });
}

/** A unit's type and the beginning of its name. */
const TYPED = /^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp\.?|tx\.?) ?[\p{Lu}\d]/iu;

/** Shorter names are a letter away from too many others. */
const SHORTEST = 4;

function nearestTo(label: string, on: string, within: Within): string | null {
  const name = label
    .replace(/^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)\s+/iu, '')
    .toLowerCase();
  if (name.length < SHORTEST) return null;
  for (const level of ['commune', 'district'] as const) {
    for (const unit of placesOn(level, on)) {
      if (within.province !== undefined && unit.province !== within.province) continue;
      if (within.district !== undefined && unit.district !== within.district) continue;
      const known = unit.name.toLowerCase();
      // Numbered wards are a figure away from one another.
      if (/\d/.test(known) || Math.abs(known.length - name.length) > 1) continue;
      if (distance(name, known) === 1) return unit.name;
    }
  }
  return null;
}

/** The code of the unit that once bore the name in the territory. */
function codeOf(name: string, within: Within): string | null {
  for (const where of [within, ...within.merged]) {
    const found = findDistrict(name, null, where.province) ?? findCommune(name, null, where);
    if (found !== null) return found.code;
  }
  return null;
}

interface Territory {
  province?: string;
  district?: string;
}

interface Within extends Territory {
  /** The provinces that were merged into it. */
  merged: readonly Territory[];
}

function withinOf(code: string | null, on: string): Within {
  if (code?.length === 3) return { district: code, merged: [] };
  if (code?.length !== 2) return { merged: [] };
  const province = placeOfCode('province', code, on);
  const merged = province === null ? [] : predecessorsOf(province);
  return { province: code, merged: merged.map((each) => ({ province: each.province })) };
}

function standingOf(
  { name, code }: Place,
  level: PlaceLevel | null,
  { first, last }: DayRange,
  within: Within,
): Pick<NamedPlace, 'standing' | 'until'> {
  const levels = level === null ? LEVELS : [level];
  const isOn = (day: string | null, where: Territory): boolean =>
    levels.some((one) => isKnown(one, name, day, one === level ? {} : where));
  if (isOn(first, within) || isOn(last, within)) return { standing: 'exists', until: null };
  if ([within, ...within.merged].some((where) => isOn(null, where))) {
    const end = code === null ? null : levels.map((one) => endOf(one, code)).find((one) => one !== null);
    return { standing: 'ended', until: end?.to ?? null };
  }
  return { standing: isOn(null, {}) ? 'exists' : 'unknown', until: null };
}

function isKnown(level: PlaceLevel, name: string, on: string | null, within: Territory): boolean {
  if (level === 'province') return findProvince(name, on) !== null;
  if (level === 'district') return findDistrict(name, on, within.province) !== null;
  return findCommune(name, on, within) !== null;
}
