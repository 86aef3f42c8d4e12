import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from '../../lexicon/fold.ts';
import { COST_UNIT, type LanguageModel, wordId } from './language-model.ts';
import { canonicalTone } from './letters.ts';
import { bodyNames, indicatorNames } from './lexicon-names.ts';
import type { StrippedText } from './stripped.ts';
import { COMMA, NUMBER, STOP, SYMBOL, type Tokens, UNKNOWN, WORD, YEAR } from './tokens.ts';

/** By how much less a word costs that makes a term with those beside it: a term of two words, of three, and a longer one. */
const GAIN = 5 * COST_UNIT;
const GAIN_LONG = 7 * COST_UNIT;
const GAIN_LONGEST = 10 * COST_UNIT;
/** Words of a term that makes one sure. */
const LONGEST = 4;
/** Letters by which an abbreviation tells what is before it, although more follow: Cổng TTĐTTP. */
const TELLING = 4;

const Terms = z.object({ terms: z.record(z.string(), z.array(z.string())), offices: z.array(z.string()) });
/** What tells whose a body is: behind its name, and behind its abbreviation those that no other word looks like. */
const LEVELS = [
  'tỉnh',
  'thành phố',
  'huyện',
  'quận',
  'thị xã',
  'xã',
  'phường',
  'thị trấn',
  'cùng cấp',
  'các cấp',
];
const LEVELS_ALONE = ['huyện', 'xã', 'phường', 'tỉnh'];
/** Where a term has a number in it (trẻ # tháng tuổi), in place of a word's letters. */
const ANY_NUMBER = -1;

/** What may follow in the terms' letters, and the words of those terms that end there. */
interface Node {
  next: Map<number, Node>;
  terms: Term[];
}

interface Term {
  ids: ArrayLike<number>;
  gain: number;
}

/** What words gain at each position of a text. */
export class TermGains {
  /** By position a word, its gain, the next word, and so on. */
  private readonly gains: (number[] | undefined)[];

  constructor(positions: number) {
    this.gains = new Array<number[] | undefined>(positions).fill(undefined);
  }

  /** Adds the words of a term, or a word that an abbreviation stands beside, from a position on. */
  add(position: number, { ids, gain }: Term): void {
    for (let k = 0; k < ids.length; k++) {
      const word = ids[k] ?? UNKNOWN;
      const own = this.gains[position + k];
      if (own === undefined) {
        this.gains[position + k] = [word, gain];
        continue;
      }
      let at = 0;
      while (at < own.length && own[at] !== word) at += 2;
      if (at === own.length) own.push(word, gain);
      else if (gain > (own[at + 1] ?? 0)) own[at + 1] = gain;
    }
  }

  has(position: number): boolean {
    return this.gains[position] !== undefined;
  }

  of(position: number, word: number): number {
    const own = this.gains[position];
    if (own === undefined) return 0;
    for (let at = 0; at < own.length; at += 2) if (own[at] === word) return own[at + 1] ?? 0;
    return 0;
  }
}

const ofModel = new WeakMap<LanguageModel, KnownTerms>();

/** Terms of plans and names of indicators: words that have the letters of one are likelier it. */
export class KnownTerms {
  private readonly root: Node = { next: new Map(), terms: [] };
  /** Words before an abbreviation in bodies' names, by their letters and its own: Sở GDĐT. */
  private readonly offices = new Map<string, number[]>();
  /** Levels behind an abbreviation by the letters of their only word: BHXH phường. */
  private readonly levels = new Map<number, number>();
  private readonly words = new Map<string, { id: number; letters: number }>();
  private readonly year: number;
  /** What charges a body: Giao Kho bạc Nhà nước. */
  private readonly charge: number;
  /** A level that is another word too where the sentence goes on: BHXH tính đến hết quý. */
  private readonly province: number;

  /** The terms in a model's words, put together once. */
  static of(model: LanguageModel): KnownTerms {
    let terms = ofModel.get(model);
    if (terms === undefined) {
      terms = new KnownTerms(model);
      ofModel.set(model, terms);
    }
    return terms;
  }

