import { type Continuations, contextOf } from './continuations.ts';
import type { Lattice, Path } from './decode.ts';
import {
  behindBigram,
  COST_UNIT,
  costBehind,
  findBigram,
  type LanguageModel,
  NO_CONTEXT,
} from './language-model.ts';
import { END, START, UNKNOWN } from './tokens.ts';

/** The margin, in bits, where no other reading is known. */
const MOST_BITS = 40;

/** Bits that no one asks to know exactly: as a probability, all of them are one to three digits. */
const CLEAR_BITS = 12;

/**
 * How far the chosen reading of a position is ahead of the next best, its neighbours being as they were chosen. Keeps
 * its arrays from path to path.
 */
export class Margins {
  private readonly model: LanguageModel;
  private readonly continuations: Continuations;
  private lattice: Lattice | null = null;
  private candidate: Int32Array = new Int32Array(0);
  /** The words of the path, behind two that open it, and their number. */
  private words = new Int32Array(512);
  private count = 0;
  /** What each of them costs behind the two before it, and behind the one before it alone. */
  private step = new Int32Array(512);
  private lower = new Int32Array(512);
  /** The context that it makes with the one before, and what is to be paid for that; see Continuations. */
  private context = new Int32Array(512);
  private pay = new Int32Array(512);
  /** The place of each position's last word among them. */
  private place = new Int32Array(512);

  constructor(model: LanguageModel, continuations: Continuations) {
    this.model = model;
    this.continuations = continuations;
  }

  /** Takes the path that the margins are to be of. */
  follow(lattice: Lattice, path: Path): void {
    const { positions } = lattice;
    const { candidate } = path;
    this.lattice = lattice;
    this.candidate = candidate;
    if (this.words.length < positions * 2 + 3) this.grow(positions * 4 + 3);
    const { words, place } = this;
    words[0] = START;
    words[1] = START;
    this.context[1] = NO_CONTEXT;
    this.pay[1] = 0;
    this.count = 2;
    for (let i = 0; i < positions; i++) {
      const chosen = candidate[i] ?? -1;
      const k = chosen - (lattice.first[i] ?? 0);
      if (k >= 0 && k < (lattice.plain[i] ?? 0)) this.appendPlain(lattice, i, k);
      else if (chosen >= 0) {
        this.append(lattice.word[chosen] ?? UNKNOWN);
        const second = lattice.second[chosen] ?? -1;
        if (second >= 0) this.append(second);
      }
      place[i] = this.count - 1;
    }
    this.append(END);
  }

  /** What the position's word costs: as the image of what was read, and behind the two words before it. */
  local(position: number): number {
    const chosen = this.candidate[position] ?? -1;
    if (chosen < 0) return 0;
    return (this.lattice?.cost[chosen] ?? 0) + (this.step[this.place[position] ?? 0] ?? 0);
  }

  /** The margin in bits. */
  bits(position: number): number {
    const { lattice, continuations, step } = this;
    const chosen = this.candidate[position] ?? -1;
    if (lattice === null || chosen < 0) return 0;
    const from = lattice.first[position] ?? 0;
    const count = lattice.plain[position] ?? 0;
    if (chosen - from >= count) return 0;
    if (count === 1) return MOST_BITS;
    // What comes before is cheap to ask; what comes after is asked of the readings that fit it best.
    const at = this.place[position] ?? 0;
    continuations.reserve(count * 4);
    const behindLast = this.behindLast(lattice, position, at);
    const behind = this.behind(lattice, position, at, behindLast);
    const { values } = continuations;
    let first = -1;
    let second = -1;
    let firstCost = Number.POSITIVE_INFINITY;
    let secondCost = Number.POSITIVE_INFINITY;
    let own = 0;
    for (let c = 0; c < count; c++) {
      const cost = (lattice.cost[from + c] ?? 0) + (values[behind + c] ?? 0);
      if (from + c === chosen) own = cost;
      else if (cost < firstCost) {
        second = first;
        secondCost = firstCost;
        first = c;
        firstCost = cost;
      } else if (cost < secondCost) {
        second = c;
        secondCost = cost;
      }
    }
    // Nothing that follows is for free: where that is enough of a lead, the rest need not be asked.
    const ownCost = own + (step[at + 1] ?? 0) + (at + 2 < this.count ? (step[at + 2] ?? 0) : 0);
    const lead = (firstCost - ownCost) / COST_UNIT;
    if (lead >= CLEAR_BITS) return Math.min(MOST_BITS, lead);
    const after = (c: number): number =>
      this.after(
        at,
        lattice.word[from + c] ?? UNKNOWN,
        values[behindLast + count + c] ?? NO_CONTEXT,
        values[behindLast + count * 2 + c] ?? 0,
      );
    let next = firstCost + after(first);
    if (second >= 0 && secondCost < next) next = Math.min(next, secondCost + after(second));
    return Math.min(MOST_BITS, Math.max(0, (next - ownCost) / COST_UNIT));
  }

