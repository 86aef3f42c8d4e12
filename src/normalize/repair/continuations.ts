import { type LanguageModel, NO_CONTEXT, trigramStart } from './language-model.ts';

/**
 * What all words of a position cost behind one history. Words and n-grams are both sorted by word, so that one search
 * finds the first of them and a walk the others. The arrays belong to the last call.
 */
export class Continuations {
  /** Behind the last word alone: the costs, and the bigrams' indexes. */
  bigramCost = new Int32Array(256);
  bigramIndex = new Int32Array(256);
  /** Behind the last two words. */
  cost = new Int32Array(256);
  private readonly model: LanguageModel;
  // What was searched for before: the same words meet again and again, in other paths too.
  private readonly wordKey = new Int32Array(SLOTS).fill(-1);
  private readonly wordStart = new Int32Array(SLOTS);
  private readonly contextKey = new Int32Array(SLOTS).fill(-1);
  private readonly contextWord = new Int32Array(SLOTS);
  private readonly contextStart = new Int32Array(SLOTS);

  constructor(model: LanguageModel) {
    this.model = model;
  }

  /** Looks up `count` words, sorted, that begin at `from`, behind the word `last`. */
  afterWord(last: number, words: Int32Array, from: number, count: number): void {
    if (this.cost.length < count) this.grow(count * 2);
    const { bigramCost, bigramIndex } = this;
    const { bigramWord, bigramCosts, bigramCode, unigramStart, unigramCost, unigramBackOff } = this.model;
    const backOff = unigramBackOff[last] ?? 0;
    const end = unigramStart[last + 1] ?? 0;
    let at = this.firstBigram(last, words[from] ?? 0);
    let found = at < end ? (bigramWord[at] ?? 0) : NEVER;
    for (let c = 0; c < count; c++) {
      const wanted = words[from + c] ?? 0;
      if (found < wanted) {
        if (wanted - found >= FAR) at = lowerBound(bigramWord, at, end, wanted);
        while (at < end && (bigramWord[at] ?? 0) < wanted) at++;
        found = at < end ? (bigramWord[at] ?? 0) : NEVER;
      }
      if (found === wanted) {
        bigramCost[c] = bigramCosts[bigramCode[at] ?? 0] ?? 0;
        bigramIndex[c] = at;
      } else {
        bigramCost[c] = backOff + (unigramCost[wanted] ?? 0);
        bigramIndex[c] = NO_CONTEXT;
      }
    }
  }

  /** The same words behind the bigram `context`, whose second word they were looked up behind. */
  afterContext(context: number, words: Int32Array, from: number, count: number): void {
    const { bigramCost, cost, model } = this;
    if (context === NO_CONTEXT) {
      for (let c = 0; c < count; c++) cost[c] = bigramCost[c] ?? 0;
      return;
    }
    const { trigramWord, trigramCosts, trigramCode } = model;
    const backOff = model.backOffCosts[model.backOffCode[context] ?? 0] ?? 0;
    const end = trigramStart(model, context + 1);
    let at = this.firstTrigram(context, words[from] ?? 0);
    let found = at < end ? (trigramWord[at] ?? 0) : NEVER;
    for (let c = 0; c < count; c++) {
      const wanted = words[from + c] ?? 0;
      if (found < wanted) {
        if (wanted - found >= FAR) at = lowerBound(trigramWord, at, end, wanted);
        while (at < end && (trigramWord[at] ?? 0) < wanted) at++;
        found = at < end ? (trigramWord[at] ?? 0) : NEVER;
      }
      cost[c] = found === wanted ? (trigramCosts[trigramCode[at] ?? 0] ?? 0) : backOff + (bigramCost[c] ?? 0);
    }
  }

  /** The first bigram of `last` whose second word is `word` or a later one. */
  private firstBigram(last: number, word: number): number {
    const key = (last << 16) | word;
    const slot = Math.imul(key, 0x9e3779b1) >>> SHIFT;
    if (this.wordKey[slot] === key) return this.wordStart[slot] ?? 0;
    const { bigramWord, unigramStart } = this.model;
    const at = lowerBound(bigramWord, unigramStart[last] ?? 0, unigramStart[last + 1] ?? 0, word);
    this.wordKey[slot] = key;
    this.wordStart[slot] = at;
    return at;
  }

  /** The first trigram of a bigram whose third word is `word` or a later one. */
  private firstTrigram(context: number, word: number): number {
    const slot = (Math.imul(context, 0x9e3779b1) + Math.imul(word, 0x85ebca6b)) >>> SHIFT;
    if (this.contextKey[slot] === context && this.contextWord[slot] === word)
      return this.contextStart[slot] ?? 0;
    const { model } = this;
    const at = lowerBound(
      model.trigramWord,
      trigramStart(model, context),
      trigramStart(model, context + 1),
      word,
    );
    this.contextKey[slot] = context;
    this.contextWord[slot] = word;
    this.contextStart[slot] = at;
    return at;
  }

  private grow(size: number): void {
    this.bigramCost = new Int32Array(size);
    this.bigramIndex = new Int32Array(size);
    this.cost = new Int32Array(size);
  }
}

/** Greater than any word. */
const NEVER = 0x10000;
/** Words that are further apart are searched for, nearer ones walked to. */
const FAR = 8;

/** Places of the tables of what was searched for: a power of two, and the bits of a hash that are too many. */
const SLOTS = 1 << 14;
const SHIFT = 18;

function lowerBound(words: Uint16Array, from: number, to: number, word: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
