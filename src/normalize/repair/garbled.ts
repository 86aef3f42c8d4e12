import type { CandidateSearch, Found } from './candidates.ts';
import type { FirstReading } from './document-words.ts';
import { COST_UNIT, caseCost, type LanguageModel } from './language-model.ts';
import { LatticeBuilder } from './lattice.ts';
import { inCase, type LetterCase, letterCase } from './letters.ts';
import type { Piece } from './pieces.ts';
import { type TokenShape, TokenShapes } from './token-shapes.ts';
import { COMMA, MARKER, STOP, WORD } from './tokens.ts';
import type { Candidate } from './word-search.ts';

/** How much the channel counts beside the language model. */
const CHANNEL_WEIGHT = 0.9;
/** A blank that the reader lost, or put into a word. */
const MERGED = 9 * COST_UNIT;
const TORN = 9 * COST_UNIT;
/** Merged and torn tokens are looked for where a token by itself costs more. */
const DOUBTFUL = 9 * COST_UNIT;
/** What a word that the document has elsewhere in such a place costs, whatever was read. */
const PROPOSED = 20 * COST_UNIT;

/** A comma behind a stray quote being none. */
const SPECK = 6 * COST_UNIT;

/** How a candidate is written: in one of these cases, two bits for each of its words, or as what was read. */
const FORMS: readonly LetterCase[] = ['lower', 'title', 'upper'];
const AS_READ = 255;

/** What a first reading of the document tells of the places of a paragraph. */
export interface Hints {
  first: FirstReading;
  /** By how much less each word costs at a position than the models say; null where nothing is known. */
  gains(position: number): ((word: number) => number) | null;
  /** Words that the document has elsewhere between the same neighbours. */
  proposed(position: number): readonly number[];
}

/** The lattice of a garbled paragraph, and what each of its candidates would write. */
export class GarbledLattice {
  readonly lattice = new LatticeBuilder();
  /** The letters of each word piece as read, the specks before them left out; empty for other pieces. */
  reads: readonly string[] = [];
  private readonly model: LanguageModel;
  private readonly known: TokenShapes;
  private shapes: readonly (TokenShape | null)[] = [];
  private forms = new Uint8Array(4096);
  /** What stands instead of locked tokens, by candidate. */
  private readonly fixed = new Map<number, string>();
  private text = '';
  private parts: readonly Piece[] = [];
  private bestCosts = new Float64Array(256);

  constructor(model: LanguageModel) {
    this.model = model;
    this.known = new TokenShapes(model);
  }

  /** Fills the lattice with the candidates of all pieces. */
  fill(text: string, parts: readonly Piece[], search: CandidateSearch, hints: Hints | null): void {
    this.lattice.clear();
    this.fixed.clear();
    this.text = text;
    this.parts = parts;
    this.reads = parts.map((part) => (part.kind === WORD ? lettersOf(text, part) : ''));
    this.shapes = this.reads.map((read) => (read === '' ? null : this.known.of(read)));
    if (this.bestCosts.length < parts.length) this.bestCosts = new Float64Array(parts.length * 2);
    for (const [i, part] of parts.entries()) {
      this.bestCosts[i] = 0;
      if (part.kind === WORD) this.word(i, search, hints);
      else this.locked(i, part, search, hints);
      this.lattice.next();
    }
  }

  /** What a candidate would write, null where the token stays as read. */
  textOf(candidate: number): string | null {
    const fixed = this.fixed.get(candidate);
    if (fixed !== undefined) return fixed;
    const form = this.forms[candidate] ?? AS_READ;
    if (form === AS_READ) return null;
    const word = this.cased(this.lattice.word[candidate] ?? 0, form & 3);
    const second = this.lattice.second[candidate] ?? -1;
    return second < 0 ? word : `${word} ${this.cased(second, form >> 2)}`;
  }

  /** How a candidate is written. */
  formOf(candidate: number): number {
    return this.forms[candidate] ?? AS_READ;
  }

  private cased(word: number, form: number): string {
    return inCase(this.model.words[word] ?? '', FORMS[form] ?? 'lower');
  }

  private put(form: number, word: number, cost: number, second = -1, span = 1): number {
    const at = this.lattice.add(word, Math.round(cost * CHANNEL_WEIGHT), second, span);
    if (at >= this.forms.length) {
      const forms = new Uint8Array(at * 2);
      forms.set(this.forms);
      this.forms = forms;
    }
    this.forms[at] = form;
    return at;
  }

