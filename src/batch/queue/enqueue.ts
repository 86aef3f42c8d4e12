import pLimit from 'p-limit';
import type { JournalEntry } from '../../store/journal.ts';
import type { Store } from '../../store/store.ts';
import { sha256Of } from '../document-bytes.ts';
import { fingerprint } from '../fingerprint.ts';
import { reasonOf } from '../ingest.ts';
import type { DocumentSource } from './document-source.ts';
import type { JobQueue } from './job-queue.ts';

const OPEN_FILES = 8;

export interface EnqueueOptions {
  store: Store;
  queue: JobQueue;
  /** Files and folders, and `s3://` addresses. */
  paths: readonly string[];
  /** Where they are, here and, wherever that is there, on the workers' machines. */
  documents: DocumentSource;
  lang: 'vi' | 'en';
  /** Also what is in the queue already, or done. */
  again?: boolean;
}

export interface Enqueued {
  /** Put into the queue. */
  added: number;
  /** In the queue already, or done and the same since. */
  known: number;
  /** What can't be found. */
  failed: number;
  /** Paths of what was met and is no document. */
  skipped: string[];
}

/** Puts documents into the queue, journal and queue together; what is there or done already is left alone. */
export async function enqueue(options: EnqueueOptions): Promise<Enqueued> {
  const { store, queue, paths, documents, again = false } = options;
  const program = fingerprint({ lang: options.lang });
  const journal = again ? new Map() : new Map((await store.ingests()).map((entry) => [entry.path, entry]));
  const limit = pLimit(OPEN_FILES);
  const counts: Enqueued = { added: 0, known: 0, failed: 0, skipped: [] };
  for await (const found of documents.find(paths)) {
    counts.skipped.push(...found.skipped);
    for (const failure of found.failures) {
      counts.failed++;
      await store.remember({
        path: failure.path,
        sha256: null,
        fingerprint: program,
        planId: null,
        failure: reasonOf(failure),
      });
    }
    const known = await limit.map(found.paths, (path) =>
      isKnown(() => documents.open(path), journal.get(path), program),
    );
    const fresh = found.paths.filter((_, at) => known[at] !== true);
    if (fresh.length > 0) {
      await store.together(async (unit) => {
        await unit.queue(fresh, program);
        await queue.add(unit, fresh);
      });
    }
    counts.added += fresh.length;
    counts.known += found.paths.length - fresh.length;
  }
  return counts;
}

async function isKnown(
  open: () => Promise<Uint8Array>,
  entry: JournalEntry | undefined,
  program: string,
): Promise<boolean> {
  if (entry === undefined) return false;
  if (entry.state === 'queued' || entry.state === 'running') return true;
  if (entry.fingerprint !== program || entry.sha256 === null || entry.failure?.code === 'internal')
    return false;
  try {
    return sha256Of(await open()) === entry.sha256;
  } catch {
    return false;
  }
}
