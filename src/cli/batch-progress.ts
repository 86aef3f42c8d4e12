import type { IngestProgress } from '../batch/ingest.ts';
import type { Messages } from '../report/messages/vi.ts';
import type { Output } from './host.ts';
import { Progress } from './progress.ts';

/** A rate is told when the run is old enough for it to mean something. */
const SETTLED_MS = 5000;
/** Where a log is written, a line now and then is enough. */
const PLAIN_LINE_MS = 15_000;

/** How far a run over many documents has come: a line written over and over on a terminal, a plain line now and then elsewhere. */
export class BatchProgress {
  readonly #output: Output;
  readonly #line: Progress;
  readonly #m: Messages;
  readonly #now: () => number;
  #began: number | null = null;
  #told: number | null = null;

  constructor(output: Output, m: Messages, now: () => number = performance.now.bind(performance)) {
    this.#output = output;
    this.#line = new Progress(output);
    this.#m = m;
    this.#now = now;
  }

  show({ done, all, pages, path }: IngestProgress): void {
    const now = this.#now();
    this.#began ??= now;
    this.#told ??= now;
    const elapsed = now - this.#began;
    const perMinute = elapsed >= SETTLED_MS && done > 0 ? done / (elapsed / 60_000) : null;
    const text = this.#m.batchProgress({
      // The one that is worked on, counted from 1.
      done: Math.min(done + 1, all),
      all,
      pages,
      rate: perMinute === null ? null : Math.round(perMinute),
      minutesLeft: perMinute === null ? null : Math.ceil((all - done) / perMinute),
      path,
    });
    if (this.#output.isTTY) this.#line.show(text);
    else if (now - this.#told >= PLAIN_LINE_MS) {
      this.#told = now;
      this.#output.write(`${text}\n`);
    }
  }

  /** Says something on a line of its own. */
  say(text: string): void {
    this.clear();
    this.#output.write(`${text}\n`);
  }

  /** Takes the line away, so that what is printed next starts clean. */
  clear(): void {
    this.#line.clear();
  }
}
