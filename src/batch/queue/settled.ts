import type { FailureReason } from '../../report/run.ts';
import type { StoredIngest } from '../../store/journal.ts';
import type { PreparedPlan } from '../../store/prepared.ts';
import type { Unit } from '../../store/unit.ts';
import type { Job, JobQueue } from './job-queue.ts';
import type { Opened } from './opened.ts';

/** What may be a fault of the machine, its memory or its way to the files, and not of the document. */
const WORTH_ANOTHER_TRY: ReadonlySet<FailureReason['code']> = new Set([
  'not-found',
  'unreadable',
  'too-much-memory',
  'crashed',
  'internal',
]);

/** A document whose job can end: one of what it gave, the plan that the same bytes gave before, and why it gave none. */
export interface Settled {
  job: Job;
  sha256: string | null;
  plan?: PreparedPlan;
  twin?: string;
  failure?: FailureReason;
}

/** How many documents fared how. */
export interface SettledCounts {
  stored: number;
  failed: number;
  /** Left for another try. */
  again: number;
  pages: number;
}

/** What became of a document that need not be read. */
export function known(document: Opened, twins: ReadonlyMap<string, string>): Settled[] | null {
  if ('failure' in document) return [document];
  const { job, sha256 } = document;
  const twin = twins.get(sha256);
  return twin === undefined ? null : [{ job, sha256, twin }];
}

/** Stores what became of documents that are still this worker's, with the ends of their jobs. */
export async function settle(
  unit: Unit,
  queue: JobQueue,
  documents: readonly Settled[],
  program: string,
): Promise<SettledCounts> {
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
      if (isFinal) entries.set(path, { ...entryOf(path, sha256, program), failure });
      else again.push(path);
      if (isFinal) done.failed++;
      else done.again++;
      continue;
    }
    completed.push(job);
    done.stored++;
    if (twin !== undefined) entries.set(path, { ...entryOf(path, sha256, program), planId: twin });
    if (plan === undefined || sha256 === null) continue;
    done.pages += plan.row.pages;
    plans.push({ plan, job, sha256 });
  }
  const ids = await unit.savePlans(
    plans.map(({ plan }) => plan),
    program,
  );
  for (const [at, { job, sha256 }] of plans.entries()) {
    entries.set(job.path, { ...entryOf(job.path, sha256, program), planId: ids[at] ?? null });
  }
  await unit.remember([...entries.values()]);
  await unit.queue(again, program);
  await queue.complete(unit, completed);
  return done;
}

/** What the journal notes of a file, but for how it fared. */
export function entryOf(path: string, sha256: string | null, program: string): StoredIngest {
  return { path, sha256, fingerprint: program, planId: null, failure: null };
}
