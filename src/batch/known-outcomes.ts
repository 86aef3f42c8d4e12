import pLimit from 'p-limit';
import { type DocumentOutcome, ReportRoom } from '../report/run.ts';
import type { JournalEntry } from '../store/journal.ts';
import type { Store } from '../store/store.ts';
import type { Archive } from './archive.ts';
import type { FoundFile } from './discover.ts';
import { openDocument, sha256Of } from './document-bytes.ts';
import type { StoredPlan } from './plan-ids.ts';
import type { Results } from './results.ts';
import type { SeenFiles } from './seen-files.ts';

/** Files that are opened at the same time. */
const OPEN_FILES = 8;
const SUMMARIES_AT_ONCE = 500;

export interface KnownOptions {
  /** By path. */
  files: readonly FoundFile[];
  /** The journal, by path. */
  earlier: ReadonlyMap<string, JournalEntry>;
  plans: readonly StoredPlan[];
  /** The fingerprint of the program that reads. */
  program: string;
  store: Pick<Store, 'summaries'>;
  results: Pick<Results, 'hold'>;
  seen: SeenFiles;
  archive?: Pick<Archive, 'holds'>;
  readBytes: (file: string) => Promise<Uint8Array>;
}

/** What an earlier run made of the same documents, by path; those that are missing have to be read again. */
export async function knownOutcomes(options: KnownOptions): Promise<Map<string, DocumentOutcome>> {
  const { files, earlier, plans, store, results, archive } = options;
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  const known = new Map<string, DocumentOutcome>();
  const unchanged: StoredPlan[] = [];
  const remembered = await Promise.all(lookUp(options));
  for (const [at, { path }] of files.entries()) {
    const before = remembered[at] ?? null;
    if (before === null) continue;
    if (before.failure !== null) known.set(path, { path, outcome: 'failed', failure: before.failure });
    const plan = before.planId === null ? undefined : planOf.get(before.planId);
    const bytes = plan === undefined ? null : (earlier.get(plan.path)?.resultBytes ?? null);
    if (plan === undefined || plan.sha256 !== before.sha256 || bytes === null) continue;
    if (archive !== undefined && !(await archive.holds(plan.id))) continue;
    if (!results.hold(plan.id, bytes)) continue;
    if (plan.path === path) unchanged.push(plan);
    else known.set(path, { path, outcome: 'duplicate', planId: plan.id, of: plan.path });
  }
  const room = new ReportRoom();
  for (let at = 0; at < unchanged.length; at += SUMMARIES_AT_ONCE) {
    const some = unchanged.slice(at, at + SUMMARIES_AT_ONCE);
    const summaries = await store.summaries(
      some.map(({ id }) => id),
      room.left,
    );
    for (const { id, path } of some) {
      const plan = summaries.get(id);
      if (plan !== undefined) known.set(path, { path, outcome: 'unchanged', plan: room.trim(plan) });
    }
  }
  const isKnown = new Set(known.keys());
  const named = new Set(files.map((file) => file.path));
  for (const document of known.values()) {
    if (document.outcome === 'duplicate' && named.has(document.of) && !isKnown.has(document.of)) {
      known.delete(document.path);
    }
  }
  return known;
}

/** What the journal says of each document that has the bytes it had then; null where it has to be read again. */
function lookUp({
  files,
  earlier,
  program,
  seen,
  readBytes,
}: KnownOptions): (Promise<JournalEntry | null> | JournalEntry | null)[] {
  const limit = pLimit(OPEN_FILES);
  return files.map(({ file, path }) => {
    const before = earlier.get(path);
    if (before === undefined || before.fingerprint !== program || before.sha256 === null) return null;
    if (before.state === 'queued' || before.state === 'running') return null;
    if (before.failure?.code === 'internal') return null;
    if (seen.sha256Of(file) === before.sha256) return before;
    return limit(async () => {
      try {
        const look = seen.look(file);
        const sha256 = sha256Of(await openDocument(file, path, readBytes));
        seen.note(file, look, sha256);
        return sha256 === before.sha256 ? before : null;
      } catch {
        return null;
      }
    });
  });
}
