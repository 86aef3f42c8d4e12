import { Continuations, contextOf } from './continuations.ts';
import {
  COST_UNIT,
  costBehind,
  findBigram,
  type LanguageModel,
  NO_CONTEXT,
  trigramCost,
} from './language-model.ts';
import { END, START } from './tokens.ts';

/**
 * What may stand at each position of a paragraph: candidates `first[i]` … `first[i + 1] - 1` for position i. All costs
 * are integers in the model's unit. A candidate may be two words (a merged token) or cover two positions (a token torn
 * apart); those that are one word over one position come first and are sorted by word.
 */
export interface Lattice {
  positions: number;
  first: Int32Array;
  /** Number of leading candidates of a position that are one word over one position. */
  plain: Int32Array;
  /** A number for the plain candidates of a position: where it is the same, they are the same words. */
  list: Int32Array;
  word: Int32Array;
  /** The second word of a merged token, -1 for none. */
  second: Int32Array;
  /** Positions covered: 1, or 2 where the candidate begins at the position before. */
  span: Int8Array;
  cost: Int32Array;
}

/** The best path: for each position the index of its candidate (-1 where the next position's candidate covers it), and the path's cost. */
export interface Path {
  cost: number;
  candidate: Int32Array;
}

/** States this much dearer than the best are dropped, however wide the beam: they hardly ever win. */
const SPREAD = 12 * COST_UNIT;
/** Dearer than any path, and small enough to be subtracted. */
const NEVER = 0x3fffffff;
/** As many states as a boundary may have before the best are chosen: a power of two, and the bits of a hash. */
const MOST_STATES = 1 << 13;
const LEAF_BIT = 0x40000000;

/**
 * Beam search with exact recombination: two histories that the model cannot tell apart are one state. It keeps its
 * arrays between calls, so one decoder serves one thread. Same lattice, same beam, same path.
 */
export class Decoder {
  private readonly model: LanguageModel;
  private readonly beam: number;
  // States that were kept, of all boundaries.
  private cost = new Int32Array(4096);
  private word = new Int32Array(4096);
  private context = new Int32Array(4096);
  private from = new Int32Array(4096);
  private by = new Int32Array(4096);
  private kept = 0;
  private boundary = new Int32Array(256);
  // States of the boundary that is being built.
  private newCost = new Int32Array(1024);
  private newKey = new Int32Array(1024);
  private newWord = new Int32Array(1024);
  private newContext = new Int32Array(1024);
  private newFrom = new Int32Array(1024);
  private newBy = new Int32Array(1024);
  private built = 0;
  private least = 0;
  /** Where the state of a key is among those being built: its index and the stamp of the boundary. */
  private readonly slots = new Int32Array(MOST_STATES);
  private stamp = 0;
  private mask = 0;
  private order = new Int32Array(1024);
  /** Where each state's continuations are. */
  private readonly behindWord: Int32Array;
  private readonly behindContext: Int32Array;
  private readonly continuations: Continuations;

  constructor(model: LanguageModel, beam: number, continuations = new Continuations(model)) {
    this.model = model;
    this.beam = beam;
    this.behindWord = new Int32Array(beam);
    this.behindContext = new Int32Array(beam);
    this.continuations = continuations;
  }

  /** The least costly path through a lattice as far as the beam sees. */
  decode(lattice: Lattice): Path {
    const { positions } = lattice;
    if (this.boundary.length < positions + 2) this.boundary = new Int32Array(positions * 2 + 2);
    this.kept = 0;
    this.cost[0] = 0;
    this.word[0] = START;
    this.context[0] = NO_CONTEXT;
    this.from[0] = -1;
    this.by[0] = -1;
    this.kept = 1;
    this.boundary[0] = 0;
    this.boundary[1] = 1;
    for (let position = 0; position < positions; position++) {
      this.begin(lattice, position);
      this.extend(lattice, position);
      this.finish(position);
    }
    return this.best(lattice);
  }

  private begin(lattice: Lattice, position: number): void {
    this.built = 0;
    this.least = NEVER;
    this.stamp += MOST_STATES;
    if (this.stamp > NEVER) {
      this.stamp = MOST_STATES;
      this.slots.fill(0);
    }
    // A table that is no larger than it has to be stays at hand.
    const states = (this.boundary[position + 1] ?? 0) - (this.boundary[position - 1] ?? 0);
    const most = states * ((lattice.first[position + 1] ?? 0) - (lattice.first[position] ?? 0));
    this.mask = (most < MOST_STATES >> 1 ? 2 << (32 - Math.clz32(most)) : MOST_STATES) - 1;
  }

