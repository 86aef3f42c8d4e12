/** Fonts whose letters are pictures: whatever code they have, they are bullets and ticks. */
const PICTURE_FONT = /wingding|webding|dingbat/i;

/** Pictures that say more than that something is listed, by the low byte of their code (Wingdings). */
const PICTURES: Readonly<Record<number, string>> = { 251: '✗', 252: '✓', 253: '☒', 254: '☑' };

/** Private codes that Symbol fonts keep their characters under (U+F020–F0FF): those that occur in office documents. */
const SYMBOLS: Readonly<Record<number, string>> = {
  183: '•',
  179: '≥',
  163: '≤',
  177: '±',
  180: '×',
  184: '÷',
  185: '≠',
  176: '°',
  174: '→',
};

const LIGATURES = /[\ufb00-\ufb06]/g;
/** Drawn as a hyphen, and in Vietnamese never a place to break a word. */
const HYPHENS = /[\u00ad\u2010\u2011]/g;
const ZERO_WIDTH = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const BLANKS = /[\s\u0085]/g;
/** Control characters, and halves of surrogate pairs, which no text can be stored with. */
const NO_CHARACTERS = /[\p{Cc}\p{Cs}]/gu;

/**
 * The text of a drawn character: blanks as ' ', hyphens as '-', ligatures as their letters, picture fonts' codes as
 * bullets. A code that is no character becomes U+FFFD: something is drawn, and nobody can tell what.
 */
export function characterText(text: string, fontName: string): string {
  if (PICTURE_FONT.test(fontName)) {
    const code = text.codePointAt(0) ?? 32;
    if (code === 32 || code === 0xf020) return ' ';
    if (code < 0x250 || (code >= 0xf000 && code < 0xf100)) return PICTURES[code & 0xff] ?? '•';
  }
  if (/^[!-~\u00c0-\u024f\u1ea0-\u1ef9]+$/.test(text)) return text;
  return text
    .replace(/[\uf020-\uf0ff]/g, symbol)
    .replace(LIGATURES, (letters) => letters.normalize('NFKC'))
    .replace(HYPHENS, '-')
    .replace(ZERO_WIDTH, '')
    .replace(BLANKS, ' ')
    .replace(NO_CHARACTERS, '\ufffd');
}

function symbol(letter: string): string {
  const code = letter.charCodeAt(0) & 0xff;
  return SYMBOLS[code] ?? (code < 0x7f ? String.fromCharCode(code) : letter);
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raised digits as such, so that a note's mark or a square does not become part of a number. */
export function raised(text: string): string {
  return text.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
}
