import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PhraseMatcher } from '../lexicon/phrase-matcher.ts';

const Words = z.strictObject({
  /** A column of such figures has no meaningful sum. */
  notAdded: z.array(z.string()),
  /** "Số điểm" of a score; with any other word behind it, it counts places. */
  scored: z.array(z.string()),
  /** Columns that name things by numbers; what has a unit counts them. */
  identifier: z.array(z.string()),
  /** The column that says in what each row is counted. */
  unitColumn: z.array(z.string()),
  /** A column that adds up the ones beside it. */
  totalColumn: z.array(z.string()),
  /** A row that says of itself that it adds the ones above it. */
  addingRow: z.array(z.string()),
  /** A row that is part of one above it. */
  partRow: z.array(z.string()),
  /** Words before what is counted that say only that it is counted. */
  countPrefix: z.array(z.string()),
  /** A share that is measured against something it may exceed. */
  comparison: z.array(z.string()),
  /** A share that such words would let exceed what it is measured against, and that cannot: no room is let twice. */
  neverOver: z.array(z.string()),
  /** A figure behind these is not meant to the last digit. */
  about: z.array(z.string()),
  /** A unit that these follow is named as what it was. */
  former: z.array(z.string()),
  /** What a number behind it names one of: a quarter, a class, a chapter. */
  numbered: z.array(z.string()),
  /** A table of such places or bodies leaves out others. */
  selected: z.array(z.string()),
});
type Group = keyof z.infer<typeof Words>;

let matchers: Map<Group, PhraseMatcher<string>> | undefined;

/** The first of a group's phrases that the words hold, with where it begins; null where there is none. */
export function phraseIn(group: Group, words: string): { phrase: string; start: number } | null {
  matchers ??= load();
  const [hit] = matchers.get(group)?.find(words) ?? [];
  return hit === undefined ? null : { phrase: hit.phrase, start: hit.start };
}

function load(): Map<Group, PhraseMatcher<string>> {
  const data = Words.parse(JSON.parse(readFileSync(new URL('./words.json', import.meta.url), 'utf8')));
  const loaded = new Map<Group, PhraseMatcher<string>>();
  for (const group of Words.keyof().options) {
    loaded.set(group, new PhraseMatcher(data[group].map((phrase) => ({ phrase, entry: phrase }))));
  }
  return loaded;
}
