import { shorten } from '../report/style.ts';
import type { Output } from './host.ts';

const CLEAR_LINE = '\r\u001B[2K';

/** One line on a terminal that is written over and over; nothing where the output is no terminal. */
export class Progress {
  readonly #output: Output;
  #shown = false;

  constructor(output: Output) {
    this.#output = output;
  }

  show(text: string): void {
    if (!this.#output.isTTY) return;
    this.#output.write(CLEAR_LINE + shorten(text, (this.#output.columns ?? 80) - 1));
    this.#shown = true;
  }

  /** Takes the line away, so that what is printed next starts clean. */
  clear(): void {
    if (this.#shown) this.#output.write(CLEAR_LINE);
    this.#shown = false;
  }
}
