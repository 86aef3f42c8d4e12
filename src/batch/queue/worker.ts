import { setTimeout as delay } from 'node:timers/promises';
import type { PipelineInput, PipelineOptions } from '../../pipeline.ts';
import type { FailureReason } from '../../report/run.ts';
import type { PreparedPlan } from '../../store/prepared.ts';
import type { Store } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';
import { fingerprint } from '../fingerprint.ts';
import { reasonOf } from '../ingest.ts';
import { Tidying } from '../memory.ts';
import type { Outcome } from '../process/outcome.ts';
import type { DocumentSource } from './document-source.ts';
import type { Job, JobQueue } from './job-queue.ts';
import { type AtHand, type Opened, openSome, readTogether } from './opened.ts';
import { withPatience } from './patience.ts';
import { entryOf, known, type Settled, type SettledCounts, settle } from './settled.ts';

/** So many documents at the most are taken and stored together, and so few that they do not take much longer than this. */
const MOST_AT_ONCE = 16;
const TOGETHER_MS = 2000;

/** Who has just been at work looks again so soon, then more and more seldom. */
const FIRST_POLL_MS = 50;

export interface WorkerOptions {
  store: Store;
  queue: JobQueue;
  /** Where the documents are. */
  documents: DocumentSource;
  lang: 'vi' | 'en';
  /** Documents that are read at a time. */
  jobs: number;
  /** Reads documents and takes apart what they gave; tells what became of the first of them, at least one. */
  read: (inputs: readonly PipelineInput[], options: PipelineOptions) => Promise<Outcome<PreparedPlan>[]>;
  /** Ends when no document waits or is being read, rather than waiting for more. */
  untilEmpty?: boolean;
  /** Once aborted, the documents at hand are finished. */
  signal?: AbortSignal;
  /** How long to wait at the most before looking again, where nothing waits. */
  pollMs?: number;
  /** How often to say that documents are still being read. */
  keepMs?: number;
  onDone?: (done: WorkerProgress) => void;
}

export interface WorkerProgress extends SettledCounts {
  path: string;
}

/**
 * Takes documents from the queue and reads them until asked to stop. What is read and the end of its job are stored in one
 * transaction, often together with others: a document that is taken over from a worker that died, or was slow, gives its
 * results once. A database that is started anew is waited for; throws a StoreError where it stays away.
 */