  private constructor(model: LanguageModel) {
    const terms = Terms.parse(
      JSON.parse(readFileSync(new URL('../../lexicon/terms.json', import.meta.url), 'utf8')),
    );
    for (const term of [
      ...Object.values(terms.terms).flat(),
      ...indicatorNames().flatMap(({ name, variations }) => [name, ...variations]),
    ]) {
      // What a comma, a slash or a bracket parts is a list of terms.
      for (const part of term.split(/[,;:()/]/)) this.add(model, part);
    }
    for (const { name, variations, generic } of bodyNames()) {
      for (const form of [name, ...variations]) this.addOffice(model, form);
      const words = name.match(/[A-Za-zÀ-\u036fḀ-ỹ]+/gu) ?? [];
      if (generic || words.length < 3) continue;
      for (const level of LEVELS) this.add(model, [...words.slice(-2), level].join(' '), GAIN_LONG);
    }
    for (const form of terms.offices) this.addOffice(model, form);
    this.year = wordId(model, 'năm');
    this.charge = wordId(model, 'giao');
    this.province = wordId(model, 'tỉnh');
    for (const level of LEVELS_ALONE) this.levels.set(lettersOf(model, level), wordId(model, level));
  }

  /** By how much less the words of terms cost in a text; null where it has none. */
  find({ text, tokens, readings }: Pick<StrippedText, 'text' | 'tokens' | 'readings'>): TermGains | null {
    let gains: TermGains | null = null;
    const { count, kind } = tokens;
    for (let i = 0; i + 1 < count; i++) {
      if (kind[i] !== WORD) continue;
      if (kind[i + 1] === YEAR && isYearWord(text, tokens, i)) {
        gains ??= new TermGains(count);
        gains.add(i, { ids: [this.year], gain: GAIN_LONG });
      }
      if (kind[i + 1] === WORD && isCharge(text, tokens, i)) {
        gains ??= new TermGains(count);
        gains.add(i, { ids: [this.charge], gain: GAIN_LONGEST });
      }
      if (kind[i + 1] === WORD || kind[i + 1] === SYMBOL) {
        if (isAbbreviation(text, tokens, i + 1)) {
          const [short = ''] = tokenAt(text, tokens, i + 1).split(/[^A-Z]/);
          const office = this.officeBefore(tokenAt(text, tokens, i), short);
          for (const word of office ?? []) {
            gains ??= new TermGains(count);
            gains.add(i, { ids: [word], gain: GAIN_LONG });
          }
        } else if (isSmall(text, tokens, i + 1) && isAbbreviation(text, tokens, i)) {
          const level = this.levels.get((readings[i + 1] ?? 0) >> 8);
          if (level !== undefined && (level !== this.province || isLast(kind, i + 1, count))) {
            gains ??= new TermGains(count);
            gains.add(i + 1, { ids: [level], gain: GAIN_LONG });
          }
        }
      }
      let node = this.root.next.get((readings[i] ?? 0) >> 8);
      for (let n = i + 1; node !== undefined && n < count; n++) {
        if ((kind[n] !== WORD && kind[n] !== NUMBER) || isParted(text, tokens, n)) break;
        node = node.next.get(kind[n] === WORD ? (readings[n] ?? 0) >> 8 : ANY_NUMBER);
        if (node === undefined || node.terms.length === 0) continue;
        gains ??= new TermGains(count);
        for (const term of node.terms) gains.add(i, term);
      }
    }
    return gains;
  }

  private officeBefore(head: string, short: string): number[] | undefined {
    for (let to = short.length; to >= Math.min(TELLING, short.length); to--) {
      const office = this.offices.get(`${head} ${short.slice(0, to)}`);
      if (office !== undefined) return office;
    }
    return undefined;
  }

