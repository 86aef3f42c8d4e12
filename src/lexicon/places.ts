import { fold } from './fold.ts';
import { canonicalPlaceWords, canonicalTone } from './spelling.ts';
import { TextMemory } from './text-memory.ts';
import {
  communes,
  districts,
  type Index,
  keyOf,
  type PlaceLevel,
  provinces,
  TYPES,
  type Unit,
} from './units.ts';

/** An administrative unit. */
export interface GazetteerPlace {
  /** Without its type, except where the name is a number: "Trà Vinh", "Phường 1". */
  name: string;
  /** The General Statistics Office's: two, three or five digits; null where it is unknown or not the same on all dates. */
  code: string | null;
  /** In lower case: tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu. */
  type: string;
}

export interface PlaceMention extends GazetteerPlace {
  /** Half-open UTF-16 offsets into the text, the type's word included. */
  start: number;
  end: number;
  /** Null where the mention may be of two levels. */
  level: PlaceLevel | null;
}

/**
 * The province or centrally-run city of that name, with or without its type (`Đồng Tháp`, `tỉnh Đồng Tháp`, `TP. Hồ
 * Chí Minh`), on a day of the form 2025-06-30; null where there was none. With `on` null every date is possible.
 */
export function findProvince(name: string, on: string | null): GazetteerPlace | null {
  const read = names.of(name);
  const { type } = read;
  const found = among(provinces(), read, on).filter((unit) => {
    if (type === null || unit.type === type) return true;
    if (type === 'tỉnh') return true;
    // "thành phố Trà Vinh" is the provincial city and not the province, Trà Vinh.
    return type === 'thành phố' && among(districts(), read, null).every((other) => other.type !== type);
  });
  return one(found, null);
}

/**
 * The district, town or provincial city of that name (`thành phố Trà Vinh`, `Quận 1`) on a day, null where there was
 * none: districts end with 2025-06-30. `province` is the two-digit code of the province it lies in.
 */
export function findDistrict(name: string, on: string | null, province?: string): GazetteerPlace | null {
  const read = names.of(name);
  const { type } = read;
  if (!fits('district', type)) return null;
  const found = among(districts(), read, on).filter(
    (unit) => province === undefined || unit.province === province,
  );
  return one(ofType(found, type), type);
}

/** Where a commune is looked for. */
export interface Within {
  /** Two digits. */
  province?: string | undefined;
  /** Three digits; a district has only the communes that existed up to 2025-06-30. */
  district?: string | undefined;
}

/** The commune, ward, township or special zone of that name (`Phường 1`, `xã Long Đức`, `Long Đức`) on a day. */
export function findCommune(name: string, on: string | null, within: Within = {}): GazetteerPlace | null {
  const read = names.of(name);
  const { type } = read;
  if (!fits('commune', type)) return null;
  const found = among(communes(), read, on).filter(
    (unit) =>
      (within.province === undefined || unit.province === within.province) &&
      (within.district === undefined || unit.district === within.district),
  );
  return one(ofType(found, type), type);
}

/**
 * The units a text names together with their type: `tỉnh Đồng Tháp`, `thành phố Trà Vinh`, `Phường 1`, `xã Long Đức`.
 * Where districts and communes of several provinces bear a name, the one in `within` is meant, if any is.
 */
export function findPlaces(text: string, on: string | null, within: Within = {}): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  const pattern = typePattern();
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [head, written = ''] = match;
    const type = TYPE_OF.get(written.toLowerCase());
    if (type === undefined) continue;
    const mention = mentionAt(text, match.index, match.index + head.length, type, on, within);
    if (mention === null) continue;
    mentions.push(mention);
    pattern.lastIndex = mention.end;
  }
  return mentions;
}

/**
 * What became of a unit: the last day it existed and the code of the unit that took most of it in; null where no unit
 * of that code and level has ended.
 */
export function endOf(level: PlaceLevel, code: string): { to: string; into: string | null } | null {
  const index = level === 'province' ? provinces() : level === 'district' ? districts() : communes();
  for (const units of index.values()) {
    for (const unit of units)
      if (unit.code === code && unit.to !== null) return { to: unit.to, into: unit.into };
  }
  return null;
}

const TYPE_OF = new Map(TYPES.flatMap(({ type, written }) => written.map((word) => [word, type])));
const LEVELS = new Map<string, PlaceLevel[]>([
  ['tỉnh', ['province']],
  ['thành phố', ['province', 'district']],
  ['thị xã', ['district']],
  ['quận', ['district']],
  ['huyện', ['district']],
  ['thị trấn', ['commune']],
  ['phường', ['commune']],
  ['đặc khu', ['commune']],
  ['xã', ['commune']],
]);
const LEVEL_ORDER: readonly PlaceLevel[] = ['province', 'district', 'commune'];

let compiled: RegExp | undefined;

/** A type's word with the blanks after it, where a capital letter or a number follows. */
function typePattern(): RegExp {
  compiled ??= new RegExp(
    `(?<![A-Za-zÀ-\u036fḀ-ỹ\\p{N}])(${[...TYPE_OF.keys()]
      .sort((a, b) => b.length - a.length)
      .map((word) => [...word].map((c) => caseless(c)).join(''))
      .join('|')})(?:[ \\u00a0]+|(?<=\\.)|(?=\\p{Lu}{2,}))(?=[\\p{Lu}\\d])`,
    'gu',
  );
  return compiled;
}

