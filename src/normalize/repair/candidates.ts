import type { Channel } from './channel.ts';
import { READ_PIECE } from './channel.ts';
import { COST_UNIT, type LanguageModel } from './language-model.ts';
import { inCase, type LetterCase, letterCase } from './letters.ts';
import type { Syllables } from './syllables.ts';
import { rememberedCost, type WordMemory } from './word-memory.ts';

/** A word that a read token may show. */
export interface Candidate {
  word: number;
  form: LetterCase;
  cost: number;
}

/** Candidates further from the best than this are not looked for. */
const WINDOW = 11 * COST_UNIT;
/** So many are kept, by their own cost and the word's; so many are looked at. */
const MOST = 32;
const MOST_FOUND = 256;
/** How far above the least conceivable cost the first search looks, and the last. */
const NEAR = 12 * COST_UNIT;
const FAR = 28 * COST_UNIT;
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

/** Ways to read one piece, cheapest first, in flat arrays. Letters are numbers of the trie, 0 for no second one. */
interface Mappings {
  count: number;
  cost: Int32Array;
  first: Uint8Array;
  second: Uint8Array;
  /** Bit 0: the first letter is a capital; bit 1: the second one is. */
  capitals: Uint8Array;
}

const SLOTS = 1 << 15;

/** Finds the words behind read tokens: a best-first search over the trie, led by the least cost of what is left to read. */
export class CandidateSearch {
  private readonly channel: Channel;
  private readonly memory: WordMemory;
  private readonly language: LanguageModel;
  private readonly syllables: Syllables;
  private readonly mappings = new Map<string, Mappings>();
  private readonly known = new Map<string, readonly Candidate[]>();
  // States of the search: trie node, position in the token, case and cost so far; and the queue they wait in.
  private readonly node = new Int32Array(SLOTS);
  private readonly place = new Int32Array(SLOTS);
  private readonly spent = new Int32Array(SLOTS);
  private readonly nextInBucket = new Int32Array(SLOTS);
  private readonly bucketHead = new Int32Array((40 * COST_UNIT) >> BUCKET);
  private size = 0;
  private limit = 0;
  // Which states were reached, and at what cost.
  private readonly slotKey = new Int32Array(SLOTS);
  private readonly slotStamp = new Int32Array(SLOTS);
  private readonly slotState = new Int32Array(SLOTS);
  private stamp = 0;
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

  /** The words that `read` may show, the likeliest first. */
  find(read: string): readonly Candidate[] {
    let found = this.known.get(read);
    if (found === undefined) {
      found = this.look(read);
      this.known.set(read, found);
    }
    return found;
  }

