import { repairSymbol } from '../../lexicon/document-types.ts';
import { fold } from '../../lexicon/fold.ts';
import { CHARACTER_CLASS, DIGIT, LETTER, letterCase, SPACE } from './letters.ts';
import {
  COMMA,
  MARKER,
  MIXED,
  markClass,
  NUMBER,
  numberClass,
  ROMAN,
  STOP,
  SYMBOL,
  SYMBOL_FORM,
  UNKNOWN,
  WORD,
} from './tokens.ts';

/** A part of a read text: a word to be looked up, or a token that is left (or put right by rule). */
export interface Piece {
  start: number;
  end: number;
  /** Where its letters begin: what stands before them is specks that go with the word. */
  from: number;
  /** WORD, or the class the model is to see. */
  kind: number;
  /** What stands instead of a locked token; null leaves it as read. */
  fixed: string | null;
}

/** Signs that a foreign model makes of a letter standing alone. */
const LETTER_LIKE = /^[&@¥€¢£§$©®]$/;
const LOCKED_MIXED = /^(?:[A-ZĐ]{1,4}\d{2,}|\d+[A-Z]{1,3}|[kcdm]?m[23]|CO2|[A-Z]\d[A-Z]\d)$/;
const VOWEL = /[aeiouy]/;
const CLOSED_SYLLABLE = /^[bcdghklmnpqrstvx]+[aeiouy]+(?:y|ch|nh|ng|[cmnpt])$/;
/** Words that a number follows, and that follow a number. */
const NUMBERED = new Set([
  'ngay',
  'thang',
  'nam',
  'dieu',
  'khoan',
  'diem',
  'muc',
  'chuong',
  'phan',
  'quy',
  'bang',
  'mau',
]);
const COUNTED = new Set(['ngay', 'thang', 'nam', 'nguoi', 'dong', 'tuan', 'phuong', 'don']);
const ROMAN_NUMERAL = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;
/** Roman numerals as a foreign model reads them at the head of a paragraph: Il. and I11. */
const MISREAD_ROMAN = /^(?=.*[Il])[Il1]{2,3}$/;

/** A quotation that is not closed within so many letters is none. */
const QUOTED = 80;
/** Splits a garbled text into pieces. Marks inside a word stay in it: a foreign model reads letters as such. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  let first = true;
  while (at < text.length) {
    if (CHARACTER_CLASS[text.charCodeAt(at)] === SPACE) {
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && CHARACTER_CLASS[text.charCodeAt(at)] !== SPACE) at++;
    chunk(text, start, at, first, found);
    first = false;
    const mark = markClass(text.charCodeAt(at - 1));
    if (mark === UNKNOWN) continue;
    // No sentence goes on with a comma before another stop: one of the two is a speck.
    const doubled = mark === STOP && markClass(text.charCodeAt(at - 2)) === COMMA && at - 2 > start;
    found.push({
      start: doubled ? at - 2 : at - 1,
      end: at,
      from: at - 1,
      kind: mark,
      fixed: doubled ? text.charAt(at - 1) : null,
    });
  }
  return found;
}

const OUTER = new Set('.,;:!?()[]{}"“”‘`«»<>|/\\-–—_*…=+~•·'.split('').map((mark) => mark.charCodeAt(0)));
/** Beside a mark that parts words these are no letters. */
const BRACKETS = new Set('()[]{}"“”'.split('').map((mark) => mark.charCodeAt(0)));
const SPLITTING = new Set('/-–—.,;:…+=<>'.split('').map((mark) => mark.charCodeAt(0)));

