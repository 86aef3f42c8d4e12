import { setTimeout as delay } from 'node:timers/promises';
import { StoreError } from '../../store/store-error.ts';

/** How long a database that is away is waited for: some five minutes in all. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
const MOST_WAITS = 16;

/** Does something with the database, again and again where it is away for a while. */
export async function withPatience<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await work();
    } catch (error) {
      const isAway = error instanceof StoreError && error.code === 'unreachable';
      if (!isAway || waits === MOST_WAITS || signal?.aborted) throw error;
      await delay(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** waits));
    }
  }
}
