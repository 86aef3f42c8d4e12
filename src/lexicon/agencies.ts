import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from './fold.ts';
import { type PhraseHit, PhraseMatcher } from './phrase-matcher.ts';
import { findProvince } from './places.ts';
import { canonicalTone } from './spelling.ts';

const Level = z.enum(['central', 'province', 'district', 'commune', 'any']);

const Agency = z.strictObject({
  id: z.string(),
  /** As official documents print it, without the place. */
  name: z.string(),
  variations: z.array(z.string()).default([]),
  level: Level.optional(),
  /** First and last day the body existed under this name. */
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  /** Ids of the bodies that took its tasks over. */
  successors: z.array(z.string()).default([]),
  /** Names that are ordinary words unless a place's level follows or the context is a list of bodies: Thuế, Thanh tra. */
  needsTail: z.array(z.string()).default([]),
  /** Counts only with a capital first letter: Bộ Y tế, but not "cán bộ y tế". */
  cased: z.boolean().default(false),
  /** Words that make another name of it where they follow: công an viên. */
  notBefore: z.array(z.string()).default([]),
  /** Names a kind of body and no single one: các đơn vị, doanh nghiệp. */
  generic: z.boolean().default(false),
  /** The ids that take this one's place where the words that follow name a level. */
  byLevel: z.strictObject({ province: z.string(), district: z.string(), commune: z.string() }).optional(),
  examples: z.array(z.string()).default([]),
  counterExamples: z.array(z.string()).default([]),
});
export type Agency = z.infer<typeof Agency>;

const Agencies = z.strictObject({
  source: z.string(),
  /** Words before a body's name in a heading. */
  prefixes: z.array(z.string()),
  /** Words after which a body is named in a sentence. */
  leads: z.array(z.string()),
  /** A first word is part of another word after one of these: cơ sở. */
  notAfter: z.record(z.string(), z.array(z.string())),
  /** Words for the level whose body it is: Công an tỉnh, UBND các xã, phường. */
  levels: z.strictObject({
    province: z.array(z.string()),
    /** Of a centrally-run or of a provincial city. */
    city: z.array(z.string()),
    district: z.array(z.string()),
    commune: z.array(z.string()),
  }),
  /** What begins like a level's word and is none. */
  notLevels: z.array(z.string()),
  quantifiers: z.array(z.string()),
  grade: z.string(),
  /** Other words that close a name, as regular expressions, and those that close a generic one only. */
  closings: z.array(z.string()),
  genericClosings: z.array(z.string()),
  /** Closings that make bodies of the kinds below. */
  relevant: z.array(z.string()),
  /** Those who stand for a body: Giám đốc Sở Y tế, Thủ trưởng các cơ quan. */
  heads: z.array(z.string()),
  /** Kinds of bodies and the ids of lists that hold them; of several ids the first of `kindRank` is taken. */
  kinds: z.record(z.string(), z.string()),
  kindRank: z.array(z.string()),
  /** Kinds that `các` alone makes bodies of: các đơn vị, but not các tổ chức. */
  strongKinds: z.array(z.string()),
  /** Kinds that a list needs to need neither `các` nor a closing word: sở, ngành. */
  alwaysKinds: z.array(z.string()),
  /** A kind is part of another word after one of these: cơ sở, đầu ngành. */
  notAfterKinds: z.array(z.string()),
  /** What begins like a kind and is none: ban hành. */
  notKinds: z.array(z.string()),
  agencies: z.array(Agency),
});
export type Agencies = z.infer<typeof Agencies>;

export interface AgencyMention {
  /** Half-open UTF-16 offsets: the whole name with the words for its level and place. */
  start: number;
  end: number;
  id: string;
  /** The name as the lexicon has it. */
  name: string;
  /** It names a kind of body and no single one: các đơn vị liên quan. */
  generic: boolean;
}