/** An exclamation mark before a letter is no mark: a foreign model makes it of a stroke. */
function misreadLetter(text: string, at: number, end: number): boolean {
  return text.charAt(at) === '!' && /^!\(?[A-Za-zÀ-\u036fḀ-ỹ]/u.test(text.slice(at, Math.min(end, at + 3)));
}

/** Where the specks before a word begin: a line at its foot, an opening quote that nothing closes. */
function specksBefore(text: string, start: number, from: number): number {
  const mark = text.charAt(from - 1);
  if (from - 1 < start || !/[A-Za-zÀ-\u036fḀ-ỹ]/u.test(text.charAt(from))) return from;
  if (mark === '_') return from - 1;
  return mark === '‘' && !text.slice(from, from + QUOTED).includes('’') ? from - 1 : from;
}

function chunk(text: string, start: number, end: number, first: boolean, found: Piece[]): void {
  let from = start;
  let to = end;
  while (from < to && OUTER.has(text.charCodeAt(from)) && !misreadLetter(text, from, to)) from++;
  while (to > from && (OUTER.has(text.charCodeAt(to - 1)) || strayQuote(text, from, to))) to--;
  if (from === to) return;
  const core = text.slice(from, to);
  const follows = text.charAt(to);
  if (first && (follows === '.' || follows === ')') && MISREAD_ROMAN.test(core) && !/^1+$/.test(core)) {
    const numeral = 'I'.repeat(core.length);
    found.push({ start: from, end: to, from, kind: MARKER, fixed: numeral === core ? null : numeral });
    return;
  }
  if (SYMBOL_FORM.test(core)) {
    const repaired = repairSymbol(core);
    found.push({ start: from, end: to, from, kind: SYMBOL, fixed: repaired === core ? null : repaired });
    return;
  }
  if (first && follows === ')' && core.length === 1) {
    found.push({ start: from, end: to, from, kind: MARKER, fixed: null });
    return;
  }
  const before = found.length;
  for (let at = from; at < to; ) {
    const end = pieceEnd(text, at, to);
    let stop = end;
    while (stop > at && stop < to && BRACKETS.has(text.charCodeAt(stop - 1))) stop--;
    const seam = numberSeam(text.slice(at, stop));
    if (seam > 0) {
      add(text, at, at + seam, first && at === from, found);
      add(text, at + seam, stop, false, found);
    } else if (stop > at) add(text, at, stop, first && at === from, found);
    const piece = found[before];
    if (at === from && piece?.kind === WORD) piece.start = specksBefore(text, start, from);
    at = Math.max(end, at + 1);
    while (at < to && SPLITTING.has(text.charCodeAt(at))) at++;
    while (at < to && BRACKETS.has(text.charCodeAt(at))) at++;
  }
}

/** Where a word and a number that were run together (ngay22, thang9, 30ngay) part; 0 where there is no such place. */
function numberSeam(core: string): number {
  if (LOCKED_MIXED.test(core)) return 0;
  const trailing = /^(\D*[A-Za-zÀ-\u036fḀ-ỹ]{2})(\d+)$/u.exec(core);
  if (trailing !== null) {
    const [, word = '', digits = ''] = trailing;
    const folded = fold(word);
    // No syllable goes on after its final consonant, so what follows it is no letter read as a digit.
    if (NUMBERED.has(folded)) return word.length;
    if (letterCase(word) === 'upper' || !VOWEL.test(folded)) return 0;
    if (digits.length > 1 || (word.length > 2 && CLOSED_SYLLABLE.test(folded))) return word.length;
  }
  const leading = /^(\d+)([A-Za-zÀ-\u036fḀ-ỹ]{2,})$/u.exec(core);
  if (leading !== null && COUNTED.has(fold(leading[2] ?? ''))) return leading[1]?.length ?? 0;
  return 0;
}

/** A closing quote after no letter, or one that an opening quote in the same token explains. */
function strayQuote(text: string, from: number, to: number): boolean {
  const code = text.charCodeAt(to - 1);
  if (code !== 0x2019 && code !== 0x27) return false;
  return to - 2 < from || CHARACTER_CLASS[text.charCodeAt(to - 2)] !== LETTER;
}

/** A piece ends at a mark that parts words, but a number keeps its separators. */
function pieceEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (SPLITTING.has(code)) {
      const inNumber =
        at > from &&
        CHARACTER_CLASS[text.charCodeAt(at - 1)] === DIGIT &&
        CHARACTER_CLASS[text.charCodeAt(at + 1)] === DIGIT &&
        at + 1 < to &&
        !hasLetter(text, from, at);
      if (!inNumber) return at;
    }
    at++;
  }
  return at;
}

function hasLetter(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (CHARACTER_CLASS[text.charCodeAt(i)] === LETTER) return true;
  return false;
}

function add(text: string, start: number, end: number, first: boolean, found: Piece[]): void {
  const core = text.slice(start, end);
  const letters = hasLetter(text, start, end);
  const digits = /\d/.test(core);
  if (!letters) {
    if (digits && /^[\d.,/:%-]+$/.test(core)) {
      const kind = numberClass(core.replace(/%$/, ''), text.slice(start, end + 1), first);
      found.push({ start, end, from: start, kind, fixed: null });
    } else if (digits ? core.length > 3 : !LETTER_LIKE.test(core)) {
      found.push({ start, end, from: start, kind: digits ? NUMBER : UNKNOWN, fixed: null });
    } else found.push({ start, end, from: start, kind: WORD, fixed: null });
    return;
  }
  if (digits && (LOCKED_MIXED.test(core) || manyDigits(core))) {
    found.push({ start, end, from: start, kind: MIXED, fixed: null });
  } else if (!digits && ROMAN_NUMERAL.test(core)) {
    found.push({ start, end, from: start, kind: first ? MARKER : ROMAN, fixed: null });
  } else found.push({ start, end, from: start, kind: WORD, fixed: null });
}

/** More digits than a misread word has: a number run into a word. */
function manyDigits(core: string): boolean {
  const digits = core.replace(/\D/g, '').length;
  return digits > 2 && digits * 2 >= core.length;
}
