import { MODEL_MAGIC } from '../../src/normalize/repair/language-model.ts';
import type { BackOffModel } from './kneser-ney.ts';

/** Costs in the model are integers: bits times this. */
const UNIT = 64;
const MOST = 40 * UNIT;

/** Bytes of the model file without its word list. */
export function modelBytes(vocabulary: number, bigrams: number, trigrams: number): number {
  return 64 + 3 * 512 + vocabulary * 10 + bigrams * 6 + (bigrams >> 6) * 4 + trigrams * 3 + 64;
}

/** The model as one file: see src/normalize/repair/language-model.ts for the layout. */
export function serialize(
  model: BackOffModel,
  words: readonly string[],
  cases: { lower: readonly number[]; title: readonly number[] },
): Uint8Array {
  const bigrams = model.bigramKey.length;
  const trigrams = model.trigramKey.length;
  const bigramCost = quantize(model.bigram);
  const backOffCost = quantize(model.bigramBackOff);
  const trigramCost = quantize(model.trigram);

  const unigramStart = new Uint32Array(model.vocabulary + 1);
  const bigramWord = new Uint16Array(bigrams);
  for (let b = bigrams - 1; b >= 0; b--) {
    const key = model.bigramKey[b] ?? 0;
    bigramWord[b] = key % 65536;
    unigramStart[Math.floor(key / 65536)] = b;
  }
  unigramStart[model.vocabulary] = bigrams;
  for (let w = model.vocabulary - 1, next = bigrams; w >= 0; w--) {
    const first = unigramStart[w] ?? 0;
    if (next > 0 && first < next && ownsBigram(model.bigramKey, first, w)) next = first;
    else unigramStart[w] = next;
  }

  const blockStart = new Uint32Array((bigrams >> 6) + 2);
  const bigramStart = new Uint16Array(bigrams + 1);
  const trigramWord = new Uint16Array(trigrams);
  let t = 0;
  for (let b = 0; b <= bigrams; b++) {
    if ((b & 63) === 0) blockStart[b >> 6] = t;
    const offset = t - (blockStart[b >> 6] ?? 0);
    if (offset > 65535) throw new RangeError('a block of 64 bigrams holds more than 65535 trigrams');
    bigramStart[b] = offset;
    const context = model.bigramKey[b];
    while (b < bigrams && t < trigrams && Math.floor((model.trigramKey[t] ?? 0) / 65536) === context) {
      trigramWord[t] = (model.trigramKey[t] ?? 0) % 65536;
      t++;
    }
  }
  if (t !== trigrams) throw new RangeError('a trigram lacks its context');

  const sections: (Uint8Array | Uint16Array | Int16Array | Uint32Array)[] = [
    Int16Array.from(model.unigram, cost),
    Int16Array.from(model.unigramBackOff, cost),
    bigramCost.table,
    backOffCost.table,
    trigramCost.table,
    unigramStart,
    blockStart,
    bigramStart,
    bigramWord,
    trigramWord,
    bigramCost.codes,
    backOffCost.codes,
    trigramCost.codes,
    new TextEncoder().encode(words.join('\n')),
    Uint8Array.from(cases.lower, eighths),
    Uint8Array.from(cases.title, eighths),
  ];
  const header = new Uint32Array(4 + sections.length * 2);
  header.set([MODEL_MAGIC, model.vocabulary, bigrams, trigrams]);
  let offset = header.byteLength;
  for (const [i, section] of sections.entries()) {
    header.set([offset, section.length], 4 + i * 2);
    offset += Math.ceil(section.byteLength / 4) * 4;
  }
  const file = new Uint8Array(offset);
  file.set(new Uint8Array(header.buffer));
  for (const [i, section] of sections.entries()) {
    file.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), header[4 + i * 2]);
  }
  return file;
}

function eighths(bits: number): number {
  return Math.min(255, Math.round(bits * 8));
}

function ownsBigram(keys: Uint32Array, index: number, word: number): boolean {
  return Math.floor((keys[index] ?? -1) / 65536) === word;
}

function cost(probability: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.round(-Math.log2(probability) * UNIT)));
}

/** 256 levels placed by k-means over the costs, and each value's level. */
function quantize(probabilities: Float32Array): { table: Int16Array; codes: Uint8Array } {
  const costs = Int16Array.from(probabilities, cost);
  const histogram = new Float64Array(2 * MOST + 1);
  for (const value of costs) histogram[value + MOST] = (histogram[value + MOST] ?? 0) + 1;
  const filled: number[] = [];
  for (let i = 0; i < histogram.length; i++) if ((histogram[i] ?? 0) > 0) filled.push(i);
  let centres = Float64Array.from(
    { length: 256 },
    (_, level) => filled[Math.floor((level * filled.length) / 256)] ?? 0,
  );
  for (let round = 0; round < 60; round++) {
    const sums = new Float64Array(256);
    const weights = new Float64Array(256);
    for (const value of filled) {
      const level = nearest(centres, value);
      const weight = Math.sqrt(histogram[value] ?? 0);
      sums[level] = (sums[level] ?? 0) + weight * value;
      weights[level] = (weights[level] ?? 0) + weight;
    }
    centres = centres.map((centre, level) =>
      (weights[level] ?? 0) > 0 ? (sums[level] ?? 0) / (weights[level] ?? 1) : centre,
    );
    centres.sort();
  }
  const table = Int16Array.from(centres, (centre) => Math.round(centre) - MOST);
  const levelOf = new Uint8Array(histogram.length);
  for (const value of filled) levelOf[value] = nearest(centres, value);
  return { table, codes: Uint8Array.from(costs, (value) => levelOf[value + MOST] ?? 0) };
}

function nearest(centres: Float64Array, value: number): number {
  let low = 0;
  let high = centres.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((centres[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  const above = centres[low] ?? 0;
  const below = centres[low - 1];
  return below !== undefined && value - below <= above - value ? low - 1 : low;
}
