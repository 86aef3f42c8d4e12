import { documentTypeData, type SymbolIssuer } from '../lexicon/document-types.ts';
import { PhraseMatcher } from '../lexicon/phrase-matcher.ts';

let names: PhraseMatcher<SymbolIssuer> | undefined;

/**
 * The kinds of body that a text names, by full name or by the abbreviation their numbers carry, in the order named:
 * `Trưởng Ban Chỉ đạo phòng, chống ma túy` gives BCĐ.
 */
export function bodiesNamed(words: string): SymbolIssuer[] {
  names ??= new PhraseMatcher(
    documentTypeData().issuers.flatMap((entry) => {
      const phrases = [entry.name, ...entry.name.split(', ')];
      // Shorter abbreviations are words of their own or parts of others (CP, CT, TU).
      if (entry.code.length > 2) phrases.push(entry.code);
      return phrases.map((phrase) => ({ phrase, entry }));
    }),
  );
  return names.find(words).map((hit) => hit.entry);
}
