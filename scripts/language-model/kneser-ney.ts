import { START } from '../../src/normalize/repair/tokens.ts';

/**
 * An interpolated modified Kneser-Ney trigram model (Chen & Goodman 1998) in back-off form, before quantising.
 * Bigrams and trigrams are sorted by key; `trigramKey` is (u·65536 + v)·65536 + w.
 */
export interface BackOffModel {
  vocabulary: number;
  unigram: Float64Array;
  unigramBackOff: Float64Array;
  bigramKey: Uint32Array;
  bigram: Float32Array;
  bigramBackOff: Float32Array;
  trigramKey: Float64Array;
  trigram: Float32Array;
}

interface Discounts {
  one: number;
  two: number;
  more: number;
}

/** Counted n-grams with their unpruned probabilities and what leaving one out would cost (bits over the whole training text). */
interface Estimate {
  model: BackOffModel;
  bigramLoss: Float32Array;
  trigramLoss: Float32Array;
}

const BASE = 65536;

/**
 * Estimates from a stream of identifiers in which START opens and END closes each paragraph. `keepBytes` gives the
 * size of the finished model for numbers of bigrams and trigrams; the least costly n-grams are left out until it
 * is at most `limit`.
 */
export function estimate(
  stream: Uint16Array,
  vocabulary: number,
  limit: number,
  bytes: (bigrams: number, trigrams: number) => number,
): BackOffModel {
  return prune(full(stream, vocabulary), limit, bytes);
}

function full(stream: Uint16Array, vocabulary: number): Estimate {
  const { keys, counts } = countTrigrams(stream);
  const size = keys.length;

  const suffixes = new Uint32Array(size);
  for (let i = 0; i < size; i++) suffixes[i] = at(keys, i) % (BASE * BASE);
  suffixes.sort();
  let bigrams = 0;
  for (let i = 0; i < size; i++) if (i === 0 || suffixes[i] !== suffixes[i - 1]) bigrams++;
  const bigramKey = new Uint32Array(bigrams);
  const continuations = new Float64Array(bigrams);
  for (let i = 0, b = -1; i < size; i++) {
    if (i === 0 || suffixes[i] !== suffixes[i - 1]) bigramKey[++b] = at(suffixes, i);
    continuations[b] = at(continuations, b) + 1;
  }

  // How often each bigram stood as context, which for those that open a paragraph is their own count too.
  const contextCount = new Float64Array(bigrams);
  for (let i = 0, b = 0; i < size; i++) {
    const context = Math.floor(at(keys, i) / BASE);
    while (at(bigramKey, b) < context && b < bigrams) b++;
    if (at(bigramKey, b) === context) contextCount[b] = at(contextCount, b) + at(counts, i);
    if (context === START * BASE + START) {
      const opening = search(bigramKey, at(keys, i) % (BASE * BASE));
      continuations[opening] = at(counts, i);
    }
  }

  const unigramCount = new Float64Array(vocabulary);
  for (let b = 0; b < bigrams; b++) {
    const word = at(bigramKey, b) % BASE;
    unigramCount[word] = at(unigramCount, word) + 1;
  }
  const unigram = new Float64Array(vocabulary);
  const unigramDiscount = 0.75;
  const seen = unigramCount.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  for (let w = 0; w < vocabulary; w++) {
    unigram[w] =
      (Math.max(at(unigramCount, w) - unigramDiscount, 0) + (unigramDiscount * seen) / vocabulary) / bigrams;
  }

  const bigram = new Float32Array(bigrams);
  const bigramLoss = new Float32Array(bigrams);
  const bigramDiscounts = discounts(continuations);
  for (let from = 0; from < bigrams; ) {
    const first = Math.floor(at(bigramKey, from) / BASE);
    let to = from;
    while (to < bigrams && Math.floor(at(bigramKey, to) / BASE) === first) to++;
    const { total, left } = mass(continuations, from, to, bigramDiscounts);
    for (let b = from; b < to; b++) {
      const count = at(continuations, b);
      const lower = (left / total) * at(unigram, at(bigramKey, b) % BASE);
      const p = (count - discount(count, bigramDiscounts)) / total + lower;
      bigram[b] = p;
      bigramLoss[b] = Math.max(at(contextCount, b), count) * Math.log2(p / lower);
    }
    from = to;
  }

  const trigram = new Float32Array(size);
  const trigramLoss = new Float32Array(size);
  const trigramDiscounts = discounts(counts);
  for (let from = 0; from < size; ) {
    const context = Math.floor(at(keys, from) / BASE);
    let to = from;
    while (to < size && Math.floor(at(keys, to) / BASE) === context) to++;
    const { total, left } = mass(counts, from, to, trigramDiscounts);
    for (let t = from; t < to; t++) {
      const count = at(counts, t);
      const lower = (left / total) * at(bigram, search(bigramKey, at(keys, t) % (BASE * BASE)));
      const p = (count - discount(count, trigramDiscounts)) / total + lower;
      trigram[t] = p;
      trigramLoss[t] = context === START * BASE + START ? 0 : count * Math.log2(p / lower);
    }
    from = to;
  }

  return {
    model: {
      vocabulary,
      unigram,
      unigramBackOff: new Float64Array(vocabulary),
      bigramKey,
      bigram,
      bigramBackOff: new Float32Array(bigrams),
      trigramKey: keys,
      trigram,
    },
    bigramLoss,
    trigramLoss,
  };
}

