import { readFileSync } from 'node:fs';
import { z } from 'zod';

const ID = z.enum(['tcvn3', 'vni', 'viscii', 'windows-1258']);
export type LegacyEncoding = z.infer<typeof ID>;

const Data = z.strictObject({
  encodings: z.array(
    z.strictObject({
      id: ID,
      name: z.string(),
      source: z.string(),
      /** Names of the fonts that are made for it, in lower case. */
      fonts: z.string().nullable(),
      /** Those of its fonts that show small letters as capitals. */
      capitalFonts: z.string().nullable(),
      /** Each letter as Latin-1 shows it, followed by the letter or tone that it stands for. */
      letters: z.string(),
    }),
  ),
  /** Single letters of a Unicode text that stand for others. */
  shifted: z.strictObject({ source: z.string(), letters: z.string() }),
});

interface Table {
  id: LegacyEncoding;
  letters: ReadonlyMap<string, string>;
  /** Of a letter's writing. */
  longest: number;
  fonts: RegExp | null;
  capitalFonts: RegExp | null;
}

interface Tables {
  encodings: readonly Table[];
  shifted: ReadonlyMap<string, string>;
}

let tables: Tables | undefined;

function load(): Tables {
  if (tables !== undefined) return tables;
  const data = Data.parse(
    JSON.parse(readFileSync(new URL('./legacy-encodings.json', import.meta.url), 'utf8')),
  );
  tables = {
    encodings: data.encodings.map(({ id, letters, fonts, capitalFonts }) => {
      const pairs = pairsOf(letters);
      return {
        id,
        letters: new Map(pairs),
        longest: Math.max(...pairs.map(([from]) => from.length)),
        fonts: fonts === null ? null : new RegExp(fonts),
        capitalFonts: capitalFonts === null ? null : new RegExp(capitalFonts),
      };
    }),
    shifted: new Map(pairsOf(data.shifted.letters)),
  };
  return tables;
}

function pairsOf(letters: string): [string, string][] {
  return letters.split(' ').map((pair): [string, string] => [pair.slice(0, -1), pair.slice(-1)]);
}

/** Of windows-1252, which programs take for Latin-1: what they show for the bytes 80 to 9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function byteOf(letter: string): string {
  const at = WINDOWS_1252.indexOf(letter);
  return at < 0 ? letter : String.fromCharCode(0x80 + at);
}

function shownAs(letter: string): string {
  return WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter;
}

/**
 * Vietnamese text from before Unicode, its bytes shown as Latin-1 or windows-1252 (`Céng hßa`, `Coäng hoøa`), as Unicode in NFC.
 * What the encoding has no letter for stays, as windows-1252 shows it. TCVN3 has no capitals with tones, fonts show them: lines and words that are written in
 * capitals but for those letters become capitals.
 */
export function convertLegacy(text: string, encoding: LegacyEncoding): string {
  const table = load().encodings.find(({ id }) => id === encoding);
  if (table === undefined) return text;
  const converted = replaced(text, table).normalize('NFC');
  return encoding === 'tcvn3' ? withCapitals(text, converted) : converted;
}

function replaced(text: string, { letters, longest }: Table): string {
  const bytes = Array.from(text, byteOf);
  const written = Array.from(text, shownAs);
  let result = '';
  for (let at = 0; at < bytes.length; ) {
    let length = Math.min(longest, bytes.length - at);
    let letter: string | undefined;
    for (; length > 0; length--) {
      letter = letters.get(bytes.slice(at, at + length).join(''));
      if (letter !== undefined) break;
    }
    result += letter ?? written[at] ?? '';
    at += Math.max(1, length);
  }
  return result;
}

/** Lines, and else words, whose letters of ASCII are capitals, at least two of them. */
function withCapitals(text: string, converted: string): string {
  const isCapital = (part: string): boolean => /[A-Z][^a-z]*[A-Z]/.test(part) && !/[a-z]/.test(part);
  const original = text.split('\n');
  return converted
    .split('\n')
    .map((line, index) => {
      if (isCapital(original[index] ?? '')) return line.toLocaleUpperCase('vi');
      const words = (original[index] ?? '').split(' ');
      return line
        .split(' ')
        .map((word, at) => (isCapital(words[at] ?? '') ? word.toLocaleUpperCase('vi') : word))
        .join(' ');
    })
    .join('\n');
}

