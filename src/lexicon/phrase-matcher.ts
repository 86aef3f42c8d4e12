import { fold } from './fold.ts';
import { canonicalTone } from './spelling.ts';

export interface PhraseHit<T> {
  /** Half-open UTF-16 offsets into the text. */
  start: number;
  end: number;
  entry: T;
  /** The phrase as the lexicon writes it. */
  phrase: string;
  /** False where the text has lost its diacritics and so fits by its base letters only. */
  exact: boolean;
}

export interface Phrase<T> {
  phrase: string;
  entry: T;
}

interface Leaf<T> extends Phrase<T> {
  /** The phrase in lower case with canonical tone placement, one item a word. */
  words: string[];
}

interface Step<T> {
  /** What may stand between the word before and this one. */
  loose: boolean;
  node: Node<T>;
}

interface Node<T> {
  next: Map<string, Step<T>[]>;
  leaves: Leaf<T>[];
}

const MARKED = /[À-ÖØ-öø-ɏḀ-ỿ]|\p{M}/u;

/**
 * Finds phrases in running text: at word boundaries, without regard to case, tone placement (hoá, hóa), runs of
 * blanks, or which of `-` `–` `,` `/` `&` stands between two words that the phrase parts by one of them. A text whose
 * diacritics are lost is matched by its base letters, and the hit says so (`exact: false`).
 */
export class PhraseMatcher<T> {
  readonly #root: Node<T> = { next: new Map(), leaves: [] };

  constructor(phrases: Iterable<Phrase<T>>) {
    for (const phrase of phrases) this.#add(phrase);
  }

  #add({ phrase, entry }: Phrase<T>): void {
    const folded = fold(phrase);
    const canonical = canonicalTone(phrase.normalize('NFC')).toLowerCase();
    const words: string[] = [];
    let node = this.#root;
    let previous = 0;
    for (let at = nextWord(folded, 0); at < folded.length; ) {
      const end = wordEnd(folded, at);
      const word = folded.slice(at, end);
      const loose = words.length > 0 && !isBlank(folded, previous, at);
      const steps = node.next.get(word) ?? [];
      node.next.set(word, steps);
      let step = steps.find((other) => other.loose === loose);
      if (step === undefined) {
        step = { loose, node: { next: new Map(), leaves: [] } };
        steps.push(step);
      }
      words.push(canonical.slice(at, end));
      node = step.node;
      previous = end;
      at = nextWord(folded, end);
    }
    if (words.length > 0) node.leaves.push({ phrase, entry, words });
  }

  /**
   * The longest phrases from left to right, not overlapping. Takes NFC text; `folded` is `fold(text)` where the caller
   * has it already.
   */
  find(text: string, folded: string = fold(text)): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    const search: Search = { text, folded, bare: undefined, starts: [], ends: [] };
    for (let at = nextWord(folded, 0); at < folded.length; ) {
      const end = wordEnd(folded, at);
      const first = this.#root.next.get(folded.slice(at, end));
      if (first !== undefined) {
        let best: PhraseHit<T> | undefined;
        for (const step of first) best = longer(best, walk(search, step.node, at, end, 0));
        if (best !== undefined) {
          hits.push(best);
          at = nextWord(folded, best.end);
          continue;
        }
      }
      at = nextWord(folded, end);
    }
    return hits;
  }
}

interface Search {
  text: string;
  folded: string;
  /** Whether the whole text is without diacritics; found out when first needed. */
  bare: boolean | undefined;
  /** Offsets of the words walked so far. */
  starts: number[];
  ends: number[];
}

/** The longest phrase that the words up to and including the one at `at` begin. */
function walk<T>(
  search: Search,
  node: Node<T>,
  at: number,
  end: number,
  depth: number,
): PhraseHit<T> | undefined {
  search.starts[depth] = at;
  search.ends[depth] = end;
  let best = node.leaves.length > 0 ? confirm(search, node.leaves, depth + 1) : undefined;
  if (node.next.size === 0) return best;
  const { folded } = search;
  const start = nextWord(folded, end);
  if (start >= folded.length) return best;
  const stop = wordEnd(folded, start);
  const steps = node.next.get(folded.slice(start, stop));
  if (steps === undefined) return best;
  for (const step of steps) {
    if (step.loose ? isLoose(folded, end, start) : isBlank(folded, end, start)) {
      best = longer(best, walk(search, step.node, start, stop, depth + 1));
    }
  }
  return best;
}

function longer<T>(one: PhraseHit<T> | undefined, other: PhraseHit<T> | undefined): PhraseHit<T> | undefined {
  return one === undefined || (other !== undefined && other.end > one.end) ? other : one;
}

/** The leaf that the words walked agree with: letter for letter, else by base letters where the diacritics are lost. */
function confirm<T>(search: Search, leaves: Leaf<T>[], count: number): PhraseHit<T> | undefined {
  const { text, starts, ends } = search;
  const start = starts[0] ?? 0;
  const end = ends[count - 1] ?? start;
  const read: string[] = [];
  let marked = false;
  for (let i = 0; i < count; i++) {
    const word = text.slice(starts[i], ends[i]).toLowerCase();
    if (MARKED.test(word)) {
      marked = true;
      read.push(canonicalTone(word));
    } else read.push(word);
  }
  for (const { phrase, entry, words } of leaves) {
    if (words.every((word, i) => word === read[i])) return { start, end, entry, phrase, exact: true };
  }
  const [first] = leaves;
  if (marked || first === undefined) return undefined;
  // One word without marks among accented ones is more often another word (bao, hoi) than a damaged one.
  if (count < 2) {
    search.bare ??= !MARKED.test(text);
    if (!search.bare) return undefined;
  }
  return { start, end, entry: first.entry, phrase: first.phrase, exact: false };
}

function isWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1e00 && code <= 0x1eff)
  );
}

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isWord(text.charCodeAt(at))) at++;
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWord(text.charCodeAt(at))) at++;
  return at;
}

/** Blanks within a line: a line break or a tab ends a block or a cell of the normalised text. */
function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0xa0 && code !== 0x202f && code !== 0x3000) return false;
  }
  return true;
}

/** Dashes, comma, colon, stroke, ampersand, plus, full stop, bracket, quotes. */
const MARKS = new Set([...'-‐‑‒–—―,:/&+.("“'].map((mark) => mark.charCodeAt(0)));

/** Blanks with at most one mark among them. */
function isLoose(text: string, from: number, to: number): boolean {
  let marks = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x3000) continue;
    if (!MARKS.has(code) || ++marks > 1) return false;
  }
  return true;
}
