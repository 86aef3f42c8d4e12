import { readFileSync } from 'node:fs';
import nlp from 'compromise/one';
import { z } from 'zod';
import { anyOf, ContextWord } from './context-words.ts';
import { fold } from './fold.ts';
import { type PhraseHit, PhraseMatcher } from './phrase-matcher.ts';
import { TextMemory } from './text-memory.ts';

const Relation = z.enum(['=', '>=', '>', '<=', '<']);
const Base = z.enum(['population', 'labour-force', 'eligible', 'plan', 'receivable', 'group', 'other']);

const Targets = z.strictObject({
  relations: z.array(
    z.strictObject({
      relation: Relation,
      before: z.string().optional(),
      after: z.string().optional(),
      /** Anywhere in the words behind the unit; only together with `before`. */
      within: z.string().optional(),
      examples: z.array(z.string()).min(1),
    }),
  ),
  /** How the words that bound a figure are spelled that stand right before it. */
  relationWords: z.array(z.string()),
  signs: z.record(z.string(), Relation),
  bases: z.array(z.strictObject({ of: Base, phrases: z.array(z.string()) })),
  units: z.array(
    z.strictObject({
      unit: z.string(),
      phrases: z.array(z.string()),
      /** An event that happens so many times a period. */
      event: z.boolean().optional(),
      /** The unit's own phrase is kept where it says more than the unit. */
      own: z.boolean().optional(),
      /** Measures a size (ha, km) and is no part of what is counted. */
      size: z.boolean().optional(),
    }),
  ),
  /** Words beside nouns, and those that tell how many there are: with one of them words that open a clause say nothing of what is done. */
  noDeeds: z.array(z.string()),
  /** What is done or happens, and is not what a rate is of: "tỷ lệ lấp đầy". */
  noThings: z.array(z.string()),
  /** Meetings, which are counted as such, whatever is spoken of. */
  meetings: z.array(z.string()),
  /** What is looked into or told, and is not what a sentence counted before. */
  checks: z.array(z.string()),
  /** What words in brackets behind a label begin with where they are no unit: "(theo chuẩn mới)". */
  noUnits: z.array(z.string()),
  sections: z.strictObject({
    targets: z.array(z.string()),
    /** Names that hold the words of a part on targets and mean something else: "chỉ tiêu quan trắc". */
    neither: z.array(z.string()),
    past: z.array(z.string()),
    money: z.array(z.string()),
  }),
  cues: z.strictObject({
    aim: z.array(z.string()),
    past: z.array(z.string()),
    rate: z.array(z.string()),
    /** What is to be done with so many of those who follow: "xử lý 100% điểm đen". */
    act: z.array(z.string()),
  }),
  verbs: z.array(z.string()),
  /** What begins a clause of its own behind a comma, and so ends what is counted. */
  /** What else people and bodies do: it tells where those end who do it where none of the verbs above does. */
  otherVerbs: z.array(z.string()),
  /** Words that tell something of a rate's noun where no other does, and are as often part of its name. */
  weakVerbs: z.array(z.string()),
  clauses: z.array(z.string()),
  /** Bodies and places that act as people do, and are told as a group where a share is theirs. */
  bodies: z.array(z.string()),
  generic: z.array(z.string()),
  /** What a figure is given by, one by one, behind the colon of its label. */
  divisions: z.array(z.string()),
  /** Parts of the population that the end of a label names: "tỷ lệ hộ nghèo khu vực nông thôn". */
  parts: z.array(z.string()),
  /** Those whom a figure may be of, and bodies and animals that are told of as people are. */
  people: z.array(ContextWord),
  /** People by what they do for others: told as a group where they are named beside a deed. */
  staff: z.array(ContextWord),
  /** People who are a group where the words behind say of what kind they are: "cán bộ kỹ thuật". */
  kindsOfPeople: z.array(ContextWord),
  /** Short names of such a kind: "NKT". */
  peopleInShort: z.array(z.string()),
  /** What people do or have done to them, in a label before its figure. */
  deeds: z.array(ContextWord),
  /** What is told of things. */
  toldOfThings: z.array(ContextWord),
});

type Relation = z.infer<typeof Relation>;
type Base = z.infer<typeof Base>;
/** What a part of a plan is about. */
type Part = 'targets' | 'past' | 'money';

