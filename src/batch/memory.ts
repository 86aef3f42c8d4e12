import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Where documents are read elsewhere, new garbage is collected after so many of them, and old garbage too after more. */
const NEW_AFTER = 16;
const ALL_AFTER = 200;

type Collector = (options?: { type: 'minor' }) => void;

let collector: Collector | undefined;

/**
 * Collects garbage, which takes some 20 ms. What waits for its turn becomes old, and the engine lets old garbage lie until
 * there is as much of it as of all the rest: a long run would seem to need ever more memory.
 */
export function collectGarbage(): void {
  collect();
}

/** Keeps the memory of a process flat that hands documents on and has them stored. */
export class Tidying {
  #sinceNew = 0;
  #sinceAll = 0;

  /** `passesBytesOn`: what is handed on are bytes that nothing is made of here, so that little becomes old. */
  constructor({ passesBytesOn = false } = {}) {
    // The engine gives new objects twice the room where many of them are at hand at once, and takes none of it back.
    setFlagsFromString('--semi-space-growth-factor=1');
    // The cores are for those that read.
    setFlagsFromString('--no-parallel-scavenge');
    // Bytes that come and go with every few documents would have it go through everything much more often than it is told to.
    if (passesBytesOn) setFlagsFromString('--heap-growing-percent=100');
  }

  /**
   * So many more documents are stored. Their bytes lie where only collecting lets go of them: the longer they wait for
   * it, the more room they leave behind that nothing else fits into.
   */
  stored(documents: number): void {
    this.#sinceNew += documents;
    this.#sinceAll += documents;
    if (this.#sinceAll >= ALL_AFTER) {
      this.#sinceNew = 0;
      this.#sinceAll = 0;
      collect();
    } else if (this.#sinceNew >= NEW_AFTER) {
      this.#sinceNew = 0;
      collect({ type: 'minor' });
    }
  }
}

function collect(...options: Parameters<Collector>): void {
  if (collector === undefined) {
    setFlagsFromString('--expose-gc');
    const found: unknown = runInNewContext('gc');
    collector = typeof found === 'function' ? (...how) => found(...how) : () => {};
  }
  collector(...options);
}
