import type { FailureReason } from '../../report/run.ts';
import { sha256Of } from '../document-bytes.ts';
import { reasonOf } from '../ingest.ts';
import type { DocumentSource } from './document-source.ts';
import type { Job } from './job-queue.ts';

/** Of documents that are opened together, those before the last have no more than this. */
const BYTES_TOGETHER = 32 * 1024 * 1024;
/** Of documents that are read together too: as much as takes no time to hand over, if need be again. */
const BYTES_READ_TOGETHER = 256 * 1024;

/** A document whose bytes are at hand, or why they are not. */
export type Opened = AtHand | { job: Job; sha256: null; failure: FailureReason };
export interface AtHand {
  job: Job;
  sha256: string;
  bytes: Uint8Array;
}

/** The first of some documents, as many as memory is well spent on. */
export async function openSome(source: DocumentSource, jobs: readonly Job[]): Promise<Opened[]> {
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

/** The first of some documents up to one that need not be read, or has the bytes of one before. The first is to be read. */
export function readTogether(
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
