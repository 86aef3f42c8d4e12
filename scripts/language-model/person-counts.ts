import { fold } from '../../src/lexicon/fold.ts';
import { canonicalTone } from '../../src/normalize/repair/letters.ts';
import { isSyllable } from './syllable.ts';

const WORD = /[\p{L}\p{M}]+/gu;
/** How people are spoken of, before their names. */
const ADDRESS = new Set(['ông', 'bà', 'anh', 'chị']);
const LEAST_WORDS = 3;
const MOST_WORDS = 5;
/** What a form counts for that is known without having been seen, and two together: as much as so many names with it. */
const KNOWN = 100;
const KNOWN_PAIR = 10;
/** What names of women tell of others, and the other way round. */
const OF_THE_OTHERS = 0.3;
/** What the forms of two words, each by itself, weigh beside the two as they were seen together. */
const APART = 2;
/** A form, or two together, that was seen in fewer names may be a slip. */
const LEAST_SEEN = 2;

/** How often each form occurs of those with the same letters. */
type Counts = Map<string, Map<string, number>>;

/** The usual form of each part of a name, and of two words together where it is another than that of each alone. */
export interface NameForms {
  middle: string[];
  given: string[];
  women: string[];
  pairs: string[];
  womenPairs: string[];
}

/** Runs of words with capitals in a paragraph that a surname opens, in small letters with canonical tones. */
export function namesIn(paragraph: string, surnames: ReadonlySet<string>): string[] {
  const found: string[] = [];
  let run: string[] = [];
  let end = -1;
  for (const { 0: word, index } of paragraph.matchAll(WORD)) {
    const goesOn = index === end + 1 && paragraph[end] === ' ';
    if (!goesOn || !isTitle(word)) {
      take(run);
      run = [];
    }
    if (isTitle(word)) run.push(canonicalTone(word.toLowerCase()));
    end = index + word.length;
  }
  take(run);
  return found;

  function take(all: readonly string[]): void {
    const words = all.slice(ADDRESS.has(all[0] ?? '') ? 1 : 0);
    if (words.length < LEAST_WORDS || words.length > MOST_WORDS || !surnames.has(words[0] ?? '')) return;
    if (words.every(isSyllable) && words.slice(2).every((word) => word.length > 1))
      found.push(words.join(' '));
  }
}

/** The usual forms by how many different names have them; `known` are forms that count without having been seen. */
export function usualForms(names: ReadonlySet<string>, known: NameForms): NameForms {
  const middle: Counts = new Map();
  const given: [Counts, Counts] = [new Map(), new Map()];
  const pairs: [Counts, Counts] = [new Map(), new Map()];
  for (const name of names) {
    const words = name.split(' ');
    const between = words.slice(1, -1);
    const sex = between.includes('thị') ? 1 : 0;
    for (const word of between) add(middle, word, 1);
    add(given[sex], words.at(-1) ?? '', 1);
    add(pairs[sex], words.slice(-2).join(' '), 1);
  }
  for (const word of firstByLetters(known.middle)) add(middle, word, KNOWN);
  for (const word of firstByLetters(known.given)) add(given[0], word, KNOWN);
  for (const word of firstByLetters(known.women)) add(given[1], word, KNOWN);
  for (const pair of known.pairs) add(pairs[0], pair.toLowerCase(), KNOWN_PAIR / 2);
  for (const pair of [...known.pairs, ...known.womenPairs]) add(pairs[1], pair.toLowerCase(), KNOWN_PAIR);

  const ofMen = mixed(given[0], given[1]);
  const ofWomen = mixed(given[1], given[0]);
  const usualGiven = usual(ofMen);
  return {
    middle: [...usual(middle).values()].sort(),
    given: [...usualGiven.values()].sort(),
    women: [...usual(ofWomen)].flatMap(([key, form]) => (usualGiven.get(key) === form ? [] : [form])).sort(),
    pairs: unlikeAlone(middle, ofMen, mixed(pairs[0], pairs[1])),
    womenPairs: unlikeAlone(middle, ofWomen, mixed(pairs[1], pairs[0])),
  };
}

/** In small letters; of forms with the same letters the first. */
function firstByLetters(forms: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const form of forms) if (!found.has(fold(form))) found.set(fold(form), form.toLowerCase());
  return [...found.values()];
}

function isTitle(word: string): boolean {
  return /^\p{Lu}\p{M}*(?:\p{Ll}\p{M}*)*$/u.test(word);
}

function add(counts: Counts, form: string, count: number): void {
  const key = fold(form);
  const forms = counts.get(key) ?? new Map<string, number>();
  forms.set(form, (forms.get(form) ?? 0) + count);
  counts.set(key, forms);
}

function mixed(own: Counts, others: Counts): Counts {
  const all: Counts = new Map();
  for (const [key, forms] of own) all.set(key, new Map(forms));
  for (const forms of others.values()) for (const [form, n] of forms) add(all, form, n * OF_THE_OTHERS);
  return all;
}

/** The most frequent form of each; of equals the first. */
function best(forms: ReadonlyMap<string, number>): { form: string; count: number } {
  let found = { form: '', count: 0 };
  for (const [form, count] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (count > found.count) found = { form, count };
  return found;
}

function usual(counts: Counts): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, forms] of counts) {
    const { form, count } = best(forms);
    if (count >= LEAST_SEEN) found.set(key, form);
  }
  return found;
}

/** Two words whose likeliest forms together are not those of each alone. */
function unlikeAlone(middle: Counts, given: Counts, pairs: Counts): string[] {
  const found: string[] = [];
  for (const [key, together] of pairs) {
    if (best(together).count < LEAST_SEEN) continue;
    const [first = '', last = ''] = key.split(' ');
    const before = shares(middle.get(first));
    const after = shares(given.get(last));
    const joint = new Map<string, number>();
    for (const [a, p] of before)
      for (const [b, q] of after) joint.set(`${a} ${b}`, (together.get(`${a} ${b}`) ?? 0) + APART * p * q);
    const likeliest = best(joint).form;
    if (likeliest !== `${best(before).form} ${best(after).form}`) found.push(likeliest);
  }
  return found.sort();
}

function shares(forms: ReadonlyMap<string, number> | undefined): Map<string, number> {
  const all = [...(forms ?? [])];
  const sum = all.reduce((total, [, n]) => total + n, 0);
  return new Map(all.map(([form, n]) => [form, n / sum]));
}
