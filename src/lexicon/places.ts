import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from './fold.ts';
import { canonicalTone } from './spelling.ts';

export type PlaceLevel = 'province' | 'district' | 'commune';

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

const Province = z.strictObject({
  code: z.string(),
  type: z.string(),
  name: z.string(),
  variations: z.array(z.string()).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  into: z.string().optional(),
});
const Provinces = z.strictObject({
  provinces: z.array(Province),
  /** By province, parted by `|`: `code type name`, then `>day` for a first and `<day` for a last day of its own. */
  districts: z.record(z.string(), z.string()),
});

/** The day the communes of 2025 began (Resolution 76/2025/UBTVQH15 and its followers). */
const COMMUNES_FROM = '2025-07-01';
const OLD_UNTIL = '2025-06-30';

interface Unit {
  level: PlaceLevel;
  code: string | null;
  type: string;
  name: string;
  /** The spelling it is found by: its name or another one in use. */
  written: string;
  province: string;
  district: string | null;
  from: string | null;
  to: string | null;
  /** Code of the unit that took most of it in. */
  into: string | null;
}

/** Units by what their spellings share (see keyOf). */
interface Index {
  get(key: string): Unit[] | undefined;
  values(): Iterable<Unit[]>;
}

interface Type {
  /** As the gazetteer has it. */
  type: string;
  /** Ways to write it, in lower case. */
  written: string[];
}

const TYPES: readonly Type[] = [
  { type: 'tỉnh', written: ['tỉnh', 'tinh'] },
  { type: 'thành phố', written: ['thành phố', 'thanh pho', 'tp', 't.p', 'tp.', 't.phố'] },
  { type: 'thị xã', written: ['thị xã', 'thi xa', 'tx', 't.x', 'tx.'] },
  { type: 'quận', written: ['quận', 'quan', 'q.'] },
  { type: 'huyện', written: ['huyện', 'huyen', 'h.'] },
  { type: 'thị trấn', written: ['thị trấn', 'thi tran', 'tt.'] },
  { type: 'phường', written: ['phường', 'phuong', 'p.'] },
  { type: 'đặc khu', written: ['đặc khu', 'dac khu'] },
  { type: 'xã', written: ['xã', 'xa', 'x.'] },
];

let data: z.infer<typeof Provinces> | undefined;
let provinceIndex: Map<string, Unit[]> | undefined;
let districtIndex: Map<string, Unit[]> | undefined;
let communeIndex: CommuneIndex | undefined;

function load(): z.infer<typeof Provinces> {
  data ??= Provinces.parse(JSON.parse(readFileSync(new URL('./provinces.json', import.meta.url), 'utf8')));
  return data;
}

function provinces(): Map<string, Unit[]> {
  if (provinceIndex !== undefined) return provinceIndex;
  provinceIndex = new Map();
  for (const { code, type, name, variations = [], from, to, into } of load().provinces) {
    for (const written of [name, ...variations]) {
      add(provinceIndex, keyOf(written), {
        level: 'province',
        code,
        type,
        name,
        written,
        province: code,
        district: null,
        from: from ?? null,
        to: to ?? null,
        into: into ?? null,
      });
    }
  }
  return provinceIndex;
}

function districts(): Map<string, Unit[]> {
  if (districtIndex !== undefined) return districtIndex;
  districtIndex = new Map();
  for (const [province, rows] of Object.entries(load().districts)) {
    for (const row of rows.split('|')) addDistrict(districtIndex, row, province);
  }
  return districtIndex;
}

function addDistrict(index: Map<string, Unit[]>, row: string, province: string): void {
  const [, code = '', rest = '', from = null, to = OLD_UNTIL] =
    /^(\d{3}) ([^<>]+)(?:>([\d-]+))?(?:<([\d-]+))?$/.exec(row) ?? [];
  const type = TYPES.find((other) => rest.startsWith(`${other.type} `))?.type ?? '';
  const name = rest.slice(type.length + 1);
  add(index, keyOf(name), {
    level: 'district',
    code,
    type,
    name,
    written: name,
    province,
    district: code,
    from,
    to,
    into: null,
  });
}

const COMMUNE_TYPES = new Map([
  ['x', 'xã'],
  ['p', 'phường'],
  ['t', 'thị trấn'],
  ['d', 'đặc khu'],
]);

function communes(): CommuneIndex {
  if (communeIndex !== undefined) return communeIndex;
  const { old, new: merged } = z
    .strictObject({ old: z.record(z.string(), z.string()), new: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(new URL('./communes.json', import.meta.url), 'utf8')));
  const provinceOf = new Map<string, string>();
  for (const units of districts().values()) {
    for (const unit of units) if (unit.code !== null) provinceOf.set(unit.code, unit.province);
  }
  communeIndex = new CommuneIndex();
  for (const [district, rows] of Object.entries(old)) {
    communeIndex.add({ rows, province: provinceOf.get(district) ?? '', district });
  }
  for (const [province, rows] of Object.entries(merged)) communeIndex.add({ rows, province, district: null });
  return communeIndex;
}

/** The communes of a district up to 2025-06-30, or of a province since. */
interface CommuneGroup {
  /**
   * Rows parted by `|`; each is a code (`-----` for none), a letter for the type, the name, and for an old commune `>`
   * and the new one's code.
   */
  rows: string;
  province: string;
  district: string | null;
}

/** 14,000 communes, of which a document asks for a few: a row is read when it is asked for. */
class CommuneIndex implements Index {
  readonly #groups: CommuneGroup[] = [];
  /** Group and offset of each row, as group * 2^20 + offset. */
  readonly #places = new Map<string, number[]>();

