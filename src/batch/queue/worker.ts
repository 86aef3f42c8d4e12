import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PipelineInput, PipelineOptions, ProcessedPlan } from '../../pipeline.ts';
import type { FailureReason } from '../../report/run.ts';
import type { StoredIngest } from '../../store/journal.ts';
import type { Store } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';
import { fingerprint } from '../fingerprint.ts';
import { openDocument, reasonOf } from '../ingest.ts';
import { type Job, type JobQueue, LeaseLost } from './job-queue.ts';

/** What may be a fault of the machine, its memory or its way to the files, and not of the document. */
const WORTH_ANOTHER_TRY: ReadonlySet<FailureReason['code']> = new Set([
  'not-found',
  'unreadable',
  'too-much-memory',
  'crashed',
  'internal',
]);

export interface WorkerOptions {
  store: Store;
  queue: JobQueue;
  /** Absolute folder that the documents' paths are relative to. */
  root: string;
  lang: 'vi' | 'en';
  /** Documents that are read at a time. */
  jobs: number;
  process: (input: PipelineInput, options: PipelineOptions) => Promise<ProcessedPlan>;
  /** Ends when no document waits or is being read, rather than waiting for more. */
  untilEmpty?: boolean;
  /** Once aborted, the documents at hand are finished. */
  signal?: AbortSignal;
  /** How long to wait before looking again, where nothing waits. */
  pollMs?: number;
  /** How often to say that documents are still being read. */
  keepMs?: number;
  onDone?: (done: WorkerProgress) => void;
}

export interface WorkerProgress {
  stored: number;
  failed: number;
  /** Left for another try. */
  again: number;
  pages: number;
  path: string;
}

/**
 * Takes documents from the queue and reads them until asked to stop. What is read and the end of its job are stored in one
 * transaction: a document that is taken over from a worker that died, or was slow, gives its results once. Throws a
 * StoreError where the database is gone.
 */
export async function work(options: WorkerOptions): Promise<Omit<WorkerProgress, 'path'>> {
  const { store, queue, root, lang, signal, untilEmpty = false, pollMs = 1000, keepMs = 15_000 } = options;
  const program = fingerprint({ lang });
  const held = new Set<Job>();
  const progress = { stored: 0, failed: 0, again: 0, pages: 0 };
  const keeping = setInterval(() => {
    // Where it can't be said, another worker takes them over.
    queue.keep([...held]).catch(() => {});
  }, keepMs);
  try {
    await Promise.all(Array.from({ length: options.jobs }, () => slot()));
  } finally {
    clearInterval(keeping);
  }
  return progress;

  async function slot(): Promise<void> {
    while (!signal?.aborted) {
      const job = await queue.take();
      if (job !== null) {
        held.add(job);
        try {
          await handle(job);
        } finally {
          held.delete(job);
        }
        options.onDone?.({ ...progress, path: job.path });
        continue;
      }
      await queue.expire();
      await bury();
      if (untilEmpty && (await isEmpty())) return;
      await delay(pollMs, undefined, signal === undefined ? {} : { signal }).catch(() => {});
    }
  }

  async function handle(job: Job): Promise<void> {
    const { path } = job;
    let sha256: string | null = null;
    try {
      const bytes = await openDocument(resolve(root, path), path);
      const sha = createHash('sha256').update(bytes).digest('hex');
      sha256 = sha;
      const twin = await store.together(async (unit) => {
        await unit.begin(path);
        return unit.planOf(sha, program);
      });
      const read = twin === null ? await options.process({ path, bytes }, { lang }) : null;
      await store.together(async (unit) => {
        await queue.complete(unit, job);
        const planId =
          twin ??
          (read === null
            ? null
            : await unit.savePlan(
                { record: read.record, text: read.text, repairs: `${JSON.stringify(read.repairs)}\n` },
                program,
              ));
        await unit.remember({ ...entryOf(path, sha), planId });
      });
      progress.stored++;
      progress.pages += read?.record.source.pages.length ?? 0;
    } catch (error) {
      if (error instanceof StoreError) throw error;
      if (!(error instanceof LeaseLost)) await failed(job, sha256, reasonOf(error));
    }
  }

  async function failed(job: Job, sha256: string | null, failure: FailureReason): Promise<void> {
    const { path } = job;
    const isFinal = job.isLastTry || !WORTH_ANOTHER_TRY.has(failure.code);
    try {
      await store.together(async (unit) => {
        if (isFinal && !job.isLastTry) await queue.complete(unit, job);
        else await queue.fail(unit, job, failure);
        if (isFinal) await unit.remember({ ...entryOf(path, sha256), failure });
        else await unit.queue([path], program);
      });
      if (isFinal) progress.failed++;
      else progress.again++;
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    }
  }

  /** Those that were given up because their workers died have a reason in the journal too. */
  async function bury(): Promise<void> {
    for (;;) {
      const path = await queue.buryNext(
        (note) => store.together(note),
        async (unit, lost) => {
          if ((await unit.stateOf(lost)) === 'failed') return;
          const failure: FailureReason = { code: 'crashed', detail: 'worker' };
          await unit.remember({ ...entryOf(lost, null), failure });
        },
      );
      if (path === null) return;
    }
  }

  async function isEmpty(): Promise<boolean> {
    const { waiting, again, active } = await queue.counts();
    return waiting + again + active === 0;
  }

  function entryOf(path: string, sha256: string | null): StoredIngest {
    return { path, sha256, fingerprint: program, planId: null, failure: null };
  }
}
