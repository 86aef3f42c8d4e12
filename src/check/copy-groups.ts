import type { ShelvedPlan } from '../plan/shelf.ts';

/** Stored plans that are one document. */
export interface Copies {
  first: ShelvedPlan;
  /** The others, by id. */
  others: ShelvedPlan[];
  /** How much of the text the least alike of those that were compared have in common, 0 to 1. */
  likeness: number;
}

/** Two stored plans that bear one number and say two things. */
export interface Conflict {
  one: ShelvedPlan;
  other: ShelvedPlan;
  kind: 'other-content' | 'other-date' | 'other-figures';
  /** Figures that only one of them has. */
  figures: [string[], string[]];
}

/** What is found of plans that are, or claim to be, one document; by the first one's id. */
export interface SamePlans {
  copies: Copies[];
  conflicts: Conflict[];
}

interface Group {
  plans: ShelvedPlan[];
  likeness: number;
}

/** Gathers copies into groups, whichever two of a group were compared. */
export class CopyGroups {
  readonly #groups = new Map<string, Group>();
  readonly #conflicts = new Map<string, Conflict>();

  /** The plan of a group that stands for it; a plan without copies stands for itself. */
  firstOf(plan: ShelvedPlan): ShelvedPlan {
    return this.#groups.get(plan.id)?.plans[0] ?? plan;
  }

  join(one: ShelvedPlan, other: ShelvedPlan, likeness: number): void {
    const [large, small] = [this.#groupOf(one), this.#groupOf(other)].sort(
      (a, b) => b.plans.length - a.plans.length,
    );
    if (large === undefined || small === undefined) return;
    large.likeness = Math.min(large.likeness, small.likeness, likeness);
    if (large === small) return;
    for (const plan of small.plans) {
      large.plans.push(plan);
      this.#groups.set(plan.id, large);
    }
  }

  conflict(a: ShelvedPlan, b: ShelvedPlan, kind: Conflict['kind'], figures: Conflict['figures']): void {
    const isInOrder = a.id < b.id;
    const [one, other] = isInOrder ? [a, b] : [b, a];
    const [ofA, ofB] = figures;
    const key = `${one.id} ${other.id}`;
    if (this.#conflicts.has(key)) return;
    this.#conflicts.set(key, { one, other, kind, figures: isInOrder ? [ofA, ofB] : [ofB, ofA] });
  }

  result(): SamePlans {
    const copies = [...new Set(this.#groups.values())].flatMap(({ plans, likeness }): Copies[] => {
      const [first, ...others] = plans.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return first === undefined ? [] : [{ first, others, likeness }];
    });
    return {
      copies: copies.sort((a, b) => (a.first.id < b.first.id ? -1 : 1)),
      conflicts: [...this.#conflicts.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, conflict]) => conflict),
    };
  }

  #groupOf(plan: ShelvedPlan): Group {
    let group = this.#groups.get(plan.id);
    if (group === undefined) {
      group = { plans: [plan], likeness: 1 };
      this.#groups.set(plan.id, group);
    }
    return group;
  }
}