  add(group: CommuneGroup): void {
    const base = this.#groups.push(group) - 1;
    const folded = fold(group.rows);
    for (let at = 0; at < folded.length; ) {
      const stop = folded.indexOf('|', at);
      const end = stop < 0 ? folded.length : stop;
      const mark = folded.charAt(end - 6) === '>' ? end - 6 : end;
      const key = keyOfFolded(folded.slice(at + 6, mark));
      const places = this.#places.get(key);
      if (places === undefined) this.#places.set(key, [base * 0x100000 + at]);
      else places.push(base * 0x100000 + at);
      at = end + 1;
    }
  }

  get(key: string): Unit[] | undefined {
    return this.#places.get(key)?.flatMap((place) => this.#unit(place));
  }

  *values(): Generator<Unit[]> {
    for (const places of this.#places.values()) yield places.flatMap((place) => this.#unit(place));
  }

  #unit(place: number): Unit[] {
    const group = this.#groups[Math.floor(place / 0x100000)];
    if (group === undefined) return [];
    const { rows, province, district } = group;
    const at = place % 0x100000;
    const stop = rows.indexOf('|', at);
    const [, code = '', letter = '', name = '', into = null] =
      /^(.{5})(.)([^>]*)(?:>(.*))?$/u.exec(rows.slice(at, stop < 0 ? rows.length : stop)) ?? [];
    return [
      {
        level: 'commune',
        code: code === '-----' ? null : code,
        type: COMMUNE_TYPES.get(letter) ?? '',
        name,
        written: name,
        province,
        district,
        from: district === null ? COMMUNES_FROM : null,
        to: district === null ? null : OLD_UNTIL,
        into,
      },
    ];
  }
}

function add(index: Map<string, Unit[]>, key: string, unit: Unit): void {
  const units = index.get(key);
  if (units === undefined) index.set(key, [unit]);
  else units.push(unit);
}

/**
 * The province or centrally-run city of that name, with or without its type (`Đồng Tháp`, `tỉnh Đồng Tháp`, `TP. Hồ
 * Chí Minh`), on a day of the form 2025-06-30; null where there was none. With `on` null every date is possible.
 */
export function findProvince(name: string, on: string | null): GazetteerPlace | null {
  const { type, rest } = untyped(name);
  const found = among(provinces(), rest, on).filter((unit) => {
    if (type === null || unit.type === type) return true;
    if (type === 'tỉnh') return true;
    // "thành phố Trà Vinh" is the provincial city and not the province, Trà Vinh.
    return type === 'thành phố' && among(districts(), rest, null).every((other) => other.type !== type);
  });
  return one(found, null);
}

/**
 * The district, town or provincial city of that name (`thành phố Trà Vinh`, `Quận 1`) on a day, null where there was
 * none: districts end with 2025-06-30. `province` is the two-digit code of the province it lies in.
 */
export function findDistrict(name: string, on: string | null, province?: string): GazetteerPlace | null {
  const { type, rest } = untyped(name);
  if (!fits('district', type)) return null;
  const found = among(districts(), rest, on).filter(
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
  const { type, rest } = untyped(name);
  if (!fits('commune', type)) return null;
  const found = among(communes(), rest, on).filter(
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
    `(?<![\\p{L}\\p{M}\\p{N}])(${[...TYPE_OF.keys()]
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
  const word = /[\p{L}\p{M}\p{N}]+/uy;
  let at = from;
  while (ends.length < 7) {
    word.lastIndex = at;
    if (word.exec(text) === null) break;
    ends.push(word.lastIndex);
    const gap = /(?: ?['’-] ?| - |[ \u00a0]+)(?=[\p{L}\p{N}])/uy;
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
function among(index: Index, name: string, on: string | null): Unit[] {
  const units = (index.get(keyOf(name)) ?? []).filter(
    ({ from, to }) => on === null || ((from === null || from <= on) && (to === null || on <= to)),
  );
  const wanted = exactly(name);
  const exact = units.filter((unit) => exactly(unit.written) === wanted);
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
  const name = /^\d+$/.test(first.name)
    ? `${type.charAt(0).toUpperCase()}${type.slice(1)} ${first.name}`
    : first.name;
  return { name, type, code: units.every((unit) => unit.code === first.code) ? first.code : null };
}

/** A name parted from the word for its type. */
function untyped(name: string): { type: string | null; rest: string } {
  const clean = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const low = clean.toLowerCase();
  for (const { type, written } of TYPES) {
    for (const word of written) {
      if (!low.startsWith(word)) continue;
      const rest = clean.slice(word.length);
      const next = rest.replace(/^[. ]+/, '');
      if (next !== '' && (next !== rest || /^\p{Lu}{2}/u.test(next))) return { type, rest: next };
    }
  }
  return { type: null, rest: clean };
}

/** What all spellings of a name share: base letters, numbers without leading zeros, i for the y that may stand for it. */
function keyOf(name: string): string {
  return keyOfFolded(fold(name.normalize('NFC')));
}

function keyOfFolded(folded: string): string {
  if (PLAIN_KEY.test(folded)) return folded;
  return folded
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/(?<=qu|[bcdghklmnprstvx])y\b/g, 'i')
    .replace(/\b0+(?=\d)/g, '')
    .trim();
}

/** Most names: words of letters other than y. */
const PLAIN_KEY = /^[a-xz]+(?: [a-xz]+)*$/;

function exactly(name: string): string {
  return canonicalTone(name.normalize('NFC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .trim();
}

function plain(exact: string): string {
  return fold(exact);
}