  /** As `find`, but without edits that the channel never saw. */
  findPlain(read: string): readonly Candidate[] {
    const key = `\n${read}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found =
        this.known.get(read) ?? (read.length > LONGEST ? [] : this.likeliest(this.search(read, false, NEAR)));
      this.known.set(key, found);
    }
    return found;
  }

  private look(read: string): readonly Candidate[] {
    if (read.length > LONGEST) return [];
    return this.likeliest(this.recall(read, this.lookUp(read)));
  }

  /** What was seen of whole words weighs in, and words that were read so before are candidates. */
  private recall(read: string, found: readonly Candidate[]): Candidate[] {
    const { memory, language } = this;
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
      recalled.push({ word, form: letterCase(text), cost: rememberedCost(memory, read, text, FAR) });
    }
    return recalled.sort((a, b) => a.cost - b.cost || a.word - b.word);
  }

  private lookUp(read: string): Candidate[] {
    let found = this.search(read, false, FAR);
    const best = found[0]?.cost ?? FAR;
    if (best > WILD_FROM) {
      const wild = this.search(read, true, Math.min(FAR, best + WINDOW));
      if (wild.length > 0) found = wild;
    }
    return found;
  }

  private search(read: string, wild: boolean, reach: number): Candidate[] {
    const { syllables, rest, pieces } = this;
    const length = read.length;
    for (let at = length - 1; at >= 0; at--) {
      let least = wild ? WILD + (rest[at + 1] ?? 0) : 1 << 28;
      for (let n = 1; n <= READ_PIECE; n++) {
        const mappings = at + n <= length ? this.mappingsOf(read.slice(at, at + n)) : null;
        pieces[at * READ_PIECE + n - 1] = mappings;
        if (mappings !== null && mappings.count > 0) {
          least = Math.min(least, (mappings.cost[0] ?? 0) + (rest[at + n] ?? 0));
        }
      }
      rest[at] = least;
      rest[length] = 0;
    }
    const least = rest[0] ?? 0;
    if (least >= 1 << 28) return [];
    this.limit = Math.min(wild ? reach : least + reach, 40 * COST_UNIT - 1);
    const dropped = this.mappingsOf('');
    this.stamp++;
    this.size = 0;
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
    const { child, letters } = this.syllables;
    const allowed = this.limit - spent - (this.rest[position] ?? 0);
    const { count, cost, first, second, capitals } = mappings;
    const row = node * letters;
    for (let i = 0; i < count; i++) {
      const price = cost[i] ?? 0;
      if (price > allowed) return;
      const next = child[row + (first[i] ?? 0)] ?? 0;
      if (next === 0) continue;
      const other = second[i] ?? 0;
      const last = other === 0 ? next : (child[next * letters + other] ?? 0);
      if (last === 0) continue;
      const upper = capitals[i] ?? 0;
      if (node === 0) {
        if (upper === 0) this.push(last, position, LOWER, spent + price);
        else if (upper === 3) this.push(last, position, UPPER, spent + price);
        else if (upper === 1) {
          this.push(last, position, TITLE, spent + price);
          if (other === 0) this.push(last, position, UPPER, spent + price);
        }
      } else if (form === UPPER ? upper === (other === 0 ? 1 : 3) : upper === 0) {
        this.push(last, position, form, spent + price);
      }
    }
  }

  private edit(node: number, position: number, length: number, form: number, spent: number): void {
    const { child, letters, listed, listStart } = this.syllables;
    const cost = spent + WILD;
    if (cost + (this.rest[position] ?? 0) > this.limit && cost + (this.rest[position + 1] ?? 0) > this.limit)
      return;
    if (position < length) this.push(node, position + 1, form, cost);
    for (let i = listStart[node] ?? 0; i < (listStart[node + 1] ?? 0); i++) {
      const next = child[node * letters + (listed[i] ?? 0)] ?? 0;
      if (position < length) this.push(next, position + 1, form, cost);
      this.push(next, position, form, cost);
    }
  }

  private push(node: number, position: number, form: number, spent: number): void {
    const total = spent + (this.rest[position] ?? 0);
    if (total > this.limit || this.size === SLOTS - 1) return;
    const key = (node * 16 + position) * 4 + form;
    let slot = Math.imul(key, 0x9e3779b1) >>> 17;
    while (this.slotStamp[slot] === this.stamp && this.slotKey[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
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
    const { letter } = this.syllables;
    const sources = this.channel.sources(read);
    const cost = new Int32Array(sources.length);
    const first = new Uint8Array(sources.length);
    const second = new Uint8Array(sources.length);
    const capitals = new Uint8Array(sources.length);
    let count = 0;
    for (const source of sources) {
      const small = source.letters.toLowerCase();
      const one = letter[small.charCodeAt(0)] ?? 0;
      const two = small.length > 1 ? (letter[small.charCodeAt(1)] ?? 0) : 0;
      if (one === 0 || (small.length > 1 && two === 0)) continue;
      cost[count] = source.cost;
      first[count] = one;
      second[count] = two;
      capitals[count] =
        (source.letters.charAt(0) === small.charAt(0) ? 0 : 1) |
        (source.letters.charAt(1) === small.charAt(1) ? 0 : 2);
      count++;
    }
    return { count, cost, first, second, capitals };
  }
}
