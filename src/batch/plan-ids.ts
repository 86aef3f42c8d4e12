/** A plan as the store has it: which document it was read from. */
export interface StoredPlan {
  id: string;
  path: string;
  sha256: string;
}

/**
 * Gives out plan ids so that no two contents share one: where an id is taken by another content, the first eight
 * digits of the document's hash are added. Ids of documents that are being read again are free until claimed.
 */
export class PlanIds {
  readonly #byId = new Map<string, StoredPlan>();
  readonly #bySha256 = new Map<string, StoredPlan>();
  readonly #before: StoredPlan[] = [];
  readonly #replaced = new Set<string>();

  /**
   * `reread`: paths whose documents are being read again. `idOf`: the plan that a document gave when it was last read,
   * null where it gave none; another of the same document was left by a run that did not come to its end. `isCurrent`:
   * whether a plan is this program's work.
   */
  constructor(
    plans: readonly StoredPlan[],
    reread: ReadonlySet<string>,
    idOf: (path: string) => string | null,
    isCurrent: (plan: StoredPlan) => boolean,
  ) {
    for (const plan of plans) {
      const isLeftOver = (idOf(plan.path) ?? plan.id) !== plan.id;
      if (isLeftOver) this.#replaced.add(plan.path);
      if (isLeftOver || reread.has(plan.path)) {
        this.#before.push(plan);
        continue;
      }
      this.#byId.set(plan.id, plan);
      if (isCurrent(plan)) this.#bySha256.set(plan.sha256, plan);
    }
  }

  /** The plan that the same bytes gave already, null where there is none. */
  ofContent(sha256: string): StoredPlan | null {
    return this.#bySha256.get(sha256) ?? null;
  }

  /** The id under which a document's plan is to be stored. */
  claim(id: string, path: string, sha256: string): string {
    const holder = this.#byId.get(id);
    const plan = {
      id: holder === undefined || holder.sha256 === sha256 ? id : `${id}-${sha256.slice(0, 8)}`,
      path,
      sha256,
    };
    this.#byId.set(plan.id, plan);
    this.#bySha256.set(sha256, plan);
    this.#replaced.add(path);
    return plan.id;
  }

  /** Notes that a document turned out to hold the bytes of another, and has no plan of its own any more. */
  giveUp(path: string): void {
    this.#replaced.add(path);
  }

  /** Ids that documents had before and, read again, have no more. */
  abandoned(): string[] {
    return this.#before
      .filter((plan) => this.#replaced.has(plan.path) && !this.#byId.has(plan.id))
      .map((plan) => plan.id);
  }
}
