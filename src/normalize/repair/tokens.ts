import { CHARACTER_CLASS, DIGIT, LETTER, SPACE } from './letters.ts';

/**
 * What the language model sees for a token that is no word. The values are the first identifiers of its
 * vocabulary, in this order.
 */
export const CLASSES = [
  '<unk>',
  '<s>',
  '</s>',
  '<number>',
  '<year>',
  '<date>',
  '<share>',
  '<symbol>',
  '<marker>',
  '<roman>',
  '<mixed>',
  '<stop>',
  '<comma>',
] as const;

export const UNKNOWN = 0;
export const START = 1;
export const END = 2;
export const NUMBER = 3;
export const YEAR = 4;
export const DATE = 5;
export const SHARE = 6;
export const SYMBOL = 7;
export const MARKER = 8;
export const ROMAN = 9;
export const MIXED = 10;
/** A mark that ends a sentence or a part of one: . ; : ? ! */
export const STOP = 11;
export const COMMA = 12;

/** Stands for a word (a run of letters) where a token's class is asked for. */
export const WORD = -1;

/** Tokens of one text in flat arrays, filled anew by every call of `tokenize`. */
export interface Tokens {
  count: number;
  /** WORD, or the class the token belongs to. */
  kind: Int8Array;
  /** Half-open UTF-16 offsets. */
  start: Int32Array;
  end: Int32Array;
}

export function tokenBuffer(capacity = 256): Tokens {
  return {
    count: 0,
    kind: new Int8Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
  };
}

/** The tokens in arrays of their own. */
export function copyTokens({ count, kind, start, end }: Tokens): Tokens {
  return { count, kind: kind.slice(0, count), start: start.slice(0, count), end: end.slice(0, count) };
}

function push(tokens: Tokens, kind: number, start: number, end: number): void {
  if (tokens.count === tokens.kind.length) {
    const kinds = new Int8Array(tokens.count * 2);
    kinds.set(tokens.kind);
    tokens.kind = kinds;
    const starts = new Int32Array(tokens.count * 2);
    starts.set(tokens.start);
    tokens.start = starts;
    const ends = new Int32Array(tokens.count * 2);
    ends.set(tokens.end);
    tokens.end = ends;
  }
  tokens.kind[tokens.count] = kind;
  tokens.start[tokens.count] = start;
  tokens.end[tokens.count] = end;
  tokens.count++;
}

const YEAR_FORM = /^(?:19|20)\d\d$/;
const DATE_FORM = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/;
const SHARE_FORM = /^[\d.,]+%/;
const MARKER_FORM = /^\d{1,2}(?:\.\d{1,2}){0,4}[.)]$|^\d{1,2}(?:\.\d{1,2}){1,4}$/;
const ROMAN_FORM = /^[IVX]+$/;

/** The words beside VI in a heading in capitals where it is no numeral: ĐƠN VỊ, PHẠM VI, VỊ TRÍ. */
const BEFORE_VI = /(?:^|[^A-ZĐÀ-ỹ])(?:[DĐ][OƠ]N|PH[AẠ]M|H[AÀ]NH|[DĐ][IỊ]NH)[ \n]$/;
const BEHIND_VI =
  /^[ \n](?:TR[IÍ]|TH[EẾ]|TH[AÀ]NH NI[EÊ]N|PH[AẠ]M|SINH|R[UÚ]T|T[IÍ]NH|KHU[AẨ]N|CH[AẤ]T|M[OÔ])(?![A-ZĐÀ-ỹ])/;

function isSyllable(text: string, from: number, to: number): boolean {
  return (
    to - from === 2 &&
    text.startsWith('VI', from) &&
    (BEFORE_VI.test(text.slice(Math.max(0, from - 6), from)) || BEHIND_VI.test(text.slice(to, to + 12)))
  );
}

/** A number and symbol of a document: 102/NQ-CP, 08-CTr/TU, 15/2024/QH15, /KH-UBND, NQ-HĐND. */
export const SYMBOL_FORM =
  /^(?:\d[\d.]*[a-z]?[/-])?(?:\d{4}\/)?[A-ZĐ]{1,6}[a-z]?[A-Z]?\d{0,2}(?:[/–-][&.]*[A-ZĐ][A-Za-zĐ0-9&.]*)+$|^\d[\d.]*[a-z]?[/-](?:\d{4}[/-])?[A-ZĐ]{1,6}[A-Za-zĐ]{0,5}\d{0,2}(?:[/–-][A-Za-zĐ0-9&.]*)*$/;

/**
 * Splits a text of proper (or cleanly stripped) Vietnamese at its blanks into words and classed tokens. A comma
 * or stop that ends such a part is a token too; other punctuation is passed over.
 */
