import { distance } from 'fastest-levenshtein';
import { fold } from '../../lexicon/fold.ts';
import type { Channel } from './channel.ts';
import { READ_PIECE } from './channel.ts';
import { COST_UNIT, type LanguageModel } from './language-model.ts';
import { inCase, type LetterCase, letterCase } from './letters.ts';
import { childOf, leadsTo, type Syllables } from './syllables.ts';
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

/** How far above the best word a search goes on, and how many words it brings, counting what a word costs anywhere. */
const WINDOW = 12 * COST_UNIT;
const MOST = 32;
/** The same for tokens whose context fits none of the near words. */
const WIDE_WINDOW = 18 * COST_UNIT;
const MOST_WIDE = 64;
/** How far above the least conceivable cost a first word is looked for: for parts of tokens, for tokens, with wild edits. */
const NEAR = 24 * COST_UNIT;
const FAR = 36 * COST_UNIT;
const FARTHEST = 48 * COST_UNIT;
const MOST_BITS = 80;
/** An edit that the channel never saw: any letter for any character, a character or a letter from nothing. */
const WILD = 12 * COST_UNIT;
/** Wild edits are tried where the best word found without costs more. */
const WILD_FROM = 5 * COST_UNIT;
/** Tokens shorter than this are like too many words; what marks of its own cost a word that is like a token. */
const SHORTEST_ALIKE = 5;
const ALIKE = 2 * COST_UNIT;
/** States looked at: in the first reading of a document, of which only what is certain is used, and in the second. */
const MOST_STEPS_LEARNING = 1000;
const MOST_STEPS = 2000;
/** And for tokens that are no word without wild edits. */
const MOST_STEPS_LOST = 4000;
const LONGEST = 14;
/** The position of states that are a whole word. */
const FINAL = 15;
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
  /** A bit for each letter that one begins with, as the trie has its nodes' children. */
  begins: Int32Array;
  /** Single letters, small and capital, each cheapest first, with their costs. */
  small: Uint8Array;
  smallCost: Int32Array;
  capital: Uint8Array;
  capitalCost: Int32Array;
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
const STATES = 1 << 15;
const SLOTS = 1 << 16;
const FEW_SLOTS = 1 << 12;

/** Finds the words behind read tokens: a best-first search over the trie, led by the least cost of what is left to read. */
export class CandidateSearch {
  private readonly channel: Channel;
  private readonly memory: WordMemory;
  private readonly language: LanguageModel;
  private readonly syllables: Syllables;
  private readonly mappings = new Map<string, Mappings>();
  private readonly known = new Map<string, Found>();
  private readonly knownWide = new Map<string, Found>();
  private readonly knownParts = new Map<string, readonly Candidate[]>();
  // States of the search: trie node, position in the token, case and cost so far; and the queue they wait in.
  private readonly node = new Int32Array(STATES);
  private readonly place = new Int32Array(STATES);
  private readonly spent = new Int32Array(STATES);
  private readonly nextInBucket = new Int32Array(STATES);
  private readonly bucketHead = new Int32Array((MOST_BITS * COST_UNIT) >> BUCKET);
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

