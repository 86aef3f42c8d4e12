import type { Lattice, Path } from './decode.ts';
import { COST_UNIT, findBigram, type LanguageModel, NO_CONTEXT, trigramCost } from './language-model.ts';
import { END, START, UNKNOWN } from './tokens.ts';

/** The margin, in bits, where no other reading is known. */
const MOST_BITS = 40;

/** Bits that no one asks to know exactly: as a probability, all of them are one to three digits. */
const CLEAR_BITS = 12;

/** How far the chosen reading of a position is ahead of the next best, its neighbours being as they were chosen. */
export class Margins {
  private readonly model: LanguageModel;
  private readonly lattice: Lattice;
  private readonly path: Path;
  /** The words of the path, with the place of each position's last word among them. */
  private readonly words: number[] = [START, START];
  private readonly place: number[] = [];

  constructor(model: LanguageModel, lattice: Lattice, path: Path) {
    this.model = model;
    this.lattice = lattice;
    this.path = path;
    for (let i = 0; i < lattice.positions; i++) {
      const candidate = path.candidate[i] ?? -1;
      if (candidate >= 0) {
        this.words.push(lattice.word[candidate] ?? UNKNOWN);
        const second = lattice.second[candidate] ?? -1;
        if (second >= 0) this.words.push(second);
      }
      this.place.push(this.words.length - 1);
    }
    this.words.push(END);
  }

  /** What the position's word costs: as the image of what was read, and behind the two words before it. */
  local(position: number): number {
    const { lattice, words, model } = this;
    const chosen = this.path.candidate[position] ?? -1;
    if (chosen < 0) return 0;
    const at = this.place[position] ?? 0;
    const word = words[at] ?? UNKNOWN;
    const before = words[at - 1] ?? START;
    const known = context(model, words[at - 2] ?? START, before);
    return (lattice.cost[chosen] ?? 0) + trigramCost(model, known, before, word);
  }

  /** The margin in bits. */
  bits(position: number): number {
    const { lattice } = this;
    const chosen = this.path.candidate[position] ?? -1;
    if (chosen < 0 || lattice.second[chosen] !== -1 || lattice.span[chosen] !== 1) return 0;
    const from = lattice.first[position] ?? 0;
    const count = lattice.plain[position] ?? 0;
    if (count === 1) return MOST_BITS;
    // What comes before is cheap to ask; what comes after is asked of the readings that fit it best.
    const at = this.place[position] ?? 0;
    const { words, model } = this;
    const before = words[at - 1] ?? START;
    const known = context(model, words[at - 2] ?? START, before);
    let first = -1;
    let second = -1;
    let firstCost = Number.POSITIVE_INFINITY;
    let secondCost = Number.POSITIVE_INFINITY;
    let own = 0;
    for (let c = from; c < from + count; c++) {
      const cost = (lattice.cost[c] ?? 0) + trigramCost(model, known, before, lattice.word[c] ?? UNKNOWN);
      if (c === chosen) own = cost;
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
    const ownCost = own + this.after(at, chosen);
    const lead = (firstCost - ownCost) / COST_UNIT;
    if (lead >= CLEAR_BITS) return Math.min(MOST_BITS, lead);
    const next = Math.min(
      first < 0 ? Number.POSITIVE_INFINITY : firstCost + this.after(at, first),
      second < 0 ? Number.POSITIVE_INFINITY : secondCost + this.after(at, second),
    );
    return Math.min(MOST_BITS, Math.max(0, (next - ownCost) / COST_UNIT));
  }

  confidence(position: number): number {
    return confidenceOf(this.bits(position));
  }

  /** The cost of the two words after a place if the candidate's word stood there. */
  private after(at: number, candidate: number): number {
    const { words, lattice, model } = this;
    const word = lattice.word[candidate] ?? UNKNOWN;
    const b = words[at - 1] ?? START;
    const c = words[at + 1];
    const d = words[at + 2];
    let cost = 0;
    if (c !== undefined) cost += trigramCost(model, context(model, b, word), word, c);
    if (c !== undefined && d !== undefined) cost += trigramCost(model, context(model, word, c), c, d);
    return cost;
  }
}

/** A margin in bits as a probability that the reading is right, between one half and one, to three digits. */
export function confidenceOf(bits: number): number {
  return Math.round(1000 / (1 + 2 ** -bits)) / 1000;
}

function context(model: LanguageModel, first: number, second: number): number {
  return second === START ? NO_CONTEXT : findBigram(model, first, second);
}
