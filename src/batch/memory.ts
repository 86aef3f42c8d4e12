import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has the engine wait until there is three times as much garbage as of all the rest. Texts pass through a worker whose own
 * heap is small, and it would collect them after every 40 documents, on all cores, from those who read.
 */
export function collectSeldom(): void {
  setFlagsFromString('--heap-growing-percent=300');
}

let collect: (() => void) | undefined;

/**
 * Collects garbage, which takes some 20 ms. What waits for its turn becomes old, and the engine lets old garbage lie until
 * there is as much of it as of all the rest: a long run would seem to need ever more memory.
 */
export function collectGarbage(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    const found: unknown = runInNewContext('gc');
    collect = typeof found === 'function' ? () => found() : () => {};
  }
  collect();
}