export async function work(options: WorkerOptions): Promise<SettledCounts> {
  const {
    store,
    queue,
    documents: source,
    lang,
    signal,
    untilEmpty = false,
    pollMs = 1000,
    keepMs = 15_000,
  } = options;
  const program = fingerprint({ lang });
  const patiently = <T>(what: () => Promise<T>): Promise<T> => withPatience(what, signal);
  const held = new Set<Job>();
  const progress = { stored: 0, failed: 0, again: 0, pages: 0 };
  const tidying = new Tidying({ passesBytesOn: true });
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
    // The first is taken alone: it may have been the end of a worker before.
    let most = 1;
    let pause = Math.min(FIRST_POLL_MS, pollMs);
    while (!signal?.aborted) {
      const jobs = await patiently(() => queue.take(most));
      if (jobs.length > 0) {
        const began = performance.now();
        await handle(jobs);
        const each = (performance.now() - began) / jobs.length;
        most = Math.max(1, Math.min(MOST_AT_ONCE, Math.round(TOGETHER_MS / each)));
        pause = Math.min(FIRST_POLL_MS, pollMs);
        continue;
      }
      await patiently(() => queue.expire());
      await patiently(bury);
      if (untilEmpty && (await patiently(isEmpty))) return;
      await delay(pause, undefined, signal === undefined ? {} : { signal }).catch(() => {});
      pause = Math.min(pollMs, 2 * pause);
    }
  }

  async function handle(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) held.add(job);
    try {
      let waiting = jobs;
      while (waiting.length > 0 && !signal?.aborted) {
        const opened = await openSome(source, waiting);
        const left = await readAll(opened);
        waiting = [...left, ...waiting.slice(opened.length)];
      }
      if (waiting.length > 0) await giveBack(waiting);
    } finally {
      for (const job of jobs) held.delete(job);
    }
  }

  /** Reads documents and stores what became of them, now and then; gives those that it had not begun when asked to stop. */
  async function readAll(documents: readonly Opened[]): Promise<Job[]> {
    const begun = documents.map(({ job }) => job.path);
    const hashes = new Set(documents.flatMap(({ sha256 }) => sha256 ?? []));
    const twins = await patiently(() =>
      store.together(async (unit) => {
        await unit.begin(begun);
        return unit.plansOf([...hashes], program);
      }),
    );
    const met = new Set<string>();
    let settled: Settled[] = [];
    let since = performance.now();
    let rest = documents;
    for (let [next] = rest; next !== undefined; [next] = rest) {
      if (signal?.aborted) {
        await settleAll(settled);
        return rest.map(({ job }) => job);
      }
      if (next.sha256 !== null && !twins.has(next.sha256) && met.delete(next.sha256)) {
        await settleAll(settled);
        settled = [];
        const { sha256 } = next;
        const stored = await patiently(() => store.together((unit) => unit.plansOf([sha256], program)));
        for (const [of, id] of stored) twins.set(of, id);
      }
      const now = known(next, twins) ?? (await read(readTogether(rest, twins, met)));
      for (const { sha256 } of now) if (sha256 !== null) met.add(sha256);
      settled.push(...now);
      rest = rest.slice(now.length);
      if (performance.now() - since < TOGETHER_MS) continue;
      await settleAll(settled);
      settled = [];
      since = performance.now();
    }
    await settleAll(settled);
    return [];
  }

  /** What became of the first of some documents. */
  async function read(documents: readonly AtHand[]): Promise<Settled[]> {
    const inputs = documents.map(({ job: { path }, bytes }) => ({ path, bytes }));
    const outcomes = await options.read(inputs, { lang });
    return outcomes.flatMap((outcome, at): Settled[] => {
      const document = documents[at];
      if (document === undefined) return [];
      const { job, sha256 } = document;
      return 'plan' in outcome
        ? [{ job, sha256, plan: outcome.plan }]
        : [{ job, sha256, failure: reasonOf(outcome.error) }];
    });
  }

  /** Stores what became of documents, with the ends of their jobs. */
  async function settleAll(documents: readonly Settled[]): Promise<void> {
    if (documents.length === 0) return;
    let done: SettledCounts;
    try {
      done = await patiently(() => store.together((unit) => settle(unit, queue, documents, program)));
    } catch (error) {
      if (error instanceof StoreError) throw error;
      // One that can't be stored must not keep the others from it.
      if (documents.length > 1) for (const document of documents) await settleAll([document]);
      else
        for (const { job, sha256 } of documents) await settleAll([{ job, sha256, failure: reasonOf(error) }]);
      return;
    }
    progress.stored += done.stored;
    progress.failed += done.failed;
    progress.again += done.again;
    progress.pages += done.pages;
    tidying.stored(documents.length);
    const path = documents.at(-1)?.job.path;
    if (path !== undefined) options.onDone?.({ ...progress, path });
  }

  async function giveBack(jobs: readonly Job[]): Promise<void> {
    await store.together(async (unit) => {
      const mine = await queue.hold(unit, jobs);
      await queue.giveBack(unit, mine);
      await unit.queue(
        mine.map(({ path }) => path),
        program,
      );
    });
  }

  /** Those that were given up because their workers died have a reason in the journal too. */
  async function bury(): Promise<void> {
    for (;;) {
      const path = await queue.buryNext(
        (note) => store.together(note),
        async (unit, lost) => {
          if ((await unit.stateOf(lost)) === 'failed') return;
          const failure: FailureReason = { code: 'crashed', detail: 'worker' };
          await unit.remember([{ ...entryOf(lost, null, program), failure }]);
        },
      );
      if (path === null) return;
    }
  }

  async function isEmpty(): Promise<boolean> {
    const { waiting, again, active } = await queue.counts();
    return waiting + again + active === 0;
  }
}
