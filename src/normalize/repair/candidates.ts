import type { Channel } from './channel.ts';
import { READ_PIECE } from './channel.ts';
import { COST_UNIT, type LanguageModel } from './language-model.ts';
import { inCase, type LetterCase, letterCase } from './letters.ts';
import { childOf, type Syllables } from './syllables.ts';
import { rememberedCost, type WordMemory } from './word-memory.ts';

/** A word that a read token may show. */
export interface Candidate {
  word: number;
  form: LetterCase;
  cost: number;
}

/** All candidates of a token, each word once, sorted by word, and the least of their costs. */
export interface Found {
  best: number;
  candidates: readonly Candidate[];
}

/** Candidates further from the best than this are not looked for. */
const WINDOW = 11 * COST_UNIT;
/** So many are kept, by their own cost and the word's; so many are looked at. */
const MOST = 32;
const MOST_FOUND = 256;
/** How far above the least conceivable cost a search looks: for parts of tokens, for tokens, and where that finds nothing. */
const NEAR = 12 * COST_UNIT;
const FAR = 16 * COST_UNIT;
const FARTHEST = 28 * COST_UNIT;
/** An edit that the channel never saw: any letter for any character, a character or a letter from nothing. */
const WILD = 8 * COST_UNIT;
/** Wild edits are tried where the best word found without costs more. */
const WILD_FROM = 5 * COST_UNIT;
const MOST_STEPS = 6000;
const LONGEST = 14;
/** Costs within a bucket are not told apart in the order of the search: an eighth of a bit. */
const BUCKET = 3;

const LOWER = 0;
const TITLE = 1;
const UPPER = 2;
const FORMS: readonly LetterCase[] = ['lower', 'title', 'upper'];

/** The letters that one read piece may stand for. Letters are numbers of the trie. */
interface Mappings {
  /** Cost of the cheapest mapping. */
  least: number;
  /** Cost of each small letter and each capital, NEVER where the piece does not stand for it; null for no single letter at all. */
  small: Int32Array | null;
  capital: Int32Array | null;
  /** Pairs of letters, cheapest first. */
  pairs: number;
  cost: Int32Array;
  first: Uint8Array;
  second: Uint8Array;
  /** Bit 0: the first letter is a capital; bit 1: the second one is. */
  capitals: Uint8Array;
}

const NEVER = 1 << 28;

/** Places for states, and of the table that finds them: more where edits are wild. */
const STATES = 1 << 14;
const SLOTS = 1 << 15;
const FEW_SLOTS = 1 << 12;

/** Finds the words behind read tokens: a best-first search over the trie, led by the least cost of what is left to read. */
export class CandidateSearch {
  private readonly channel: Channel;
  private readonly memory: WordMemory;
  private readonly language: LanguageModel;
  private readonly syllables: Syllables;
  private readonly mappings = new Map<string, Mappings>();
  private readonly known = new Map<string, Found>();
  private readonly knownParts = new Map<string, readonly Candidate[]>();
  // States of the search: trie node, position in the token, case and cost so far; and the queue they wait in.
  private readonly node = new Int32Array(STATES);
  private readonly place = new Int32Array(STATES);
  private readonly spent = new Int32Array(STATES);
  private readonly nextInBucket = new Int32Array(STATES);
  private readonly bucketHead = new Int32Array((40 * COST_UNIT) >> BUCKET);
  private size = 0;
  private limit = 0;
  // Which states were reached, and at what cost.
  private readonly slotKey = new Int32Array(SLOTS);
  private readonly slotStamp = new Int32Array(SLOTS);
  private readonly slotState = new Int32Array(SLOTS);
  private stamp = 0;
  private mask = 0;
  private most = 0;
  private readonly rest = new Int32Array(LONGEST + 1);
  private readonly pieces: (Mappings | null)[] = new Array<Mappings | null>((LONGEST + 1) * READ_PIECE).fill(
    null,
  );

  constructor(channel: Channel, memory: WordMemory, syllables: Syllables, language: LanguageModel) {
    this.memory = memory;
    this.language = language;
    this.channel = channel;
    this.syllables = syllables;
  }

  /** The words that a token may show. */
  find(read: string): Found {
    let found = this.known.get(read);
    if (found === undefined) {
      const candidates = this.look(read);
      found = {
        best: candidates[0]?.cost ?? Number.POSITIVE_INFINITY,
        candidates: candidates.toSorted((a, b) => a.word - b.word),
      };
      this.known.set(read, found);
    }
    return found;
  }

  /** Takes over what another search found for a token. */
  keep(from: CandidateSearch, read: string): void {
    const found = from.known.get(read);
    if (found !== undefined) this.known.set(read, found);
  }

  /** The words that a part of a token may show, the likeliest first; without edits that the channel never saw. */
  findPlain(read: string): readonly Candidate[] {
    let found = this.knownParts.get(read);
    if (found === undefined) {
      found = read.length > LONGEST ? [] : this.likeliest(this.search(read, false, NEAR));
      this.knownParts.set(read, found);
    }
    return found;
  }

