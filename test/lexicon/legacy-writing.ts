import { convertLegacy, type LegacyEncoding } from '../../src/lexicon/legacy-encodings.ts';

const VOWELS = 'aăâeêioôơuưy';
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const LETTERS = [
  'đ',
  ...[...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))),
].filter((letter) => !/[a-z]/.test(letter));
const ALL = [...LETTERS, ...LETTERS.map((letter) => letter.toLocaleUpperCase('vi'))];

const BYTES = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).filter(
  (byte) => !/[\x20-\x7e\t\n\r]/.test(byte),
);
/** A byte alone comes last: one that an encoding has only behind a letter reads as itself. */
const BASES = [...'AEIOUYaeiouyÂÊÔâêôÖöÃãÕõÝý', ''];

/** How an encoding writes each letter that it has: found by trying, from what it reads them as. */
export function letterTable(encoding: LegacyEncoding): Map<string, string> {
  const table = new Map<string, string>();
  for (const base of BASES) {
    for (const byte of BYTES) {
      const letter = convertLegacy(base + byte, encoding);
      if (ALL.includes(letter) && !table.has(letter)) table.set(letter, base + byte);
    }
  }
  return table;
}

const tables = new Map<LegacyEncoding, Map<string, string>>();

/** A text as an old program writes it, its bytes shown as Latin-1; capitals that TCVN3 lacks are written small. */
export function written(text: string, encoding: LegacyEncoding): string {
  const table = tables.get(encoding) ?? letterTable(encoding);
  tables.set(encoding, table);
  return Array.from(
    text.normalize('NFC'),
    (letter) => table.get(letter) ?? table.get(letter.toLocaleLowerCase('vi')) ?? letter,
  ).join('');
}
