import { spelling } from '../../lexicon/spelling.ts';
import { COST_UNIT, type LanguageModel, wordId } from './language-model.ts';
import type { LatticeBuilder } from './lattice.ts';

/** What all places together must have the other forms cost more, and what the chosen one then costs less. */
const CLEAR = 3 * COST_UNIT;
const GAIN = 16 * COST_UNIT;
/** For a form that is no candidate at a place. */
const ABSENT = 12 * COST_UNIT;

/** The pair that stands in so many sentences that the document itself tells which form it keeps to. */
const PAIR = 'hằng';

/**
 * Forms of a word that a writer is free to choose between (hằng năm, hàng năm). Their neighbours do not tell them
 * apart, but a document keeps to one: the letters of all its places together tell which.
 */
export class FreeVariants {
  private readonly forms: readonly number[];
  private readonly following: ReadonlySet<number>;
  private readonly costs: number[];
  private chosen = -1;

  constructor(model: LanguageModel) {
    const pair = spelling().variants.find(({ forms }) => forms.includes(PAIR));
    this.forms = (pair?.forms ?? []).map((form) => wordId(model, form));
    this.following = new Set(pair?.before.map((word) => wordId(model, word)));
    this.costs = this.forms.map(() => 0);
  }

  /** Weighs the forms at a place where one of them was read before `next`. */
  weigh(lattice: LatticeBuilder, position: number, word: number, next: number): void {
    if (!this.forms.includes(word) || !this.following.has(next)) return;
    const from = lattice.first[position] ?? 0;
    const words = lattice.word.subarray(from, from + (lattice.plain[position] ?? 0));
    for (const [k, form] of this.forms.entries()) {
      const at = words.indexOf(form);
      this.costs[k] = (this.costs[k] ?? 0) + (at < 0 ? ABSENT : (lattice.cost[from + at] ?? 0));
    }
    const [least = 0, other = 0] = this.costs.toSorted((a, b) => a - b);
    this.chosen = other - least < CLEAR ? -1 : (this.forms[this.costs.indexOf(least)] ?? -1);
  }

  /** Whether a word is one that the forms stand before. */
  before(next: number): boolean {
    return this.following.has(next);
  }

  gain(word: number): number {
    return word === this.chosen ? GAIN : 0;
  }
}