  private look(read: string): readonly Candidate[] {
    if (read.length > LONGEST) return [];
    return this.recall(read, this.likeliest(this.lookUp(read)));
  }

  /** What was seen of whole words weighs in, and words that were read so before are candidates. */
  private recall(read: string, found: readonly Candidate[]): readonly Candidate[] {
    const { memory, language } = this;
    if (memory.totals.size === 0) return found;
    const recalled: Candidate[] = [];
    const seen = new Set<number>();
    for (const { word, form, cost } of found) {
      seen.add(word);
      const text = inCase(language.words[word] ?? '', form);
      recalled.push({ word, form, cost: rememberedCost(memory, read, text, cost) });
    }
    for (const text of memory.byRead.get(read)?.keys() ?? []) {
      const word = language.idOf.get(text.toLowerCase());
      if (word === undefined || seen.has(word)) continue;
      recalled.push({ word, form: letterCase(text), cost: rememberedCost(memory, read, text, FARTHEST) });
    }
    return recalled.sort((a, b) => a.cost - b.cost || a.word - b.word);
  }

  private lookUp(read: string): Candidate[] {
    let found = this.search(read, false, FAR);
    if (found.length === 0) found = this.search(read, false, FARTHEST);
    const best = found[0]?.cost ?? FARTHEST;
    if (best > WILD_FROM) {
      const wild = this.search(read, true, Math.min(FARTHEST, best + WINDOW));
      if (wild.length > 0) found = wild;
    }
    return found;
  }

  private search(read: string, wild: boolean, reach: number): Candidate[] {
    const { syllables, rest, pieces } = this;
    const length = read.length;
    for (let at = length - 1; at >= 0; at--) {
      let least = wild ? WILD + (rest[at + 1] ?? 0) : NEVER;
      for (let n = 1; n <= READ_PIECE; n++) {
        const mappings = at + n <= length ? this.mappingsOf(read.slice(at, at + n)) : null;
        pieces[at * READ_PIECE + n - 1] = mappings;
        if (mappings !== null) least = Math.min(least, mappings.least + (rest[at + n] ?? 0));
      }
      rest[at] = least;
      rest[length] = 0;
    }
    const least = rest[0] ?? 0;
    if (least >= NEVER) return [];
    this.limit = Math.min(wild ? reach : least + reach, 40 * COST_UNIT - 1);
    const dropped = this.mappingsOf('');
    this.stamp++;
    this.size = 0;
    this.mask = (wild ? SLOTS : FEW_SLOTS) - 1;
    this.most = wild ? STATES : (FEW_SLOTS * 3) >> 2;
    this.bucketHead.fill(-1);
    const found: Candidate[] = [];
    const seen = new Set<number>();
    this.push(0, 0, LOWER, 0);
    let steps = 0;
    for (let bucket = least >> BUCKET; bucket <= this.limit >> BUCKET; bucket++) {
      // A state may be added to the bucket that is being emptied, so its head is looked at anew each time.
      for (;;) {
        const at = this.bucketHead[bucket] ?? -1;
        if (at < 0) break;
        this.bucketHead[bucket] = this.nextInBucket[at] ?? -1;
        const spent = this.spent[at] ?? 0;
        if (spent < 0) continue;
        const node = this.node[at] ?? 0;
        const position = (this.place[at] ?? 0) >> 2;
        const form = (this.place[at] ?? 0) & 3;
        if (++steps > MOST_STEPS) return found;
        if (position === length) {
          const word = syllables.word[node] ?? 0;
          if (word !== 0 && !seen.has(word)) {
            seen.add(word);
            found.push({ word, form: FORMS[form] ?? 'lower', cost: spent });
            if (found.length === 1) this.limit = Math.min(this.limit, spent + WINDOW);
            if (found.length === MOST_FOUND) return found;
          }
        }
        this.follow(dropped, node, position, form, spent);
        for (let n = 1; n <= READ_PIECE && position + n <= length; n++) {
          const mappings = pieces[position * READ_PIECE + n - 1];
          if (mappings) this.follow(mappings, node, position + n, form, spent);
        }
        if (wild) this.edit(node, position, length, form, spent);
      }
    }
    return found;
  }

  /** The candidates that are worth a place in the lattice: by what they cost here and what they cost anywhere. */
  private likeliest(found: Candidate[]): readonly Candidate[] {
    if (found.length <= MOST) return found;
    const { unigramCost } = this.language;
    const rank = ({ word, cost }: Candidate) => cost + (unigramCost[word] ?? 0);
    return found
      .toSorted((a, b) => rank(a) - rank(b) || a.word - b.word)
      .slice(0, MOST)
      .sort((a, b) => a.cost - b.cost || a.word - b.word);
  }

