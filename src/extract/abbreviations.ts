import { allMatches } from '../lexicon/patterns.ts';
/** Short forms that a document introduces in brackets behind what they stand for: "giải quyết việc làm (GQVL)". */
export type Abbreviations = ReadonlyMap<string, string>;

const INTRODUCED =
  /\(\s*(?:sau đây (?:gọi|viết) (?:tắt )?là:?\s+|viết tắt(?: là)?:?\s+)?([A-ZĐÂÊÔƠƯĂ]{2,8})\s*\)/gu;
/** Syllables of a name, back to the last stop. */
const WORDS = /[A-Za-zÀ-\u036fḀ-ỹ]+/gu;

/**
 * The short forms of capitals that a text introduces, with the words they are the first letters of, in small letters. Those
 * introduced twice stand for what they did first.
 */
export function abbreviationsOf(text: string): Abbreviations {
  const found = new Map<string, string>();
  for (const match of allMatches(INTRODUCED, text)) {
    const [, short = ''] = match;
    if (found.has(short)) continue;
    const before = text.slice(Math.max(0, match.index - 8 * short.length - 8), match.index);
    const words = [...(/[^.;:()\n]*$/u.exec(before)?.[0] ?? '').matchAll(WORDS)].map(([word]) => word);
    const named = words.slice(-short.length);
    if (named.length < short.length) continue;
    const initials = named.map((word) => word.charAt(0).toUpperCase()).join('');
    if (initials === short) found.set(short, named.join(' ').toLowerCase());
  }
  return found;
}

/** A text with its short forms written out. */
export function written(text: string, abbreviations: Abbreviations): string {
  if (abbreviations.size === 0) return text;
  return text.replace(
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])[A-ZĐÂÊÔƠƯĂ]{2,8}(?![A-Za-zÀ-\u036fḀ-ỹ])/gu,
    (short) => abbreviations.get(short) ?? short,
  );
}
