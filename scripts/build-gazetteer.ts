/**
 * Builds src/lexicon/provinces.json and src/lexicon/communes.json from a folder of gazetteer tables:
 * `node dist/scripts/build-gazetteer.js FOLDER`. What the tables hold, and whose they are, is in docs/lexicon.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fold } from '../src/lexicon/fold.ts';
import { canonicalTone } from '../src/lexicon/spelling.ts';

/** Resolution 202/2025/QH15: the provinces' mergers take effect; districts end with the day before. */
const MERGER = '2025-07-01';
const BEFORE_MERGER = '2025-06-30';

const TYPES = new Map([
  ['tinh', 'tỉnh'],
  ['thanh-pho', 'thành phố'],
  ['huyen', 'huyện'],
  ['quan', 'quận'],
  ['thi-xa', 'thị xã'],
  ['xa', 'xã'],
  ['phuong', 'phường'],
  ['thi-tran', 'thị trấn'],
  ['dac-khu', 'đặc khu'],
]);

/** Other spellings and short forms in use, by the code of the old or new province. */
const VARIATIONS = new Map([
  ['Hồ Chí Minh', ['HCM', 'HCMC']],
  ['Bà Rịa - Vũng Tàu', ['BR-VT', 'BRVT']],
  ['Thừa Thiên Huế', ['Thừa Thiên - Huế', 'TT Huế', 'TT-Huế']],
  ['Đắk Lắk', ['Đắc Lắc', 'Đắc Lắk', 'Đắk Lắc', 'Đăk Lăk', 'Daklak']],
  ['Đắk Nông', ['Đắc Nông', 'Đăk Nông', 'Daknong']],
  ['Bắc Kạn', ['Bắc Cạn']],
  ['Kon Tum', ['Kontum', 'Công Tum']],
]);

/** Districts that the table of 2021 lacks: [code, type, name, province, first day, last day]. */
const MORE_DISTRICTS: DistrictRow[] = [
  ['762', 'quận', 'Thủ Đức', '79', null, '2020-12-31'],
  ['763', 'quận', '9', '79', null, '2020-12-31'],
  ['769', 'quận', '2', '79', null, '2020-12-31'],
  ['474', 'quận', 'Thuận Hóa', '46', '2025-01-01', BEFORE_MERGER],
  ['475', 'quận', 'Phú Xuân', '46', '2025-01-01', BEFORE_MERGER],
  ['374', 'thành phố', 'Hoa Lư', '37', '2025-01-01', BEFORE_MERGER],
  ['224', 'thị xã', 'Chũ', '24', '2025-01-01', BEFORE_MERGER],
  ['753', 'huyện', 'Long Đất', '77', '2025-03-01', BEFORE_MERGER],
];

/** First and last days of districts of the table that did not last the whole time, by `code name`. */
const DISTRICT_DAYS = new Map<string, [string | null, string]>([
  ['769 Thủ Đức', ['2021-01-01', BEFORE_MERGER]],
  ['474 Huế', [null, '2024-12-31']],
  ['483 Nam Đông', [null, '2024-12-31']],
  ['369 Ninh Bình', [null, '2024-12-31']],
  ['374 Hoa Lư', [null, '2024-12-31']],
  ['221 Yên Dũng', [null, '2024-12-31']],
  ['405 Đông Sơn', [null, '2024-12-31']],
  ['448 Lộc Hà', [null, '2024-12-31']],
  ['519 Nông Sơn', [null, '2024-12-31']],
  ['413 Cửa Lò', [null, '2024-11-30']],
  ['682 Đạ Tẻh', [null, '2024-11-30']],
  ['683 Cát Tiên', [null, '2024-11-30']],
  ['358 Mỹ Lộc', [null, '2024-08-31']],
  ['752 Long Điền', [null, '2025-02-28']],
  ['753 Đất Đỏ', [null, '2025-02-28']],
]);

/** Names that documents mostly write otherwise than the General Statistics Office does, by `code name`. */
const OTHER_SPELLINGS = new Map([
  ['467 Đa Krông', 'Đakrông'],
  ['613 Kon Plông', 'Konplông'],
  ['088 Sa Pa', 'Sapa'],
  ['137 Mù Căng Chải', 'Mù Cang Chải'],
  ['060 Pác Nặm', 'Pắc Nặm'],
  ['654 Krông Pắc', 'Krông Pắk'],
]);

type DistrictRow = [
  code: string,
  type: string,
  name: string,
  province: string,
  from: string | null,
  to: string | null,
];

interface ProvinceRow {
  code: string;
  type: string;
  name: string;
  variations?: string[];
  from?: string;
  to?: string;
  into?: string;
}

const Province = z.object({ code: z.string(), name: z.string(), full_name: z.string() });
const OldProvinces = z.array(Province.extend({ new_code: z.string() }));
const NewProvinces = z.array(Province.extend({ old_codes: z.array(z.string()) }));

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: build-gazetteer FOLDER');
build(folder);

