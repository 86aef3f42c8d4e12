/** What a UTF-16 unit is to the tokeniser. */
export const SPACE = 1;
export const DIGIT = 2;
export const LETTER = 3;

/** Class of every UTF-16 unit: 0 for what is neither space, digit nor a letter of the Latin script. */
export const CHARACTER_CLASS = characterClasses();

function characterClasses(): Uint8Array {
  const classes = new Uint8Array(65536);
  for (const code of [
    9, 10, 11, 12, 13, 32, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
  ]) {
    classes[code] = SPACE;
  }
  classes.fill(SPACE, 0x2000, 0x200b);
  classes.fill(DIGIT, 48, 58);
  for (const [from, to] of [
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xc0, 0xd6],
    [0xd8, 0xf6],
    [0xf8, 0x24f],
    [0x300, 0x36f],
    [0x1e00, 0x1eff],
  ] as const) {
    classes.fill(LETTER, from, to + 1);
  }
  return classes;
}

const VOWELS = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const TONE_MARKS = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

/** Each toned vowel with its toneless letter and the number of its tone (0 for the level tone). */
const TONE_OF = new Map<string, { vowel: string; tone: number }>();
const TONED = new Map<string, string>();
for (const vowel of VOWELS) {
  for (const [tone, mark] of TONE_MARKS.entries()) {
    const letter = (vowel + mark).normalize('NFC');
    TONE_OF.set(letter, { vowel, tone });
    TONED.set(vowel + tone, letter);
  }
}

const SYLLABLE =
  /^(qu(?=[aăâeêioôơuưy])|gi(?=[aăâeêioôơuưy])|[bcdđghklmnpqrstvx]*)([aăâeêioôơuưy]+)([cghmnpt]*)$/;

/**
 * A lower-case NFC syllable with its tone on the letter where the older placement has it: hoà becomes hòa, thuỷ
 * thủy; quý and hoàn stay. Anything that is no syllable with exactly one tone comes back as it is.
 */
export function canonicalTone(syllable: string): string {
  let tone = 0;
  let bare = '';
  for (const letter of syllable) {
    const toned = TONE_OF.get(letter);
    if (toned === undefined) bare += letter;
    else {
      bare += toned.vowel;
      if (toned.tone !== 0) {
        if (tone !== 0) return syllable;
        tone = toned.tone;
      }
    }
  }
  if (tone === 0) return syllable;
  const parts = SYLLABLE.exec(bare);
  if (parts === null) return syllable;
  const [, onset = '', nucleus = '', coda = ''] = parts;
  const at = onset.length + tonePosition(nucleus, coda);
  const letter = TONED.get(`${bare.charAt(at)}${tone}`);
  return letter === undefined ? syllable : bare.slice(0, at) + letter + bare.slice(at + 1);
}

function tonePosition(nucleus: string, coda: string): number {
  for (let i = nucleus.length - 1; i >= 0; i--) {
    if ('ăâêôơ'.includes(nucleus.charAt(i))) return i;
  }
  const horn = nucleus.indexOf('ư');
  if (horn >= 0) return horn;
  if (coda !== '') return nucleus.length - 1;
  return nucleus.length === 1 ? 0 : nucleus.length === 2 ? 0 : 1;
}

/** How a token is capitalised. */
export type LetterCase = 'lower' | 'title' | 'upper';

/** The case of a token by its letters: upper needs two capitals and nothing but capitals. */
export function letterCase(token: string): LetterCase {
  let capitals = 0;
  let letters = 0;
  let first = false;
  for (const character of token) {
    const small = character.toLowerCase();
    if (small === character && character.toUpperCase() === character) continue;
    letters++;
    if (small !== character) {
      capitals++;
      if (letters === 1) first = true;
    }
  }
  if (capitals > 1 && capitals === letters) return 'upper';
  return first ? 'title' : 'lower';
}

/** A lower-case word in the given case. */
export function inCase(word: string, form: LetterCase): string {
  if (form === 'lower') return word;
  if (form === 'upper') return word.toUpperCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}
