import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fold } from '../../lexicon/fold.ts';
import { COST_UNIT, type LanguageModel, wordId } from './language-model.ts';
import { canonicalTone } from './letters.ts';
import type { StrippedText } from './stripped.ts';
import { UNKNOWN, WORD } from './tokens.ts';

/** By how much less a word costs that makes a term with those beside it: a term of two words, and a longer one. */
const GAIN = 5 * COST_UNIT;
const GAIN_LONG = 7 * COST_UNIT;

const Terms = z.object({ terms: z.record(z.string(), z.array(z.string())) });
const Indicators = z.object({
  indicators: z.array(z.object({ name: z.string(), variations: z.array(z.string()) })),
});
const Targets = z.object({ units: z.array(z.object({ phrases: z.array(z.string()) })) });

function lexicon(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../lexicon/${name}.json`, import.meta.url), 'utf8'));
}

/** What may follow in the terms' letters, and the words of those terms that end there. */
interface Node {
  next: Map<number, Node>;
  terms: number[][];
}

/** What words gain at each position of a text. */
export class TermGains {
  /** By position a word, its gain, the next word, and so on. */
  private readonly gains: (number[] | undefined)[];

  constructor(positions: number) {
    this.gains = new Array<number[] | undefined>(positions).fill(undefined);
  }

  /** Adds the words of a term that begins at a position. */
  add(position: number, term: readonly number[]): void {
    const gain = term.length > 2 ? GAIN_LONG : GAIN;
    for (let k = 0; k < term.length; k++) {
      const word = term[k] ?? UNKNOWN;
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

/** Terms of plans, names of indicators and units: words that have the letters of one are likelier it. */
export class KnownTerms {
  private readonly root: Node = { next: new Map(), terms: [] };

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
    const { indicators } = Indicators.parse(lexicon('indicators'));
    const { units } = Targets.parse(lexicon('targets'));
    for (const term of [
      ...Object.values(Terms.parse(lexicon('terms')).terms).flat(),
      ...indicators.flatMap(({ name, variations }) => [name, ...variations]),
      ...units.flatMap(({ phrases }) => phrases),
    ]) {
      // What a comma or bracket parts is a list of terms.
      for (const part of term.split(/[,;:()]/)) this.add(model, part);
    }
  }

  /** By how much less the words of terms cost in a text; null where it has none. */
  find({ tokens, readings }: StrippedText): TermGains | null {
    let gains: TermGains | null = null;
    const { count, kind } = tokens;
    for (let i = 0; i + 1 < count; i++) {
      if (kind[i] !== WORD) continue;
      let node = this.root.next.get((readings[i] ?? 0) >> 8);
      for (let n = 1; node !== undefined && i + n < count && kind[i + n] === WORD; n++) {
        node = node.next.get((readings[i + n] ?? 0) >> 8);
        if (node === undefined || node.terms.length === 0) continue;
        gains ??= new TermGains(count);
        for (const term of node.terms) gains.add(i, term);
      }
    }
    return gains;
  }

  private add(model: LanguageModel, term: string): void {
    const words = (term.toLowerCase().match(/\p{L}+/gu) ?? []).map(canonicalTone);
    const ids = words.map((word) => wordId(model, word));
    if (ids.length < 2 || ids.includes(UNKNOWN)) return;
    let node = this.root;
    for (const word of words) {
      const letters = (model.readings.get(fold(word)) ?? 0) >> 8;
      const next: Node = node.next.get(letters) ?? { next: new Map(), terms: [] };
      node.next.set(letters, next);
      node = next;
    }
    node.terms.push(ids);
  }
}
