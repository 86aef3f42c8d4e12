import { withBoundaries } from './boundaries.ts';
import type { LanguageModel } from './language-model.ts';
import { COST_UNIT, caseCost, wordId } from './language-model.ts';
import type { LatticeBuilder } from './lattice.ts';
import { canonicalTone, type LetterCase, letterCase } from './letters.ts';
import { statedUnits } from './stated-units.ts';
import { COMMA, type Tokens, tokenBuffer, tokenize, WORD } from './tokens.ts';

/** What another word than that of a stated unit costs. */
const NO_UNIT = 12 * COST_UNIT;

/** A text without diacritics and the words that its tokens may be. */
export interface StrippedText {
  text: string;
  tokens: Tokens;
  /**
   * First identifier and number of each word's readings, as the model has them: all words with the token's folded form,
   * or the token itself where it still has marks or is no known word.
   */
  readings: Int32Array;
  /** Whether its case tells anything: text typed without any capital tells nothing by it. */
  cased: boolean;
  /** The words that a unit stated alone may have; see statedUnits. */
  units: ReadonlyMap<number, ReadonlySet<number>> | null;
  /** The words that cells go on, by the token before them; see wordsAbove. */
  above: ReadonlyMap<number, number> | null;
}

const buffer = tokenBuffer();

/** Takes a text apart and looks its words up. */
export function strippedText(text: string, model: LanguageModel): StrippedText {
  tokenize(text, buffer);
  const tokens = withBoundaries(text, buffer);
  const readings = new Int32Array(tokens.count);
  const lower = text.toLowerCase();
  // A few letters become two in lower case.
  const aligned = lower.length === text.length;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] !== WORD) continue;
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    const word = aligned ? lower.slice(start, end) : text.slice(start, end).toLowerCase();
    readings[i] = model.readings.get(word) ?? wordId(model, canonicalTone(word)) * 256 + 1;
  }
  return {
    text,
    tokens,
    readings,
    cased: lower !== text,
    units: statedUnits(text, tokens, model),
    above: null,
  };
}

/**
 * The readings of every token of a stripped text. `gainsAt` tells by how much less each word costs at a position;
 * `certain` has the words, not -1, that are the only reading of theirs.
 */
export function strippedLattice(
  { text, tokens, readings, cased, units, above }: StrippedText,
  model: LanguageModel,
  lattice: LatticeBuilder,
  gainsAt: ((position: number) => ((word: number) => number) | null) | null = null,
  certain: Int32Array | null = null,
): void {
  lattice.clear();
  let within = false;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i] ?? WORD;
    if (kind !== WORD) {
      const only = above?.get(i) ?? kind;
      lattice.add(only, 0);
      lattice.next(model.vocabulary + only);
      within = kind === COMMA;
      continue;
    }
    const known = certain?.[i] ?? -1;
    const start = tokens.start[i] ?? 0;
    const packed = readings[i] ?? 0;
    const first = packed >> 8;
    const count = packed & 255;
    if (known >= 0 || count === 1) {
      const only = known >= 0 ? known : first;
      lattice.add(only, 0);
      lattice.next(model.vocabulary + only);
      within = true;
      continue;
    }
    const unit = units?.get(i);
    const form = within && cased ? caseOf(text, start, tokens.end[i] ?? 0) : null;
    const gain = gainsAt === null ? null : gainsAt(i);
    for (let id = first; id < first + count; id++) {
      const cost =
        (form === null ? 0 : caseCost(model, id, form)) - (gain === null ? 0 : Math.round(gain(id)));
      lattice.add(id, unit === undefined || unit.has(id) ? cost : cost + NO_UNIT);
    }
    within = true;
    // The readings are told by the first of them.
    lattice.next(first);
  }
}

/** letterCase of a part of a text, which two letters tell of nearly all words. */
function caseOf(text: string, start: number, end: number): LetterCase {
  const first = text.charCodeAt(start);
  if (isSmall(first)) return 'lower';
  const isCapital = first >= 0x41 && first <= 0x5a;
  return isCapital && isSmall(text.charCodeAt(start + 1)) ? 'title' : letterCase(text.slice(start, end));
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** A reading with the capitals of the token it stands for, which has the same number of letters. */
export function withCapitals(word: string, token: string): string {
  if (token === token.toLowerCase()) return word;
  let cased = '';
  for (let i = 0; i < word.length; i++) {
    const letter = word.charAt(i);
    const read = token.charAt(i);
    cased += read === read.toLowerCase() ? letter : letter.toUpperCase();
  }
  return cased;
}