export function tokenize(text: string, tokens: Tokens): void {
  tokens.count = 0;
  const length = text.length;
  let at = 0;
  let first = true;
  while (at < length) {
    if (CHARACTER_CLASS[text.charCodeAt(at)] === SPACE) {
      at++;
      continue;
    }
    const start = at;
    let digits = false;
    let letters = false;
    for (; at < length; at++) {
      const kind = CHARACTER_CLASS[text.charCodeAt(at)];
      if (kind === SPACE) break;
      if (kind === DIGIT) digits = true;
      else if (kind === LETTER) letters = true;
    }
    if (digits) numeric(text, start, at, letters, first, tokens);
    else if (letters) words(text, start, at, first, tokens);
    first = false;
    const mark = markClass(text.charCodeAt(at - 1));
    if (mark !== UNKNOWN) push(tokens, mark, at - 1, at);
  }
}

/** STOP or COMMA for a mark that the model sees as a token of its own, UNKNOWN for any other character. */
export function markClass(code: number): number {
  if (code === 0x2c) return COMMA;
  return code === 0x2e || code === 0x3b || code === 0x3a || code === 0x3f || code === 0x21 ? STOP : UNKNOWN;
}

function words(text: string, start: number, end: number, first: boolean, tokens: Tokens): void {
  if (end - start === 2 && text.charCodeAt(start + 1) === 0x29) {
    push(tokens, MARKER, start, end);
    return;
  }
  let at = start;
  while (at < end) {
    if (CHARACTER_CLASS[text.charCodeAt(at)] !== LETTER) {
      at++;
      continue;
    }
    const from = at;
    while (at < end && CHARACTER_CLASS[text.charCodeAt(at)] === LETTER) at++;
    const lead = text.charCodeAt(from);
    if (
      (lead === 0x49 || lead === 0x56 || lead === 0x58) &&
      ROMAN_FORM.test(text.slice(from, at)) &&
      !isSyllable(text, from, at)
    ) {
      const marks = first && from === start && end - at === 1;
      push(tokens, marks ? MARKER : ROMAN, from, at);
    } else push(tokens, WORD, from, at);
  }
  // A chunk such as QĐ-UBND or KH/TU is one symbol even where its number stands apart.
  const count = tokens.count;
  if (count >= 2 && (tokens.start[count - 2] ?? -1) >= start) {
    const from = CHARACTER_CLASS[text.charCodeAt(start)] === LETTER ? start : start + 1;
    const core = trimmed(text, from, end);
    if (text.charCodeAt(start) === 0x2f || symbolLike(text, from)) {
      if (SYMBOL_FORM.test(text.slice(from, core))) {
        while (tokens.count > 0 && (tokens.start[tokens.count - 1] ?? -1) >= start) tokens.count--;
        push(tokens, SYMBOL, start, core);
      }
    }
  }
}

/** Cheap look ahead: the second letter is a capital too, as in QĐ-UBND but not in Hà-Nội. */
function symbolLike(text: string, at: number): boolean {
  const second = text.charAt(at + 1);
  return second !== second.toLowerCase();
}

function trimmed(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && !isAlphanumeric(text.charCodeAt(to - 1))) to--;
  return to;
}

function isAlphanumeric(code: number): boolean {
  const kind = CHARACTER_CLASS[code];
  return kind === LETTER || kind === DIGIT;
}

function numeric(
  text: string,
  start: number,
  end: number,
  letters: boolean,
  first: boolean,
  tokens: Tokens,
): void {
  let from = start;
  while (from < end && !isAlphanumeric(text.charCodeAt(from))) from++;
  const to = trimmed(text, from, end);
  const core = text.slice(from, to);
  if (letters && SYMBOL_FORM.test(core)) {
    push(tokens, SYMBOL, from, to);
    return;
  }
  if (!letters) {
    push(tokens, numberClass(core, text.slice(from, Math.min(end, to + 1)), first), from, to);
    return;
  }
  let at = from;
  while (at < to) {
    const kind = CHARACTER_CLASS[text.charCodeAt(at)];
    if (kind !== LETTER && kind !== DIGIT) {
      at++;
      continue;
    }
    const run = at;
    let mixed = 0;
    while (at < to) {
      const code = text.charCodeAt(at);
      const inner = CHARACTER_CLASS[code];
      if (inner === LETTER) mixed |= 1;
      else if (inner === DIGIT) mixed |= 2;
      else if (
        !(
          mixed === 2 &&
          (code === 0x2c || code === 0x2e) &&
          CHARACTER_CLASS[text.charCodeAt(at + 1)] === DIGIT
        )
      ) {
        break;
      }
      at++;
    }
    if (mixed === 1) push(tokens, WORD, run, at);
    else if (mixed === 3) push(tokens, MIXED, run, at);
    else push(tokens, numberClass(text.slice(run, at), text.slice(run, at + 1), false), run, at);
  }
}

/** The class of a token without letters; `marked` has the character that follows it too. */
export function numberClass(core: string, marked: string, first: boolean): number {
  if (first && MARKER_FORM.test(marked)) return MARKER;
  if (YEAR_FORM.test(core)) return YEAR;
  if (DATE_FORM.test(core)) return DATE;
  return SHARE_FORM.test(marked) ? SHARE : NUMBER;
}
