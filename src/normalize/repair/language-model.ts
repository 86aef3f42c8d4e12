import { fold } from '../../lexicon/fold.ts';
import type { LetterCase } from './letters.ts';
import { CLASSES, UNKNOWN } from './tokens.ts';

/** First word of the model file: "KHL1" in little-endian order. */
export const MODEL_MAGIC = 0x314c484b;

/** A model's costs are integers: bits of information times this. */
export const COST_UNIT = 64;

/** No such bigram: the context backs off at once. */
export const NO_CONTEXT = -1;

/**
 * A quantised trigram model over words and token classes, as typed-array views over its file: nothing is parsed but
 * the word list. The file is a header (magic, vocabulary size, numbers of bigrams and trigrams, then offset and
 * length of each section) and the sections in the order of the fields below, each aligned to four bytes. Words are
 * sorted by their folded form, so that all readings of a stripped word have adjacent identifiers.
 */
export interface LanguageModel {
  vocabulary: number;
  unigramCost: Int16Array;
  unigramBackOff: Int16Array;
  bigramCosts: Int16Array;
  backOffCosts: Int16Array;
  trigramCosts: Int16Array;
  /** First bigram of each word, one more than there are words. */
  unigramStart: Uint32Array;
  /** First trigram of every 64th bigram. */
  blockStart: Uint32Array;
  /** First trigram of each bigram, counted from its block's first; one more than there are bigrams. */
  bigramStart: Uint16Array;
  bigramWord: Uint16Array;
  trigramWord: Uint16Array;
  bigramCode: Uint8Array;
  backOffCode: Uint8Array;
  trigramCode: Uint8Array;
  words: string[];
  /** Costs, in eighths of a bit, of a word within a sentence standing without and with a capital. */
  lowerCost: Uint8Array;
  titleCost: Uint8Array;
  idOf: Map<string, number>;
  /** First identifier and number of the words with a folded form: first · 256 + number. */
  readings: Map<string, number>;
}

/** Takes the bytes of a model file. Throws a RangeError where they are none. */
export function openLanguageModel(file: Uint8Array): LanguageModel {
  const bytes = file.byteOffset % 4 === 0 ? file : Uint8Array.from(file);
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, 36);
  if (header[0] !== MODEL_MAGIC) throw new RangeError('not a language model');
  const offset = (section: number) => bytes.byteOffset + (header[4 + section * 2] ?? 0);
  const length = (section: number) => header[5 + section * 2] ?? 0;
  const signed = (section: number) => new Int16Array(bytes.buffer, offset(section), length(section));
  const words16 = (section: number) => new Uint16Array(bytes.buffer, offset(section), length(section));
  const words32 = (section: number) => new Uint32Array(bytes.buffer, offset(section), length(section));
  const bytes8 = (section: number) => new Uint8Array(bytes.buffer, offset(section), length(section));
  const words = new TextDecoder().decode(bytes8(13)).split('\n');
  const idOf = new Map<string, number>();
  const readings = new Map<string, number>();
  let key = '';
  let first = CLASSES.length;
  for (let id = CLASSES.length; id < words.length; id++) {
    const word = words[id] ?? '';
    idOf.set(word, id);
    const folded = fold(word);
    if (folded !== key) {
      first = id;
      key = folded;
    }
    readings.set(folded, first * 256 + (id - first + 1));
  }
  return {
    vocabulary: header[1] ?? 0,
    unigramCost: signed(0),
    unigramBackOff: signed(1),
    bigramCosts: signed(2),
    backOffCosts: signed(3),
    trigramCosts: signed(4),
    unigramStart: words32(5),
    blockStart: words32(6),
    bigramStart: words16(7),
    bigramWord: words16(8),
    trigramWord: words16(9),
    bigramCode: bytes8(10),
    backOffCode: bytes8(11),
    trigramCode: bytes8(12),
    words,
    lowerCost: bytes8(14),
    titleCost: bytes8(15),
    idOf,
    readings,
  };
}

/** The index of bigram (first, second), NO_CONTEXT where the model has none. */
export function findBigram(model: LanguageModel, first: number, second: number): number {
  const { bigramWord, unigramStart } = model;
  let low = unigramStart[first] ?? 0;
  let high = (unigramStart[first + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = bigramWord[middle] ?? 0;
    if (found === second) return middle;
    if (found < second) low = middle + 1;
    else high = middle - 1;
  }
  return NO_CONTEXT;
}

/** First trigram of a bigram. */
export function trigramStart(model: LanguageModel, bigram: number): number {
  return (model.blockStart[bigram >> 6] ?? 0) + (model.bigramStart[bigram] ?? 0);
}

/** Cost of `third` after (first, second), where `context` is findBigram(first, second). */
export function trigramCost(model: LanguageModel, context: number, second: number, third: number): number {
  return costBehind(model, context, second, third, findBigram(model, second, third));
}

/** The same where `bigram`, findBigram(second, third), is known. */
export function costBehind(
  model: LanguageModel,
  context: number,
  second: number,
  third: number,
  bigram: number,
): number {
  const lower =
    bigram === NO_CONTEXT
      ? (model.unigramBackOff[second] ?? 0) + (model.unigramCost[third] ?? 0)
      : (model.bigramCosts[model.bigramCode[bigram] ?? 0] ?? 0);
  return behindBigram(model, context, third, lower);
}

/** Cost of `third` behind a bigram, NO_CONTEXT for none, where it costs `lower` behind the second word alone. */
export function behindBigram(model: LanguageModel, bigram: number, third: number, lower: number): number {
  if (bigram === NO_CONTEXT) return lower;
  const { trigramWord } = model;
  let low = trigramStart(model, bigram);
  let high = trigramStart(model, bigram + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = trigramWord[middle] ?? 0;
    if (found === third) return model.trigramCosts[model.trigramCode[middle] ?? 0] ?? 0;
    if (found < third) low = middle + 1;
    else high = middle - 1;
  }
  return (model.backOffCosts[model.backOffCode[bigram] ?? 0] ?? 0) + lower;
}

/** The identifier of a lower-case word, UNKNOWN where the model does not know it. */
export function wordId(model: LanguageModel, word: string): number {
  return model.idOf.get(word) ?? UNKNOWN;
}

/** Weight of the case costs beside the n-grams'. */
const CASE_WEIGHT = 0.5;

/** What it costs a word within a sentence to stand in this case. All capitals tell nothing. */
export function caseCost(model: LanguageModel, word: number, form: LetterCase): number {
  if (form === 'upper') return 0;
  const eighths = form === 'lower' ? model.lowerCost[word] : model.titleCost[word];
  return Math.round((eighths ?? 0) * (COST_UNIT / 8) * CASE_WEIGHT);
}
