import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from './fold.ts';
import { PhraseMatcher } from './phrase-matcher.ts';
import { spelledSmall } from './spelling.ts';

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

export interface AgencyLexicon {
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
export interface FoldedWords {
  cities: readonly string[];
  levels: Readonly<Record<(typeof LEVELS)[number], readonly string[]>>;
  quantifiers: readonly string[];
}

export const LEVELS = ['province', 'district', 'commune'] as const;

export interface Kind {
  id: string;
  strong: boolean;
  always: boolean;
}

export interface Candidate {
  agency: Agency;
  needsTail: boolean;
}

/** Patterns over text in lower case with canonical tone placement, or over text without diacritics. */
export interface Patterns {
  /** Sticky: the words for levels after a name. */
  levels: RegExp;
  /** Sticky: other words that close a name. */
  closing: RegExp;
  genericClosing: RegExp;
  /** What stands between the members of a list; `between` is the same, sticky and in front of anything. */
  beside: RegExp;
  between: RegExp;
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

let lexicon: AgencyLexicon | undefined;

/** The table of bodies, ready to be matched. */
export function agencyLexicon(): AgencyLexicon {
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
  return agencyLexicon().data;
}

/** The patterns for the kind of text that it is: with diacritics, or without. */
export function patternsFor(text: string): Patterns {
  const known = agencyLexicon();
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
      .map((word) => spelledSmall(write(word)))
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
    between: new RegExp(`${beside}|${blank}+`, 'y'),
    relevant: new RegExp(`${BEFORE}(?:${words(data.relevant)})${AFTER}`),
    several: new RegExp(`${BEFORE}${several}$`),
    before: new RegExp(
      `${BEFORE}(?:(?:${words(data.heads)})(?:${blank}*,${blank}*|${blank}+${and}${blank}+|${blank}+))*(?:${several})?$`,
    ),
  };
}

/** An alternation of plain words in lower case, the longest first. */
function either(words: readonly string[]): string {
  return [...words]
    .sort(longest)
    .map((word) =>
      spelledSmall(word)
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