  confidence(position: number): number {
    return confidenceOf(this.bits(position));
  }

  /** The cost of the two words after a place if `word` stood there, and made `context` with the word before. */
  private after(at: number, word: number, context: number, pay: number): number {
    const { words, model } = this;
    const third = words[at + 1] ?? END;
    const bigram = findBigram(model, word, third);
    const cost = pay + costBehind(model, context, word, third, bigram);
    if (at + 2 >= this.count) return cost;
    const fourth = words[at + 2] ?? END;
    return cost + behindBigram(model, bigram, fourth, this.lower[at + 2] ?? 0);
  }

  /** Behind the word before the place `at`. */
  private behindLast(lattice: Lattice, position: number, at: number): number {
    return this.continuations.behindWord(this.words[at - 1] ?? START, lattice, position);
  }

  /** Behind the two words before it. */
  private behind(lattice: Lattice, position: number, at: number, behindLast: number): number {
    const context = this.context[at - 1] ?? NO_CONTEXT;
    return context === NO_CONTEXT
      ? behindLast
      : this.continuations.behindContext(context, lattice, position, behindLast);
  }

  /** Adds the word of a position's k-th candidate to the path. */
  private appendPlain(lattice: Lattice, position: number, k: number): void {
    const at = this.count++;
    const count = lattice.plain[position] ?? 0;
    this.continuations.reserve(count * 4);
    const behindLast = this.behindLast(lattice, position, at);
    const behind = this.behind(lattice, position, at, behindLast);
    const { values } = this.continuations;
    this.words[at] = lattice.word[(lattice.first[position] ?? 0) + k] ?? UNKNOWN;
    this.lower[at] = values[behindLast + k] ?? 0;
    this.step[at] = (this.pay[at - 1] ?? 0) + (values[behind + k] ?? 0);
    this.context[at] = values[behindLast + count + k] ?? NO_CONTEXT;
    this.pay[at] = values[behindLast + count * 2 + k] ?? 0;
  }

  /** Adds any word to the path. */
  private append(word: number): void {
    const { model } = this;
    const at = this.count++;
    const last = this.words[at - 1] ?? START;
    const bigram = findBigram(model, last, word);
    const { context, pay } = contextOf(model, bigram);
    this.words[at] = word;
    this.lower[at] = costBehind(model, NO_CONTEXT, last, word, bigram);
    this.step[at] =
      (this.pay[at - 1] ?? 0) +
      behindBigram(model, this.context[at - 1] ?? NO_CONTEXT, word, this.lower[at] ?? 0);
    this.context[at] = context;
    this.pay[at] = pay;
  }

  private grow(size: number): void {
    this.words = new Int32Array(size);
    this.step = new Int32Array(size);
    this.lower = new Int32Array(size);
    this.context = new Int32Array(size);
    this.pay = new Int32Array(size);
    this.place = new Int32Array(size);
  }
}

/** A margin in bits as a probability that the reading is right, between one half and one, to three digits. */
export function confidenceOf(bits: number): number {
  return Math.round(1000 / (1 + 2 ** -bits)) / 1000;
}
