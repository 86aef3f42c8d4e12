import type { FreeVariants } from './free-variants.ts';
import { KnownPhrases } from './known-phrases.ts';
import { COST_UNIT, type LanguageModel, NO_CONTEXT, trigramCost } from './language-model.ts';
import { CLASSES } from './tokens.ts';

/** The words of a paragraph as they were read, position by position. */
export interface DocumentReading {
  /** The word that was read with certainty, or the class of a token that is no word; -1 where nothing is certain. */
  sure: Int32Array;
  /** The word that was read, certain or not; -1 where none was. */
  likely: Int32Array;
}

/** What a first reading tells of a garbled paragraph, position by position. */
export interface FirstReading extends DocumentReading {
  /** 1 where the word read did not fit its place. */
  dear: Uint8Array;
  /** The word that needs no second reading, -1 where there is none, and how the lattice would write it. */
  settled: Int32Array;
  form: Uint8Array;
}

/** How much the document's own pairs of words count beside the model's, and pairs that were not seen in it. */
const SHARE = 0.2;
const UNSEEN = 1;
/** How often the document has a pair of words that is tried where letters do not suggest it. */
const REPEATED = 2;
/** How much it counts that a word is frequent in the document, or not seen in it, and by how much at most. */
const TOPIC = 0.6;
const ELSEWHERE = 0.5;
const MOST = 4 * COST_UNIT;

/** The words and pairs of words that a document was seen to have: what it says once, it says again. */
export class DocumentWords {
  /** How often each word was read, and how often in small letters as far as that is known. */
  private readonly single: Int32Array;
  private readonly small: Int32Array;
  /** How often each pair of words was read; see pairOf. */
  private readonly pairs = new Map<number, number>();
  /** The words that followed each other one again and again; put together when first asked for. */
  private repeated: Map<number, number[]> | null = null;
  /** What each word gains as one of the document's; not a number where that was not asked yet. */
  private readonly topical: Float64Array;
  private readonly topicalSmall: Float64Array;
  private total = 0;
  private readonly language: LanguageModel;
  private readonly variants: FreeVariants;
  private readonly phrases: KnownPhrases;

  constructor(language: LanguageModel, variants: FreeVariants) {
    this.language = language;
    this.variants = variants;
    this.phrases = KnownPhrases.of(language);
    this.single = new Int32Array(language.words.length);
    this.small = this.single.slice();
    this.topical = new Float64Array(language.words.length).fill(Number.NaN);
    this.topicalSmall = this.topical.slice();
  }

  /** Adds the words of a paragraph; `isSmall` where the text is known to have small letters. */
  add({ sure }: DocumentReading, isSmall: ((position: number) => boolean) | null = null): void {
    for (let i = 0; i < sure.length; i++) {
      const first = sure[i] ?? -1;
      if (first < CLASSES.length) continue;
      this.total++;
      this.single[first] = (this.single[first] ?? 0) + 1;
      if (isSmall?.(i) === true) this.small[first] = (this.small[first] ?? 0) + 1;
      const second = sure[i + 1] ?? -1;
      if (second < CLASSES.length) continue;
      const pair = this.pairOf(first, second);
      this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1);
    }
  }

  /**
   * By how much less each word costs at a position: as a word of the document, and beside neighbours that are certain.
   * `small` where the text is known to have a small letter there.
   */
  gains(
    { sure, likely }: DocumentReading,
    position: number,
    small = false,
  ): ((word: number) => number) | null {
    const left = sure[position - 1] ?? -1;
    const right = sure[position + 1] ?? -1;
    if (this.variants.before(right)) return (word) => this.variants.gain(word);
    const doubtful = (sure[position] ?? -1) < 0;
    const named = this.phrases.gains(likely, position, doubtful, small);
    if (!doubtful) return named === null ? null : (word) => named.get(word) ?? 0;
    return (word) =>
      this.topic(word, small) +
      (named?.get(word) ?? 0) +
      (left < 0 ? 0 : this.gain(left, word, this.pairs.get(this.pairOf(left, word)) ?? 0)) +
      (right < 0 ? 0 : this.gain(word, right, this.pairs.get(this.pairOf(word, right)) ?? 0));
  }

  /** Words that follow the word before a position again and again, where the position's own did not fit. */
  proposed({ likely, dear }: FirstReading, position: number): readonly number[] {
    const left = likely[position - 1] ?? -1;
    if (dear[position] !== 1 || left < CLASSES.length) return [];
    this.repeated ??= this.followers();
    return this.repeated.get(left) ?? [];
  }

  private followers(): Map<number, number[]> {
    const followers = new Map<number, number[]>();
    for (const [pair, times] of this.pairs) {
      if (times < REPEATED) continue;
      const first = Math.floor(pair / this.language.vocabulary);
      const second = pair % this.language.vocabulary;
      const others = followers.get(first);
      if (others === undefined) followers.set(first, [second]);
      else others.push(second);
    }
    return followers;
  }

  /** How much more a word is the document's than any text's. Ask only when all of the document was added. */
  private topic(word: number, small: boolean): number {
    const topical = small ? this.topicalSmall : this.topical;
    let gain = topical[word] ?? 0;
    if (Number.isNaN(gain)) {
      const share = ((small ? this.small : this.single)[word] ?? 0) / (this.total + 1);
      const usual = 2 ** (-(this.language.unigramCost[word] ?? 0) / COST_UNIT);
      gain = TOPIC * COST_UNIT * Math.log2((share / usual + ELSEWHERE) / (1 + ELSEWHERE));
      gain = Math.max(-MOST, Math.min(MOST, gain));
      topical[word] = gain;
    }
    return gain;
  }

  /** What two words gain beside each other that the document has `seen` times so. */
  private gain(first: number, second: number, seen: number): number {
    if (seen === 0) return 0;
    const total = (this.single[first] ?? 0) + UNSEEN;
    const known = 2 ** (-trigramCost(this.language, NO_CONTEXT, first, second) / COST_UNIT);
    return Math.log2(1 + (SHARE * seen) / total / ((1 - SHARE) * known)) * COST_UNIT;
  }

  /** A number for two words. */
  private pairOf(first: number, second: number): number {
    return first * this.language.vocabulary + second;
  }
}
