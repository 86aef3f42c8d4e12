import { munkres } from 'munkres';

export interface Alignment {
  /** Index into the expected list -> index into the actual one, and back. */
  toActual: ReadonlyMap<number, number>;
  toExpected: ReadonlyMap<number, number>;
}

/** So little that it only decides between pairs that are otherwise alike: the earlier with the earlier. */
const ORDER = 1e-4;

/**
 * The one-to-one matching of two lists with the greatest sum of weights. `weight` says how well two entries fit, 0–1;
 * below `least` they are not the same thing and are left unmatched.
 */
export function align<E, A>(
  expected: readonly E[],
  actual: readonly A[],
  weight: (expected: E, actual: A) => number,
  least: number,
): Alignment {
  const toActual = new Map<number, number>();
  const toExpected = new Map<number, number>();
  if (expected.length === 0 || actual.length === 0) return { toActual, toExpected };
  const longest = Math.max(expected.length, actual.length);
  const weights = expected.map((e, i) =>
    actual.map((a, j) => {
      const fit = weight(e, a);
      return fit < least ? 0 : fit + ORDER * (1 - Math.abs(i - j) / longest);
    }),
  );
  for (const [i, j] of munkres(weights.map((row) => row.map((fit) => 1 + ORDER - fit)))) {
    if ((weights[i]?.[j] ?? 0) === 0) continue;
    toActual.set(i, j);
    toExpected.set(j, i);
  }
  return { toActual, toExpected };
}
