import { COST_UNIT, type LanguageModel, wordId } from './language-model.ts';
import { canonicalTone } from './letters.ts';
import { bodyNames, indicatorNames } from './lexicon-names.ts';
import { UNKNOWN } from './tokens.ts';

/** By how much less a word costs that makes so many words of a name with those beside it. */
const GAINS: readonly { length: number; gain: number }[] = [
  { length: 3, gain: 5 * COST_UNIT },
  { length: 4, gain: 10 * COST_UNIT },
];

const LONG = GAINS.slice(1);

const ofModel = new WeakMap<LanguageModel, KnownPhrases>();

/** Runs of words in the names of bodies and indicators: a known name is likelier than what looks like it. */
export class KnownPhrases {
  /** The words that complete a run, by its other words, and whether all names print them with a capital there. */
  private readonly completing = new Map<number, Map<number, boolean>>();
  private readonly base: number;

  /** The runs in a model's words, put together once. */
  static of(model: LanguageModel): KnownPhrases {
    let phrases = ofModel.get(model);
    if (phrases === undefined) {
      phrases = new KnownPhrases(model);
      ofModel.set(model, phrases);
    }
    return phrases;
  }

  private constructor(model: LanguageModel) {
    this.base = model.vocabulary;
    const bodies = bodyNames().filter(({ generic }) => !generic);
    for (const { name } of [...bodies, ...indicatorNames()]) {
      const words = name.match(/[A-Za-zÀ-\u036fḀ-ỹ]+/gu) ?? [];
      this.add(
        words.map((word) => wordId(model, canonicalTone(word.toLowerCase()))),
        words.map((word) => word.charAt(0) !== word.charAt(0).toLowerCase()),
      );
    }
  }

  /**
   * What words gain at a position of a text's words, of which negative ones are none: all of them where the position's
   * own is doubtful, else those of long runs; not those that names print with a capital where the text is known to have
   * none. Null where none gains.
   */
  gains(
    words: ArrayLike<number>,
    position: number,
    doubtful: boolean,
    small = false,
  ): ReadonlyMap<number, number> | null {
    let gains: Map<number, number> | null = null;
    for (const { length, gain } of doubtful ? GAINS : LONG) {
      for (let hole = 0; hole < length; hole++) {
        const found = this.completing.get(this.key(words, position - hole, length, hole));
        if (found === undefined) continue;
        gains ??= new Map();
        for (const [word, capital] of found) if (!small || !capital) gains.set(word, gain);
      }
    }
    return gains;
  }

  private add(ids: readonly number[], capitals: readonly boolean[]): void {
    for (const { length } of GAINS) {
      for (let from = 0; from + length <= ids.length; from++) {
        for (let hole = 0; hole < length; hole++) {
          const key = this.key(ids, from, length, hole);
          const word = ids[from + hole] ?? UNKNOWN;
          if (key < 0 || word === UNKNOWN) continue;
          const words = this.completing.get(key) ?? new Map<number, boolean>();
          this.completing.set(key, words);
          words.set(word, (capitals[from + hole] ?? false) && words.get(word) !== false);
        }
      }
    }
  }

  /** A number for a run's words but that of its hole; -1 where one of them is none that the model knows. */
  private key(words: ArrayLike<number>, from: number, length: number, hole: number): number {
    let key = length * 4 + hole;
    for (let i = 0; i < length; i++) {
      if (i === hole) continue;
      const id = words[from + i] ?? -1;
      if (id <= UNKNOWN) return -1;
      key = key * this.base + id;
    }
    return key;
  }
}
