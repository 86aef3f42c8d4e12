import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Tokens } from './tokens.ts';
import { WORD } from './tokens.ts';

const Data = z.object({ parts: z.array(z.string()) });

/** What a known part costs, a letter that belongs to none, and a D or Đ that belongs to none. */
const PART = 10;
const LETTER = 14;
const LONE = 17;

let parts: ReadonlyMap<string, string> | undefined;
let longest = 0;

/** Known parts by their letters without Đ; the first of those that share them. */
function known(): ReadonlyMap<string, string> {
  if (parts !== undefined) return parts;
  const file = readFileSync(new URL('../../lexicon/abbreviations.json', import.meta.url), 'utf8');
  const found = new Map<string, string>();
  for (const part of Data.parse(JSON.parse(file)).parts) {
    const letters = part.replaceAll('Đ', 'D').replaceAll('Ư', 'U');
    if (!found.has(letters)) found.set(letters, part);
    longest = Math.max(longest, part.length);
  }
  parts = found;
  return found;
}

/** An abbreviation without diacritics as the fewest known parts spell it: KTHTDT is KTHTĐT. One that may be a name or word keeps a D that is in none. */
export function spelledAbbreviation(letters: string): string {
  const table = known();
  const lone = /[AEIOY]/.test(letters) ? 'D' : 'Đ';
  const cost = [0];
  const spelled = [''];
  for (let to = 1; to <= letters.length; to++) {
    const letter = letters.charAt(to - 1);
    cost[to] = (cost[to - 1] ?? 0) + (letter === 'D' ? LONE : LETTER);
    spelled[to] = `${spelled[to - 1] ?? ''}${letter === 'D' ? lone : letter}`;
    for (let from = Math.max(0, to - longest); from < to; from++) {
      const part = table.get(letters.slice(from, to));
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

  /** How an abbreviation is spelled, by the document or by its parts. */
  of(letters: string): string {
    return this.spelled.get(letters) ?? spelledAbbreviation(letters);
  }
}

/** Whether a token is an abbreviation that may have had an Đ. */
export function mayLackStroke(token: string): boolean {
  return /^[A-Z]{2,12}$/.test(token) && token.includes('D');
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D');
}