function caseless(letter: string): string {
  if (letter === '.') return '\\.';
  if (letter === ' ') return '[ \\u00a0]+';
  return `[${letter}${letter.toUpperCase()}]`;
}

/** The longest name after a type's word that a unit has. */
function mentionAt(
  text: string,
  start: number,
  from: number,
  type: string,
  on: string | null,
  within: Within,
): PlaceMention | null {
  const ends: number[] = [];
  const word = /[A-Za-zÀ-\u036fḀ-ỹ\p{N}]+/uy;
  let at = from;
  while (ends.length < 7) {
    word.lastIndex = at;
    if (word.exec(text) === null) break;
    ends.push(word.lastIndex);
    const gap = /(?: ?['’-] ?| - |[ \u00a0]+)(?=[A-Za-zÀ-\u036fḀ-ỹ\p{N}])/uy;
    gap.lastIndex = word.lastIndex;
    if (gap.exec(text) === null) break;
    at = gap.lastIndex;
  }
  for (const end of ends.reverse()) {
    const name = text.slice(from, end);
    const found = (LEVELS.get(type) ?? []).flatMap((level) => {
      const place = find(level, `${type} ${name}`, on, within);
      return place === null ? [] : [{ level, ...place }];
    });
    const [first, second] = found;
    if (first === undefined) continue;
    if (second === undefined) return { start, end, ...first };
    const same = first.code === second.code;
    return {
      start,
      end,
      name: first.name,
      type,
      code: same ? first.code : null,
      level: same ? first.level : null,
    };
  }
  return null;
}

function find(level: PlaceLevel, name: string, on: string | null, within: Within): GazetteerPlace | null {
  if (level === 'province') return findProvince(name, on);
  if (level === 'district') {
    const near = within.province === undefined ? null : findDistrict(name, on, within.province);
    return near ?? findDistrict(name, on);
  }
  return findCommune(name, on, within) ?? findCommune(name, on);
}

function fits(level: PlaceLevel, type: string | null): boolean {
  return type === null || (LEVELS.get(type) ?? LEVEL_ORDER).includes(level);
}

/** The units of a name that existed on the day: those whose diacritics agree, else any, if the name bears none. */
function among(index: Index, { rest, key, exact: wanted }: PlaceName, on: string | null): Unit[] {
  const units = (index.get(key) ?? []).filter(
    ({ from, to }) => on === null || ((from === null || from <= on) && (to === null || on <= to)),
  );
  if (units.length === 0) return units;
  const exact = units.filter(({ written }) => written === rest || exactly(written) === wanted);
  return exact.length > 0 || wanted !== plain(wanted) ? exact : units;
}

/** Those of the type; where there are none, all: a town may have become a city since. */
function ofType(units: Unit[], type: string | null): Unit[] {
  if (type === null) return units;
  const same = units.filter((unit) => unit.type === type);
  return same.length > 0 ? same : units;
}

function one(units: Unit[], written: string | null): GazetteerPlace | null {
  const [first] = units;
  if (first === undefined) return null;
  const type =
    written ?? (units.every((unit) => unit.type === first.type) ? first.type : (units.at(-1) ?? first).type);
  // A district's other spelling is as good a name: "Mù Cang Chải".
  const own = first.level === 'district' ? first.written : first.name;
  const name = /^\d+$/.test(own) ? `${type.charAt(0).toUpperCase()}${type.slice(1)} ${own}` : own;
  return { name, type, code: units.every((unit) => unit.code === first.code) ? first.code : null };
}

/** A name as it is looked for. */
interface PlaceName {
  type: string | null;
  /** Without the word for its type. */
  rest: string;
  key: string;
  exact: string;
}

/** A name is looked for at every level, on several days, and in several units. */
const names = new TextMemory(1024, (name): PlaceName => {
  const { type, rest } = untyped(name);
  return { type, rest, key: keyOf(rest), exact: exactly(rest) };
});

/** A name parted from the word for its type. */
function untyped(name: string): { type: string | null; rest: string } {
  const clean = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const low = clean.toLowerCase();
  for (const { type, written } of TYPES) {
    for (const word of written) {
      if (!low.startsWith(word)) continue;
      // "Quan Hóa" is no quận.
      if (word !== type && word === fold(type) && fold(low) !== low) continue;
      const rest = clean.slice(word.length);
      const next = rest.replace(/^[. ]+/, '');
      if (next !== '' && (next !== rest || /^\p{Lu}{2}/u.test(next))) return { type, rest: next };
    }
  }
  return { type: null, rest: clean };
}

function exactly(name: string): string {
  return canonicalPlaceWords(
    canonicalTone(name.normalize('NFC'))
      .toLowerCase()
      .replace(/[^A-Za-zÀ-\u036fḀ-ỹ\p{N}]+/gu, ' ')
      .replace(/\b0+(?=\d)/g, '')
      .trim(),
  );
}

function plain(exact: string): string {
  return fold(exact);
}
