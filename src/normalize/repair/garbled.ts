import { fold } from '../../lexicon/fold.ts';
import type { CandidateSearch, Found } from './candidates.ts';
import { COST_UNIT, caseCost, type LanguageModel } from './language-model.ts';
import type { LatticeBuilder } from './lattice.ts';
import { inCase, type LetterCase, letterCase } from './letters.ts';
import type { Piece } from './pieces.ts';
import { COMMA, MARKER, MIXED, STOP, UNKNOWN, WORD } from './tokens.ts';
import type { Candidate } from './word-search.ts';

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
const KEEP = 30 * COST_UNIT;
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

/** What a word that the document has elsewhere in such a place costs, whatever was read. */
const PROPOSED = 20 * COST_UNIT;

/** A comma behind a stray quote being none. */
const SPECK = 6 * COST_UNIT;

/** A token that may be a code or a name of letters and figures. */
const CODE_LIKE = /^[\p{L}\d]+$/u;

/** Capitals only, or capitals within: abbreviations and the names of programs. */
const NAME_LIKE = /^\p{Lu}+$|\p{Ll}\p{Lu}+\p{L}*$/u;
const SYLLABLE_SHAPE =
  /^(?:ngh?|nh|c?h|g[hi]?|k?h|ph|qu|t[hr]?|[bcdklmnprsvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$/;

/** What a first reading of the document tells of the places of a paragraph. */
export interface Hints {
  /** 1 where the token's best reading did not fit its place. */
  dear: Uint8Array;
  /** By how much less each word costs at a position than the models say; null where nothing is known. */
  gains(position: number): ((word: number) => number) | null;
  /** Words that the document has elsewhere between the same neighbours. */
  proposed(position: number): readonly number[];
}

/** Fills the lattice with the candidates of all pieces and gives the reading of each candidate by its index. */
export function garbledLattice(
  text: string,
  parts: readonly Piece[],
  model: LanguageModel,
  search: CandidateSearch,
  lattice: LatticeBuilder,
  hints: Hints | null = null,
): Reading[] {
  lattice.clear();
  const readings: Reading[] = [];
  const bestCosts: number[] = [];
  const put = (reading: Reading, word: number, cost: number, second = -1, span = 1) => {
    readings[lattice.add(word, Math.round(cost * CHANNEL_WEIGHT), second, span)] = reading;
  };
  const find = (read: string, i: number) =>
    hints?.dear[i] === 1 ? search.findWide(read) : search.find(read);
  for (const [i, part] of parts.entries()) {
    if (part.kind !== WORD) {
      put(part.fixed, part.kind, 0);
      const before = parts[i - 1];
      if (part.kind === COMMA && before?.kind === WORD && /^[’']$/.test(text.slice(before.end, part.start))) {
        for (const candidate of find(readOf(text, before), i - 1).candidates) {
          put(candidate, candidate.word, candidate.cost + SPECK, -1, 2);
        }
      }
      bestCosts.push(0);
      lattice.next();
      continue;
    }
    const read = readOf(text, part);
    const abbreviations = abbreviationReadings(read, model);
    if (abbreviations !== null) {
      for (const id of abbreviations) put((model.words[id] ?? '').toUpperCase(), id, 0);
      bestCosts.push(0);
      lattice.next();
      continue;
    }
    const { best, candidates } = withProposed(find(read, i), hints?.proposed(i) ?? [], read, model);
    const gain = hints?.gains(i) ?? null;
    bestCosts.push(best);
    const digits = /\d/.test(read);
    const keep = digits && CODE_LIKE.test(read) ? KEEP_MIXED : NAME_LIKE.test(read) ? KEEP_CAPITALS : KEEP;
    put(null, digits ? MIXED : UNKNOWN, keep);
    const kindBefore = parts[i - 1]?.kind;
    const within = kindBefore === WORD || kindBefore === COMMA;
    // A sign that stands for a word's first letter does not show its case.
    const caseless = !/\p{L}/u.test(read);
    const opens =
      !/^\p{L}/u.test(read) && (kindBefore === undefined || kindBefore === STOP || kindBefore === MARKER);
    const shouting = isCapitals(read) || isShouted(text, parts[i - 1]) || isShouted(text, parts[i + 1]);
    for (const candidate of candidates) {
      const { word } = candidate;
      const form = !within || shouting ? candidate.form : likelyCase(candidate, caseless, model);
      const cost = candidate.cost - (gain === null ? 0 : gain(word) / CHANNEL_WEIGHT);
      if (opens && form === 'lower') put({ word, form: 'title', cost }, word, cost);
      else put({ word, form, cost }, word, cost + (within ? caseCost(model, word, form) : 0));
    }
    if (best > DOUBTFUL) {
      for (const { one, other } of splits(read, search)) {
        put([one, other], one.word, one.cost + other.cost + MERGED, other.word);
      }
    }
    const before = parts[i - 1];
    if (before?.kind === WORD && text.slice(before.end, part.start) === ' ') {
      const whole = readOf(text, before) + read;
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

/** The letters of a word piece as read, the specks before them left out. */
export function readOf(text: string, { from, end }: Piece): string {
  return text
    .slice(from, end)
    .replace(/\ufb01/g, 'fi')
    .replace(/\ufb02/g, 'fl');
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

/** What was found for a token, and the words that stand between the same neighbours elsewhere. */
function withProposed(found: Found, proposed: readonly number[], read: string, model: LanguageModel): Found {
  const more = proposed
    .filter((word) => !found.candidates.some((candidate) => candidate.word === word))
    .filter((word) => Math.abs((model.words[word] ?? '').length - read.length) < 2)
    .map(
      (word): Candidate => ({ word, form: letterCase(read) === 'lower' ? 'lower' : 'title', cost: PROPOSED }),
    );
  if (more.length === 0) return found;
  return { best: found.best, candidates: [...found.candidates, ...more].sort((a, b) => a.word - b.word) };
}

/** The case of a word within a sentence whose neighbours are not in capitals, nor it as it was read: never capitals. */
function likelyCase({ word, form }: Candidate, caseless: boolean, model: LanguageModel): LetterCase {
  if (form === 'lower' || (form === 'title' && !caseless)) return form;
  return caseCost(model, word, 'title') < caseCost(model, word, 'lower') ? 'title' : 'lower';
}

function isShouted(text: string, part: Piece | undefined): boolean {
  return part?.kind === WORD && isCapitals(readOf(text, part));
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