/** The words that turn a figure into a target, ready to be matched. */
export interface TargetLexicon {
  /** The relation that the words right before a figure, or right after its unit, state; null where they state none. */
  relation(before: string, after: string): Relation | null;
  bases: PhraseMatcher<Base>;
  units: PhraseMatcher<{ unit: string; event: boolean; size: boolean; people: boolean }>;
  /** Whether words in brackets behind a label begin as no unit does. */
  isNoUnit(words: string): boolean;
  /** Whether words have one that stands beside nouns, so that they don't say what is done. */
  hasNoDeed(words: string): boolean;
  /** Whether words begin with what is done or happens, and name no thing. */
  isNoThing(words: string): boolean;
  /** Whether a label begins with a meeting: "các hội nghị đối thoại với doanh nghiệp". */
  isMeeting(label: string): boolean;
  /** Whether a label begins with what is looked into or told: "kiểm tra liên ngành", "tin, bài". */
  isCheck(label: string): boolean;
  aims: PhraseMatcher<'aim'>;
  past: PhraseMatcher<'past'>;
  rates: PhraseMatcher<'rate'>;
  acts: PhraseMatcher<'act'>;
  verbs: PhraseMatcher<'verb'>;
  otherVerbs: PhraseMatcher<'verb'>;
  weakVerbs: PhraseMatcher<'verb'>;
  clauses: PhraseMatcher<'clause'>;
  bodies: PhraseMatcher<'body'>;
  generic: ReadonlySet<string>;
  /** Whether words are no more than a part that figures are given by, one by one: "tiểu học", "khu vực nông thôn". */
  isDivision(words: string): boolean;
  parts: PhraseMatcher<'part'>;
  /** Whether words begin with people, or with who is told of as people are. */
  isPeople(words: string): boolean;
  /** Whether words begin with people by what they do for others. */
  isStaff(words: string): boolean;
  /** Whether words name people and of what kind they are, and no more: "cán bộ kỹ thuật", "NKT". */
  isKindOfPeople(words: string): boolean;
  /** Where words first say what people do; -1 where they don't. */
  deedIn(words: string): number;
  /** Where words first tell something of things; -1 where they don't. */
  toldOfThingsIn(words: string): number;
  /** What headings say of the part below them. */
  sections: { find(heading: string): readonly PhraseHit<Part>[] };
}

let lexicon: TargetLexicon | undefined;

export function targetLexicon(): TargetLexicon {
  lexicon ??= build(
    Targets.parse(JSON.parse(readFileSync(new URL('./targets.json', import.meta.url), 'utf8'))),
  );
  return lexicon;
}

