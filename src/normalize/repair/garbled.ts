import { repairSymbol } from '../../lexicon/document-types.ts';
import { fold } from '../../lexicon/fold.ts';
import type { Candidate, CandidateSearch } from './candidates.ts';
import { COST_UNIT, caseCost, type LanguageModel } from './language-model.ts';
import type { LatticeBuilder } from './lattice.ts';
import { CHARACTER_CLASS, DIGIT, inCase, LETTER, letterCase, SPACE } from './letters.ts';

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
  /** WORD, or the class the model is to see. */
  kind: number;
  /** What stands instead of a locked token; null leaves it as read. */
  fixed: string | null;
}

/** What a candidate would write: a fixed text, one word, two (a merged token), or null for the token as read. */
export type Reading = string | null | Candidate | readonly [Candidate, Candidate];

/** The text of a reading, null where the token stays as read. */
export function textOf(reading: Reading, model: LanguageModel): string | null {
  if (reading === null || typeof reading === 'string') return reading;
  if ('word' in reading) return inCase(model.words[reading.word] ?? '', reading.form);
  return reading.map(({ word, form }) => inCase(model.words[word] ?? '', form)).join(' ');
}

/** How much the channel counts beside the language model. */
const CHANNEL_WEIGHT = 0.9;
/** Leaving a token that is no known word as it was read. */
const KEEP = 24 * COST_UNIT;
const KEEP_CAPITALS = 10 * COST_UNIT;
const KEEP_MIXED = 12 * COST_UNIT;
/** A blank that the reader lost, or put into a word. */
const MERGED = 9 * COST_UNIT;
const TORN = 9 * COST_UNIT;
/** Merged and torn tokens are looked for where a token by itself costs more. */
const DOUBTFUL = 9 * COST_UNIT;
/** Readings of each part of a merged token, and pairs of them, that are tried. */
const PARTS = 16;
const MOST_SPLITS = 96;

/** Signs that a foreign model makes of a letter standing alone. */
const LETTER_LIKE = /^[&@¥€¢£§$©®]$/;
const LOCKED_MIXED = /^(?:[A-ZĐ]{1,4}\d{2,}|\d+[A-Z]{1,3}|[kcdm]?m[23]|CO2|[A-Z]\d[A-Z]\d)$/;
/** Capitals only, or capitals within: abbreviations and the names of programs. */
const NAME_LIKE = /^\p{Lu}+$|\p{Ll}\p{Lu}+\p{L}*$/u;
const SYLLABLE_SHAPE =
  /^(?:ngh?|nh|c?h|g[hi]?|k?h|ph|qu|t[hr]?|[bcdklmnprsvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$/;
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
    if (mark !== UNKNOWN) found.push({ start: at - 1, end: at, kind: mark, fixed: null });
  }
  return found;
}

const OUTER = new Set('.,;:!?()[]{}"“”‘`«»<>|/\\-–—_*…=+~•·'.split('').map((mark) => mark.charCodeAt(0)));
const SPLITTING = new Set('/-–—.,;:…+=<>'.split('').map((mark) => mark.charCodeAt(0)));

function chunk(text: string, start: number, end: number, first: boolean, found: Piece[]): void {
  let from = start;
  let to = end;
  while (from < to && OUTER.has(text.charCodeAt(from))) from++;
  while (to > from && (OUTER.has(text.charCodeAt(to - 1)) || strayQuote(text, from, to))) to--;
  if (from === to) return;
  const core = text.slice(from, to);
  const follows = text.charAt(to);
  if (first && (follows === '.' || follows === ')') && MISREAD_ROMAN.test(core) && !/^1+$/.test(core)) {
    const numeral = 'I'.repeat(core.length);
    found.push({ start: from, end: to, kind: MARKER, fixed: numeral === core ? null : numeral });
    return;
  }
  if (SYMBOL_FORM.test(core)) {
    const repaired = repairSymbol(core);
    found.push({ start: from, end: to, kind: SYMBOL, fixed: repaired === core ? null : repaired });
    return;
  }
  if (first && follows === ')' && core.length === 1) {
    found.push({ start: from, end: to, kind: MARKER, fixed: null });
    return;
  }
  for (let at = from; at < to; ) {
    const stop = pieceEnd(text, at, to);
    const seam = numberSeam(text.slice(at, stop));
    if (seam > 0) {
      piece(text, at, at + seam, first && at === from, found);
      piece(text, at + seam, stop, false, found);
    } else if (stop > at) piece(text, at, stop, first && at === from, found);
    at = Math.max(stop, at + 1);
    while (at < to && SPLITTING.has(text.charCodeAt(at))) at++;
  }
}

