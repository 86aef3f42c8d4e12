import { setTimeout as delay } from 'node:timers/promises';
import type { PipelineInput, PipelineOptions } from '../../pipeline.ts';
import type { FailureReason } from '../../report/run.ts';
import type { StoredIngest } from '../../store/journal.ts';
import type { PreparedPlan } from '../../store/prepared.ts';
import type { Store } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';
import type { Unit } from '../../store/unit.ts';
import { sha256Of } from '../document-bytes.ts';
import { fingerprint } from '../fingerprint.ts';
import { reasonOf } from '../ingest.ts';
import { Tidying } from '../memory.ts';
import type { Outcome } from '../process/outcome.ts';
import type { DocumentSource } from './document-source.ts';
import type { Job, JobQueue } from './job-queue.ts';

/** What may be a fault of the machine, its memory or its way to the files, and not of the document. */
const WORTH_ANOTHER_TRY: ReadonlySet<FailureReason['code']> = new Set([
  'not-found',
  'unreadable',
  'too-much-memory',
  'crashed',
  'internal',
]);

/** So many documents at the most are taken and stored together, and so few that they do not take much longer than this. */
const MOST_AT_ONCE = 16;
const TOGETHER_MS = 2000;
/** Of documents that are opened together, those before the last have no more than this. */
const BYTES_TOGETHER = 32 * 1024 * 1024;
/** Of documents that are read together too: as much as takes no time to hand over, if need be again. */
const BYTES_READ_TOGETHER = 256 * 1024;

/** Who has just been at work looks again so soon, then more and more seldom. */
const FIRST_POLL_MS = 50;

/** How long a database that is away is waited for: some five minutes in all. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
const MOST_WAITS = 16;

/** A document whose job can end: one of what it gave, the plan that the same bytes gave before, and why it gave none. */
interface Settled {
  job: Job;
  sha256: string | null;
  plan?: PreparedPlan;
  twin?: string;
  failure?: FailureReason;
}

/** A document whose bytes are at hand, or why they are not. */
type Opened = AtHand | { job: Job; sha256: null; failure: FailureReason };
interface AtHand {
  job: Job;
  sha256: string;
  bytes: Uint8Array;
}

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
 * transaction, often together with others: a document that is taken over from a worker that died, or was slow, gives its
 * results once. A database that is started anew is waited for; throws a StoreError where it stays away.
 */
export async function work(options: WorkerOptions): Promise<Omit<WorkerProgress, 'path'>> {
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
        const opened = await openSome(waiting);
        const left = await readAll(opened);
        waiting = [...left, ...waiting.slice(opened.length)];
      }
      if (waiting.length > 0) await giveBack(waiting);
    } finally {
      for (const job of jobs) held.delete(job);
    }
  }

  /** The first of some documents, as many as memory is well spent on. */
  async function openSome(jobs: readonly Job[]): Promise<Opened[]> {
    const opened: Opened[] = [];
    let size = 0;
    for (const job of jobs) {
      if (size > BYTES_TOGETHER) break;
      try {
        const bytes = await source.open(job.path);
        size += bytes.byteLength;
        opened.push({ job, sha256: sha256Of(bytes), bytes });
      } catch (error) {
        opened.push({ job, sha256: null, failure: reasonOf(error) });
      }
    }
    return opened;
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
        await settle(settled);
        return rest.map(({ job }) => job);
      }
      if (next.sha256 !== null && !twins.has(next.sha256) && met.delete(next.sha256)) {
        await settle(settled);
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
      await settle(settled);
      settled = [];
      since = performance.now();
    }
    await settle(settled);
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
  async function settle(documents: readonly Settled[]): Promise<void> {
    if (documents.length === 0) return;
    let done: Omit<WorkerProgress, 'path'>;
    try {
      done = await patiently(() => store.together((unit) => settleIn(unit, documents)));
    } catch (error) {
      if (error instanceof StoreError) throw error;
      // One that can't be stored must not keep the others from it.
      if (documents.length > 1) for (const document of documents) await settle([document]);
      else for (const { job, sha256 } of documents) await settle([{ job, sha256, failure: reasonOf(error) }]);
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

  async function settleIn(unit: Unit, documents: readonly Settled[]): Promise<Omit<WorkerProgress, 'path'>> {
    const mine = new Set(
      await queue.hold(
        unit,
        documents.map(({ job }) => job),
      ),
    );
    const entries = new Map<string, StoredIngest>();
    const completed: Job[] = [];
    const again: string[] = [];
    const done = { stored: 0, failed: 0, again: 0, pages: 0 };
    const plans: { plan: PreparedPlan; job: Job; sha256: string }[] = [];
    for (const { job, sha256, plan, twin, failure } of documents) {
      if (!mine.has(job)) continue;
      const { path } = job;
      if (failure !== undefined) {
        const isFinal = job.isLastTry || !WORTH_ANOTHER_TRY.has(failure.code);
        if (isFinal && !job.isLastTry) completed.push(job);
        else await queue.fail(unit, job, failure);
        if (isFinal) entries.set(path, { ...entryOf(path, sha256), failure });
        else again.push(path);
        if (isFinal) done.failed++;
        else done.again++;
        continue;
      }
      completed.push(job);
      done.stored++;
      if (twin !== undefined) entries.set(path, { ...entryOf(path, sha256), planId: twin });
      if (plan === undefined || sha256 === null) continue;
      done.pages += plan.row.pages;
      plans.push({ plan, job, sha256 });
    }
    const ids = await unit.savePlans(
      plans.map(({ plan }) => plan),
      program,
    );
    for (const [at, { job, sha256 }] of plans.entries()) {
      entries.set(job.path, { ...entryOf(job.path, sha256), planId: ids[at] ?? null });
    }
    await unit.remember([...entries.values()]);
    await unit.queue(again, program);
    await queue.complete(unit, completed);
    return done;
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

  /** Does something with the database, again and again where it is away for a while. */
  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let waits = 0; ; waits++) {
      try {
        return await work();
      } catch (error) {
        const isAway = error instanceof StoreError && error.code === 'unreachable';
        if (!isAway || waits === MOST_WAITS || signal?.aborted) throw error;
        await delay(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** waits));
      }
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
          await unit.remember([{ ...entryOf(lost, null), failure }]);
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

/** What became of a document that need not be read. */
function known(document: Opened, twins: ReadonlyMap<string, string>): Settled[] | null {
  if ('failure' in document) return [document];
  const { job, sha256 } = document;
  const twin = twins.get(sha256);
  return twin === undefined ? null : [{ job, sha256, twin }];
}

/** The first of some documents up to one that need not be read, or has the bytes of one before. The first is to be read. */
function readTogether(
  documents: readonly Opened[],
  twins: ReadonlyMap<string, string>,
  met: ReadonlySet<string>,
): AtHand[] {
  const together: AtHand[] = [];
  const hashes = new Set(met);
  let size = 0;
  for (const document of documents) {
    if ('failure' in document || twins.has(document.sha256) || hashes.has(document.sha256)) break;
    size += document.bytes.byteLength;
    if (together.length > 0 && size > BYTES_READ_TOGETHER) break;
    together.push(document);
    hashes.add(document.sha256);
  }
  return together;
}
