import { canonical, SOFT, similarity } from './similarity.ts';

/** Values that agree, that were printed and should not have been, and that should have been printed. */
export interface Tally {
  right: number;
  extra: number;
  missing: number;
}

/** Three ways of being right: strictly, softly (texts that are nearly the same), and in its figures. */
export const MEASURES = ['strict', 'soft', 'numeric'] as const;
export type Measure = (typeof MEASURES)[number];

/** How a field fared by each measure; they differ for texts only. */
export type FieldTally = Record<Measure, Tally>;

/** A value that was printed: where it stands in the record, and whether it is strictly right. */
export interface Printed {
  pointer: string;
  isRight: boolean;
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
  readonly printed: Printed[] = [];
  readonly #at: string | null;
  readonly #depth: number;

  /**
   * `at` is the JSON Pointer of what was printed, null where nothing was; fields are named from the record's root, so
   * that `depth` of a field's parts are in `at` already.
   */
  constructor(at: string | null = '', depth = 0) {
    this.#at = at;
    this.#depth = depth;
  }

  /** Numbers, dates, document numbers, ids, units and relations: right or wrong. Null is "not stated" and counts for nothing. */
  exact(field: string, expected: Value, actual: Value, entry = ''): void {
    const isRight = expected === actual;
    this.#add(field, expected, actual, { strict: isRight, soft: isRight, numeric: isRight }, entry);
    this.#print(field, actual, isRight);
  }

  /** Texts: strictly the same but for spelling conventions, or softly alike. */
  text(field: string, expected: string | null, actual: string | null, entry = ''): void {
    const comparable = expected !== null && actual !== null;
    const same = comparable && canonical(expected) === canonical(actual);
    const right = {
      strict: same,
      soft: same || (comparable && similarity(expected, actual) >= SOFT),
      numeric: same || (comparable && figures(expected) === figures(actual)),
    };
    this.#add(field, expected, actual, right, entry);
    this.#print(field, actual, same);
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
    this.#add(field, expected, actual, { strict: isRight, soft: isAlike, numeric: isAlike }, '', silent);
  }

  /** Takes another comparison's counts in, and its differences unless told not to. */
  include({ fields, differences, printed }: Comparison, withDifferences = true): void {
    for (const [field, parts] of fields) {
      const tally = this.#tally(field);
      for (const measure of MEASURES) addTally(tally[measure], parts[measure]);
    }
    if (withDifferences) this.differences.push(...differences);
    this.printed.push(...printed);
  }

  /** Whether nothing is missing, too much or wrong, in all fields or in those given. */
  isRight(measure: Measure, fields: Iterable<string> = this.fields.keys()): boolean {
    return [...fields].every((field) => {
      const tally = this.fields.get(field)?.[measure];
      return tally === undefined || tally.extra + tally.missing === 0;
    });
  }

  #print(field: string, actual: Value, isRight: boolean): void {
    if (actual === null || this.#at === null) return;
    const rest = field.split('.').slice(this.#depth);
    this.printed.push({ pointer: [this.#at, ...rest].join('/'), isRight });
  }

  #tally(field: string): FieldTally {
    let tally = this.fields.get(field);
    if (tally === undefined) {
      tally = emptyFieldTally();
      this.fields.set(field, tally);
    }
    return tally;
  }

  #add(
    field: string,
    expected: Value,
    actual: Value,
    right: Record<Measure, boolean>,
    entry: string,
    silent = false,
  ): void {
    const tally = this.#tally(field);
    if (expected === null && actual === null) return;
    for (const measure of MEASURES) {
      const counts = tally[measure];
      if (right[measure]) counts.right++;
      else {
        if (actual !== null) counts.extra++;
        if (expected !== null) counts.missing++;
      }
    }
    if (right.strict || silent) return;
    const kind = expected === null ? 'extra' : actual === null ? 'missing' : 'wrong';
    this.differences.push({ field, entry, kind, expected, actual });
  }
}

export function emptyFieldTally(): FieldTally {
  return { strict: emptyTally(), soft: emptyTally(), numeric: emptyTally() };
}

/** The figures of a text, in order: "2,3; 2025". */
function figures(text: string): string {
  return (text.match(/\d+(?:[.,/-]\d+)*/g) ?? []).join('; ');
}

function emptyTally(): Tally {
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