function build(from: string): void {
  const old = OldProvinces.parse(JSON.parse(readFileSync(join(from, 'provinces_63.json'), 'utf8')));
  const merged = NewProvinces.parse(JSON.parse(readFileSync(join(from, 'provinces_34.json'), 'utf8')));
  const districts = districtRows(table(join(from, 'districts_old.csv')));
  write('provinces.json', {
    provinces: provinceRows(old, merged),
    districts: districtLists(districts),
  });
  write(
    'communes.json',
    communes(
      table(join(from, 'wards_old.csv')),
      table(join(from, 'communes_new_3321.csv')),
      table(join(from, 'ward_old_to_new.csv')),
      old,
      merged,
      districts,
    ),
  );
}

function provinceRows(
  old: z.infer<typeof OldProvinces>,
  merged: z.infer<typeof NewProvinces>,
): ProvinceRow[] {
  const rows: ProvinceRow[] = [
    { code: '28', type: 'tỉnh', name: 'Hà Tây', to: '2008-07-31', into: '01' },
    { code: '46', type: 'tỉnh', name: 'Thừa Thiên Huế', to: '2024-12-31', into: '46' },
    { code: '46', type: 'thành phố', name: 'Huế', from: '2025-01-01' },
    { code: '75', type: 'tỉnh', name: 'Đồng Nai', from: MERGER, to: '2026-04-29', into: '75' },
    { code: '75', type: 'thành phố', name: 'Đồng Nai', from: '2026-04-30' },
  ];
  const done = new Set(rows.map((row) => `${row.code} ${row.from === undefined ? 'old' : 'new'}`));
  for (const { code, full_name, new_code } of old) {
    const { type, name } = typed(full_name);
    if (done.has(`${code} old`)) continue;
    const next = merged.find((row) => row.code === new_code);
    const kept = code === new_code && next?.old_codes.length === 1 && typed(next.full_name).type === type;
    rows.push({ code, type, name, ...(kept ? {} : { to: BEFORE_MERGER, into: new_code }) });
    if (kept) done.add(`${code} new`);
  }
  for (const { code, full_name } of merged) {
    if (!done.has(`${code} new`)) rows.push({ code, ...typed(full_name), from: MERGER });
  }
  for (const row of rows) {
    const variations = VARIATIONS.get(row.name);
    if (variations !== undefined) row.variations = variations;
  }
  return rows.sort((a, b) => compare(a.code, b.code) || compare(a.from ?? '', b.from ?? ''));
}

function districtRows(rows: Record<string, string>[]): DistrictRow[] {
  const found = rows.map(({ code = '', type = '', name = '', province_code = '' }): DistrictRow => {
    const clean = cleanName(name);
    const [first, last] = DISTRICT_DAYS.get(`${code} ${clean}`) ?? [null, null];
    return [code, TYPES.get(type) ?? type, clean, province_code, first, last];
  });
  for (const key of DISTRICT_DAYS.keys()) {
    if (!found.some(([code, , name]) => `${code} ${name}` === key)) throw new Error(`no district ${key}`);
  }
  return [...found, ...MORE_DISTRICTS].sort((a, b) => compare(a[0], b[0]) || compare(a[4] ?? '', b[4] ?? ''));
}

/** By province, each as `code type name`, then `>day` for a first and `<day` for a last day of its own. */
function districtLists(rows: DistrictRow[]): Record<string, string> {
  const lists: Record<string, string[]> = {};
  for (const [code, type, name, province, from, to] of rows) {
    lists[province] ??= [];
    const other = OTHER_SPELLINGS.get(`${code} ${name}`);
    lists[province].push(
      `${code} ${type} ${name}${other === undefined ? '' : `=${other}`}${from === null ? '' : `>${from}`}${to === null || to === BEFORE_MERGER ? '' : `<${to}`}`,
    );
  }
  return joined(lists);
}

/**
 * Old communes by district and new ones by province, each as `code type name` with the code of the new commune that
 * took most of an old one in; types are shortened to a letter. `split` has the further new communes that took a part, by the
 * old one's code, or where it has none by district, type and name.
 */