  private addOffice(model: LanguageModel, name: string): void {
    const [head = '', short = ''] = name.match(/[A-Za-zÀ-\u036fḀ-ỹ]+/gu) ?? [];
    if (!/^\p{Lu}{2,}$/u.test(short) || !/^\p{Lu}\p{Ll}/u.test(head)) return;
    const key = `${withoutMarks(head)} ${withoutMarks(short)}`;
    const id = wordId(model, canonicalTone(head.toLowerCase()));
    const known = this.offices.get(key) ?? [];
    if (id !== UNKNOWN && !known.includes(id)) this.offices.set(key, [...known, id]);
  }

  /** A word of a term; most words are in many. */
  private wordOf(model: LanguageModel, written: string): { id: number; letters: number } {
    let word = this.words.get(written);
    if (word === undefined) {
      const canonical = canonicalTone(written);
      word =
        written === '#'
          ? { id: NUMBER, letters: ANY_NUMBER }
          : { id: wordId(model, canonical), letters: lettersOf(model, canonical) };
      this.words.set(written, word);
    }
    return word;
  }

  private add(model: LanguageModel, term: string, most = GAIN_LONGEST): void {
    const words = term.toLowerCase().match(/[A-Za-zÀ-\u036fḀ-ỹ]+|#/gu) ?? [];
    const known = words.map((word) => this.wordOf(model, word));
    const ids = known.map(({ id }) => id);
    if (ids.length < 2 || ids.includes(UNKNOWN)) return;
    let node = this.root;
    for (const { letters } of known) {
      const next: Node = node.next.get(letters) ?? { next: new Map(), terms: [] };
      node.next.set(letters, next);
      node = next;
    }
    const gain = ids.length === 2 ? GAIN : ids.length < LONGEST ? GAIN_LONG : GAIN_LONGEST;
    node.terms.push({ ids, gain: Math.min(gain, most) });
  }
}

/** A number for the letters of a word: that of the first reading of theirs. */
function lettersOf(model: LanguageModel, word: string): number {
  return (model.readings.get(fold(word)) ?? 0) >> 8;
}

function tokenAt(text: string, tokens: Tokens, i: number): string {
  return text.slice(tokens.start[i], tokens.end[i]);
}

/** Whether a bracket opens or a cell begins before a token: no term goes on there. */
function isParted(text: string, tokens: Tokens, i: number): boolean {
  return /[(\t]/.test(text.slice(tokens.end[i - 1], tokens.start[i]));
}

/** Two capitals and more, and nothing else. */
function isAbbreviation(text: string, tokens: Tokens, i: number): boolean {
  const start = tokens.start[i] ?? 0;
  // A symbol begins with one: LD-TB&XH.
  const end = tokens.kind[i] === SYMBOL ? start + 2 : (tokens.end[i] ?? 0);
  if (end - start < 2) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x41 || code > 0x5a) return false;
  }
  return true;
}

/** Whether a sentence or a part of it ends behind a token. */
function isLast(kind: Tokens['kind'], i: number, count: number): boolean {
  return i + 1 >= count || kind[i + 1] === STOP || kind[i + 1] === COMMA;
}

/** Whether "Giao" opens a paragraph or sentence before a name: "1. Giao Kho bạc Nhà nước", and no "Giáo viên". */
function isCharge(text: string, { kind, start, end }: Tokens, position: number): boolean {
  const from = start[position] ?? 0;
  if ((end[position] ?? 0) - from !== 4 || !text.startsWith('Giao', from)) return false;
  const next = text.slice(start[position + 1], (start[position + 1] ?? 0) + 2);
  return (position === 0 || kind[position - 1] !== WORD) && /^[A-Z][a-z]$/.test(next);
}

/** The letters of năm, and not as in a name that ends in Nam. */
function isYearWord(text: string, tokens: Tokens, i: number): boolean {
  return /^(?:nam|NAM)$/.test(tokenAt(text, tokens, i));
}

function isSmall(text: string, tokens: Tokens, i: number): boolean {
  const code = text.charCodeAt(tokens.start[i] ?? 0);
  return code >= 0x61 && code <= 0x7a;
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D');
}
