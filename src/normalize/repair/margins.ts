import type { Continuations } from './continuations.ts';
import type { Lattice, Path } from './decode.ts';
import { COST_UNIT, costBehind, findBigram, type LanguageModel, NO_CONTEXT } from './language-model.ts';
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
  /** What each of them costs behind the two before it, and the index of the bigram that it makes with the one before. */
  private step = new Int32Array(512);
  private link = new Int32Array(512);
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
    const { model, words, step, link, place } = this;
    words[0] = START;
    words[1] = START;
    let count = 2;
    for (let i = 0; i < positions; i++) {
      const chosen = candidate[i] ?? -1;
      if (chosen >= 0) {
        words[count++] = lattice.word[chosen] ?? UNKNOWN;
        const second = lattice.second[chosen] ?? -1;
        if (second >= 0) words[count++] = second;
      }
      place[i] = count - 1;
    }
    words[count++] = END;
    this.count = count;
    link[1] = NO_CONTEXT;
    for (let at = 2; at < count; at++) {
      const before = words[at - 1] ?? START;
      const word = words[at] ?? UNKNOWN;
      const bigram = findBigram(model, before, word);
      link[at] = bigram;
      step[at] = costBehind(model, link[at - 1] ?? NO_CONTEXT, before, word, bigram);
    }
  }

  /** What the position's word costs: as the image of what was read, and behind the two words before it. */
  local(position: number): number {
    const chosen = this.candidate[position] ?? -1;
    if (chosen < 0) return 0;
    return (this.lattice?.cost[chosen] ?? 0) + (this.step[this.place[position] ?? 0] ?? 0);
  }

  /** The margin in bits. */
  bits(position: number): number {
    const { lattice, continuations, words, step } = this;
    const chosen = this.candidate[position] ?? -1;
    if (lattice === null || chosen < 0 || lattice.second[chosen] !== -1 || lattice.span[chosen] !== 1)
      return 0;
    const from = lattice.first[position] ?? 0;
    const count = lattice.plain[position] ?? 0;
    if (count === 1) return MOST_BITS;
    // What comes before is cheap to ask; what comes after is asked of the readings that fit it best.
    const at = this.place[position] ?? 0;
    continuations.afterWord(words[at - 1] ?? START, lattice.word, from, count);
    continuations.afterContext(this.link[at - 1] ?? NO_CONTEXT, lattice.word, from, count);
    let first = -1;
    let second = -1;
    let firstCost = Number.POSITIVE_INFINITY;
    let secondCost = Number.POSITIVE_INFINITY;
    let own = 0;
    for (let c = 0; c < count; c++) {
      const cost = (lattice.cost[from + c] ?? 0) + (continuations.cost[c] ?? 0);
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
    let next = firstCost + this.after(at, from, first);
    if (second >= 0 && secondCost < next) next = Math.min(next, secondCost + this.after(at, from, second));
    return Math.min(MOST_BITS, Math.max(0, (next - ownCost) / COST_UNIT));
  }

  confidence(position: number): number {
    return confidenceOf(this.bits(position));
  }

  /** The cost of the two words after a place if the word of a candidate, counted from the position's first, stood there. */
  private after(at: number, from: number, candidate: number): number {
    const { words, link, lattice, model } = this;
    const word = lattice?.word[from + candidate] ?? UNKNOWN;
    const third = words[at + 1] ?? END;
    const bigram = findBigram(model, word, third);
    const cost = costBehind(
      model,
      this.continuations.bigramIndex[candidate] ?? NO_CONTEXT,
      word,
      third,
      bigram,
    );
    if (at + 2 >= this.count) return cost;
    return cost + costBehind(model, bigram, third, words[at + 2] ?? END, link[at + 2] ?? NO_CONTEXT);
  }

  private grow(size: number): void {
    this.words = new Int32Array(size);
    this.step = new Int32Array(size);
    this.link = new Int32Array(size);
    this.place = new Int32Array(size);
  }
}

/** A margin in bits as a probability that the reading is right, between one half and one, to three digits. */
export function confidenceOf(bits: number): number {
  return Math.round(1000 / (1 + 2 ** -bits)) / 1000;
}