function countTrigrams(stream: Uint16Array): { keys: Float64Array; counts: Float64Array } {
  const all = new Float64Array(stream.length);
  let size = 0;
  for (let i = 1; i < stream.length; i++) {
    const word = at(stream, i);
    if (word === START) continue;
    const before = at(stream, i - 1);
    const first = before === START ? START : at(stream, i - 2);
    all[size++] = (first * BASE + before) * BASE + word;
  }
  const sorted = all.subarray(0, size).sort();
  let distinct = 0;
  for (let i = 0; i < size; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct++;
  const keys = new Float64Array(distinct);
  const counts = new Float64Array(distinct);
  for (let i = 0, k = -1; i < size; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) keys[++k] = at(sorted, i);
    counts[k] = at(counts, k) + 1;
  }
  return { keys, counts };
}

function prune(
  { model, bigramLoss, trigramLoss }: Estimate,
  limit: number,
  bytes: (bigrams: number, trigrams: number) => number,
): BackOffModel {
  const contextOf = new Uint32Array(model.trigramKey.length);
  for (let t = 0, b = 0; t < model.trigramKey.length; t++) {
    const context = Math.floor(at(model.trigramKey, t) / BASE);
    if (context === START * BASE + START) continue;
    while (at(model.bigramKey, b) < context) b++;
    contextOf[t] = b;
  }
  const keptAt = (threshold: number) => {
    const bigrams = new Uint8Array(bigramLoss.length);
    let trigramCount = 0;
    for (let b = 0; b < bigramLoss.length; b++) if (at(bigramLoss, b) > threshold) bigrams[b] = 1;
    for (let t = 0; t < trigramLoss.length; t++) {
      if (at(trigramLoss, t) <= threshold) continue;
      trigramCount++;
      bigrams[at(contextOf, t)] = 1;
    }
    return { bigrams, trigramCount, bigramCount: bigrams.reduce((sum, kept) => sum + kept, 0) };
  };
  let low = 0;
  let high = 4096;
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    const { bigramCount, trigramCount } = keptAt(middle);
    if (bytes(bigramCount, trigramCount) > limit) low = middle;
    else high = middle;
  }
  const { bigrams: keep, bigramCount, trigramCount } = keptAt(high);

  const pruned: BackOffModel = {
    vocabulary: model.vocabulary,
    unigram: model.unigram,
    unigramBackOff: new Float64Array(model.vocabulary).fill(1),
    bigramKey: new Uint32Array(bigramCount),
    bigram: new Float32Array(bigramCount),
    bigramBackOff: new Float32Array(bigramCount).fill(1),
    trigramKey: new Float64Array(trigramCount),
    trigram: new Float32Array(trigramCount),
  };
  for (let b = 0, k = 0; b < keep.length; b++) {
    if (at(keep, b) === 0) continue;
    pruned.bigramKey[k] = at(model.bigramKey, b);
    pruned.bigram[k++] = at(model.bigram, b);
  }
  for (let t = 0, k = 0; t < trigramLoss.length; t++) {
    if (at(trigramLoss, t) <= high) continue;
    pruned.trigramKey[k] = at(model.trigramKey, t);
    pruned.trigram[k++] = at(model.trigram, t);
  }
  backOff(pruned);
  return pruned;
}

/** Sets the back-off weights so that every context's probabilities sum to one. */
function backOff(model: BackOffModel): void {
  const { bigramKey, trigramKey } = model;
  for (let from = 0; from < bigramKey.length; ) {
    const first = Math.floor(at(bigramKey, from) / BASE);
    let kept = 0;
    let lower = 0;
    let to = from;
    for (; to < bigramKey.length && Math.floor(at(bigramKey, to) / BASE) === first; to++) {
      kept += at(model.bigram, to);
      lower += at(model.unigram, at(bigramKey, to) % BASE);
    }
    model.unigramBackOff[first] = Math.max(1 - kept, 1e-6) / Math.max(1 - lower, 1e-6);
    from = to;
  }
  for (let from = 0; from < trigramKey.length; ) {
    const context = Math.floor(at(trigramKey, from) / BASE);
    let kept = 0;
    let lower = 0;
    let to = from;
    for (; to < trigramKey.length && Math.floor(at(trigramKey, to) / BASE) === context; to++) {
      kept += at(model.trigram, to);
      const suffix = at(trigramKey, to) % (BASE * BASE);
      const b = search(bigramKey, suffix);
      lower +=
        b >= 0
          ? at(model.bigram, b)
          : at(model.unigramBackOff, Math.floor(suffix / BASE)) * at(model.unigram, suffix % BASE);
    }
    const b = search(bigramKey, context);
    model.bigramBackOff[b] = Math.max(1 - kept, 1e-6) / Math.max(1 - lower, 1e-6);
    from = to;
  }
}

function discounts(counts: Float64Array): Discounts {
  const n = [0, 0, 0, 0, 0];
  for (const count of counts) if (count <= 4) n[count] = (n[count] ?? 0) + 1;
  const [, one = 0, two = 0, three = 0, four = 0] = n;
  const y = one / (one + 2 * two);
  return {
    one: usable(1 - (2 * y * two) / one, 1),
    two: usable(2 - (3 * y * three) / two, 2),
    more: usable(3 - (4 * y * four) / three, 3),
  };
}

/** A discount, or half the count where the text is too small to tell. */
function usable(value: number, count: number): number {
  return value > 0 && value < count ? value : count / 2;
}

function discount(count: number, by: Discounts): number {
  return count === 1 ? by.one : count === 2 ? by.two : by.more;
}

function mass(
  counts: Float64Array,
  from: number,
  to: number,
  by: Discounts,
): { total: number; left: number } {
  let total = 0;
  let left = 0;
  for (let i = from; i < to; i++) {
    total += at(counts, i);
    left += discount(at(counts, i), by);
  }
  return { total, left };
}

function search(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at(keys, middle);
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function at(values: { readonly [index: number]: number }, index: number): number {
  return values[index] ?? 0;
}
