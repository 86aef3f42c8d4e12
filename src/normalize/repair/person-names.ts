import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from '../../lexicon/fold.ts';
import { COST_UNIT, type LanguageModel, wordId } from './language-model.ts';
import { canonicalTone } from './letters.ts';
import type { Named } from './place-names.ts';
import { type Tokens, UNKNOWN, WORD } from './tokens.ts';

/** By how much less a word costs that is the usual form of its part of a name. */
const GAIN = 10 * COST_UNIT;
/** … and one in brackets, of which nothing else is known. */
const GAIN_KEEPER = 3 * COST_UNIT;
/** A name of fewer words is not told from other words with capitals. */
const LEAST_WORDS = 3;
const MOST_WORDS = 6;
/** Paragraphs behind that of an office in which the name of who holds it may stand: the seal, recipients beside it. */
const REACH = 16;
/** A line that names the office of who signs. */
const OFFICE =
  /\b(?:CHU TICH|GIAM DOC|TRUONG BAN|THU TRUONG|BO TRUONG|TRUONG PHONG|CUC TRUONG|CHI CUC TRUONG|CHANH VAN PHONG|BI THU|CHANH THANH TRA|HIEU TRUONG|TONG GIAM DOC|CHU NHIEM)\b/;

const Known = z.object({
  surnames: z.array(z.string()),
  hmong: z.object({
    surnames: z.array(z.string()),
    middle: z.array(z.string()),
    given: z.array(z.string()),
  }),
});
const Counted = z.object({
  middle: z.array(z.string()),
  given: z.array(z.string()),
  women: z.array(z.string()),
  pairs: z.array(z.string()),
  womenPairs: z.array(z.string()),
});

type ByLetters = ReadonlyMap<string, string>;

/** The usual forms by their letters: of surnames, and of the other parts of any name or of one of a woman. */
interface Forms {
  surnames: ByLetters;
  middle: ByLetters;
  given: ByLetters;
  women: ByLetters;
  pairs: ByLetters;
  womenPairs: ByLetters;
  hmong: { surnames: ByLetters; middle: ByLetters; given: ByLetters };
}

let forms: Forms | undefined;

function nameForms(): Forms {
  if (forms !== undefined) return forms;
  const { surnames, hmong } = Known.parse(lexiconFile('person-names.json'));
  const { middle, given, women, pairs, womenPairs } = Counted.parse(lexiconFile('name-forms.json'));
  forms = {
    surnames: byLetters(surnames),
    middle: byLetters(middle),
    given: byLetters(given),
    women: byLetters([...women, ...given]),
    pairs: byLetters(pairs),
    womenPairs: byLetters(womenPairs),
    hmong: {
      surnames: byLetters(hmong.surnames),
      middle: byLetters(hmong.middle),
      given: byLetters(hmong.given),
    },
  };
  return forms;
}

function lexiconFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../lexicon/${name}`, import.meta.url), 'utf8'));
}

/** The first of the forms with the same letters. */
function byLetters(list: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const form of list) if (!found.has(fold(form))) found.set(fold(form), form.toLowerCase());
  return found;
}

/** The line that says who keeps a copy, and the given names in its brackets: Lưu: VT, KGVX (Hạnh). */
const COPY = /^[-–+*\s]*Luu\s*:/;
const KEEPER = /(?<=\()[A-Z][a-z]+(?=\)| ?\d)/g;

/** Names of those who sign, in the paragraphs of one document from the first to the last. */
export class PersonNames {
  private readonly language: LanguageModel;
  private left = 0;

  constructor(language: LanguageModel) {
    this.language = language;
  }

  /** What the name tells that ends a paragraph, or a part of one that blanks end, behind an office; null where there is none. */
  find(text: string, tokens: Tokens): Named | null {
    const office = OFFICE.test(text);
    this.left = office ? REACH : this.left - 1;
    const gains = COPY.test(text) ? this.keepers(text, tokens) : new Map<number, Map<number, number>>();
    if (this.left < 0) return gains.size === 0 ? null : { gains, spelled: new Map() };
    const spelled = new Map<number, string>();
    for (let to = tokens.count; to > 0; to--) {
      const from = nameBefore(text, tokens, to);
      if (from < 0) continue;
      const words: string[] = [];
      for (let i = from; i < to; i++) words.push(fold(text.slice(tokens.start[i], tokens.end[i])));
      for (const [k, form] of usual(words).entries()) {
        if (form === undefined) continue;
        const word = canonicalTone(form);
        const id = wordId(this.language, word);
        if (id === UNKNOWN) spelled.set(from + k, word);
        else gains.set(from + k, new Map([[id, GAIN]]));
      }
      to = from + 1;
    }
    return gains.size === 0 ? null : { gains, spelled };
  }

  /** What the given names tell of who keeps a copy. */
  private keepers(text: string, tokens: Tokens): Map<number, Map<number, number>> {
    const gains = new Map<number, Map<number, number>>();
    for (const { index, 0: name } of text.matchAll(KEEPER)) {
      const form = nameForms().given.get(fold(name));
      const id = form === undefined ? UNKNOWN : wordId(this.language, canonicalTone(form));
      for (let i = 0; i < tokens.count; i++)
        if (tokens.start[i] === index && id !== UNKNOWN) gains.set(i, new Map([[id, GAIN_KEEPER]]));
    }
    return gains;
  }
}

/** Where the name begins that ends before a token; -1 where none does. */
function nameBefore(text: string, tokens: Tokens, to: number): number {
  const after = text.slice(tokens.end[to - 1] ?? 0, tokens.start[to] ?? text.length);
  if (to < tokens.count ? !/^\.?(?:\t| {2}|\n)/.test(after) : !/^[.*]?\s*$/.test(after)) return -1;
  let from = to;
  while (from > 0 && isTitle(text, tokens, from - 1)) {
    if (from < to && text.slice(tokens.end[from - 1] ?? 0, tokens.start[from]) !== ' ') break;
    from--;
  }
  if (to - from < LEAST_WORDS || to - from > MOST_WORDS) return -1;
  return nameForms().surnames.has(fold(text.slice(tokens.start[from], tokens.end[from]))) ? from : -1;
}

/** A capital and small letters, or a capital alone. */
function isTitle(text: string, tokens: Tokens, i: number): boolean {
  if (tokens.kind[i] !== WORD) return false;
  return /^[A-Z][a-z]*$/.test(text.slice(tokens.start[i], tokens.end[i]));
}

/** The usual form of each word of a name without diacritics, where one is known. */
function usual(words: readonly string[]): (string | undefined)[] {
  const { surnames, middle, given, women, pairs, womenPairs } = nameForms();
  const last = words.length - 1;
  if (last === 2 && isHmong(words)) return ofHmong(words);
  const ofWoman = words.slice(1, last).includes('thi');
  const found = words.map((word, k) => {
    if (k === 0) return surnames.get(word);
    // "Trần Lê Hữu Khải": another surname, which of a woman may be a name, too.
    if (k === 1 && last > 2 && word === 'le' && !ofWoman) return 'lê';
    if (k < last) return middle.get(word);
    return (ofWoman ? women : given).get(word);
  });
  const pair = (ofWoman ? womenPairs : pairs).get(`${words[last - 1]} ${words[last]}`)?.split(' ');
  if (pair !== undefined) found.splice(last - 1, 2, ...pair);
  return found;
}

/** "Giang A Thao", "Sung A Sinh": what stands between tells the people, and so which surname it is. */
function isHmong([surname = '', middle = '']: readonly string[]): boolean {
  const { hmong } = nameForms();
  return hmong.surnames.has(surname) && hmong.middle.has(middle);
}

function ofHmong([surname = '', middle = '', given = '']: readonly string[]): (string | undefined)[] {
  const { hmong, given: others } = nameForms();
  return [hmong.surnames.get(surname), hmong.middle.get(middle), hmong.given.get(given) ?? others.get(given)];
}
