/**
 * Begins items in their order, so many before the first result is taken as `ahead` says, and gives the results in the
 * same order. Ends, also where it is left early, when nothing that was begun is under way any more. Throws what an
 * item rejects with, at its turn.
 */
export async function* inOrder<T, R>(
  items: readonly T[],
  begin: (item: T) => Promise<R>,
  ahead: number,
): AsyncGenerator<{ item: T; result: R }> {
  const begun: { item: T; result: Promise<R> }[] = [];
  let next = 0;
  try {
    for (;;) {
      for (const item of items.slice(next, next + ahead - begun.length)) {
        const result = begin(item);
        // Seen at its turn, which may come later than its failure.
        result.catch(() => {});
        begun.push({ item, result });
        next++;
      }
      const first = begun.shift();
      if (first === undefined) return;
      yield { item: first.item, result: await first.result };
    }
  } finally {
    await Promise.allSettled(begun.map(({ result }) => result));
  }
}