interface Lexicon {
  data: Agencies;
  byId: ReadonlyMap<string, Agency>;
  matcher: PhraseMatcher<Candidate>;
  /** Kinds of bodies; null for what begins like one and is none. */
  kinds: PhraseMatcher<Kind | null>;
  folded: FoldedWords;
  prefix: RegExp;
  lead: RegExp;
  /** Made when a text of their kind is first searched. */
  marked?: Patterns;
  bare?: Patterns;
}

/** The words for levels as they stand between blanks in folded text. */
interface FoldedWords {
  cities: readonly string[];
  levels: Readonly<Record<(typeof LEVELS)[number], readonly string[]>>;
  quantifiers: readonly string[];
}

const LEVELS = ['province', 'district', 'commune'] as const;

interface Kind {
  id: string;
  strong: boolean;
  always: boolean;
}

interface Candidate {
  agency: Agency;
  needsTail: boolean;
}

/** Patterns over text in lower case with canonical tone placement, or over text without diacritics. */
interface Patterns {
  /** Sticky: the words for levels after a name. */
  levels: RegExp;
  /** Sticky: other words that close a name. */
  closing: RegExp;
  genericClosing: RegExp;
  /** What stands between the members of a list. */
  beside: RegExp;
  relevant: RegExp;
  /** `các` at the end of what comes before a name. */
  several: RegExp;
  /** `Giám đốc`, `các` at the end of what comes before a name. */
  before: RegExp;
}

/** Letters, combining marks and digits of Latin script; a plain class compiles far faster than Unicode properties. */
const WORD = '[0-9A-Za-zÀ-ɏ\\u0300-\\u036fḀ-ỿ]';
const BEFORE = `(?<!${WORD})`;
const AFTER = `(?!${WORD})`;

let lexicon: Lexicon | undefined;

function load(): Lexicon {
  if (lexicon !== undefined) return lexicon;
  const data = Agencies.parse(JSON.parse(readFileSync(new URL('./agencies.json', import.meta.url), 'utf8')));
  const between = (words: readonly string[]) => words.map((word) => ` ${fold(word)} `);
  const { city, province, district, commune } = data.levels;
  lexicon = {
    data,
    folded: {
      cities: between(city),
      levels: { province: between(province), district: between(district), commune: between(commune) },
      quantifiers: between(data.quantifiers),
    },
    byId: new Map(data.agencies.map((agency) => [agency.id, agency])),
    matcher: new PhraseMatcher(
      data.agencies.flatMap((agency) =>
        [...new Set([agency.name, ...agency.variations])].map((phrase) => ({
          phrase,
          entry: { agency, needsTail: agency.needsTail.includes(phrase) },
        })),
      ),
    ),
    kinds: new PhraseMatcher<Kind | null>([
      ...data.notKinds.map((phrase) => ({ phrase, entry: null })),
      ...Object.entries(data.kinds).map(([phrase, id]) => ({
        phrase,
        entry: { id, strong: data.strongKinds.includes(phrase), always: data.alwaysKinds.includes(phrase) },
      })),
    ]),
    prefix: new RegExp(`^\\s*(?:${either([...data.prefixes, ...data.prefixes.map(bare)])})${AFTER}\\s*`),
    lead: new RegExp(`${BEFORE}(?:${either([...data.leads, ...data.leads.map(bare)])})\\s+$`),
  };
  return lexicon;
}

/** The whole table of bodies. */
export function agencyData(): Agencies {
  return load().data;
}

/**
 * The id of the body that a heading names (`Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố và các tổ chức thành
 * viên` gives `mat-tran-to-quoc`), that of the first where the
 * rest are general nouns; null where it names none that is known, or several of different kinds.
 */
export function agencyId(name: string): string | null {
  const known = ids.get(name);
  if (known !== undefined) return known;
  const id = idOf(name);
  if (ids.size >= REMEMBERED) ids.clear();
  ids.set(name, id);
  return id;
}

/** Headings recur, within a plan and from plan to plan. */
const ids = new Map<string, string | null>();
const REMEMBERED = 4096;

