import { CHARACTER_CLASS, canonicalTone, DIGIT, LETTER } from './letters.ts';
import { loadRepairModel } from './model.ts';

/** How much like Vietnamese (or any language) a text looks. */
export interface Fluency {
  /** Runs of letters between blanks, punctuation at their ends aside. */
  words: number;
  /** How many of them the language model knows, 0–1. */
  known: number;
  /** How many of them are no word of any language: digits, signs or capitals stand inside them, 0–1. */
  broken: number;
}

/** Looks at every word of a text by itself. */
export function fluencyOf(text: string): Fluency {
  const { language } = loadRepairModel();
  let words = 0;
  let known = 0;
  let broken = 0;
  for (const token of text.split(/\s+/)) {
    let start = 0;
    let end = token.length;
    while (start < end && !isInner(token, start)) start++;
    while (end > start && !isInner(token, end - 1)) end--;
    const word = token.slice(start, end).normalize('NFC');
    if (
      !/[A-Za-zÀ-\u036fḀ-ỹ]/u.test(word) ||
      /^\P{L}*\d.*[/-]/u.test(word) ||
      /^\d+[A-Za-zÀ-\u036fḀ-ỹ]{1,3}$/u.test(word)
    )
      continue;
    words++;
    const parts = word.split(/[-–/.,:;()]/u);
    if (parts.every((part) => part === '' || language.idOf.has(canonicalTone(part.toLowerCase())))) known++;
    else if (parts.some((part) => /[^A-Za-zÀ-\u036fḀ-ỹ]|\p{Ll}\p{Lu}/u.test(part))) broken++;
  }
  return { words, known: words === 0 ? 0 : known / words, broken: words === 0 ? 0 : broken / words };
}

function isInner(token: string, index: number): boolean {
  const kind = CHARACTER_CLASS[token.charCodeAt(index)];
  return kind === LETTER || kind === DIGIT || token.charCodeAt(index) >= 0xe000;
}
