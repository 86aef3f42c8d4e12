import type { Why } from '../../compare/comparison.ts';
import type { researchExamplesVi, researchHelpVi, researchVi } from './research-vi.ts';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });
const n = (value: number): string => number.format(value);
const signed = (value: number): string => `${value > 0 ? '+' : ''}${n(value)}`;

const BASES: Record<string, string> = {
  population: 'population',
  'labour-force': 'labour force',
  eligible: 'those eligible',
  plan: 'plan',
  receivable: 'what is receivable',
  group: 'the group',
  other: 'another base',
};
const baseName = (base: string | null): string => (base === null ? 'unknown' : (BASES[base] ?? base));
const before = (detail: string | null): string => (detail === null ? '' : `${detail}: `);

const WHY: Record<Why, (detail: string | null) => string> = {
  'value-is-change': () => 'a change, not a level',
  'no-number': () => 'no number is named',
  'no-year': () => 'no year is named',
  'no-place': () => 'no place is named',
  'other-group': (detail) => (detail === null ? 'about everybody' : `only about a group: ${detail}`),
  'other-base': (detail) => `a share of something else: ${baseName(detail)}`,
  'other-unit': (detail) => `another unit: ${detail ?? 'unknown'}`,
  'other-measure': (detail) => `another measure, not needed or not to be converted: ${detail ?? ''}`,
  'base-missing': (detail) => `${before(detail)}the plan does not tell the base well enough to convert it`,
  'bases-disagree': (detail) => `${before(detail)}the plan's figures imply different bases`,
};

export const researchEn: typeof researchVi = {
  compare: {
    measure: (measure) => measure,
    base: (base) => `of ${baseName(base)}`,
    place: 'Place',
    nothing: 'There is nothing to compare.',
    sources: 'SOURCES (kehoach show …)',
    manySources: (values) => `${n(values)} values; the source of each: --format csv or json.`,
    formerly: (name, until, today) => `${name} (to ${until}${today === null ? '' : `, now in ${today}`})`,
    rank: (rank, of) => `rank ${n(rank)} of ${n(of)}`,
    change: ({ from, difference, growth, bounds }) =>
      `since ${from}: ${signed(difference)}${growth === null ? ' points' : ` (${signed(growth)} %)`}${bounds ? ', a bound among them' : ''}`,
    kind: (kind) => ({ stated: 'stated', derived: '* derived', sum: '+ sum of merged provinces' })[kind],
    other: (why, value, source) =>
      `${{ repeated: 'again', 'earlier-due': 'due earlier', 'older-plan': 'older plan', conflict: 'DIFFERS' }[why]}: ${value} (${source})`,
    corrected: ({ by, at, former }) =>
      `! corrected by ${by} on ${at.slice(0, 10)}; it was read as ${JSON.stringify(former)}`,
    notSummed: 'NOT SUMMED',
    unmerged: (why, parts) =>
      `${{ 'parts-missing': 'missing', 'bounds-differ': 'bounds point both ways', 'bases-missing': 'base of the share unknown' }[why]}: ${parts.join(', ')}`,
    left: (count) => `NOT COMPARED (${n(count)})`,
    why: (why, detail) => WHY[why](detail),
    more: (count) => `… and ${n(count)} more`,
    unknownIndicator: (id, known) =>
      `There is no indicator "${id}".${known.length === 0 ? '' : ` Those in the database: ${known.join(', ')}`}`,
    unknownRegion: (name, known) => `There is no region "${name}"; take one of: ${known.join(', ')}`,
  },
  exported: {
    noFile: 'This database is not a file; use its own tools for a copy.',
    withoutDay: (count) =>
      `${n(count)} deadlines name no day and are not in the calendar: see the table deadlines.`,
  },
  found: {
    nothing: (words) => `No plan has: ${words}`,
  },
  evidence: {
    notThere: (id, pointer) => `${id} has nothing at ${pointer}.`,
    noEvidence: 'No words of the text stand for this value.',
    page: (page) => `page ${n(page)}`,
  },
};

export const researchHelpEn: typeof researchHelpVi = {
  compare: 'compare an indicator between places and years',
  indicator: 'id of an indicator, such as bhyt',
  measure: 'kind of figure; the most frequent where it is not given',
  base: 'what shares are taken of: population, labour-force, eligible, plan, …',
  group: 'part of the population, such as "học sinh, sinh viên"; all of it where it is not given',
  level: 'level: province, district, commune',
  region: 'socio-economic region, such as "Đồng bằng sông Cửu Long"',
  place: "name or code of a place, or of today's province",
  year: 'one year',
  from: 'first year',
  to: 'last year',
  search: 'search the full text of the stored plans, with or without diacritics',
  words: 'words to look for; "in quotes" they follow one another; word* begins so',
  limit: 'how many plans at most',
  searchFormat: 'form of the result: table (to read), json',
  export: 'write all stored plans in another form',
  exportFormat:
    'csv, xlsx, parquet, json, jsonl, sqlite, ics (calendar of deadlines), dublin-core, tt02 (circular 02/2019/TT-BNV)',
  exportTo: 'folder for the files (default: export/<format> in the folder of results)',
  compareFormat: 'form of the result: table (to read), csv, json, svg',
  evidenceAt: 'show one value only and the words it was read from (JSON Pointer, such as /targets/3)',
};

export const researchExamplesEn: typeof researchExamplesVi = {
  search: [
    ['kehoach search bao hiem y te', 'diacritics may be left out'],
    ['kehoach search \'"học sinh, sinh viên" BHYT\'', 'words that follow one another, and one more'],
  ],
  export: [
    ['kehoach export --format xlsx', 'one workbook, a sheet for each table'],
    ['kehoach export --format ics --to calendar', 'a calendar of deadlines'],
  ],
  compare: [
    ['kehoach compare --indicator bhyt', 'all places, all years'],
    ['kehoach compare --indicator bhyt --measure share --year 2025 --format svg > bhyt.svg', 'a chart'],
  ],
};