/** The encoding that a font is made for, and whether it shows small letters as capitals; null for a font of Unicode. */
export function encodingOfFont(font: string): { encoding: LegacyEncoding; capitals: boolean } | null {
  const name = font.toLowerCase().replace(/^[a-z]{6}\+/, '');
  const table = load().encodings.find(({ fonts }) => fonts?.test(name) === true);
  if (table === undefined) return null;
  return { encoding: table.id, capitals: table.capitalFonts?.test(name) === true };
}

/** So many of the words with odd letters have to become Vietnamese syllables … */
const SURE = 0.8;
/** … and so many more than are Vietnamese as they stand. */
const GAIN = 0.3;
/** Vietnamese marks far more of its words, other languages fewer. */
const MARKED = 0.25;
const FEW_WORDS = 3;
/** A program that misreads Vietnamese writes few different letters for many, é before all. */
const FEW_LETTERS = 5;
/** One letter in six of Vietnamese is written as only Unicode can; a text that holds a fifth of that has been through it. */
const WRITTEN_IN_UNICODE = 0.03;
const HEAD = 4096;

/**
 * The encoding that a text is in whose bytes are shown as Latin-1 or windows-1252; null where it is none of those known here, is
 * Unicode, or is too short to tell.
 */
export function likelyEncoding(text: string): LegacyEncoding | null {
  const head = Math.min(text.length, HEAD);
  let written = 0;
  for (let i = 0; i < head; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x1ea0 && code <= 0x1ef9 && ++written > head * WRITTEN_IN_UNICODE) return null;
  }
  const words = text.match(/[^ \t\r\n!-@[-`{-~]+/g) ?? [];
  const marked = words.filter((word) => /[^\x20-\x7e]/.test(word));
  if (marked.length < FEW_WORDS || marked.length < words.length * MARKED) return null;
  const sample = marked.slice(0, 2000);
  if (new Set(sample.join('').match(/[^\x20-\x7e]/g)).size < FEW_LETTERS) return null;
  const unicode = sample.filter((word) => /[\u1ea0-\u1ef9]/.test(word)).length;
  if (unicode > sample.length * (1 - SURE)) return null;
  const asIs = validShare(sample);
  let best: { id: LegacyEncoding; share: number } | null = null;
  for (const table of load().encodings) {
    const share = validShare(sample.map((word) => replaced(word, table).normalize('NFC')));
    if (share >= SURE && share >= asIs + GAIN && share > (best?.share ?? 0)) best = { id: table.id, share };
  }
  return best?.id ?? null;
}

const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?';
const NUCLEUS =
  '(?:iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|uao|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|ui|uô|uy|uơ|uê|ưa|ươ|ưi|ưu|yê|[aăâeêioôơuưy])';
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}(?:ng|nh|ch|[cmnpt])?$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Share of words that are built as Vietnamese syllables are, with one tone at most. */
function validShare(words: readonly string[]): number {
  const valid = words.filter((word) =>
    isSyllable(word.replace(/^[^A-Za-zÀ-\u036fḀ-ỹ]+|[^A-Za-zÀ-\u036fḀ-ỹ]+$/gu, '')),
  );
  return valid.length / Math.max(1, words.length);
}

function isSyllable(word: string): boolean {
  const parts = word.toLocaleLowerCase('vi').normalize('NFD');
  if ((parts.match(TONES)?.length ?? 0) > 1) return false;
  return SYLLABLE.test(parts.replace(TONES, '').normalize('NFC'));
}

/** The Vietnamese word that a word shows whose letters are shifted (`kǶ`: kỳ); null where it has no such letter or shows none. */
export function unshifted(word: string): string | null {
  const { shifted } = load();
  const letters = Array.from(word);
  if (!letters.some((letter) => shifted.has(letter))) return null;
  const own = letters.filter((letter) => !shifted.has(letter)).join('');
  const capitals = own.length > 1 && own === own.toUpperCase();
  const read = letters
    .map((letter) => {
      const right = shifted.get(letter) ?? letter;
      return capitals ? right.toUpperCase() : right;
    })
    .join('');
  // "Lĕ" is no word, but a name of Ê Đê.
  return isSyllable(read) && !/ă$/iu.test(read) ? read : null;
}

/** Whether a text may hold a shifted letter. */
export function mayHoldShifted(text: string): boolean {
  return SHIFTED.test(text);
}

const SHIFTED = /[\u0114-\u011b\u0195\u01b5-\u01f7]/;
