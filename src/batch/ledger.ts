import type { SettledFile, Store } from '../store/store.ts';

/** So many documents are stored in one transaction at the most, and none waits longer for it. */
const MOST_TOGETHER = 16;
const LONGEST_MS = 500;

/**
 * Tells the store which documents are begun and how they fared, several in one transaction. What a run that is killed had
 * not told yet, the next one does again.
 */
export class Ledger {
  readonly #store: Pick<Store, 'note'>;
  readonly #begun = new Set<string>();
  #settled: SettledFile[] = [];
  #writing: Promise<void> = Promise.resolve();
  #wrote = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Pick<Store, 'note'>) {
    this.#store = store;
  }

  /** A document is being read. What telling so fails with is thrown later. */
  begin(path: string): void {
    this.#begun.add(path);
    void this.#writeInTime();
  }

  /** A document fared so. Throws what this, or one of the writings before, failed with. */
  async settle(file: SettledFile): Promise<void> {
    this.#begun.delete(file.ingest.path);
    this.#settled.push(file);
    if (this.#settled.length >= MOST_TOGETHER) await this.write();
    else await this.#writeInTime();
  }

  /** Stores all that is to be told. */
  write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wrote = performance.now();
    this.#writing = this.#writing.then(async () => {
      if (this.#begun.size + this.#settled.length === 0) return;
      const begun = [...this.#begun];
      const settled = this.#settled;
      this.#begun.clear();
      this.#settled = [];
      await this.#store.note(begun, settled);
    });
    // Thrown by whatever is told next.
    this.#writing.catch(() => {});
    return this.#writing;
  }

  #writeInTime(): Promise<void> {
    if (performance.now() - this.#wrote >= LONGEST_MS) return this.write();
    this.#timer ??= setTimeout(() => void this.write(), LONGEST_MS);
    return Promise.resolve();
  }
}