function communes(
  old: Record<string, string>[],
  merged: Record<string, string>[],
  moves: Record<string, string>[],
  oldProvinces: z.infer<typeof OldProvinces>,
  newProvinces: z.infer<typeof NewProvinces>,
  districts: DistrictRow[],
): { old: Record<string, string>; new: Record<string, string>; split: Record<string, string> } {
  const newCodes = new Map<string, string>();
  const fresh: Record<string, string[]> = {};
  for (const { code = '', full_name = '', province_code = '' } of merged) {
    const { type, name } = typed(full_name);
    newCodes.set(`${province_code} ${key(full_name)}`, code);
    fresh[province_code] ??= [];
    fresh[province_code].push(`${code}${letter(type)}${name}`);
  }
  const provinceOf = (full: string): string | undefined => {
    const wanted = key(typed(full).name);
    return [...newProvinces, ...oldProvinces].find((row) => key(row.name) === wanted)?.code;
  };
  const into = new Map<string, string>();
  const parts = new Map<string, Set<string>>();
  const part = (unit: string, target: string): void => {
    if (target !== '') parts.set(unit, (parts.get(unit) ?? new Set()).add(target));
  };
  const later: { province: string; district: string; ward: string; into: string }[] = [];
  for (const move of moves) {
    const newProvince = provinceOf(move.new_province ?? '');
    const target = move.new_gso_code || newCodes.get(`${newProvince} ${key(move.new_commune ?? '')}`) || '';
    const code = move.old_gso_code ?? '';
    if (code !== '') {
      if (!into.has(code)) into.set(code, target);
      part(code, target);
    } else if (hasType(move.old_ward ?? '')) {
      later.push({
        province: move.old_province ?? '',
        district: move.old_district ?? '',
        ward: move.old_ward ?? '',
        into: target,
      });
    }
  }
  const past: Record<string, string[]> = {};
  const known = new Map<string, string>();
  for (const { code = '', full_name = '', district_code = '' } of old) {
    const { type, name } = typed(full_name);
    known.set(`${district_code} ${key(full_name)}`, code);
    past[district_code] ??= [];
    past[district_code].push(`${code}${letter(type)}${name}`);
  }
  const oldProvinceOf = (full: string): string | undefined => {
    const wanted = key(typed(full).name);
    return wanted === 'hue' ? '46' : oldProvinces.find((row) => key(row.name) === wanted)?.code;
  };
  for (const { province, district, ward, into: target } of later) {
    const provinceCode = oldProvinceOf(province);
    const wanted = key(typed(district).name);
    const row =
      districts.findLast(
        ([, , name, code, , to]) => code === provinceCode && key(name) === wanted && to !== '2024-12-31',
      ) ?? districts.find(([, , name, code]) => code === provinceCode && key(name) === wanted);
    if (row === undefined) throw new Error(`no district ${district}, ${province}`);
    const same = known.get(`${row[0]} ${key(ward)}`);
    if (same !== undefined) {
      if (same !== '' && !into.has(same)) into.set(same, target);
      part(same === '' ? `${row[0]}${letter(typed(ward).type)}${typed(ward).name}` : same, target);
      continue;
    }
    const { type, name } = typed(ward);
    part(`${row[0]}${letter(type)}${name}`, target);
    known.set(`${row[0]} ${key(ward)}`, '');
    past[row[0]] ??= [];
    past[row[0]]?.push(`-----${letter(type)}${name}${target === '' ? '' : `>${target}`}`);
  }
  for (const rows of Object.values(past)) {
    for (const [i, row] of rows.entries()) {
      const target = into.get(row.slice(0, 5));
      if (target !== undefined && target !== '') rows[i] = `${row}>${target}`;
    }
  }
  const split = [...parts].filter(([, targets]) => targets.size > 1);
  return {
    old: joined(past),
    new: joined(fresh),
    split: Object.fromEntries(
      split
        .sort(([a], [b]) => compare(a, b))
        .map(([unit, targets]) => [
          unit,
          [...targets]
            .filter((target) => target !== into.get(unit))
            .sort(compare)
            .join(' '),
        ]),
    ),
  };
}

function joined(rows: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rows)
      .sort(([a], [b]) => compare(a, b))
      .map(([code, list]) => [code, list.join('|')]),
  );
}

function letter(type: string): string {
  const short = new Map([
    ['xã', 'x'],
    ['phường', 'p'],
    ['thị trấn', 't'],
    ['đặc khu', 'd'],
  ]).get(type);
  if (short === undefined) throw new Error(`no commune type ${type}`);
  return short;
}

function typed(full: string): { type: string; name: string } {
  const clean = cleanName(full);
  for (const type of TYPES.values()) {
    if (clean.toLowerCase().startsWith(`${type} `)) return { type, name: clean.slice(type.length + 1) };
  }
  throw new Error(`no type in ${full}`);
}

/** The tables of moves also list a military training ground. */
function hasType(full: string): boolean {
  return [...TYPES.values()].some((type) => full.toLowerCase().startsWith(`${type} `));
}

function cleanName(name: string): string {
  return canonicalTone(
    name
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .replace(/' /g, "'")
      .replace(/\bNT /, 'Nông trường ')
      .replace(/(?<=\S)-(?=\S)/g, ' - ')
      .trim(),
  );
}

/** What two spellings of a name share: base letters, and i for the y that may stand for it (Phú Quí, Phú Quý). */
function key(name: string): string {
  return fold(cleanName(name))
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/(?<=qu|[bcdghklmnprstvx])y\b/g, 'i')
    .trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The rows of a CSV file with a header; values may be quoted. */
function table(file: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const names = (header ?? '').split(',');
  return lines.map((line) => {
    const values = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    );
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
  });
}

/** One item of a list a line, so that a change shows as what it is. */
function write(name: string, data: object): void {
  const parts = Object.entries(data).map(([field, value]) => {
    const items = Array.isArray(value)
      ? value.map((item) => JSON.stringify(item))
      : Object.entries(value).map(([code, text]) => `${JSON.stringify(code)}:${JSON.stringify(text)}`);
    const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
    return `${JSON.stringify(field)}: ${open}\n${items.join(',\n')}\n${close}`;
  });
  writeFileSync(join('src/lexicon', name), `{\n${parts.join(',\n')}\n}\n`);
}