  private extend(lattice: Lattice, position: number): void {
    const { first, plain, word, second, span, cost } = lattice;
    const from = first[position] ?? 0;
    const to = first[position + 1] ?? 0;
    const simple = from + (plain[position] ?? 0);
    const stateFrom = this.boundary[position] ?? 0;
    const stateTo = this.boundary[position + 1] ?? 0;
    if (simple > from) this.extendPlain(lattice, position, stateFrom, stateTo);
    for (let c = simple; c < to; c++) {
      const wide = span[c] === 2;
      const low = wide ? (this.boundary[position - 1] ?? 0) : stateFrom;
      const high = wide ? stateFrom : stateTo;
      for (let s = low; s < high; s++) {
        this.extendAny(s, word[c] ?? 0, second[c] ?? -1, (this.cost[s] ?? 0) + (cost[c] ?? 0), c);
      }
    }
  }

  private extendAny(state: number, word: number, second: number, cost: number, candidate: number): void {
    const { model } = this;
    const before = this.word[state] ?? 0;
    const bigram = findBigram(model, before, word);
    let total = cost + costBehind(model, this.context[state] ?? NO_CONTEXT, before, word, bigram);
    let last = bigram;
    if (second >= 0) {
      last = findBigram(model, word, second);
      total += costBehind(model, bigram, word, second, last);
    }
    const { context, pay } = contextOf(model, last);
    this.add(total + pay, second < 0 ? word : second, context, state, candidate);
  }

  /** All one-word candidates after all states. */
  private extendPlain(lattice: Lattice, position: number, stateFrom: number, stateTo: number): void {
    const { continuations } = this;
    const { word, cost } = lattice;
    const from = lattice.first[position] ?? 0;
    const count = lattice.plain[position] ?? 0;
    continuations.reserve((stateTo - stateFrom) * count * 4);
    const { values } = continuations;
    const { behindWord, behindContext } = this;
    let before = -1;
    let behindLast = 0;
    let best = stateFrom;
    for (let s = stateFrom; s < stateTo; s++) {
      const last = this.word[s] ?? 0;
      if (last !== before) behindLast = continuations.behindWord(last, lattice, position);
      before = last;
      const context = this.context[s] ?? NO_CONTEXT;
      behindWord[s - stateFrom] = behindLast;
      behindContext[s - stateFrom] =
        context === NO_CONTEXT
          ? behindLast
          : continuations.behindContext(context, lattice, position, behindLast);
      if ((this.cost[s] ?? 0) < (this.cost[best] ?? 0)) best = s;
    }
    // What the best state leads to bounds the others; what is to be dropped in the end need not be looked at.
    let limit = NEVER;
    for (let c = 0; c < count; c++) {
      const behind = (behindContext[best - stateFrom] ?? 0) + c;
      const pay = (behindWord[best - stateFrom] ?? 0) + count * 2 + c;
      limit = Math.min(limit, (cost[from + c] ?? 0) + (values[behind] ?? 0) + (values[pay] ?? 0));
    }
    limit += (this.cost[best] ?? 0) + SPREAD;
    for (let s = stateFrom; s < stateTo; s++) {
      const behind = behindContext[s - stateFrom] ?? 0;
      const contexts = (behindWord[s - stateFrom] ?? 0) + count;
      const pays = contexts + count;
      const base = this.cost[s] ?? 0;
      for (let c = 0; c < count; c++) {
        const total = base + (cost[from + c] ?? 0) + (values[behind + c] ?? 0) + (values[pays + c] ?? 0);
        if (total > limit) continue;
        this.add(total, word[from + c] ?? 0, values[contexts + c] ?? NO_CONTEXT, s, from + c);
      }
    }
  }

  /** Adds a state, or improves the one that has the same future. */
  private add(total: number, word: number, context: number, state: number, candidate: number): void {
    const key = context === NO_CONTEXT ? word | LEAF_BIT : context;
    const { slots, stamp, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 19) & mask;
    for (let held = slots[slot] ?? 0; held >= stamp; held = slots[slot] ?? 0) {
      const index = held - stamp;
      if (this.newKey[index] === key) {
        if (total < (this.newCost[index] ?? 0)) {
          this.newCost[index] = total;
          this.newFrom[index] = state;
          this.newBy[index] = candidate;
          if (total < this.least) this.least = total;
        }
        return;
      }
      slot = (slot + 1) & mask;
    }
    if (this.built === this.newCost.length) this.growNew();
    const index = this.built++;
    slots[slot] = stamp + index;
    this.newCost[index] = total;
    this.newKey[index] = key;
    this.newWord[index] = word;
    this.newContext[index] = context;
    this.newFrom[index] = state;
    this.newBy[index] = candidate;
    if (total < this.least) this.least = total;
  }

