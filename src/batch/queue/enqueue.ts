import pLimit from 'p-limit';
import type { JournalEntry } from '../../store/journal.ts';
import type { Store } from '../../store/store.ts';
import { discover, type FoundFile } from '../discover.ts';
import { openDocument, sha256Of } from '../document-bytes.ts';
import { fingerprint } from '../fingerprint.ts';
import { reasonOf } from '../ingest.ts';
import type { JobQueue } from './job-queue.ts';

const OPEN_FILES = 8;
const FILES_AT_ONCE = 500;

export interface EnqueueOptions {
  store: Store;
  queue: JobQueue;
  paths: readonly string[];
  /** Absolute folder that paths are relative to, here and, wherever it lies there, on the workers' machines. */
  root: string;
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
}

/** Puts documents into the queue, journal and queue together; what is there or done already is left alone. */
export async function enqueue(options: EnqueueOptions): Promise<Enqueued> {
  const { store, queue, paths, root, again = false } = options;
  const program = fingerprint({ lang: options.lang });
  const { files, failures } = await discover(paths, { cwd: root });
  for (const failure of failures) {
    const reason = reasonOf(failure);
    await store.remember({
      path: failure.path,
      sha256: null,
      fingerprint: program,
      planId: null,
      failure: reason,
    });
  }
  const journal = again ? new Map() : new Map((await store.ingests()).map((entry) => [entry.path, entry]));
  const limit = pLimit(OPEN_FILES);
  let added = 0;
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    const some = files.slice(at, at + FILES_AT_ONCE);
    const known = await limit.map(some, (file) => isKnown(file, journal.get(file.path), program));
    const fresh = some.filter((_, index) => known[index] !== true).map(({ path }) => path);
    await store.together(async (unit) => {
      await unit.queue(fresh, program);
      await queue.add(unit, fresh);
    });
    added += fresh.length;
  }
  return { added, known: files.length - added, failed: failures.length };
}

async function isKnown(
  { file, path }: FoundFile,
  entry: JournalEntry | undefined,
  program: string,
): Promise<boolean> {
  if (entry === undefined) return false;
  if (entry.state === 'queued' || entry.state === 'running') return true;
  if (entry.fingerprint !== program || entry.sha256 === null || entry.failure?.code === 'internal')
    return false;
  try {
    const bytes = await openDocument(file, path);
    return sha256Of(bytes) === entry.sha256;
  } catch {
    return false;
  }
}
