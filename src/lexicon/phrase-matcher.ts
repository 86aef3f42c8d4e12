import { fold } from './fold.ts';
import { spelledSmall } from './spelling.ts';
import { WordTable } from './word-table.ts';

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
  /** The phrase as `spelledSmall` has it, and its words; made when they are first compared. */
  written: Written | undefined;
}

interface Written {
  whole: string;
  words: string[];
}

interface Step<T> {
  /** What may stand between the word before and this one. */
  loose: boolean;
  node: Node<T>;
  /** The same word with something else before it. */
  other: Step<T> | undefined;
}

interface Node<T> {
  next: WordTable<Step<T>>;
  /** A bit for each letter that a next word begins with: most words of a text need not be cut out to be looked up. */
  initials: number;
  leaves: Leaf<T>[];
}

interface FirstWord<T> {
  /** What waits for a text that holds the word: until then their part of the trie is not built. */
  waiting: Phrase<T>[];
  node: Node<T>;
}

const MARKED = /[À-ÖØ-öø-ɏḀ-ỿ]|\p{M}/u;
/** One for each such letter or mark of a word. */
const MARKED_LETTER = new Uint8Array(0x1f00).map((_, code) =>
  MARKED.test(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * Finds phrases in running text: at word boundaries, without regard to case, tone placement (hoá, hóa), runs of
 * blanks, or which of `-` `–` `,` `/` `&` stands between two words that the phrase parts by one of them. A text whose
 * diacritics are lost is matched by its base letters, and the hit says so (`exact: false`).
 */
export class PhraseMatcher<T> {
  /** By their first word. */
  readonly #first = new WordTable<FirstWord<T>>();

  constructor(phrases: Iterable<Phrase<T>>) {
    for (const phrase of phrases) {
      const start = nextWord(phrase.phrase, 0);
      const word = fold(phrase.phrase.slice(start, wordEnd(phrase.phrase, start)));
      const first = this.#first.at(word, 0, word.length);
      if (first === undefined) this.#first.set(word, { waiting: [phrase], node: newNode() });
      else first.waiting.push(phrase);
    }
  }

  /**
   * The longest phrases from left to right, not overlapping. Takes NFC text; `folded` is `fold(text)`, and `spelled`
   * `spelledSmall(text)`, where the caller has them already.
   */
  find(text: string, folded: string = fold(text)): PhraseHit<T>[] {
    const scan = this.scan(text, folded);
    const hits: PhraseHit<T>[] = [];
    for (let hit = scan.next(); hit !== undefined; hit = scan.next()) hits.push(hit);
    return hits;
  }

  /** The same one by one, for those that may not need all. */
  scan(text: string, folded: string = fold(text), spelled?: string): PhraseScan<T> {
    return new PhraseScan(text, folded, spelled, this.#first);
  }
}

/** A text on its way through a matcher. */
export class PhraseScan<T> {
  readonly #search: Search;
  readonly #first: WordTable<FirstWord<T>>;
  #at: number;

  constructor(text: string, folded: string, spelled: string | undefined, first: WordTable<FirstWord<T>>) {
    this.#search = { text, folded, spelled, bare: undefined, starts: [], ends: [] };
    this.#first = first;
    this.#at = nextWord(folded, 0);
  }

  /** The next hit that begins at `until` or before. */
  next(until = Number.POSITIVE_INFINITY): PhraseHit<T> | undefined {
    const { folded } = this.#search;
    while (this.#at < folded.length && this.#at <= until) {
      const at = this.#at;
      const end = wordEnd(folded, at);
      const first = this.#first.at(folded, at, end);
      const best = first === undefined ? undefined : walk(this.#search, built(first), at, end, 0);
      this.#at = nextWord(folded, best?.end ?? end);
      if (best !== undefined) return best;
    }
    return undefined;
  }
}

/** What the phrases with a first word go on with. */
function built<T>(first: FirstWord<T>): Node<T> {
  if (first.waiting.length > 0) {
    for (const phrase of first.waiting) add(first.node, phrase);
    first.waiting = [];
  }
  return first.node;
}

function newNode<T>(): Node<T> {
  return { next: new WordTable(), initials: 0, leaves: [] };
}

/** One bit for the letter at an offset. */
function initialOf(text: string, at: number): number {
  return 1 << (text.charCodeAt(at) & 31);
}

/** Adds a phrase below the node of its first word. */
function add<T>(first: Node<T>, { phrase, entry }: Phrase<T>): void {
  const folded = fold(phrase);
  let node = first;
  let previous = wordEnd(folded, nextWord(folded, 0));
  for (let at = nextWord(folded, previous); at < folded.length; ) {
    const end = wordEnd(folded, at);
    const loose = !isBlank(folded, previous, at);
    const first = node.next.at(folded, at, end);
    const step = first?.loose === loose ? first : first?.other;
    if (step === undefined) {
      const added: Step<T> = { loose, node: newNode(), other: undefined };
      if (first === undefined) node.next.set(folded.slice(at, end), added);
      else first.other = added;
      node.initials |= initialOf(folded, at);
      node = added.node;
    } else node = step.node;
    previous = end;
    at = nextWord(folded, end);
  }
  node.leaves.push({ phrase, entry, written: undefined });
}

interface Search {
  text: string;
  folded: string;
  /** The text as phrases are compared; made when one is first. */
  spelled: string | undefined;
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
  best = walkOn(search, node, end, depth + 1, best);
  const past = pastBracket(search.folded, end);
  return past < 0 ? best : walkOn(search, node, past, depth + 1, best);
}

/** The longest of a phrase found already and those that go on with the next word from an offset on. */
function walkOn<T>(
  search: Search,
  node: Node<T>,
  from: number,
  depth: number,
  found: PhraseHit<T> | undefined,
): PhraseHit<T> | undefined {
  const { folded } = search;
  const start = nextWord(folded, from);
  if (start >= folded.length || (node.initials & initialOf(folded, start)) === 0) return found;
  const stop = wordEnd(folded, start);
  let best = found;
  for (let step = node.next.at(folded, start, stop); step !== undefined; step = step.other) {
    if (step.loose ? isLoose(folded, from, start) : isBlank(folded, from, start)) {
      best = longer(best, walk(search, step.node, start, stop, depth));
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
  search.spelled ??= spelledSmall(text);
  for (const leaf of leaves) {
    leaf.written ??= written(leaf.phrase);
    if (stands(search.spelled, search, leaf.written))
      return { start, end, entry: leaf.entry, phrase: leaf.phrase, exact: true };
  }
  const [first] = leaves;
  if (first === undefined || areMarked(search, count)) return undefined;
  // One word without marks among accented ones is more often another word (bao, hoi) than a damaged one.
  if (count < 2) {
    search.bare ??= !MARKED.test(text);
    if (!search.bare) return undefined;
  }
  return { start, end, entry: first.entry, phrase: first.phrase, exact: false };
}

/** Whether the words walked are those of a phrase; blanks between them may be others. */
function stands(spelled: string, { starts, ends }: Search, { whole, words }: Written): boolean {
  const from = starts[0] ?? 0;
  if (whole.length === (ends[words.length - 1] ?? 0) - from && spelled.startsWith(whole, from)) return true;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const start = starts[i] ?? 0;
    if (word.length !== (ends[i] ?? 0) - start || !spelled.startsWith(word, start)) return false;
  }
  return true;
}

/** Whether one of the words walked has a letter with a mark. */
function areMarked({ text, starts, ends }: Search, count: number): boolean {
  for (let i = 0; i < count; i++) {
    for (let at = starts[i] ?? 0; at < (ends[i] ?? 0); at++) {
      if (MARKED_LETTER[text.charCodeAt(at)] === 1) return true;
    }
  }
  return false;
}

/** Takes NFC, as every phrase of the lexicon is. */
function written(phrase: string): Written {
  const whole = spelledSmall(phrase);
  const words: string[] = [];
  for (let at = nextWord(whole, 0); at < whole.length; ) {
    const end = wordEnd(whole, at);
    words.push(whole.slice(at, end));
    at = nextWord(whole, end);
  }
  return { whole, words };
}

/** Past a short form in brackets, `bảo hiểm xã hội (BHXH) tự nguyện`; -1 where none stands there. */
function pastBracket(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at++;
  if (text.charCodeAt(at) !== 0x28) return -1;
  const close = text.indexOf(')', at);
  return close < 0 || close - at > 16 || text.slice(at, close).includes('\n') ? -1 : close + 1;
}

/** One for each character code that is part of a word: letters, combining marks and digits of Latin script. */
const WORD = new Uint8Array(0x1f00);
for (const [from, to] of [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x24f],
  [0x300, 0x36f],
  [0x1e00, 0x1eff],
] as const) {
  WORD.fill(1, from, to + 1);
}
WORD[0xd7] = 0;
WORD[0xf7] = 0;

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && WORD[text.charCodeAt(at)] !== 1) at++;
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && WORD[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** What may stand between words: the apostrophes are specks that a scan leaves beside a tone mark (`Sở' Y tế`). */
const BLANKS = new Set([..." \u00a0\u202f\u3000'‘’`´"].map((blank) => blank.charCodeAt(0)));

/** Blanks within a line: a line break or a tab ends a block or a cell of the normalised text. */
function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!BLANKS.has(text.charCodeAt(i))) return false;
  return true;
}

/** Dashes, comma, colon, stroke, ampersand, plus, full stop, bracket, quotes. */
const MARKS = new Set([...'-‐‑‒–—―,:/&+.("“'].map((mark) => mark.charCodeAt(0)));

/** Blanks with at most one mark among them. */
function isLoose(text: string, from: number, to: number): boolean {
  let marks = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (BLANKS.has(code)) continue;
    if (!MARKS.has(code) || ++marks > 1) return false;
  }
  return true;
}
