import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { IngestProgress } from './ingest.ts';
import { isRunning, prepareFolder, writeWhole } from './output.ts';

const NAME = /^run-(\d+)\.json$/;
const WRITE_MS = 2000;
/** A run says so often that it goes on, whatever its documents take. */
const BEAT_MS = 10_000;
/** One that has not said so for so long was cut off: another process may have got its number since. */
const SILENT_MS = 60_000;

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
  readonly #beat = setInterval(() => this.#write(), BEAT_MS);
  #told = Number.NEGATIVE_INFINITY;
  #news: IngestProgress | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(out: string) {
    this.#file = join(out, `run-${process.pid}.json`);
    this.#beat.unref();
  }

  tell(news: IngestProgress): void {
    this.#news = news;
    const now = performance.now();
    if (now - this.#told < WRITE_MS) return;
    this.#told = now;
    this.#write();
  }

  async end(): Promise<void> {
    clearInterval(this.#beat);
    await this.#writing;
    await rm(this.#file, { force: true });
  }

  #write(): void {
    if (this.#news === null) return;
    const { done, all, pages } = this.#news;
    const elapsed = performance.now() - this.#began;
    const run = { pid: process.pid, elapsed, done, all, pages };
    // Whether others can see it must not matter to the run.
    this.#writing = this.#writing
      .then(() => writeWhole(this.#file, `${JSON.stringify(run)}\n`))
      .catch(() => {});
  }
}

/** The runs that write to a result folder. */
export async function runsIn(out: string): Promise<Run[]> {
  const runs: Run[] = [];
  for (const name of (await readdir(out).catch(() => [])).filter((each) => NAME.test(each)).sort()) {
    try {
      const file = join(out, name);
      const run = Run.parse(JSON.parse(await readFile(file, 'utf8')));
      const isSilent = Date.now() - (await stat(file)).mtimeMs > SILENT_MS;
      runs.push({ ...run, isRunning: !isSilent && isRunning(run.pid) });
    } catch {
      // It ended while it was looked at.
    }
  }
  return runs;
}

/** Takes away what runs that were killed left, also half-written. */
export async function clearRuns(out: string): Promise<void> {
  await prepareFolder(out);
  for (const { pid, isRunning: goesOn } of await runsIn(out)) {
    if (!goesOn) await rm(join(out, `run-${pid}.json`), { force: true });
  }
}
