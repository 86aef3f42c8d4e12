import { type Channel, READ_PIECE } from './channel.ts';
import { COST_UNIT, type LanguageModel } from './language-model.ts';
import { type LetterCase, letterCase } from './letters.ts';
import { type Mappings, mappingsOf, NEVER, NO_BITS, tierOf } from './mappings.ts';
import { bitsOf, childOf, LENGTHS, type Syllables } from './syllables.ts';

/** A word that a read token may show. */
export interface Candidate {
  word: number;
  form: LetterCase;
  cost: number;
}

/** How far and how long words are looked for. All costs are integers in the model's unit. */
export interface Bounds {
  /** An edit that the channel never saw (any letter for any character, a character or a letter from nothing); null for none. */
  wild: number | null;
  /** How far above the least conceivable cost a first word is looked for. */
  reach: number;
  /** How far above the best word the search goes on, and how many words it brings, counting what a word costs anywhere. */
  window: number;
  most: number;
  /** The most that a word may cost. */
  farthest: number;
  /** States looked at. */
  steps: number;
}

/** The longest token that words are looked for. */
export const LONGEST_TOKEN = 14;
const MOST_BITS = 80;
/** The position of states that are a whole word. */
const FINAL = 15;
/** Costs within a bucket are not told apart in the order of the search: an eighth of a bit. */
const BUCKET = 3;

const LOWER = 0;
const TITLE = 1;
const UPPER = 2;
const FORMS: readonly LetterCase[] = ['lower', 'title', 'upper'];

/** Places for states, and of the table that finds them: more where edits are wild. */
const STATES = 1 << 15;
const SLOTS = 1 << 16;
const FEW_SLOTS = 1 << 12;

/** A best-first search over the trie of words, led by the least cost of what is left to read in words of a fitting length. */
export class WordSearch {
  private readonly channel: Channel;
  private readonly language: LanguageModel;
  private readonly syllables: Syllables;
  private readonly mappings = new Map<string, Mappings>();
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
  /** Mappings of the pieces at each position, by length. */
  private readonly pieces: (Mappings | null)[] = new Array<Mappings | null>(
    (LONGEST_TOKEN + 1) * (READ_PIECE + 1),
  ).fill(null);
  /** Least cost of reading what is left from each position as so many letters, small ones and capitals. */
  private readonly restSmall = new Int32Array((LONGEST_TOKEN + 1) * LENGTHS);
  private readonly restCapital = new Int32Array((LONGEST_TOKEN + 1) * LENGTHS);
  /** The same in any case and of any length. */
  private readonly rest = new Int32Array(LONGEST_TOKEN + 1);

  constructor(channel: Channel, syllables: Syllables, language: LanguageModel) {
    this.channel = channel;
    this.language = language;
    this.syllables = syllables;
  }

