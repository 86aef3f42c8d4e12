import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

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