function idOf(name: string): string | null {
  const heading = name.slice(load().prefix.exec(lower(name))?.[0].length ?? 0);
  const mentions = find(heading, true);
  const [first, second] = mentions;
  if (first === undefined) return null;
  const runsOn = second !== undefined && heading.slice(first.end, second.start).trim() === '';
  if (first.generic) return runsOn ? second.id : first.id;
  const bracket = heading.indexOf('(');
  const another = mentions.some(
    ({ id, generic, start }) => !generic && id !== first.id && (bracket < 0 || start < bracket),
  );
  return another ? null : first.id;
}

/**
 * The bodies that a text names, in order and not overlapping, each with the words for its level and place: `Sở Nội
 * vụ`, `BHXH thành phố`, `UBND các xã, phường`, `các cơ quan liên quan`. Takes NFC text, with or without diacritics.
 */
export function findAgencies(text: string): AgencyMention[] {
  return find(text, false);
}

function find(text: string, heading: boolean): AgencyMention[] {
  const { data, matcher, lead, byId } = load();
  const low = lower(text);
  const patterns = patternsFor(text);
  const found: AgencyMention[] = [];
  const folded = fold(text);
  for (const hit of matcher.find(text, folded)) {
    const { agency: body, needsTail } = hit.entry;
    if (!stands(text, hit, data, body)) continue;
    if (needsTail && !isCapital(text.charAt(hit.start))) continue;
    const { end, level, placed } = follow(text, low, hit.end, body.generic, patterns);
    if (needsTail && !placed) {
      const previous = found.at(-1);
      const listed =
        previous !== undefined && /^(?:\s*[,;]\s*|\s+(?:và|va)\s+)$/.test(low.slice(previous.end, hit.start));
      const led = listed || lead.test(low.slice(Math.max(0, hit.start - 30), hit.start));
      const alone = heading && hit.start === 0 && /^\s*(?:$|[:;.,(]|và\s|va\s)/.test(low.slice(hit.end));
      if (!alone && (!led || /^\s+\p{Lu}/u.test(text.slice(hit.end)))) continue;
    }
    const id = level === null ? body.id : (body.byLevel?.[level] ?? body.id);
    found.push({ start: hit.start, end, id, name: byId.get(id)?.name ?? body.name, generic: body.generic });
  }
  const mentions = merge(found, groups(text, low, folded, heading, patterns, data, byId));
  for (const [i, mention] of mentions.entries()) {
    const from = Math.max(mentions[i - 1]?.end ?? 0, mention.start - 60);
    mention.start -= patterns.before.exec(low.slice(from, mention.start))?.[0].length ?? 0;
  }
  return mentions;
}

/** Lists of kinds of bodies: `các sở, ban, ngành tỉnh`, `cơ quan, đơn vị liên quan`. */
function groups(
  text: string,
  low: string,
  folded: string,
  heading: boolean,
  patterns: Patterns,
  data: Agencies,
  byId: ReadonlyMap<string, Agency>,
): AgencyMention[] {
  const found: AgencyMention[] = [];
  let list: PhraseHit<Kind>[] = [];
  const close = () => {
    const [first] = list;
    const last = list.at(-1);
    if (first !== undefined && last !== undefined) {
      const quantifier =
        patterns.several.exec(low.slice(Math.max(0, first.start - 10), first.start))?.[0] ?? '';
      const { end, placed } = follow(text, low, last.end, true, patterns);
      const always = list.some(({ entry }) => entry.always);
      const named =
        patterns.relevant.test(low.slice(last.end, end)) ||
        (quantifier !== '' && (list.length > 1 || first.entry.strong)) ||
        (list.length > 1 && (placed || heading || always)) ||
        (placed && always && first.phrase.includes(' '));
      const ids = new Set(list.map(({ entry }) => entry.id));
      const id = data.kindRank.find((other) => ids.has(other));
      if (named && id !== undefined) {
        found.push({
          start: first.start - quantifier.length,
          end,
          id,
          name: byId.get(id)?.name ?? id,
          generic: true,
        });
      }
    }
    list = [];
  };
  for (const hit of load().kinds.find(text, folded)) {
    const { entry } = hit;
    if (entry === null) continue;
    const last = list.at(-1);
    if (last === undefined || !patterns.beside.test(low.slice(last.end, hit.start))) {
      close();
      const before = /(\S+)[ \u00a0]$/.exec(low.slice(Math.max(0, hit.start - 10), hit.start))?.[1];
      if (before !== undefined && data.notAfterKinds.includes(before)) continue;
    }
    list.push({ ...hit, entry });
  }
  close();
  return found;
}

/** Whether the hit is a name here: with its capital where it needs one, and no part of another word. */
function stands(text: string, hit: PhraseHit<Candidate>, data: Agencies, body: Agency): boolean {
  // "53/KH-UBND": the last part of a document's symbol.
  if (
    /[\p{L}\d][/-]$/u.test(text.slice(Math.max(0, hit.start - 2), hit.start)) &&
    isCapital(text.charAt(hit.start + 1))
  ) {
    return false;
  }
  if (body.cased && !isCapital(text.charAt(hit.start))) return false;
  const rest = text
    .slice(hit.end, hit.end + 30)
    .trimStart()
    .toLowerCase();
  if (body.notBefore.some((word) => rest.startsWith(word))) return false;
  const first = /^[\p{L}\p{M}]+/u.exec(text.slice(hit.start, hit.end))?.[0].toLowerCase() ?? '';
  const before = data.notAfter[first];
  if (before === undefined) return true;
  const previous = /([\p{L}\p{M}]+)\s+$/u.exec(text.slice(Math.max(0, hit.start - 20), hit.start))?.[1];
  return previous === undefined || !before.includes(previous.toLowerCase());
}

interface Followed {
  end: number;
  level: (typeof LEVELS)[number] | null;
  /** A level or a place follows, not just a closing word. */
  placed: boolean;
}

/** How far a name reaches beyond its own words. */
function follow(
  text: string,
  low: string,
  from: number,
  generic: boolean,
  { levels, closing, genericClosing }: Patterns,
): Followed {
  const { folded } = load();
  let end = from;
  let level: Followed['level'] = null;
  let placed = false;
  for (let round = 0; round < 4; round++) {
    levels.lastIndex = end;
    const words = levels.exec(low);
    if (words !== null) {
      level ??= levelOf(words[0], folded);
      end = placeEnd(text, levels.lastIndex);
      placed = true;
      continue;
    }
    const close = [closing, ...(generic ? [genericClosing] : [])].find((pattern) => {
      pattern.lastIndex = end;
      return pattern.test(low);
    });
    if (close !== undefined) {
      end = close.lastIndex;
      continue;
    }
    const named = provinceEnd(text, end);
    if (named === end) break;
    end = named;
    placed = true;
  }
  return { end, level, placed };
}

/** The level that the words name: the first but for a city, which stands beside districts and communes. */
function levelOf(words: string, { cities, levels, quantifiers }: FoldedWords): Followed['level'] {
  let folded = ` ${fold(words).replace(/[^a-z]+/g, ' ')} `;
  for (const city of cities) folded = folded.replaceAll(city, ' * ');
  let best: Followed['level'] = null;
  let at = Number.POSITIVE_INFINITY;
  for (const level of LEVELS) {
    for (const word of levels[level]) {
      const index = folded.indexOf(word);
      if (index >= 0 && index < at) {
        at = index;
        best = level;
      }
    }
  }
  if (best !== null) return best;
  return quantifiers.some((word) => folded.includes(word)) ? 'district' : null;
}

/** The end of the capitalised name that follows a level's word; a capitalised verb at a sentence's head is none. */
function placeEnd(text: string, from: number): number {
  const province = provinceEnd(text, from);
  if (province > from) return province;
  const name =
    /[ \u00a0]+(?:\p{Lu}[\p{L}\p{M}'’]*|\d{1,2})(?:[ \u00a0]+(?:\p{Lu}[\p{L}\p{M}'’]*|\d{1,2})){0,3}(?![\p{L}\p{M}\p{N}])/uy;
  name.lastIndex = from;
  const found = name.exec(text)?.[0].trim();
  if (found === undefined || /^\d+$/.test(found) !== /^\d/.test(found)) return from;
  const verb =
    !/[ \u00a0]/.test(found) && /^[ \u00a0]+\p{Ll}/u.test(text.slice(name.lastIndex, name.lastIndex + 4));
  return verb ? from : name.lastIndex;
}

