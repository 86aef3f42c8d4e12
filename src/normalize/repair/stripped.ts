import { fold } from '../../lexicon/fold.ts';
import type { LanguageModel } from './language-model.ts';
import { caseCost, wordId } from './language-model.ts';
import type { LatticeBuilder } from './lattice.ts';
import { canonicalTone, letterCase } from './letters.ts';
import { COMMA, type Tokens, WORD } from './tokens.ts';

/**
 * The readings of every token of a text whose diacritics were taken off: all words with the token's folded form, or
 * the token itself where it still has marks, is no known word or is not a word at all.
 */
export function strippedLattice(
  text: string,
  tokens: Tokens,
  model: LanguageModel,
  lattice: LatticeBuilder,
): void {
  lattice.clear();
  // Text typed without any capital tells nothing by its case.
  const capitals = text !== text.toLowerCase();
  let within = false;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i] ?? WORD;
    if (kind !== WORD) {
      lattice.add(kind, 0);
      lattice.next();
      within = kind === COMMA;
      continue;
    }
    const token = text.slice(tokens.start[i], tokens.end[i]);
    const lower = token.toLowerCase();
    const packed = model.readings.get(lower);
    if (packed !== undefined) {
      const first = packed >> 8;
      const count = packed & 255;
      if (count === 1 || !within || !capitals) {
        for (let id = first; id < first + count; id++) lattice.add(id, 0);
      } else {
        const form = token === lower ? 'lower' : letterCase(token);
        for (let id = first; id < first + count; id++) lattice.add(id, caseCost(model, id, form));
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
