import { fold } from '../lexicon/fold.ts';
import {
  type PlaceOverTime,
  placeNamed,
  placeOfCode,
  predecessorsOf,
  provinceToday,
  successorsOf,
} from '../lexicon/gazetteer.ts';
import type { PlaceLevel } from '../lexicon/units.ts';
import type { Figure } from '../store/figures.ts';
import type { Row } from './comparison.ts';

/** The place that a figure is about, as one row of a comparison. */
export interface Locus extends Pick<Row, 'place' | 'today'> {
  /** The same for all figures on the same territory, whatever it was called. */
  key: string;
  /** Code of the province it is or lies in, and a day on which it bore that code. */
  province: { code: string; on: string } | null;
  unit: PlaceOverTime | null;
}

const LENGTHS = new Map<number, PlaceLevel>([
  [2, 'province'],
  [3, 'district'],
  [5, 'commune'],
]);

/** The day of a plan that says none of its own: codes are then those before July 2025. */
const UNDATED = '2025-06-30';
const TODAY = '9999-12-31';

/** Finds the places of figures; the same ones are looked up once. */
export class Loci {
  readonly #known = new Map<string, Locus | null>();
  /** Of whole territories, whose object the figures of a plan share. */
  readonly #wholes = new Map<Figure['territory'], Locus | null>();

  /** The place that a unit of the gazetteer is. */
  ofUnit(unit: PlaceOverTime): Locus {
    return known(unit, null);
  }

  /** Null where the plan names no territory. */
  of(figure: Figure): Locus | null {
    const { territory, part, level, day } = figure;
    const whole = part === null ? this.#wholes.get(territory) : undefined;
    if (whole !== undefined) return whole;
    const on = day ?? figure.dueFirst ?? UNDATED;
    const key = [territory.code, territory.name, part?.code, part?.name, level, on].join('|');
    let locus = this.#known.get(key);
    if (locus === undefined) {
      locus = part === null ? territoryOf(territory, level, on) : within(territory, part, level, on);
      this.#known.set(key, locus);
    }
    if (part === null && day !== null) this.#wholes.set(territory, locus);
    return locus;
  }
}

function territoryOf(territory: Figure['territory'], level: string | null, on: string): Locus | null {
  const { name, code } = territory;
  if (name === null) return null;
  const at = levelOf(code, level);
  const unit = at === null ? null : unitOf(at, name, code, on);
  return unit === null ? nameless({ name, code }, at, null) : known(unit, null);
}

function within(
  territory: Figure['territory'],
  part: NonNullable<Figure['part']>,
  issuer: string | null,
  on: string,
): Locus {
  const outer = territoryOf(territory, issuer, on);
  const at = levelOf(part.code, null);
  const place =
    outer?.unit === undefined || outer.unit === null
      ? {}
      : outer.unit.level === 'district'
        ? { district: outer.unit.district ?? undefined }
        : { province: outer.unit.province };
  const unit =
    at !== null
      ? unitOf(at, part.name, part.code, on)
      : outer?.unit === undefined || outer.unit === null
        ? null
        : (placeNamed('commune', part.name, on, place) ??
          (outer.unit.level === 'province' ? placeNamed('district', part.name, on, place) : null));
  if (unit !== null) return known(unit, outer?.place.name ?? territory.name);
  return nameless(part, at, outer ?? territory.name);
}

function levelOf(code: string | null, level: string | null): PlaceLevel | null {
  const told = code === null ? undefined : LENGTHS.get(code.length);
  if (told !== undefined) return told;
  return level === 'province' || level === 'district' || level === 'commune' ? level : null;
}

/**
 * The unit of a code on the day, where it bears the name; else of the code before July 2025 or today: a plan's day
 * may be misread. Without a code, the unit of that name.
 */
function unitOf(level: PlaceLevel, name: string, code: string | null, on: string): PlaceOverTime | null {
  if (code === null) return placeNamed(level, name, on);
  const written = fold(name.normalize('NFC'));
  for (const day of [on, UNDATED, TODAY]) {
    const unit = placeOfCode(level, code, day);
    if (unit !== null && written.endsWith(fold(unit.name))) return unit;
  }
  return null;
}

function known(unit: PlaceOverTime, outer: string | null): Locus {
  const lasting = sameExtent(unit);
  const today = provinceToday(unit.province, unit.to ?? TODAY);
  return {
    key: [lasting.level, lasting.code, lasting.district, lasting.name, lasting.to].join('|'),
    unit: lasting,
    place: {
      level: lasting.level,
      code: lasting.code,
      name:
        lasting.level === 'province'
          ? lasting.name
          : `${lasting.type.charAt(0).toUpperCase()}${lasting.type.slice(1)} ${lasting.name}`,
      within: lasting.level === 'province' ? null : outer,
      to: lasting.to,
    },
    today: today === null || today.code === null ? null : { code: today.code, name: today.name },
    province: { code: unit.province, on: unit.to ?? TODAY },
  };
}

/** A place that no gazetteer tells from others: the same only in the same territory. */
function nameless(
  { name, code }: NonNullable<Figure['part']>,
  level: PlaceLevel | null,
  outer: Locus | string | null,
): Locus {
  const around = outer === null || typeof outer === 'string' ? null : outer;
  const text = around === null ? (typeof outer === 'string' ? outer : null) : around.place.name;
  return {
    key: ['?', level, code, around?.key ?? text, fold(name.normalize('NFC'))].join('|'),
    unit: null,
    place: { level, code, name, within: text, to: null },
    today: around?.today ?? null,
    province: around?.province ?? null,
  };
}

/** The last of the units that followed one another on the same ground under other names or types (Thừa Thiên Huế, Huế). */
function sameExtent(unit: PlaceOverTime): PlaceOverTime {
  if (unit.to === null || unit.level !== 'province' || unit.code === null) return unit;
  const [today] = successorsOf(unit);
  if (today === undefined || today.from === null) return unit;
  let first = today;
  for (;;) {
    const [only, ...more] = first.from === null ? [] : predecessorsOf(first);
    if (only === undefined || more.length > 0) return unit;
    if (only.code === unit.code && only.from === unit.from && only.name === unit.name) return today;
    first = only;
  }
}