  private find(i: number, search: CandidateSearch, hints: Hints | null): Found {
    const read = this.reads[i] ?? '';
    return hints?.first.dear[i] === 1 ? search.findWide(read) : search.find(read);
  }

  private locked(
    i: number,
    { kind, fixed, start }: Piece,
    search: CandidateSearch,
    hints: Hints | null,
  ): void {
    const at = this.put(AS_READ, kind, 0);
    if (fixed !== null) this.fixed.set(at, fixed);
    const before = this.parts[i - 1];
    if (kind === COMMA && before?.kind === WORD && /^[’']$/.test(this.text.slice(before.end, start))) {
      for (const { word, form, cost } of this.find(i - 1, search, hints).candidates) {
        this.put(FORMS.indexOf(form), word, cost + SPECK, -1, 2);
      }
    }
  }

  private word(i: number, search: CandidateSearch, hints: Hints | null): void {
    const { model, parts, reads } = this;
    const settled = hints?.first.settled[i] ?? -1;
    if (settled >= 0) {
      this.put(hints?.first.form[i] ?? AS_READ, settled, 0);
      return;
    }
    const read = reads[i] ?? '';
    const shape = this.shapes[i] ?? this.known.of(read);
    if (shape.abbreviations !== null) {
      for (const id of shape.abbreviations) this.put(FORMS.indexOf('upper'), id, 0);
      return;
    }
    const { best, candidates } = withProposed(
      this.find(i, search, hints),
      hints?.proposed(i) ?? [],
      read,
      model,
    );
    const gain = hints?.gains(i) ?? null;
    this.bestCosts[i] = best;
    this.put(AS_READ, shape.keptAs, shape.keep);
    const kindBefore = parts[i - 1]?.kind;
    const within = kindBefore === WORD || kindBefore === COMMA;
    // A sign that stands for a word's first letter does not show its case.
    const opens =
      !shape.opensCased && (kindBefore === undefined || kindBefore === STOP || kindBefore === MARKER);
    const shouting = shape.capitals || this.isShouted(i - 1) || this.isShouted(i + 1);
    for (const candidate of candidates) {
      const { word } = candidate;
      const form = !within || shouting ? candidate.form : likelyCase(candidate, shape.cased, model);
      const cost = candidate.cost - (gain === null ? 0 : gain(word) / CHANNEL_WEIGHT);
      if (opens && form === 'lower') this.put(FORMS.indexOf('title'), word, cost);
      else this.put(FORMS.indexOf(form), word, cost + (within ? caseCost(model, word, form) : 0));
    }
    if (best > DOUBTFUL) {
      for (const { one, other } of search.findSplits(read)) {
        const form = FORMS.indexOf(one.form) | (FORMS.indexOf(other.form) << 2);
        this.put(form, one.word, one.cost + other.cost + MERGED, other.word);
      }
    }
    this.torn(i, search);
  }

  /** The words that a token makes with the one before it, where either alone is doubtful. */
  private torn(i: number, search: CandidateSearch): void {
    const before = this.parts[i - 1];
    const start = this.parts[i]?.start ?? 0;
    if (before?.kind !== WORD || start - before.end !== 1 || this.text.charAt(before.end) !== ' ') return;
    if (Math.max(this.bestCosts[i - 1] ?? 0, this.bestCosts[i] ?? 0) <= DOUBTFUL) return;
    const whole = `${this.reads[i - 1] ?? ''}${this.reads[i] ?? ''}`;
    if (whole.length > 9) return;
    for (const { word, form, cost } of search.findPlain(whole).slice(0, 6)) {
      this.put(FORMS.indexOf(form), word, cost + TORN, -1, 2);
    }
  }

  private isShouted(i: number): boolean {
    return this.shapes[i]?.capitals === true;
  }
}

function lettersOf(text: string, { from, end }: Piece): string {
  const read = text.slice(from, end);
  return /[\ufb01\ufb02]/.test(read) ? read.replace(/\ufb01/g, 'fi').replace(/\ufb02/g, 'fl') : read;
}

/** What was found for a token, and the words that stand between the same neighbours elsewhere. */
function withProposed(found: Found, proposed: readonly number[], read: string, model: LanguageModel): Found {
  if (proposed.length === 0) return found;
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
function likelyCase({ word, form }: Candidate, cased: boolean, model: LanguageModel): LetterCase {
  if (form === 'lower' || (form === 'title' && cased)) return form;
  return caseCost(model, word, 'title') < caseCost(model, word, 'lower') ? 'title' : 'lower';
}
