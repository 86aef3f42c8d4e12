import { findCommune, findDistrict, findProvince, type Within } from './places.ts';
import { communes, districts, type PlaceLevel, provinces, type Unit } from './units.ts';

/**
 * Administrative units over time, by code. The codes are the General Statistics Office's and are given again: 08 is Tuyên
 * Quang before and after July 2025, 24 was Bắc Giang and is Bắc Ninh. So a unit is a code on a day.
 *
 * Where it comes from: Resolution 202/2025/QH15 (63 provinces become 34 on 1 July 2025), Law 72/2025/QH15 (districts end on 30
 * June 2025), the resolutions of the Standing Committee on each province's communes; tables as docs/lexicon.md says.
 */
export interface PlaceOverTime {
  level: PlaceLevel;
  /** Two digits a province, three a district, five a commune; null for a commune whose code is unknown. */
  code: string | null;
  /** In lower case: tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu. */
  type: string;
  /** Without its type: "Trà Vinh", "1". */
  name: string;
  /** First and last day of this name, type and extent; null where the gazetteer knows none, and for the last day while it lasts. */
  from: string | null;
  to: string | null;
  /** Code of the province it lies in on those days; its own for a province. */
  province: string;
  /** Code of the district an old commune lay in, or a district's own; null for a province and since July 2025. */
  district: string | null;
}

/** The day from which the gazetteer's units are today's. */
const NEWEST = '9999-12-31';

interface LevelIndex {
  byCode: ReadonlyMap<string, Unit[]>;
  /** Units that ended, by the codes of those that took them in. */
  endedInto: ReadonlyMap<string, Unit[]>;
}

const levels = new Map<PlaceLevel, LevelIndex>();

/**
 * The unit of a name on a day of the form 2025-06-30, null where there was none or several are meant. The name may bear its
 * type (`tỉnh Trà Vinh`, `TP. Huế`) and lack its diacritics; `within` says where a district or commune lies.
 */
export function placeNamed(
  level: PlaceLevel,
  name: string,
  on: string,
  within: Within = {},
): PlaceOverTime | null {
  const found =
    level === 'province'
      ? findProvince(name, on)
      : level === 'district'
        ? findDistrict(name, on, within.province)
        : findCommune(name, on, within);
  return found === null || found.code === null ? null : placeOfCode(level, found.code, on);
}

/** The unit that bore a code on a day; null where none did. */
export function placeOfCode(level: PlaceLevel, code: string, on: string): PlaceOverTime | null {
  return place(ofCode(level, code).find((unit) => isOn(unit, on)));
}

/** The units of a level on a day, by code (those without one first). */
export function placesOn(level: PlaceLevel, on: string): PlaceOverTime[] {
  return all(level)
    .filter((unit) => isOn(unit, on))
    .sort((a, b) => compare(a.code ?? '', b.code ?? ''))
    .flatMap((unit) => place(unit) ?? []);
}

/**
 * Today's units in which a unit lies: itself where it still exists; where it was parted, the one that took most of it first;
 * none where that is unknown (some 1,200 communes that ended before July 2025).
 * A district has none of its own level: the communes of today that took its communes in are given, most of them first.
 */
export function successorsOf(unit: PlaceOverTime): PlaceOverTime[] {
  if (unit.level === 'district') {
    const taken = new Map<string, { place: PlaceOverTime; times: number }>();
    for (const commune of all('commune')) {
      if (commune.district !== unit.district) continue;
      for (const next of successors(commune)) {
        const known = taken.get(next.code ?? '');
        if (known === undefined) taken.set(next.code ?? '', { place: next, times: 1 });
        else known.times += 1;
      }
    }
    return [...taken.values()]
      .sort((a, b) => b.times - a.times || compare(a.place.code ?? '', b.place.code ?? ''))
      .map((each) => each.place);
  }
  const same = ofCode(unit.level, unit.code).find(
    ({ name, from, district, province }) =>
      name === unit.name && from === unit.from && district === unit.district && province === unit.province,
  );
  return same === undefined ? [] : successors(same);
}

/**
 * The units that went whole or in part into a unit when it began, by code; none where it has existed as far back as the gazetteer
 * goes. Merged provinces are made of whole ones; of an old commune a part may have gone elsewhere (`successorsOf`).
 */
export function predecessorsOf(unit: PlaceOverTime): PlaceOverTime[] {
  if (unit.code === null) return [];
  return (indexOf(unit.level).endedInto.get(unit.code) ?? [])
    .filter((each) => unit.from === null || (each.to !== null && dayAfter(each.to) === unit.from))
    .sort((a, b) => compare(a.code ?? '', b.code ?? ''))
    .flatMap((each) => place(each) ?? []);
}

/** The unit a unit lies in while it lasts: a commune's district up to June 2025, its province since; null for a province. */
export function parentOf(unit: PlaceOverTime): PlaceOverTime | null {
  if (unit.level === 'province') return null;
  const on = unit.to ?? NEWEST;
  return unit.level === 'commune' && unit.district !== null
    ? placeOfCode('district', unit.district, on)
    : placeOfCode('province', unit.province, on);
}

/** Today's province in which a province of any day lies; null where the gazetteer knows none. */
export function provinceToday(code: string, on: string): PlaceOverTime | null {
  const then = placeOfCode('province', code, on);
  return then === null ? null : (successorsOf(then)[0] ?? null);
}

function successors(unit: Unit): PlaceOverTime[] {
  if (unit.to === null) return [unit].flatMap((each) => place(each) ?? []);
  const { to } = unit;
  const next = [...(unit.into === null ? [] : [unit.into]), ...unit.parts];
  return next.flatMap((code) => {
    const heir = ofCode(unit.level, code).find((each) => isOn(each, dayAfter(to)));
    return heir === undefined ? [] : successors(heir);
  });
}

function isOn({ from, to }: Unit, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** The units of a code, on any day. */
function ofCode(level: PlaceLevel, code: string | null): readonly Unit[] {
  // All communes are read only where more than some of them are asked for.
  if (level === 'commune' && code !== null && !levels.has(level)) return communes().ofCode(code);
  return indexOf(level).byCode.get(code ?? '') ?? [];
}

function all(level: PlaceLevel): Unit[] {
  return [...indexOf(level).byCode.values()].flat();
}

function indexOf(level: PlaceLevel): LevelIndex {
  const made = levels.get(level);
  if (made !== undefined) return made;
  const byCode = new Map<string, Unit[]>();
  const endedInto = new Map<string, Unit[]>();
  const source = level === 'province' ? provinces() : level === 'district' ? districts() : communes();
  for (const units of source.values()) {
    for (const unit of units) {
      // Other spellings are further entries of the same unit.
      if (unit.written !== unit.name) continue;
      push(byCode, unit.code ?? '', unit);
      if (unit.to === null || unit.into === null) continue;
      for (const code of [unit.into, ...unit.parts]) push(endedInto, code, unit);
    }
  }
  const index = { byCode, endedInto };
  levels.set(level, index);
  return index;
}

function push(map: Map<string, Unit[]>, key: string, unit: Unit): void {
  const units = map.get(key);
  if (units === undefined) map.set(key, [unit]);
  else units.push(unit);
}

function place(unit: Unit | undefined): PlaceOverTime | null {
  if (unit === undefined) return null;
  const { level, code, type, name, from, to, province } = unit;
  return { level, code, type, name, from, to, province, district: unit.district };
}

/** The day after one of the form 2025-06-30. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