  /** The words that a token of at most LONGEST_TOKEN characters may show, each once. */
  search(read: string, { wild, reach, window, most, farthest, steps }: Bounds): Candidate[] {
    const { syllables, pieces, rest } = this;
    const { leastBelow } = syllables;
    const length = read.length;
    const least = this.prepare(read, wild) + (leastBelow[0] ?? 0);
    if (least >= NEVER) return [];
    this.limit = Math.min(farthest, least + reach, MOST_BITS * COST_UNIT - 1);
    this.stamp++;
    this.size = 0;
    this.mask = (wild === null ? FEW_SLOTS : SLOTS) - 1;
    this.most = wild === null ? (FEW_SLOTS * 3) >> 2 : STATES;
    this.bucketHead.fill(-1);
    const found: Candidate[] = [];
    const seen = new Set<number>();
    const { unigramCost } = this.language;
    this.put(0, 0, LOWER, 0, least);
    // A first letter out of no letter has the case of the letters that were read.
    const opening = /^[A-Za-zÀ-\u036fḀ-ỹ]/u.test(read) || letterCase(read) === 'lower' ? LOWER : TITLE;
    let stepsLeft = steps;
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
        if (stepsLeft-- === 0) return found;
        if (position === length) {
          const word = syllables.word[node] ?? 0;
          // One capital letter is no word in capitals.
          const whole = form === UPPER && node < (syllables.firstChild[1] ?? 0) ? TITLE : form;
          if (word !== 0) this.put(node, FINAL, whole, spent, spent + (unigramCost[word] ?? 0));
        }
        const left = this.limit - spent - (leastBelow[node] ?? 0);
        for (let n = 0; n <= READ_PIECE && position + n <= length; n++) {
          const mappings = pieces[position * (READ_PIECE + 1) + n];
          if (!mappings) continue;
          const allowed = left - (rest[position + n] ?? 0);
          if (mappings.least <= allowed) this.follow(mappings, node, position + n, form, spent, allowed);
        }
        if (wild !== null) this.edit(node, position, length, node === 0 ? opening : form, spent + wild);
      }
    }
    return found;
  }

  /** Finds the mappings of a token's pieces and the least costs of its rests. Gives the least cost of all of it. */
  private prepare(read: string, wild: number | null): number {
    const { pieces, rest } = this;
    const length = read.length;
    const dropped = this.mappingsFor('');
    rest[length] = 0;
    for (let at = length; at >= 0; at--) {
      const own = at * (READ_PIECE + 1);
      pieces[own] = dropped;
      let least = wild === null || at === length ? NEVER : wild + (rest[at + 1] ?? 0);
      for (let n = 1; n <= READ_PIECE; n++) {
        const mappings = at + n <= length ? this.mappingsFor(read.slice(at, at + n)) : null;
        pieces[own + n] = mappings;
        if (mappings !== null) least = Math.min(least, mappings.least + (rest[at + n] ?? 0));
      }
      if (at < length) rest[at] = least;
    }
    this.prepareRest(this.restSmall, 0, length, wild);
    this.prepareRest(this.restCapital, 1, length, wild);
    return rest[0] ?? 0;
  }

  private prepareRest(rest: Int32Array, capitals: 0 | 1, length: number, wild: number | null): void {
    const { pieces } = this;
    for (let at = length; at >= 0; at--) {
      const row = at * LENGTHS;
      rest.fill(NEVER, row, row + LENGTHS);
      if (at === length) rest[row] = 0;
      else if (wild !== null) {
        for (let m = 0; m < LENGTHS; m++) {
          const below = rest[row + LENGTHS + m] ?? 0;
          const beside = m === 0 ? NEVER : (rest[row + LENGTHS + m - 1] ?? 0);
          rest[row + m] = Math.min(NEVER, wild + Math.min(below, beside));
        }
      }
      for (let n = 1; n <= READ_PIECE && at + n <= length; n++) {
        const mappings = pieces[at * (READ_PIECE + 1) + n];
        if (!mappings || mappings.least >= NEVER) continue;
        const single = mappings.leastSingle[capitals];
        const pair = mappings.leastPair[capitals];
        const from = row + n * LENGTHS;
        for (let m = 1; m < LENGTHS; m++) {
          const one = (rest[from + m - 1] ?? 0) + single;
          const two = m < 2 ? NEVER : (rest[from + m - 2] ?? 0) + pair;
          const cost = one < two ? one : two;
          if (cost < (rest[row + m] ?? 0)) rest[row + m] = cost;
        }
      }
      // Letters that left no trace.
      const dropped = pieces[at * (READ_PIECE + 1)];
      const single = Math.min(dropped?.leastSingle[capitals] ?? NEVER, wild ?? NEVER);
      const pair = dropped?.leastPair[capitals] ?? NEVER;
      for (let m = 1; m < LENGTHS; m++) {
        const one = (rest[row + m - 1] ?? 0) + single;
        const two = m < 2 ? NEVER : (rest[row + m - 2] ?? 0) + pair;
        const cost = one < two ? one : two;
        if (cost < (rest[row + m] ?? 0)) rest[row + m] = cost;
      }
    }
  }

  /** Goes on from a state by every mapping of one read piece that ends at `position` and costs no more than `allowed`. */
  private follow(
    mappings: Mappings,
    node: number,
    position: number,
    form: number,
    spent: number,
    allowed: number,
  ): void {
    const { syllables, limit } = this;
    const { small, capital, pairs } = mappings;
    const { groups, leads, groupChild } = syllables;
    let smallBits = form === UPPER ? NO_BITS : mappings.smallBits;
    let capitalBits = form === UPPER || node === 0 ? mappings.capitalBits : NO_BITS;
    let { pairBits } = mappings;
    const tier = tierOf(allowed, groups);
    let any = 0;
    for (let group = 0; group < groups; group++) {
      const at = tier + group;
      const bits = (smallBits[at] ?? 0) | (capitalBits[at] ?? 0) | (pairBits[at] ?? 0);
      any |= bits & (leads[node * groups + group] ?? 0);
    }
    if (any === 0) return;
    // What a mapping may cost at most, so that what is left can still be read.
    const single = limit - spent - this.leastFrom(node, position, form, 1);
    const pair = pairs === null ? -1 : limit - spent - this.leastFrom(node, position, form, 2);
    if (single < 0) {
      smallBits = NO_BITS;
      capitalBits = NO_BITS;
    }
    if (pair < 0) pairBits = NO_BITS;
    const singleTier = tierOf(single, groups);
    const pairTier = tierOf(pair, groups);
    for (let group = 0; group < groups; group++) {
      const children = leads[node * groups + group] ?? 0;
      let left =
        children &
        ((smallBits[singleTier + group] ?? 0) |
          (capitalBits[singleTier + group] ?? 0) |
          (pairBits[pairTier + group] ?? 0));
      for (; left !== 0; left &= left - 1) {
        const bit = left & -left;
        const letter = group * 32 + 31 - Math.clz32(bit);
        const next = (groupChild[node * groups + group] ?? 0) + bitsOf(children & (bit - 1));
        // The last is looked at first: a small letter where the two look alike.
        if (form === UPPER || node === 0) {
          const price = capital[letter] ?? NEVER;
          if (price <= single) {
            if (node === 0) this.push(next, position, TITLE, spent + price);
            this.push(next, position, UPPER, spent + price);
          }
        }
        if (form !== UPPER) {
          const price = small[letter] ?? NEVER;
          if (price <= single) this.push(next, position, form, spent + price);
        }
        if (pairs === null || pair < 0) continue;
        const end = pairs.from[letter + 1] ?? 0;
        for (let i = pairs.from[letter] ?? 0; i < end; i++) {
          const price = pairs.cost[i] ?? 0;
          if (price > pair) continue;
          const last = childOf(syllables, next, pairs.second[i] ?? 0);
          if (last === 0) continue;
          const upper = pairs.capitals[i] ?? 0;
          if (node !== 0) {
            if (upper === (form === UPPER ? 3 : 0)) this.push(last, position, form, spent + price);
          } else if (upper !== 2) {
            this.push(last, position, upper === 0 ? LOWER : upper === 1 ? TITLE : UPPER, spent + price);
          }
        }
      }
    }
  }

  /** Goes on from a state by edits that the channel never saw; `cost` is that of the state and the edit. */
  private edit(node: number, position: number, length: number, form: number, cost: number): void {
    const { limit } = this;
    if (cost > limit) return;
    const { firstChild } = this.syllables;
    if (position < length) this.push(node, position + 1, node === 0 ? LOWER : form, cost);
    const replaces = position < length && cost + this.leastFrom(node, position + 1, form, 1) <= limit;
    const inserts = cost + this.leastFrom(node, position, form, 1) <= limit;
    if (!replaces && !inserts) return;
    const to = firstChild[node + 1] ?? 0;
    for (let next = firstChild[node] ?? 0; next < to; next++) {
      if (replaces) this.push(next, position + 1, form, cost);
      if (inserts) this.push(next, position, form, cost);
    }
  }

  /** The least cost of what is left to read from a position, in words that are at least `letters` longer than the node. */
  private leastFrom(node: number, position: number, form: number, letters: number): number {
    const { leastByLength, shortest, longest } = this.syllables;
    const row = position * LENGTHS - letters;
    const own = node * LENGTHS;
    const to = longest[node] ?? 0;
    const { restSmall, restCapital } = this;
    const rest = form === UPPER ? restCapital : restSmall;
    let least = NEVER;
    for (let more = Math.max(letters, shortest[node] ?? 0); more <= to; more++) {
      const word = leastByLength[own + more] ?? 0;
      const cost = word + (rest[row + more] ?? 0);
      if (cost < least) least = cost;
      // At the root, a word in capitals may begin too.
      if (node === 0) least = Math.min(least, word + (restCapital[row + more] ?? 0));
    }
    return least;
  }

  /** Adds a state where it can still lead to a word. */
  private push(node: number, position: number, form: number, spent: number): void {
    const least = (this.rest[position] ?? 0) + (this.syllables.leastBelow[node] ?? 0);
    if (spent + least > this.limit) return;
    this.put(node, position, form, spent, spent + this.leastFrom(node, position, form, 0));
  }

  private put(node: number, position: number, form: number, spent: number, total: number): void {
    if (total > this.limit || this.size === this.most) return;
    const key = (node * 16 + position) * 4 + form;
    const mask = this.mask;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 16) & mask;
    while (this.slotStamp[slot] === this.stamp && this.slotKey[slot] !== key) slot = (slot + 1) & mask;
    if (this.slotStamp[slot] === this.stamp) {
      const before = this.slotState[slot] ?? 0;
      if ((this.spent[before] ?? 0) <= spent) return;
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

  private mappingsFor(read: string): Mappings {
    let mappings = this.mappings.get(read);
    if (mappings === undefined) {
      mappings = mappingsOf(this.channel, this.syllables, read);
      this.mappings.set(read, mappings);
    }
    return mappings;
  }
}
