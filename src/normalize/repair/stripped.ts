import { fold } from '../../lexicon/fold.ts';
import { bracketedUnit } from './bracketed-units.ts';
import type { LanguageModel } from './language-model.ts';
import { COST_UNIT, caseCost, wordId } from './language-model.ts';
import type { LatticeBuilder } from './lattice.ts';
import { canonicalTone, letterCase } from './letters.ts';
import { COMMA, type Tokens, UNKNOWN, WORD } from './tokens.ts';

/** What another word than that of a unit in brackets costs. */
const NO_UNIT = 6 * COST_UNIT;

/**
 * The readings of every token of a text whose diacritics were taken off: all words with the token's folded form, or
 * the token itself where it still has marks, is no known word or is not a word at all. `gainsAt` tells by how much less
 * each word costs at a position; `certain` has the words, not -1, that are the only reading of theirs.
 */
export function strippedLattice(
  text: string,
  tokens: Tokens,
  model: LanguageModel,
  lattice: LatticeBuilder,
  gainsAt: ((position: number) => ((word: number) => number) | null) | null = null,
  certain: Int32Array | null = null,
): void {
  lattice.clear();
  // Text typed without any capital tells nothing by its case.
  const capitals = text !== text.toLowerCase();
  let within = false;
  let unit: readonly string[] = [];
  let unitFrom = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i] ?? WORD;
    if (kind !== WORD) {
      lattice.add(kind, 0);
      lattice.next();
      within = kind === COMMA;
      continue;
    }
    const known = certain?.[i] ?? -1;
    if (known >= 0) {
      lattice.add(known, 0);
      lattice.next();
      within = true;
      continue;
    }
    const token = text.slice(tokens.start[i], tokens.end[i]);
    const lower = token.toLowerCase();
    const named = bracketedUnit(text, tokens.start[i] ?? 0);
    if (named.length > 0) {
      unit = named;
      unitFrom = i;
    }
    const expected = unit[i - unitFrom];
    const meant = expected === undefined ? UNKNOWN : wordId(model, expected);
    const packed = model.readings.get(lower);
    if (packed !== undefined) {
      const first = packed >> 8;
      const count = packed & 255;
      const form = count === 1 || !within || !capitals ? null : token === lower ? 'lower' : letterCase(token);
      const gain = count === 1 || gainsAt === null ? null : gainsAt(i);
      for (let id = first; id < first + count; id++) {
        const cost =
          (form === null ? 0 : caseCost(model, id, form)) - (gain === null ? 0 : Math.round(gain(id)));
        lattice.add(id, meant === UNKNOWN || id === meant ? cost : cost + NO_UNIT);
      }
    } else {
      lattice.add(wordId(model, fold(lower) === lower ? lower : canonicalTone(lower)), 0);
    }
    within = true;
    lattice.next();
  }
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