  /** Keeps the best states; equal costs are kept in the order in which they were found. */
  private finish(position: number): void {
    const { built, beam, order, newCost } = this;
    const limit = this.least + SPREAD;
    let keep = 0;
    for (let i = 0; i < built; i++) if ((newCost[i] ?? 0) <= limit) order[keep++] = i;
    if (keep > beam) {
      this.select(keep, beam);
      keep = beam;
    }
    while (this.kept + keep > this.cost.length) this.growKept();
    // States with the same last word stand together, which saves their bigram look-ups.
    const chosen = order.subarray(0, keep);
    if (keep > 1) sortByWord(chosen, this.newWord);
    for (let i = 0; i < keep; i++) {
      const index = chosen[i] ?? 0;
      const at = this.kept++;
      this.cost[at] = this.newCost[index] ?? 0;
      this.word[at] = this.newWord[index] ?? 0;
      this.context[at] = this.newContext[index] ?? 0;
      this.from[at] = this.newFrom[index] ?? 0;
      this.by[at] = this.newBy[index] ?? 0;
    }
    this.boundary[position + 2] = this.kept;
  }

  /** Moves the `count` best of the first `size` to the front of `order`. */
  private select(size: number, count: number): void {
    const { order, newCost } = this;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const pivot = order[(low + high) >> 1] ?? 0;
      const pivotCost = newCost[pivot] ?? 0;
      let i = low;
      let j = high;
      while (i <= j) {
        for (;;) {
          const index = order[i] ?? 0;
          const cost = newCost[index] ?? 0;
          if (cost < pivotCost || (cost === pivotCost && index < pivot)) i++;
          else break;
        }
        for (;;) {
          const index = order[j] ?? 0;
          const cost = newCost[index] ?? 0;
          if (cost > pivotCost || (cost === pivotCost && index > pivot)) j--;
          else break;
        }
        if (i <= j) {
          const swap = order[i] ?? 0;
          order[i++] = order[j] ?? 0;
          order[j--] = swap;
        }
      }
      if (count - 1 <= j) high = j;
      else if (count - 1 >= i) low = i;
      else return;
    }
  }

  private best(lattice: Lattice): Path {
    const { positions } = lattice;
    const candidate = new Int32Array(positions).fill(-1);
    let least = 0x7fffffff;
    let state = -1;
    for (let s = this.boundary[positions] ?? 0; s < (this.boundary[positions + 1] ?? 0); s++) {
      const total =
        (this.cost[s] ?? 0) + trigramCost(this.model, this.context[s] ?? 0, this.word[s] ?? 0, END);
      if (total < least) {
        least = total;
        state = s;
      }
    }
    for (let position = positions - 1; position >= 0 && state > 0; ) {
      const by = this.by[state] ?? -1;
      candidate[position] = by;
      position -= lattice.span[by] ?? 1;
      state = this.from[state] ?? -1;
    }
    return { cost: least, candidate };
  }

  private growNew(): void {
    const size = this.newCost.length * 2;
    this.newCost = grown(this.newCost, size);
    this.newKey = grown(this.newKey, size);
    this.newWord = grown(this.newWord, size);
    this.newContext = grown(this.newContext, size);
    this.newFrom = grown(this.newFrom, size);
    this.newBy = grown(this.newBy, size);
    this.order = new Int32Array(size);
  }

  private growKept(): void {
    const size = this.cost.length * 2;
    this.cost = grown(this.cost, size);
    this.word = grown(this.word, size);
    this.context = grown(this.context, size);
    this.from = grown(this.from, size);
    this.by = grown(this.by, size);
  }
}

function sortByWord(order: Int32Array, words: Int32Array): void {
  for (let i = 1; i < order.length; i++) {
    const index = order[i] ?? 0;
    const word = words[index] ?? 0;
    let j = i - 1;
    for (; j >= 0; j--) {
      const other = order[j] ?? 0;
      const otherWord = words[other] ?? 0;
      if (otherWord < word || (otherWord === word && other < index)) break;
      order[j + 1] = other;
    }
    order[j + 1] = index;
  }
}

function grown(values: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(values);
  return larger;
}
