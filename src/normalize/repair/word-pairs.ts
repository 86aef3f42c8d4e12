import { readFileSync } from 'node:fs';
import { TermGains } from './known-terms.ts';
import { COST_UNIT, type LanguageModel } from './language-model.ts';
import type { StrippedText } from './stripped.ts';
import { WORD } from './tokens.ts';

/** By how much less the words of a pair cost. */
const GAIN = 1.5 * COST_UNIT;
/** Numbers before the pairs: the size of the model's vocabulary, and how many pairs there are. */
const HEADER = 2;

const ofModel = new WeakMap<LanguageModel, WordPairs>();

/**
 * Two words that nearly always are meant where their letters stand beside each other: hướng dẫn, and hardly ever hương dân. The
 * language model asks what words stand there, and keeps the frequent; the pairs ask which of those with these letters.
 */
export class WordPairs {
  /** The numbers of two words' letters, in order. */
  private readonly keys: Uint32Array;
  private readonly words: Uint16Array;

  /** The pairs of a model's words, read once. */
  static of(model: LanguageModel): WordPairs {
    let pairs = ofModel.get(model);
    if (pairs === undefined) {
      pairs = new WordPairs(model, readFileSync(new URL('./model/vi.pairs', import.meta.url)));
      ofModel.set(model, pairs);
    }
    return pairs;
  }

  private constructor(model: LanguageModel, file: Uint8Array) {
    const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
    const [vocabulary, count = 0] = new Uint32Array(bytes, 0, HEADER);
    // Pairs of another model's words are none.
    const own = vocabulary === model.vocabulary ? count : 0;
    this.words = new Uint16Array(bytes, HEADER * Uint32Array.BYTES_PER_ELEMENT, 2 * own);
    const letters = lettersOfWords(model);
    this.keys = new Uint32Array(own);
    for (let pair = 0; pair < own; pair++)
      this.keys[pair] = keyOf(
        letters[this.words[2 * pair] ?? 0] ?? 0,
        letters[this.words[2 * pair + 1] ?? 0] ?? 0,
      );
  }

  /** Adds what the pairs in a text tell of its words to what terms do. */
  find(
    { tokens, readings }: Pick<StrippedText, 'tokens' | 'readings'>,
    terms: TermGains | null,
  ): TermGains | null {
    let gains = terms;
    const { count, kind } = tokens;
    let termed = terms?.has(0) === true;
    for (let i = 0; i + 1 < count; i++) {
      // A term tells more; what the pair before told of this word is no term.
      const before = termed;
      termed = terms?.has(i + 1) === true;
      if (before || termed) continue;
      if (kind[i] !== WORD || kind[i + 1] !== WORD) continue;
      const first = readings[i] ?? 0;
      const second = readings[i + 1] ?? 0;
      // Words that have no other reading need no help.
      if ((first & 255) < 2 && (second & 255) < 2) continue;
      const pair = this.indexOf(keyOf(first >> 8, second >> 8));
      if (pair < 0) continue;
      gains ??= new TermGains(count);
      gains.add(i, { ids: this.words.subarray(2 * pair, 2 * pair + 2), gain: GAIN });
    }
    return gains;
  }

  private indexOf(key: number): number {
    const { keys } = this;
    let low = 0;
    let high = keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = keys[middle] ?? 0;
      if (found === key) return middle;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

/** Of each word the number of its letters: that of the first word with the same ones. */
export function lettersOfWords(model: LanguageModel): Uint16Array {
  const letters = new Uint16Array(model.vocabulary);
  for (const packed of model.readings.values())
    letters.fill(packed >> 8, packed >> 8, (packed >> 8) + (packed & 255));
  return letters;
}

function keyOf(first: number, second: number): number {
  return first * 0x10000 + second;
}
