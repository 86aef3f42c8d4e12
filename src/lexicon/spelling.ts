import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { lower } from './fold.ts';

const Spelling = z.strictObject({
  source: z.string(),
  /** Vowel pairs that end a syllable. */
  open: z.record(z.string(), z.string()),
  /** Vowel pairs that a letter follows. */
  closed: z.record(z.string(), z.string()),
  /** Vowel pairs after q, whose u is no vowel. */
  afterQ: z.record(z.string(), z.string()),
  /** Spellings of one word that a writer is free to choose between; all but the first only `before` these, if any. */
  variants: z.array(z.strictObject({ forms: z.array(z.string()).min(2), before: z.array(z.string()) })),
  /** Words of place names that are spelt in several ways; the first is canonical. */
  placeWords: z.array(z.array(z.string()).min(2)),
  /** Of these the one that documents of a province write, by its code. */
  localPlaceWords: z.record(z.string(), z.array(z.string())),
  examples: z.array(z.tuple([z.string(), z.string()])),
  unchanged: z.array(z.string()),
});
export type Spelling = z.infer<typeof Spelling>;

/** What a vowel pair is written as, by where it stands; pairs are keyed by their two character codes. */
interface Rules {
  open: ReadonlyMap<number, string>;
  closed: ReadonlyMap<number, string>;
  afterQ: ReadonlyMap<number, string>;
  /** One for each character code that a pair of any table begins with: few letters of a text do. */
  firsts: Uint8Array;
}

let data: Spelling | undefined;
let rules: Rules | undefined;

/** The table of tone placements with its examples. */
export function spelling(): Spelling {
  data ??= Spelling.parse(JSON.parse(readFileSync(new URL('./spelling.json', import.meta.url), 'utf8')));
  return data;
}

/**
 * The text with every tone mark on the vowel that state bodies' names are printed with: `hoà` becomes `hòa`, `Uỷ`
 * `Ủy`, the slip `tòan` `toàn`. Takes NFC and gives NFC of the same length, so that offsets carry over.
 */
export function canonicalTone(text: string): string {
  rules ??= compile(spelling());
  const { firsts, open, closed, afterQ } = rules;
  let canonical = '';
  let copied = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const first = text.charCodeAt(i);
    if (firsts[first] !== 1) continue;
    const second = text.charCodeAt(i + 1);
    if (second < 0x41 || (first < 0xc0 && second < 0xc0)) continue;
    const before = i === 0 ? 0 : text.charCodeAt(i - 1) | 0x20;
    const table = before === 0x71 ? afterQ : isLetter(text.charCodeAt(i + 2)) ? closed : open;
    const replacement = table.get(first * 0x10000 + second);
    if (replacement === undefined) continue;
    canonical += text.slice(copied, i) + replacement;
    copied = i + 2;
    i++;
  }
  return copied === 0 ? text : canonical + text.slice(copied);
}

/** The text in small letters with every tone mark where `canonicalTone` has it: as the lexicon's words are compared. Offsets carry over. */
export function spelledSmall(text: string): string {
  return canonicalTone(lower(text));
}

function compile({ open, closed, afterQ }: Spelling): Rules {
  const tables = { open: byCodes(open), closed: byCodes(closed), afterQ: byCodes(afterQ) };
  const firsts = new Uint8Array(0x10000);
  for (const table of Object.values(tables)) {
    for (const pair of table.keys()) firsts[pair >> 16] = 1;
  }
  return { ...tables, firsts };
}

/** The table for every case that its pairs may be in. */
function byCodes(table: Record<string, string>): Map<number, string> {
  const codes = new Map<number, string>();
  for (const [from, to] of Object.entries(table)) {
    const [a, b, x, y] = [from.charAt(0), from.charAt(1), to.charAt(0), to.charAt(1)];
    const [A, B, X, Y] = [a.toUpperCase(), b.toUpperCase(), x.toUpperCase(), y.toUpperCase()];
    for (const [pair, replacement] of [
      [a + b, x + y],
      [A + b, X + y],
      [a + B, x + Y],
      [A + B, X + Y],
    ] as const) {
      codes.set(pair.charCodeAt(0) * 0x10000 + pair.charCodeAt(1), replacement);
    }
  }
  return codes;
}

/** Takes NaN, past the end of a text, for no letter. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code <= 0x24f) ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1e00 && code <= 0x1eff)
  );
}

let placeWords: Map<string, string> | undefined;

/** A place name's words, in lower case and parted by blanks, in the spelling that its variants share: `đak đoa` is `đắk đoa`. */
export function canonicalPlaceWords(name: string): string {
  placeWords ??= new Map(
    spelling().placeWords.flatMap(([canonical = '', ...others]) =>
      others.map((other): [string, string] => [other, canonical]),
    ),
  );
  const known = placeWords;
  return name
    .split(' ')
    .map((word) => known.get(word) ?? word)
    .join(' ');
}

let local: Map<string, string> | undefined;

/** A word of a place name, in lower case, as the documents of a province spell it: of Gia Lai (64) `đak` for `đăk`. */
export function localPlaceWord(word: string, province: string): string {
  local ??= new Map(
    Object.entries(spelling().localPlaceWords).flatMap(([code, words]) =>
      words.flatMap((written) =>
        (spelling().placeWords.find((forms) => forms.includes(written)) ?? []).map(
          (form): [string, string] => [`${code} ${form}`, written],
        ),
      ),
    ),
  );
  return local.get(`${province} ${word}`) ?? word;
}

let variants: { pattern: RegExp; canonical: string }[] | undefined;

/** The text with one spelling for each word that has several: `hàng năm` becomes `hằng năm`, `bác sỹ` `bác sĩ`. Takes small letters. */
export function canonicalVariants(text: string): string {
  variants ??= spelling().variants.map(({ forms: [canonical = '', ...others], before }) => ({
    canonical,
    pattern: new RegExp(
      `(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:${others.join('|')})(?![A-Za-zÀ-\u036fḀ-ỹ])${before.length === 0 ? '' : `(?=\\s+(?:${before.join('|')})(?![A-Za-zÀ-\u036fḀ-ỹ]))`}`,
      'giu',
    ),
  }));
  return variants.reduce((sofar, { pattern, canonical }) => sofar.replace(pattern, canonical), text);
}