  /** Like find, with more edits that the channel never saw: for tokens whose context fits none of the near words. */
  findWide(read: string): Found {
    let found = this.knownWide.get(read);
    if (found === undefined && read.length <= LONGEST) {
      const near = this.search(read, false, FAR);
      const byWord = new Map(near.map((candidate) => [candidate.word, candidate]));
      for (const candidate of this.searchWild(read, WIDE_WINDOW, MOST_WIDE, this.nearest(near))) {
        const other = byWord.get(candidate.word);
        if (other === undefined || other.cost > candidate.cost) byWord.set(candidate.word, candidate);
      }
      const candidates = this.recall(read, byCost([...byWord.values()]));
      found = {
        best: candidates[0]?.cost ?? Number.POSITIVE_INFINITY,
        candidates: candidates.toSorted((a, b) => a.word - b.word),
      };
      this.knownWide.set(read, found);
    }
    return found ?? this.find(read);
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
      found = read.length > LONGEST ? [] : byCost(this.search(read, false, NEAR));
      this.knownParts.set(read, found);
    }
    return found;
  }

  private look(read: string): readonly Candidate[] {
    if (read.length > LONGEST) return [];
    return this.recall(read, byCost(this.lookUp(read)));
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
    const found = this.search(read, false, FAR);
    const best = found.reduce((least, { cost }) => Math.min(least, cost), FARTHEST);
    if (best > WILD_FROM) {
      const wild = this.searchWild(read, WINDOW, MOST, this.nearest(found));
      if (wild.length > 0) return wild;
    }
    return found;
  }

  /** With wild edits, as far as `window` above the nearest word that was found without, or in two steps where there is none. */
  private searchWild(read: string, window: number, most: number, nearest: number): Candidate[] {
    if (nearest < NEVER) return this.search(read, true, FARTHEST, window, most, nearest + window);
    const found = this.search(read, true, FAR, window, most);
    if (found.length > 0) return found;
    const far = this.search(read, true, FARTHEST, window, most);
    return far.length > 0 ? far : this.alike(read, most);
  }

  /** Words of two unseen edits for a token that has no other: without regard to marks and case. */
  private alike(read: string, most: number): Candidate[] {
    if (read.length < SHORTEST_ALIKE) return [];
    const folded = fold(read);
    const form = letterCase(read) === 'lower' ? 'lower' : 'title';
    const found: Candidate[] = [];
    for (const [key, packed] of this.language.readings) {
      if (Math.abs(key.length - folded.length) > 2 || !/[aeiouy]/.test(key)) continue;
      const edits = distance(folded, key);
      if (edits > 2) continue;
      const first = packed >> 8;
      for (let word = first; word < first + (packed & 255); word++) {
        found.push({ word, form, cost: WILD * edits + ALIKE });
      }
    }
    const { unigramCost } = this.language;
    const total = ({ word, cost }: Candidate) => cost + (unigramCost[word] ?? 0);
    return found.sort((a, b) => total(a) - total(b) || a.word - b.word).slice(0, most);
  }

  /** The least cost of what was found, the words' own costs included. */
  private nearest(found: readonly Candidate[]): number {
    const { unigramCost } = this.language;
    return found.reduce((least, { word, cost }) => Math.min(least, cost + (unigramCost[word] ?? 0)), NEVER);
  }

  private search(
    read: string,
    wild: boolean,
    reach: number,
    window = WINDOW,
    most = MOST,
    farthest = NEVER,
  ): Candidate[] {
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
    const least = (rest[0] ?? 0) + (syllables.least[0] ?? 0);
    if (least >= NEVER) return [];
    this.limit = Math.min(farthest, least + reach, MOST_BITS * COST_UNIT - 1);
    const dropped = this.mappingsOf('');
    this.stamp++;
    this.size = 0;
    this.mask = (wild ? SLOTS : FEW_SLOTS) - 1;
    this.most = wild ? STATES : (FEW_SLOTS * 3) >> 2;
    this.bucketHead.fill(-1);
    const found: Candidate[] = [];
    const seen = new Set<number>();
    const { unigramCost } = this.language;
    this.push(0, 0, LOWER, 0);
    const learning = this.memory.totals.size === 0;
    const mostSteps = learning ? MOST_STEPS_LEARNING : farthest < NEVER ? MOST_STEPS : MOST_STEPS_LOST;
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
        if (position === FINAL) {
          const word = syllables.word[node] ?? 0;
          if (!seen.has(word)) {
            seen.add(word);
            found.push({ word, form: FORMS[form] ?? 'lower', cost: spent });
            if (found.length === 1)
              this.limit = Math.min(this.limit, spent + (unigramCost[word] ?? 0) + window);
            if (found.length === most) return found;
          }
          continue;
        }
        if (++steps > mostSteps) return found;
        if (position === length) {
          const word = syllables.word[node] ?? 0;
          if (word !== 0) this.put(node, FINAL, form, spent, spent + (unigramCost[word] ?? 0));
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

  /** Goes on from a state by every mapping of one read piece that ends at `position`. */
  private follow(mappings: Mappings, node: number, position: number, form: number, spent: number): void {
    const allowed = this.limit - spent - (this.rest[position] ?? 0) - (this.syllables.least[node] ?? 0);
    if (mappings.least > allowed || !leadsTo(this.syllables, node, mappings.begins)) return;
    const { small, smallCost, capital, capitalCost } = mappings;
    if (form !== UPPER) {
      for (let i = 0; i < small.length; i++) {
        const price = smallCost[i] ?? 0;
        if (price > allowed) break;
        const next = childOf(this.syllables, node, small[i] ?? 0);
        if (next !== 0) this.push(next, position, form, spent + price);
      }
    }
    if (node === 0 || form === UPPER) {
      for (let i = 0; i < capital.length; i++) {
        const price = capitalCost[i] ?? 0;
        if (price > allowed) break;
        const next = childOf(this.syllables, node, capital[i] ?? 0);
        if (next === 0) continue;
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
    const least = this.syllables.least[node] ?? 0;
    const replaces = position < length && cost + (this.rest[position + 1] ?? 0) + least <= this.limit;
    const inserts = cost + (this.rest[position] ?? 0) + least <= this.limit;
    if (replaces) this.push(node, position + 1, form, cost);
    if (!replaces && !inserts) return;
    const to = firstChild[node + 1] ?? 0;
    for (let next = firstChild[node] ?? 0; next < to; next++) {
      if (replaces) this.push(next, position + 1, form, cost);
      if (inserts) this.push(next, position, form, cost);
    }
  }

  private push(node: number, position: number, form: number, spent: number): void {
    this.put(
      node,
      position,
      form,
      spent,
      spent + (this.rest[position] ?? 0) + (this.syllables.least[node] ?? 0),
    );
  }

  private put(node: number, position: number, form: number, spent: number, total: number): void {
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
    const { letter, groups } = this.syllables;
    const begins = new Int32Array(groups);
    const pairs: { cost: number; one: number; two: number; capitals: number }[] = [];
    const small: { letter: number; cost: number }[] = [];
    const capital: { letter: number; cost: number }[] = [];
    let least = NEVER;
    for (const source of this.channel.sources(read)) {
      const lower = source.letters.toLowerCase();
      const one = letter[lower.charCodeAt(0)] ?? 0;
      const firstUpper = source.letters.charAt(0) !== lower.charAt(0);
      if (one === 0) continue;
      if (lower.length === 1) {
        (firstUpper ? capital : small).push({ letter: one, cost: source.cost });
      } else {
        const two = letter[lower.charCodeAt(1)] ?? 0;
        if (two === 0) continue;
        const secondUpper = source.letters.charAt(1) !== lower.charAt(1);
        pairs.push({ cost: source.cost, one, two, capitals: (firstUpper ? 1 : 0) | (secondUpper ? 2 : 0) });
      }
      least = Math.min(least, source.cost);
      begins[one >> 5] = (begins[one >> 5] ?? 0) | (1 << (one & 31));
    }
    return {
      least,
      begins,
      small: Uint8Array.from(small, (single) => single.letter),
      smallCost: Int32Array.from(small, (single) => single.cost),
      capital: Uint8Array.from(capital, (single) => single.letter),
      capitalCost: Int32Array.from(capital, (single) => single.cost),
      pairs: pairs.length,
      cost: Int32Array.from(pairs, (pair) => pair.cost),
      first: Uint8Array.from(pairs, (pair) => pair.one),
      second: Uint8Array.from(pairs, (pair) => pair.two),
      capitals: Uint8Array.from(pairs, (pair) => pair.capitals),
    };
  }
}

function byCost(found: Candidate[]): Candidate[] {
  return found.sort((a, b) => a.cost - b.cost || a.word - b.word);
}