/** Where a word and a number that were run together (ngay22, thang9, 30ngay) part; 0 where there is no such place. */
function numberSeam(core: string): number {
  if (LOCKED_MIXED.test(core)) return 0;
  const trailing = /^(\D*\p{L}{2})(\d+)$/u.exec(core);
  if (trailing !== null) {
    const [, word = '', digits = ''] = trailing;
    const folded = fold(word);
    // No syllable goes on after its final consonant, so what follows it is no letter read as a digit.
    if (NUMBERED.has(folded)) return word.length;
    if (letterCase(word) === 'upper') return 0;
    if (digits.length > 1 || (word.length > 2 && CLOSED_SYLLABLE.test(folded))) return word.length;
  }
  const leading = /^(\d+)(\p{L}{2,})$/u.exec(core);
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

function piece(text: string, start: number, end: number, first: boolean, found: Piece[]): void {
  const core = text.slice(start, end);
  const letters = hasLetter(text, start, end);
  const digits = /\d/.test(core);
  if (!letters) {
    if (digits && /^[\d.,/:%-]+$/.test(core)) {
      const kind = numberClass(core.replace(/%$/, ''), text.slice(start, end + 1), first);
      found.push({ start, end, kind, fixed: null });
    } else if (digits ? core.length > 3 : !LETTER_LIKE.test(core)) {
      found.push({ start, end, kind: digits ? NUMBER : UNKNOWN, fixed: null });
    } else found.push({ start, end, kind: WORD, fixed: null });
    return;
  }
  if (digits && (LOCKED_MIXED.test(core) || manyDigits(core))) {
    found.push({ start, end, kind: MIXED, fixed: null });
  } else if (!digits && ROMAN_NUMERAL.test(core)) {
    found.push({ start, end, kind: first ? MARKER : ROMAN, fixed: null });
  } else found.push({ start, end, kind: WORD, fixed: null });
}

/** More digits than a misread word has: a number run into a word. */
function manyDigits(core: string): boolean {
  const digits = core.replace(/\D/g, '').length;
  return digits > 2 && digits * 2 >= core.length;
}

/** Fills the lattice with the candidates of all pieces and gives the reading of each candidate by its index. */
export function garbledLattice(
  text: string,
  parts: readonly Piece[],
  model: LanguageModel,
  search: CandidateSearch,
  lattice: LatticeBuilder,
): Reading[] {
  lattice.clear();
  const readings: Reading[] = [];
  const bestCosts: number[] = [];
  const put = (reading: Reading, word: number, cost: number, second = -1, span = 1) => {
    readings[lattice.add(word, Math.round(cost * CHANNEL_WEIGHT), second, span)] = reading;
  };
  for (const [i, part] of parts.entries()) {
    if (part.kind !== WORD) {
      put(part.fixed, part.kind, 0);
      bestCosts.push(0);
      lattice.next();
      continue;
    }
    const read = text.slice(part.start, part.end);
    const abbreviations = abbreviationReadings(read, model);
    if (abbreviations !== null) {
      for (const id of abbreviations) put((model.words[id] ?? '').toUpperCase(), id, 0);
      bestCosts.push(0);
      lattice.next();
      continue;
    }
    const { best, candidates } = search.find(read);
    bestCosts.push(best);
    const digits = /\d/.test(read);
    put(null, digits ? MIXED : UNKNOWN, digits ? KEEP_MIXED : NAME_LIKE.test(read) ? KEEP_CAPITALS : KEEP);
    const kindBefore = parts[i - 1]?.kind;
    const within = kindBefore === WORD || kindBefore === COMMA;
    // A sign that stands for the first letter of a sentence does not show its case.
    const opens =
      !/^\p{L}/u.test(read) && (kindBefore === undefined || kindBefore === STOP || kindBefore === MARKER);
    for (const candidate of candidates) {
      const { word, form, cost } = candidate;
      if (opens && form === 'lower') put({ word, form: 'title', cost }, word, cost);
      else put(candidate, word, cost + (within ? caseCost(model, word, form) : 0));
    }
    if (best > DOUBTFUL) {
      for (const { one, other } of splits(read, search)) {
        put([one, other], one.word, one.cost + other.cost + MERGED, other.word);
      }
    }
    const before = parts[i - 1];
    if (before?.kind === WORD && text.slice(before.end, part.start) === ' ') {
      const whole = text.slice(before.start, before.end) + read;
      const doubtful = Math.max(bestCosts[i - 1] ?? 0, bestCosts[i] ?? 0) > DOUBTFUL;
      if (doubtful && whole.length <= 9) {
        for (const candidate of search.findPlain(whole).slice(0, 6)) {
          put(candidate, candidate.word, candidate.cost + TORN, -1, 2);
        }
      }
    }
    lattice.next();
  }
  return readings;
}

/** Known abbreviations that a token in capitals may be: those with its folded letters; null where it is none. */
function abbreviationReadings(token: string, model: LanguageModel): number[] | null {
  // Specks between capitals are read as apostrophes.
  const read = token.replace(/['’‘]/g, '');
  if (read.length < 2 || !isCapitals(read)) return null;
  const folded = fold(read);
  if (SYLLABLE_SHAPE.test(folded)) return null;
  const packed = model.readings.get(folded);
  if (packed === undefined) return null;
  const first = packed >> 8;
  return Array.from({ length: packed & 255 }, (_, i) => first + i);
}

function isCapitals(read: string): boolean {
  return letterCase(read) === 'upper';
}

function splits(read: string, search: CandidateSearch): { one: Candidate; other: Candidate }[] {
  const found: { one: Candidate; other: Candidate }[] = [];
  for (let at = 1; at < read.length; at++) {
    const left = read.slice(0, at);
    const right = read.slice(at);
    if ((left.length < 2 || right.length < 2) && letterCase(right) === 'lower') continue;
    const ones = search.findPlain(left).slice(0, PARTS);
    const others = search.findPlain(right).slice(0, PARTS);
    for (const one of ones) {
      for (const other of others) {
        if (one.cost + other.cost < 16 * COST_UNIT) found.push({ one, other });
      }
    }
  }
  return found.sort((a, b) => a.one.cost + a.other.cost - b.one.cost - b.other.cost).slice(0, MOST_SPLITS);
}
