import type { Lattice } from './decode.ts';
import { type LanguageModel, NO_CONTEXT, trigramStart } from './language-model.ts';

/**
 * What the words of a position cost behind one history, all of them at once: words and n-grams are both sorted by word,
 * so one search finds the first and a walk the others. What was looked up is remembered, for the same words meet again:
 * in the margins of a path, in other paths, elsewhere in the document. Results are offsets into `values`, good until
 * the next call of `reserve`.
 */
export class Continuations {
  values = new Int32Array(FIRST_SIZE);
  private readonly model: LanguageModel;
  private size = 0;
  /** Where vectors begin: first and second key, offset, and the stamp of those that still stand. */
  private readonly slots = new Int32Array(SLOTS * 4);
  private stamp = 1;

  constructor(model: LanguageModel) {
    this.model = model;
  }

  /** Makes room for so many values; where too many are kept, they are forgotten. */
  reserve(count: number): void {
    if (this.size + count <= this.values.length) return;
    if (this.size + count > MOST_SIZE) {
      this.size = 0;
      this.stamp++;
    }
    if (this.size + count <= this.values.length) return;
    const values = new Int32Array(Math.max(this.values.length * 2, this.size + count));
    values.set(this.values);
    this.values = values;
  }

  /**
   * Behind the word `last`: of each plain candidate of a position the cost; then of each the context that it makes with
   * that word, NO_CONTEXT where no trigram begins with the two; then of each what has to be paid at once because of
   * that. Takes three values a candidate.
   */
  behindWord(last: number, lattice: Lattice, position: number): number {
    const list = lattice.list[position] ?? 0;
    const known = this.find(last, list);
    if (known >= 0) return known;
    const { model, values } = this;
    const { bigramWord, bigramCosts, bigramCode, unigramStart, unigramCost } = model;
    const { word } = lattice;
    const from = lattice.first[position] ?? 0;
    const count = lattice.plain[position] ?? 0;
    const offset = this.claim(last, list, count * 3);
    const backOff = model.unigramBackOff[last] ?? 0;
    const end = unigramStart[last + 1] ?? 0;
    let at = lowerBound(bigramWord, unigramStart[last] ?? 0, end, word[from] ?? 0);
    let found = at < end ? (bigramWord[at] ?? 0) : NEVER;
    for (let c = 0; c < count; c++) {
      const wanted = word[from + c] ?? 0;
      if (found < wanted) {
        if (wanted - found >= FAR) at = lowerBound(bigramWord, at, end, wanted);
        while (at < end && (bigramWord[at] ?? 0) < wanted) at++;
        found = at < end ? (bigramWord[at] ?? 0) : NEVER;
      }
      let cost = backOff + (unigramCost[wanted] ?? 0);
      let context = NO_CONTEXT;
      let pay = 0;
      if (found === wanted) {
        cost = bigramCosts[bigramCode[at] ?? 0] ?? 0;
        if (hasTrigrams(model, at)) context = at;
        else pay = model.backOffCosts[model.backOffCode[at] ?? 0] ?? 0;
      }
      values[offset + c] = cost;
      values[offset + count + c] = context;
      values[offset + count * 2 + c] = pay;
    }
    return offset;
  }

  /** Behind a context (which is not NO_CONTEXT), of which `behindWord` gave `behindLast`: the costs, one value a candidate. */
  behindContext(context: number, lattice: Lattice, position: number, behindLast: number): number {
    const list = lattice.list[position] ?? 0;
    const known = this.find(context + CONTEXTS, list);
    if (known >= 0) return known;
    const { model, values } = this;
    const { trigramWord, trigramCosts, trigramCode } = model;
    const { word } = lattice;
    const from = lattice.first[position] ?? 0;
    const count = lattice.plain[position] ?? 0;
    const offset = this.claim(context + CONTEXTS, list, count);
    const backOff = model.backOffCosts[model.backOffCode[context] ?? 0] ?? 0;
    const end = trigramStart(model, context + 1);
    let at = lowerBound(trigramWord, trigramStart(model, context), end, word[from] ?? 0);
    let found = at < end ? (trigramWord[at] ?? 0) : NEVER;
    for (let c = 0; c < count; c++) {
      const wanted = word[from + c] ?? 0;
      if (found < wanted) {
        if (wanted - found >= FAR) at = lowerBound(trigramWord, at, end, wanted);
        while (at < end && (trigramWord[at] ?? 0) < wanted) at++;
        found = at < end ? (trigramWord[at] ?? 0) : NEVER;
      }
      values[offset + c] =
        found === wanted
          ? (trigramCosts[trigramCode[at] ?? 0] ?? 0)
          : backOff + (values[behindLast + c] ?? 0);
    }
    return offset;
  }

  private find(first: number, second: number): number {
    const { slots } = this;
    const slot = slotOf(first, second);
    return slots[slot] === first && slots[slot + 1] === second && slots[slot + 3] === this.stamp
      ? (slots[slot + 2] ?? 0)
      : -1;
  }

  private claim(first: number, second: number, count: number): number {
    const { slots } = this;
    const slot = slotOf(first, second);
    const offset = this.size;
    this.size += count;
    slots[slot] = first;
    slots[slot + 1] = second;
    slots[slot + 2] = offset;
    slots[slot + 3] = this.stamp;
    return offset;
  }
}

/** The context that two words make, and what has to be paid at once where it is none; see behindWord. */
export function contextOf(model: LanguageModel, bigram: number): { context: number; pay: number } {
  if (bigram === NO_CONTEXT || hasTrigrams(model, bigram)) return { context: bigram, pay: 0 };
  return { context: NO_CONTEXT, pay: model.backOffCosts[model.backOffCode[bigram] ?? 0] ?? 0 };
}

function hasTrigrams(model: LanguageModel, bigram: number): boolean {
  return trigramStart(model, bigram) !== trigramStart(model, bigram + 1);
}

const FIRST_SIZE = 1 << 14;
const MOST_SIZE = 1 << 18;
/** Places for vectors, a power of two, and the bits of a hash that are too many for their number. */
const SLOTS = 1 << 13;
const SHIFT = 19;

/** Keys of contexts begin behind those of words, which are less. */
const CONTEXTS = 0x10000;
/** Greater than any word. */
const NEVER = 0x10000;
/** Words that are further apart are searched for, nearer ones walked to. */
const FAR = 8;

function slotOf(first: number, second: number): number {
  return ((Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b)) >>> SHIFT) << 2;
}

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
