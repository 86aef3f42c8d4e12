import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from './fold.ts';

/** The administrative units of the gazetteer, loaded level by level as they are asked for. */

export type PlaceLevel = 'province' | 'district' | 'commune';

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

export interface Unit {
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
  /** Codes of further units that took a part of it. */
  parts: readonly string[];
}

/** Units by what their spellings share (see keyOf). */
export interface Index {
  get(key: string): Unit[] | undefined;
  values(): Iterable<Unit[]>;
}

interface Type {
  /** As the gazetteer has it. */
  type: string;
  /** Ways to write it, in lower case. */
  written: string[];
}

export const TYPES: readonly Type[] = [
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

export function provinces(): Map<string, Unit[]> {
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
        parts: [],
      });
    }
  }
  return provinceIndex;
}

export function districts(): Map<string, Unit[]> {
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
  const [name = '', ...others] = rest.slice(type.length + 1).split('=');
  for (const written of [name, ...others])
    add(index, keyOf(written), {
      level: 'district',
      code,
      type,
      name,
      written,
      province,
      district: code,
      from,
      to,
      into: null,
      parts: [],
    });
}

const Communes = z.strictObject({
  /** By district, and by province since July 2025: see CommuneGroup. */
  old: z.record(z.string(), z.string()),
  new: z.record(z.string(), z.string()),
  /** New communes that took a smaller part of an old one, by its code, or by district, letter and name where it has none. */
  split: z.record(z.string(), z.string()),
});

const COMMUNE_TYPES = new Map([
  ['x', 'xã'],
  ['p', 'phường'],
  ['t', 'thị trấn'],
  ['d', 'đặc khu'],
]);

export function communes(): CommuneIndex {
  if (communeIndex !== undefined) return communeIndex;
  const {
    old,
    new: merged,
    split,
  } = Communes.parse(JSON.parse(readFileSync(new URL('./communes.json', import.meta.url), 'utf8')));
  const provinceOf = new Map<string, string>();
  for (const units of districts().values()) {
    for (const unit of units) if (unit.code !== null) provinceOf.set(unit.code, unit.province);
  }
  communeIndex = new CommuneIndex(split);
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

/** 14,000 communes, of which a document asks for a few: a row is read when it is first asked for. */
class CommuneIndex implements Index {
  readonly #split: Readonly<Record<string, string>>;
  readonly #groups: CommuneGroup[] = [];
  /** Group and offset of each row, as group * 2^20 + offset, by name and by code; made when first asked. */
  #byKey: Map<string, number[]> | undefined;
  #byCode: Map<string, number[]> | undefined;
  readonly #read = new Map<string, Unit[]>();

  constructor(split: Readonly<Record<string, string>>) {
    this.#split = split;
  }

  add(group: CommuneGroup): void {
    this.#groups.push(group);
  }

  get(key: string): Unit[] | undefined {
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const units = this.#keys()
      .get(key)
      ?.flatMap((place) => this.#unit(place));
    if (units !== undefined) this.#read.set(key, units);
    return units;
  }

  /** The communes that bear or bore a code. */
  ofCode(code: string): Unit[] {
    this.#byCode ??= this.#rows(
      (rows) => rows,
      (rows, at) => rows.slice(at, at + 5),
    );
    return this.#byCode.get(code)?.flatMap((place) => this.#unit(place)) ?? [];
  }

  /** All that a province has or had. */
  ofProvince(code: string): Unit[] {
    return this.#groups.flatMap(({ rows, province }, group) =>
      province !== code ? [] : rowStarts(rows).flatMap((at) => this.#unit(group * 0x100000 + at)),
    );
  }

  *values(): Generator<Unit[]> {
    for (const places of this.#keys().values()) yield places.flatMap((place) => this.#unit(place));
  }

  #keys(): Map<string, number[]> {
    this.#byKey ??= this.#rows(fold, (folded, at, end) => {
      const mark = folded.charAt(end - 6) === '>' ? end - 6 : end;
      return keyOfFolded(folded.slice(at + 6, mark));
    });
    return this.#byKey;
  }

  #rows(
    prepare: (rows: string) => string,
    keyAt: (rows: string, at: number, end: number) => string,
  ): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const [group, { rows: written }] of this.#groups.entries()) {
      const rows = prepare(written);
      for (let at = 0; at < rows.length; ) {
        const stop = rows.indexOf('|', at);
        const end = stop < 0 ? rows.length : stop;
        const key = keyAt(rows, at, end);
        const places = found.get(key);
        if (places === undefined) found.set(key, [group * 0x100000 + at]);
        else places.push(group * 0x100000 + at);
        at = end + 1;
      }
    }
    return found;
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
        parts:
          (into === null
            ? undefined
            : this.#split[code === '-----' ? `${district}${letter}${name}` : code]
          )?.split(' ') ?? [],
      },
    ];
  }
}

function rowStarts(rows: string): number[] {
  const starts = [0];
  for (let at = rows.indexOf('|'); at >= 0; at = rows.indexOf('|', at + 1)) starts.push(at + 1);
  return starts;
}

function add(index: Map<string, Unit[]>, key: string, unit: Unit): void {
  const units = index.get(key);
  if (units === undefined) index.set(key, [unit]);
  else units.push(unit);
}

/** What all spellings of a name share: base letters, numbers without leading zeros, i for the y that may stand for it. */
export function keyOf(name: string): string {
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
