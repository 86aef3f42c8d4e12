import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { IngestProgress } from './ingest.ts';
import { isRunning, writeWhole } from './output.ts';

const NAME = /^run-(\d+)\.json$/;
const WRITE_MS = 2000;

const Run = z.object({
  pid: z.number(),
  /** Milliseconds since it began its first document. */
  elapsed: z.number(),
  done: z.number(),
  all: z.number(),
  pages: z.number(),
});

/** A run that is going on, or was cut off. */
export type Run = z.infer<typeof Run> & { isRunning: boolean };

/**
 * Tells other processes how far a run has come, in a file beside its results that is gone when the run ends: what stays
 * does not depend on the clock.
 */
export class RunFile {
  readonly #file: string;
  readonly #began = performance.now();
  #told = Number.NEGATIVE_INFINITY;
  #writing: Promise<void> = Promise.resolve();

  constructor(out: string) {
    this.#file = join(out, `run-${process.pid}.json`);
  }

  tell({ done, all, pages }: IngestProgress): void {
    const elapsed = performance.now() - this.#began;
    if (elapsed - this.#told < WRITE_MS) return;
    this.#told = elapsed;
    const run = { pid: process.pid, elapsed, done, all, pages };
    // Whether others can see it must not matter to the run.
    this.#writing = this.#writing
      .then(() => writeWhole(this.#file, `${JSON.stringify(run)}\n`))
      .catch(() => {});
  }

  async end(): Promise<void> {
    await this.#writing;
    await rm(this.#file, { force: true });
  }
}

/** The runs that write to a result folder. */
export async function runsIn(out: string): Promise<Run[]> {
  const runs: Run[] = [];
  for (const name of (await readdir(out).catch(() => [])).filter((each) => NAME.test(each)).sort()) {
    try {
      const run = Run.parse(JSON.parse(await readFile(join(out, name), 'utf8')));
      runs.push({ ...run, isRunning: isRunning(run.pid) });
    } catch {
      // It ended while it was looked at.
    }
  }
  return runs;
}

/** Takes away what runs that were killed left. */
export async function clearRuns(out: string): Promise<void> {
  for (const { pid, isRunning: goesOn } of await runsIn(out)) {
    if (!goesOn) await rm(join(out, `run-${pid}.json`), { force: true });
  }
}
