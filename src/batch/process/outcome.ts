/** What became of a document: the plan that it gave, or why it gave none. */
export type Outcome<T> = { plan: T } | { error: unknown };

/** The outcome of reading a document. */
export async function outcomeOf<T>(read: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { plan: await read() };
  } catch (error) {
    return { error };
  }
}

/** The plan of an outcome. Throws the reason why there is none. */
export function planOf<T>(outcome: Outcome<T>): T {
  if ('error' in outcome) throw outcome.error;
  return outcome.plan;
}
