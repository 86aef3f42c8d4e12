import { fold } from '../lexicon/fold.ts';
import type { Span } from '../plan/source-text.ts';

const MARKS = '[\\s,-]+';

/**
 * Where a text has a name with the words that its short forms are the first letters of: "Ban Chỉ đạo phòng, chống tội phạm"
 * for "BAN CHỈ ĐẠO PCTP"; a short form in brackets may stand behind what it is short for. Null where it has the name in no longer form.
 */
export function spelledOut(name: string, text: string): Span | null {
  const words = fold(name).match(/[A-Za-zÀ-\u036fḀ-ỹ]+/gu) ?? [];
  const pattern = words.map((word) => `(?:${word}|${inFull(word)}(?:\\s\\(${word}\\))?)`).join(MARKS);
  for (const { index, 0: found } of fold(text).matchAll(
    new RegExp(`(?<![A-Za-zÀ-\u036fḀ-ỹ])${pattern}(?![A-Za-zÀ-\u036fḀ-ỹ])`, 'gu'),
  )) {
    if ((found.match(/[A-Za-zÀ-\u036fḀ-ỹ]+/gu)?.length ?? 0) > words.length)
      return { start: index, end: index + found.length };
  }
  return null;
}

/** So many syllables, each with one of the letters first. */
function inFull(short: string): string {
  return [...short].map((letter) => `${letter}[A-Za-zÀ-\u036fḀ-ỹ]*`).join(MARKS);
}
