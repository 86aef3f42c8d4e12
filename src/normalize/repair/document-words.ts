import type { FreeVariants } from './free-variants.ts';
import { COST_UNIT, type LanguageModel, NO_CONTEXT, trigramCost } from './language-model.ts';
import { CLASSES } from './tokens.ts';

/** What a first reading tells of a paragraph, position by position. */
export interface FirstReading {
  /** The word that was read with certainty, or the class of a token that is no word; -1 where nothing is certain. */
  sure: Int32Array;
  /** 1 where the word read did not fit its place. */
  dear: Uint8Array;
}

/** How much the document's own pairs of words count beside the model's, and pairs that were not seen in it. */
const SHARE = 0.2;
const UNSEEN = 1;

/** The pairs of words that a document was seen to have: what it says once, it says again. */
export class DocumentWords {
  private readonly single = new Map<number, number>();
  private readonly pairs = new Map<number, number>();
  private readonly language: LanguageModel;
  private readonly variants: FreeVariants;

  constructor(language: LanguageModel, variants: FreeVariants) {
    this.language = language;
    this.variants = variants;
  }

  add({ sure }: FirstReading): void {
    for (const [i, first] of sure.entries()) {
      if (first < CLASSES.length) continue;
      this.single.set(first, (this.single.get(first) ?? 0) + 1);
      const second = sure[i + 1] ?? -1;
      if (second < CLASSES.length) continue;
      const pair = first * 65536 + second;
      this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1);
    }
  }

  /** By how much less each word costs at a position, beside neighbours that are certain; null where it makes no odds. */
  gains({ sure }: FirstReading, position: number): ((word: number) => number) | null {
    const left = sure[position - 1] ?? -1;
    const right = sure[position + 1] ?? -1;
    if (this.variants.before(right)) return (word) => this.variants.gain(word);
    if ((sure[position] ?? -1) >= 0 || Math.max(left, right) < CLASSES.length) return null;
    return (word) => this.gain(left, word) + this.gain(word, right);
  }

  private gain(first: number, second: number): number {
    const seen = this.pairs.get(first * 65536 + second);
    if (seen === undefined) return 0;
    const total = (this.single.get(first) ?? 0) + UNSEEN;
    const known = 2 ** (-trigramCost(this.language, NO_CONTEXT, first, second) / COST_UNIT);
    return Math.log2(1 + (SHARE * seen) / total / ((1 - SHARE) * known)) * COST_UNIT;
  }
}