  /** Goes on from a state by every mapping of one read piece that ends at `position`. */
  private follow(mappings: Mappings, node: number, position: number, form: number, spent: number): void {
    const allowed = this.limit - spent - (this.rest[position] ?? 0);
    if (mappings.least > allowed) return;
    const { firstChild, letterOf } = this.syllables;
    const from = firstChild[node] ?? 0;
    const to = firstChild[node + 1] ?? 0;
    const { small, capital } = mappings;
    if (small !== null && form !== UPPER) {
      for (let next = from; next < to; next++) {
        const price = small[letterOf[next] ?? 0] ?? NEVER;
        if (price <= allowed) this.push(next, position, form, spent + price);
      }
    }
    if (capital !== null && (node === 0 || form === UPPER)) {
      for (let next = from; next < to; next++) {
        const price = capital[letterOf[next] ?? 0] ?? NEVER;
        if (price > allowed) continue;
        if (node === 0) this.push(next, position, TITLE, spent + price);
        this.push(next, position, UPPER, spent + price);
      }
    }
    const { pairs, cost, first, second, capitals } = mappings;
    for (let i = 0; i < pairs; i++) {
      const price = cost[i] ?? 0;
      if (price > allowed) return;
      const next = childOf(this.syllables, node, first[i] ?? 0);
      const last = next === 0 ? 0 : childOf(this.syllables, next, second[i] ?? 0);
      if (last === 0) continue;
      const upper = capitals[i] ?? 0;
      if (node !== 0) {
        if (upper === (form === UPPER ? 3 : 0)) this.push(last, position, form, spent + price);
      } else if (upper !== 2) {
        this.push(last, position, upper === 0 ? LOWER : upper === 1 ? TITLE : UPPER, spent + price);
      }
    }
  }

  private edit(node: number, position: number, length: number, form: number, spent: number): void {
    const { firstChild } = this.syllables;
    const cost = spent + WILD;
    const replaces = position < length && cost + (this.rest[position + 1] ?? 0) <= this.limit;
    const inserts = cost + (this.rest[position] ?? 0) <= this.limit;
    if (replaces) this.push(node, position + 1, form, cost);
    if (!replaces && !inserts) return;
    const to = firstChild[node + 1] ?? 0;
    for (let next = firstChild[node] ?? 0; next < to; next++) {
      if (replaces) this.push(next, position + 1, form, cost);
      if (inserts) this.push(next, position, form, cost);
    }
  }

  private push(node: number, position: number, form: number, spent: number): void {
    const total = spent + (this.rest[position] ?? 0);
    if (total > this.limit || this.size === this.most) return;
    const key = (node * 16 + position) * 4 + form;
    const mask = this.mask;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 16) & mask;
    while (this.slotStamp[slot] === this.stamp && this.slotKey[slot] !== key) slot = (slot + 1) & mask;
    if (this.slotStamp[slot] === this.stamp) {
      const before = this.slotState[slot] ?? 0;
      if (Math.abs(this.spent[before] ?? 0) <= spent) return;
      this.spent[before] = -1;
    } else {
      this.slotStamp[slot] = this.stamp;
      this.slotKey[slot] = key;
    }
    const at = this.size++;
    this.slotState[slot] = at;
    this.node[at] = node;
    this.place[at] = position * 4 + form;
    this.spent[at] = spent;
    const bucket = total >> BUCKET;
    this.nextInBucket[at] = this.bucketHead[bucket] ?? -1;
    this.bucketHead[bucket] = at;
  }

  private mappingsOf(read: string): Mappings {
    let mappings = this.mappings.get(read);
    if (mappings === undefined) {
      mappings = this.compile(read);
      this.mappings.set(read, mappings);
    }
    return mappings;
  }

  private compile(read: string): Mappings {
    const { letter, letters } = this.syllables;
    const pairs: { cost: number; one: number; two: number; capitals: number }[] = [];
    let small: Int32Array | null = null;
    let capital: Int32Array | null = null;
    let least = NEVER;
    for (const source of this.channel.sources(read)) {
      const lower = source.letters.toLowerCase();
      const one = letter[lower.charCodeAt(0)] ?? 0;
      const firstUpper = source.letters.charAt(0) !== lower.charAt(0);
      if (one === 0) continue;
      if (lower.length === 1) {
        if (firstUpper) {
          capital ??= new Int32Array(letters).fill(NEVER);
          capital[one] = source.cost;
        } else {
          small ??= new Int32Array(letters).fill(NEVER);
          small[one] = source.cost;
        }
      } else {
        const two = letter[lower.charCodeAt(1)] ?? 0;
        if (two === 0) continue;
        const secondUpper = source.letters.charAt(1) !== lower.charAt(1);
        pairs.push({ cost: source.cost, one, two, capitals: (firstUpper ? 1 : 0) | (secondUpper ? 2 : 0) });
      }
      least = Math.min(least, source.cost);
    }
    return {
      least,
      small,
      capital,
      pairs: pairs.length,
      cost: Int32Array.from(pairs, (pair) => pair.cost),
      first: Uint8Array.from(pairs, (pair) => pair.one),
      second: Uint8Array.from(pairs, (pair) => pair.two),
      capitals: Uint8Array.from(pairs, (pair) => pair.capitals),
    };
  }
}