/** The end of the province's name that follows, `from` where none does. */
function provinceEnd(text: string, from: number): number {
  const word = /[ \u00a0]+(?:- )?[\p{L}\p{M}]+/uy;
  let at = from;
  let end = from;
  for (let words = 1; words <= 4; words++) {
    word.lastIndex = at;
    const found = word.exec(text);
    if (found === null || (words === 1 && !/\p{Lu}/u.test(found[0]))) break;
    at = word.lastIndex;
    if (words > 1 && findProvince(text.slice(from, at), null) !== null) end = at;
  }
  return end;
}

function patternsFor(text: string): Patterns {
  const known = load();
  if (/[À-ỿ]/.test(text)) {
    known.marked ??= patternsOf(known.data, (word) => word);
    return known.marked;
  }
  known.bare ??= patternsOf(known.data, bare);
  return known.bare;
}

function patternsOf(data: Agencies, write: (word: string) => string): Patterns {
  const { levels, notLevels, quantifiers, grade } = data;
  const words = (list: readonly string[]) => either(list.map(write));
  const closingWords = (list: readonly string[]) =>
    `${blank}+(?:${list
      .map((word) => lower(write(word)))
      .sort(longest)
      .join('|')})${AFTER}`;
  const blank = '[ \\u00a0]';
  const and = write('và');
  const level = `(?!(?:${words(notLevels)})${AFTER})(?:${words([
    ...levels.province,
    ...levels.city,
    ...levels.district,
    ...levels.commune,
  ])})${AFTER}`;
  const graded = `(?:(?:${words(quantifiers)})${blank}+)?(?:${write(grade)}${blank}+)?${level}`;
  const beside = `(?:${blank}*[,/–-]${blank}*(?:${and}${blank}+)?|${blank}+${and}${blank}+)`;
  const several = `(?:${words(['các', 'những'])})${blank}+`;
  return {
    levels: new RegExp(`${blank}+${graded}(?:${beside}${graded})*`, 'y'),
    closing: new RegExp(closingWords(data.closings), 'y'),
    genericClosing: new RegExp(closingWords(data.genericClosings), 'y'),
    beside: new RegExp(`^(?:${beside}|${blank}+)$`),
    relevant: new RegExp(`${BEFORE}(?:${words(data.relevant)})${AFTER}`),
    several: new RegExp(`${BEFORE}${several}$`),
    before: new RegExp(
      `${BEFORE}(?:(?:${words(data.heads)})(?:${blank}*,${blank}*|${blank}+${and}${blank}+|${blank}+))*(?:${several})?$`,
    ),
  };
}

/** Both lists in order; of two that overlap the specific one stays, else the longer. */
function merge(found: AgencyMention[], groups: AgencyMention[]): AgencyMention[] {
  const kept: AgencyMention[] = [];
  for (const mention of [...found, ...groups].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || mention.start >= last.end) {
      kept.push(mention);
    } else if (last.generic && (!mention.generic || mention.end - mention.start > last.end - last.start)) {
      kept[kept.length - 1] = mention;
    }
  }
  return kept;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** In lower case with canonical tone placement, offsets unchanged. */
function lower(text: string): string {
  const low = text.toLowerCase();
  return canonicalTone(low.length === text.length ? low : text);
}

/** An alternation of plain words in lower case, the longest first. */
function either(words: readonly string[]): string {
  return [...words]
    .sort(longest)
    .map((word) =>
      lower(word)
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/ /g, '[ \\u00a0]+'),
    )
    .join('|');
}

function longest(a: string, b: string): number {
  return b.length - a.length;
}

/** A word or pattern without diacritics, in the case it has. */
function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