function build(data: z.infer<typeof Targets>): TargetLexicon {
  const phrases = <T>(words: readonly string[], entry: T) => words.map((phrase) => ({ phrase, entry }));
  // compromise matches words, so that "không quá" fits whatever stands around it; Vietnamese letters it would mistake are folded first.
  const patterns = data.relations.map(({ relation, before, after, within }) => ({
    relation,
    before: before === undefined ? null : nlp.parseMatch(`${before}$`),
    after: after === undefined ? null : nlp.parseMatch(`^${after}`),
    within: within === undefined ? null : nlp.parseMatch(within),
  }));
  const headings = new PhraseMatcher<Part | null>([
    ...phrases(data.sections.targets, 'targets' as const),
    ...phrases(data.sections.neither, null),
    ...phrases(data.sections.past, 'past' as const),
    ...phrases(data.sections.money, 'money' as const),
  ]);
  const ends = new Set(data.relations.flatMap(({ before = '' }) => lastWordsOf(before)));
  for (const word of ['muc', 'le']) ends.add(word);
  const behind = new Set(data.relations.flatMap(({ after = '' }) => lastWordsOf(after)));
  const spelled = new Set(data.relationWords);
  // "tảo hôn", "bị đuối": marks tell words apart that are alike without them.
  const isOtherWord = (before: string): boolean => {
    const word = /[A-Za-zÀ-\u036fḀ-ỹ]+(?=\s*$)/u.exec(before.slice(-12))?.[0].toLowerCase() ?? '';
    return /[^a-z]/.test(word) && !spelled.has(word);
  };
  const known = new Map<string, Relation | null>();
  const parts = new TextMemory(256, (heading): readonly PhraseHit<Part>[] =>
    headings.find(heading).flatMap(({ entry, ...hit }) => (entry === null ? [] : [{ ...hit, entry }])),
  );
  const noUnits = new RegExp(`^(?:${data.noUnits.join('|')})(?![A-Za-zÀ-\u036fḀ-ỹ])`, 'u');
  const noDeeds = new RegExp(
    `(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:${data.noDeeds.join('|')})(?![A-Za-zÀ-\u036fḀ-ỹ])`,
    'iu',
  );
  const noThings = new RegExp(`^(?:${data.noThings.join('|')})(?![A-Za-zÀ-\u036fḀ-ỹ])`, 'iu');
  const opening = (words: readonly string[]): RegExp =>
    new RegExp(
      `^(?:(?:tổ chức|các|cuộc|buổi|đợt|lượt)\\s+)*(?:${words.join('|')})(?![A-Za-zÀ-\u036fḀ-ỹ])`,
      'iu',
    );
  const [meetings, checks] = [opening(data.meetings), opening(data.checks)];
  const people = new RegExp(`^${anyOf(data.people)}`, 'iu');
  const staff = new RegExp(`^${anyOf(data.staff)}`, 'iu');
  const kinds = new RegExp(
    `^(?:${anyOf(data.kindsOfPeople)}(?:,?\\s[A-Za-zÀ-\u036fḀ-ỹ\\d]+)+|${anyOf(data.peopleInShort)}(?:\\s.*)?)$`,
    'iu',
  );
  const deeds = new RegExp(`(?<![A-Za-zÀ-\u036fḀ-ỹ])${anyOf(data.deeds)}`, 'iu');
  const toldOfThings = new RegExp(`(?<![A-Za-zÀ-\u036fḀ-ỹ])${anyOf(data.toldOfThings)}`, 'iu');
  const divisions = new Set(data.divisions.map((words) => words.toLowerCase()));
  return {
    relation(before, after) {
      const sign = data.signs[/[≥≤<>]=?\s*$/.exec(before)?.[0].trim() ?? ''];
      if (sign !== undefined) return sign;
      const left = lastWords(before, 4);
      const right = firstWords(after, 6);
      // Tokenizing costs two hundred times what looking at the words does that every pattern ends with.
      const near = left.slice(left.lastIndexOf(' ') + 1);
      const bounds = ends.has(near) && !isOtherWord(before);
      if (!bounds && !right.split(' ').some((word) => behind.has(word))) return null;
      const key = `${bounds ? left : ''}|${right}`;
      const cached = known.get(key);
      if (cached !== undefined) return cached;
      const leftWords = !bounds || left === '' ? null : nlp.tokenize(left);
      const rightWords = right === '' ? null : nlp.tokenize(right);
      const found =
        patterns.find(({ before: left, after: right, within }) => {
          if (right !== null) return rightWords?.has(right) === true;
          if (left === null || leftWords?.has(left) !== true) return false;
          return within === null || rightWords?.has(within) === true;
        })?.relation ?? null;
      if (known.size > 5000) known.clear();
      known.set(key, found);
      return found;
    },
    bases: new PhraseMatcher(data.bases.flatMap(({ of, phrases: words }) => phrases(words, of))),
    units: new PhraseMatcher(
      data.units.flatMap(({ unit, phrases: words, event = false, own = false, size = false }) =>
        words.map((phrase) => ({
          phrase,
          entry: {
            unit: own ? phrase : unit,
            event,
            size,
            // "lượt người": how often, and not how many of them.
            people: unit === 'người' && !phrase.startsWith('lượt'),
          },
        })),
      ),
    ),
    isNoUnit: (words) => noUnits.test(words),
    hasNoDeed: (words) => noDeeds.test(words),
    isNoThing: (words) => noThings.test(words),
    isMeeting: (label) => meetings.test(label),
    isCheck: (label) => checks.test(label),
    aims: new PhraseMatcher(phrases(data.cues.aim, 'aim' as const)),
    past: new PhraseMatcher(phrases(data.cues.past, 'past' as const)),
    rates: new PhraseMatcher(phrases(data.cues.rate, 'rate' as const)),
    acts: new PhraseMatcher(phrases(data.cues.act, 'act' as const)),
    // "bệnh viện tự đánh giá": what somebody does alone is what he does.
    verbs: new PhraseMatcher(
      phrases(
        data.verbs.flatMap((verb) => [verb, `tự ${verb}`]),
        'verb' as const,
      ),
    ),
    otherVerbs: new PhraseMatcher(phrases(data.otherVerbs, 'verb' as const)),
    weakVerbs: new PhraseMatcher(phrases(data.weakVerbs, 'verb' as const)),
    bodies: new PhraseMatcher(phrases(data.bodies, 'body' as const)),
    clauses: new PhraseMatcher(phrases(data.clauses, 'clause' as const)),
    generic: new Set(data.generic),
    isDivision: (words) => divisions.has(words.toLowerCase()),
    parts: new PhraseMatcher(phrases(data.parts, 'part' as const)),
    isPeople: (words) => people.test(words),
    isStaff: (words) => staff.test(words),
    isKindOfPeople: (words) => kinds.test(words),
    deedIn: (words) => words.search(deeds),
    toldOfThingsIn: (words) => words.search(toldOfThings),
    sections: {
      // What stands under a heading is asked about one by one.
      find: (heading) => parts.of(heading),
    },
  };
}

/** The words that the alternatives of a pattern end with; of `(it nhat|toi thieu)` nhat and thieu. */
function lastWordsOf(pattern: string): string[] {
  return pattern === '' ? [] : [...pattern.matchAll(/([a-z]+)(?=[|)]|$)/g)].map(([word]) => word);
}

/** The words right before the end of a text; another figure or a mark ends them. */
function lastWords(text: string, count: number): string {
  const words =
    fold(text.slice(-80))
      .split(/[^a-z\s]/)
      .at(-1)
      ?.trim() ?? '';
  const plain = words.replace(
    /(?<=(?:^|\s)(?:thieu|nhat|da|qua|duoi|tren|hon|vuot))(?:\s+(?:them|la|duoc|muc|t[yi] le))+$/,
    '',
  );
  return plain.split(/\s+/).slice(-count).join(' ');
}

/** The few words that a relation is looked for in are over within so many characters. */
const NEAR = 160;

function firstWords(text: string, count: number): string {
  return (
    fold(text.replace(/^[\s%]+/, '').slice(0, NEAR))
      .match(/^[a-z]+(?:\s+[a-z]+)*/)?.[0]
      .split(/\s+/)
      .slice(0, count)
      .join(' ') ?? ''
  );
}
