import { canonical, SOFT, similarity } from './similarity.ts';

/** Values that agree, that were printed and should not have been, and that should have been printed. */
export interface Tally {
  right: number;
  extra: number;
  missing: number;
}

/** How a field fared: `soft` takes texts that are nearly the same for right; they are one for every other kind of field. */
export interface FieldTally {
  strict: Tally;
  soft: Tally;
}

export interface Difference {
  field: string;
  /** Which entry of a list it is about, in words. */
  entry: string;
  kind: 'missing' | 'extra' | 'wrong';
  expected: Value;
  actual: Value;
}

export type Value = string | number | boolean | null;

export interface Score {
  precision: number;
  recall: number;
  f1: number;
}

/** Collects, value by value, how what was printed compares to what is right. */
export class Comparison {
  readonly fields = new Map<string, FieldTally>();
  readonly differences: Difference[] = [];

  /** Numbers, dates, document numbers, ids, units and relations: right or wrong. Null is "not stated" and counts for nothing. */
  exact(field: string, expected: Value, actual: Value, entry = ''): void {
    this.#add(field, expected, actual, expected === actual, expected === actual, entry);
  }

  /** Texts: strictly the same but for spelling conventions, or softly alike. */
  text(field: string, expected: string | null, actual: string | null, entry = ''): void {
    const comparable = expected !== null && actual !== null;
    const same = comparable && canonical(expected) === canonical(actual);
    this.#add(
      field,
      expected,
      actual,
      same,
      same || (comparable && similarity(expected, actual) >= SOFT),
      entry,
    );
  }

  /** Whether an entry of a list was found at all, or as a whole; `silent` where its parts tell the difference. */
  entry(
    field: string,
    expected: string | null,
    actual: string | null,
    isRight: boolean,
    isAlike = isRight,
    silent = false,
  ): void {
    this.#add(field, expected, actual, isRight, isAlike, '', silent);
  }

  /** Takes another comparison's counts in, and its differences unless told not to. */
  include({ fields, differences }: Comparison, withDifferences = true): void {
    for (const [field, { strict, soft }] of fields) {
      const tally = this.#tally(field);
      addTally(tally.strict, strict);
      addTally(tally.soft, soft);
    }
    if (withDifferences) this.differences.push(...differences);
  }

  /** Whether nothing is missing, too much or wrong. */
  isRight(kind: keyof FieldTally): boolean {
    return [...this.fields.values()].every((tally) => tally[kind].extra + tally[kind].missing === 0);
  }

  #tally(field: string): FieldTally {
    let tally = this.fields.get(field);
    if (tally === undefined) {
      tally = { strict: emptyTally(), soft: emptyTally() };
      this.fields.set(field, tally);
    }
    return tally;
  }

  #add(
    field: string,
    expected: Value,
    actual: Value,
    isRight: boolean,
    isAlike: boolean,
    entry: string,
    silent = false,
  ): void {
    const tally = this.#tally(field);
    if (expected === null && actual === null) return;
    for (const [counts, right] of [
      [tally.strict, isRight],
      [tally.soft, isAlike],
    ] as const) {
      if (right) counts.right++;
      else {
        if (actual !== null) counts.extra++;
        if (expected !== null) counts.missing++;
      }
    }
    if (isRight || silent) return;
    const kind = expected === null ? 'extra' : actual === null ? 'missing' : 'wrong';
    this.differences.push({ field, entry, kind, expected, actual });
  }
}

export function emptyTally(): Tally {
  return { right: 0, extra: 0, missing: 0 };
}

export function addTally(to: Tally, more: Tally): void {
  to.right += more.right;
  to.extra += more.extra;
  to.missing += more.missing;
}

/** Precision, recall and F1, to four decimals; null where there was nothing to find and nothing was printed. */
export function scoreOf({ right, extra, missing }: Tally): Score | null {
  if (right + extra + missing === 0) return null;
  const precision = right + extra === 0 ? 0 : right / (right + extra);
  const recall = right + missing === 0 ? 0 : right / (right + missing);
  const f1 = (2 * right) / (2 * right + extra + missing);
  return { precision: round(precision), recall: round(recall), f1: round(f1) };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
