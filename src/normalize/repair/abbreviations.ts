import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Tokens } from './tokens.ts';
import { WORD } from './tokens.ts';

const Data = z.object({
  parts: z.array(z.string()),
  wordlike: z.array(z.string()),
  mixed: z.array(z.string()),
});

/** What a known part costs, a letter that belongs to none, and a D or Đ that belongs to none. */
const PART = 10;
const LETTER = 14;
const LONE = 17;

/** Abbreviations by their letters without marks; the first of those that share them. */
interface Known {
  parts: ReadonlyMap<string, string>;
  longest: number;
  /** Those that read like a word. */
  wordlike: ReadonlyMap<string, string>;
  /** Those of capitals and small letters. */
  mixed: readonly string[];
}

let table: Known | undefined;

function known(): Known {
  if (table !== undefined) return table;
  const file = readFileSync(new URL('../../lexicon/abbreviations.json', import.meta.url), 'utf8');
  const { parts, wordlike, mixed } = Data.parse(JSON.parse(file));
  const longest = Math.max(...parts.map((part) => part.length));
  table = { parts: byLetters(parts), longest, wordlike: byLetters(wordlike), mixed };
  return table;
}

function byLetters(spelled: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const form of spelled) {
    const letters = withoutMarks(form);
    if (!found.has(letters)) found.set(letters, form);
  }
  return found;
}

/** A syllable in capitals, without its marks. */
const SYLLABLE = /^(?:QU|NGH|[CGKNPT]H|NG|TR|GI|[BCDGHKLMNPRSTVX])?[AEIOUY]{1,3}(?:CH|N[GH]|[CMNPT])?$/;

/**
 * An abbreviation that reads like a word (CA, ĐU), as it is spelled, with or without marks at `start` to `end` of a
 * text; undefined where there is none, or where words in capitals stand beside it, so that it may be one of them.
 */
export function wordlikeAbbreviation(text: string, start: number, end: number): string | undefined {
  const token = text.slice(start, end);
  if (token.length > 3 || token !== token.toUpperCase()) return undefined;
  const found = known().wordlike.get(withoutMarks(token));
  return found !== undefined && isAmongAbbreviations(text, start, end) ? found : undefined;
}

/** Short names that are written in capitals and small letters: VNeID. */
export function mixedAbbreviations(): readonly string[] {
  return known().mixed;
}

/** A Roman numeral, or one with strokes taken for H. */
const NUMERAL = /^[IVXLH]+$/;

/**
 * A recognised abbreviation at `start` to `end` of a text with T where strokes were read that make no known one: `ĐI`
 * for ĐT. Undefined where it is known, where T makes none either, or where it may be a word in capitals.
 */
export function withLostBars(text: string, start: number, end: number): string | undefined {
  const token = text.slice(start, end);
  if (!/^(?=.*[ILÌÍỈĨỊ])[A-ZĐÌÍỈĨỊ]{2,8}$/.test(token) || NUMERAL.test(token) || isKnownAbbreviation(token))
    return undefined;
  const barred = token.replace(/[ILÌÍỈĨỊ]/g, 'T');
  return isKnownAbbreviation(barred) && isAmongAbbreviations(text, start, end) ? barred : undefined;
}

/** Whether a token is spelled as a known abbreviation is. */
export function isKnownAbbreviation(token: string): boolean {
  return known().parts.get(withoutMarks(token)) === token;
}

/** Whether words stand beside a token in capitals, and none in capitals that may be one of a heading. */
function isAmongAbbreviations(text: string, start: number, end: number): boolean {
  const { wordlike } = known();
  const before = /([A-Za-zÀ-\u036fḀ-ỹ]+)[^A-Za-zÀ-\u036fḀ-ỹ\n\t]{1,3}$/u.exec(
    text.slice(Math.max(0, start - 16), start),
  )?.[1];
  const after = /^[^A-Za-zÀ-\u036fḀ-ỹ\n\t]{1,3}([A-Za-zÀ-\u036fḀ-ỹ]+)/u.exec(text.slice(end, end + 16))?.[1];
  const beside = [before, after].filter((word) => word !== undefined);
  const mayBeWord = beside.some((word) => {
    const letters = withoutMarks(word);
    return letters.length > 1 && SYLLABLE.test(letters) && !wordlike.has(letters);
  });
  return beside.length > 0 && !mayBeWord;
}

/** An abbreviation without diacritics as the fewest known parts spell it: KTHTDT is KTHTĐT. One that may be a name or word keeps a D that is in none. */
export function spelledAbbreviation(letters: string): string {
  const { parts, longest } = known();
  const lone = /[AEIOY]/.test(letters) ? 'D' : 'Đ';
  const cost = [0];
  const spelled = [''];
  for (let to = 1; to <= letters.length; to++) {
    const letter = letters.charAt(to - 1);
    cost[to] = (cost[to - 1] ?? 0) + (letter === 'D' ? LONE : LETTER);
    spelled[to] = `${spelled[to - 1] ?? ''}${letter === 'D' ? lone : letter}`;
    for (let from = Math.max(0, to - longest); from < to; from++) {
      const part = parts.get(letters.slice(from, to));
      const total = (cost[from] ?? 0) + PART;
      if (part === undefined || total >= (cost[to] ?? 0)) continue;
      cost[to] = total;
      spelled[to] = `${spelled[from] ?? ''}${part}`;
    }
  }
  return spelled[letters.length] ?? letters;
}

/** Short forms that a document introduces itself, by their letters: lao động (LĐ). */
export class OwnAbbreviations {
  private readonly spelled = new Map<string, string>();

  /** Learns from a paragraph of which the words were read as `wordAt` tells. */
  learn(text: string, tokens: Tokens, wordAt: (position: number) => string): void {
    for (let i = 2; i < tokens.count; i++) {
      const start = tokens.start[i] ?? 0;
      const end = tokens.end[i] ?? 0;
      if (text.charAt(start - 1) !== '(' || text.charAt(end) !== ')') continue;
      const letters = text.slice(start, end);
      if (!mayLackStroke(letters) || this.spelled.has(letters)) continue;
      let initials = '';
      let at = i - 1;
      if (tokens.kind[at] !== WORD) at--;
      for (; at >= 0 && initials.length < letters.length && tokens.kind[at] === WORD; at--)
        initials = `${wordAt(at).charAt(0).toUpperCase()}${initials}`;
      if (withoutMarks(initials) === letters)
        this.spelled.set(
          letters,
          [...letters].map((letter, k) => (initials[k] === 'Đ' ? 'Đ' : letter)).join(''),
        );
    }
  }

  /** How the abbreviation at `start` to `end` of a text is spelled, by the document or by its parts. */
  of(text: string, start: number, end: number): string {
    const letters = text.slice(start, end);
    const own = this.spelled.get(letters);
    if (own !== undefined) return own;
    // One that others are joined to is told by all of them: VHTT&DL.
    const before = /(?:[A-Z]+&)+$/.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '';
    const after = /^(?:&[A-Z]+)+/.exec(text.slice(end, end + 12))?.[0] ?? '';
    const from = before.replaceAll('&', '').length;
    const joined = `${before}${letters}${after}`.replaceAll('&', '');
    return spelledAbbreviation(joined).slice(from, from + letters.length);
  }
}

/** Whether a token is an abbreviation that may have had an Đ, or a known one with Ư. */
export function mayLackStroke(token: string): boolean {
  if (!/^[A-Z]{2,12}$/.test(token)) return false;
  return token.includes('D') || (token.includes('U') && known().parts.get(token)?.includes('Ư') === true);
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D');
}
