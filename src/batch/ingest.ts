import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pLimit from 'p-limit';
import type { PipelineInput, PipelineOptions, ProcessedPlan } from '../pipeline.ts';
import { DocumentFailure } from '../plan/failure.ts';
import { PlanRecord } from '../plan/record.ts';
import { type DocumentOutcome, type FailureReason, type RunResult, summarise } from '../report/run.ts';
import type { Store, StoredIngest } from '../store/store.ts';
import { discover, type FoundFile, openFailure } from './discover.ts';
import { fingerprint } from './fingerprint.ts';
import { prepareFolder, writeWhole } from './output.ts';
import { PlanIds } from './plan-ids.ts';

/** Nothing larger is even opened: no reader takes it, and it would fill the memory. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Files that are opened at the same time; reading waits on disks, the rest of the work does not. */
const OPEN_FILES = 8;

export interface IngestOptions {
  paths: readonly string[];
  /** Absolute folder for the results. */
  out: string;
  cwd: string;
  lang: 'vi' | 'en';
  store: IngestStore;
  process: (input: PipelineInput, options: PipelineOptions) => Promise<ProcessedPlan>;
  readBytes?: (file: string) => Promise<Uint8Array>;
  /** So many documents are read at the same time; their results are stored one after the other. */
  readAhead?: number;
  /** Called before each document that has to be worked on. */
  onProgress?: (progress: { done: number; all: number; path: string }) => void;
  /** Once aborted, the document at hand is finished and the rest left for another run. */
  signal?: AbortSignal;
}

/** What became of a document before anything was stored: its reading, a failure, or neither where a twin is in work. */
interface Prepared {
  sha256: string | null;
  read?: ProcessedPlan;
  failure?: FailureReason;
}

/** What of the store an ingest needs. */
export type IngestStore = Pick<Store, 'plans' | 'ingests' | 'save' | 'remember' | 'remove'>;

/**
 * Brings documents into the folder `out` (plans/<id>.json, text/<id>.txt) and the store. What an earlier run did with
 * the same bytes, path and program is not done again. One bad document never stops the others; throws only where the
 * results can't be written.
 */
export async function ingest(options: IngestOptions): Promise<RunResult> {
  const { cwd, out, store, lang } = options;
  const readBytes = options.readBytes ?? readFile;
  const program = fingerprint({ lang });
  const recordFile = (id: string): string => join(out, 'plans', `${id}.json`);
  const textFile = (id: string): string => join(out, 'text', `${id}.txt`);
  const repairsFile = (id: string): string => join(out, 'text', `${id}.repairs.json`);
  await prepareFolder(dirname(recordFile('')));
  await prepareFolder(dirname(textFile('')));

  const earlier = new Map((await store.ingests()).map((entry) => [entry.path, entry]));
  const { files, failures } = await discover(options.paths, { cwd, skip: [out] });
  const documents: DocumentOutcome[] = [];
  for (const { path, code, detail } of failures) {
    documents.push(await fail(path, null, { code, detail }));
  }

  const known = new Map<string, DocumentOutcome>();
  const limit = pLimit(OPEN_FILES);
  await Promise.all(
    files.map((file) =>
      limit(async () => {
        const document = await remembered(file);
        if (document !== null) known.set(file.path, document);
      }),
    ),
  );
  const isKnown = new Set(known.keys());
  const named = new Set(files.map((file) => file.path));
  for (const document of known.values()) {
    if (document.outcome === 'duplicate' && named.has(document.of) && !isKnown.has(document.of)) {
      known.delete(document.path);
    }
  }

  const toDo = files.filter((file) => !known.has(file.path));
  const ids = new PlanIds(
    await store.plans(),
    new Set(toDo.map((file) => file.path)),
    (plan) => earlier.get(plan.path)?.fingerprint === program,
  );
  const ahead = pLimit(options.readAhead ?? availableParallelism());
  const begun: Promise<Prepared>[] = [];
  const inWork = new Set<string>();
  let opened: Promise<void> = Promise.resolve();
  let worked = 0;
  for (const file of toDo) {
    if (options.signal?.aborted) break;
    options.onProgress?.({ done: worked, all: toDo.length, path: file.path });
    for (const next of toDo.slice(begun.length, worked + ahead.concurrency)) {
      begun.push(ahead(() => prepare(next)));
    }
    documents.push(await work(file, (await begun[worked]) ?? (await prepare(file))));
    worked++;
  }
  ahead.clearQueue();
  await Promise.all(begun);
  const interrupted = worked < toDo.length;
  if (!interrupted) {
    for (const id of ids.abandoned()) {
      await store.remove(id);
      await rm(recordFile(id), { force: true });
      await rm(textFile(id), { force: true });
      await rm(repairsFile(id), { force: true });
    }
  }
  documents.push(...known.values());
  documents.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { documents, worked, interrupted };

  /** Reads a document, unless another with the same bytes is read or being read. */
  async function prepare({ file, path }: FoundFile): Promise<Prepared> {
    let sha256: string | null = null;
    try {
      // One opens after the other, so that of two with the same bytes it is always the first that is read.
      const opening = opened.then(() => openDocument(file, path, readBytes));
      const claiming = opening.then((bytes) => {
        const sha = sha256Of(bytes);
        const isTaken = ids.ofContent(sha) !== null || inWork.has(sha);
        if (!isTaken) inWork.add(sha);
        return { bytes, sha, isTaken };
      });
      opened = claiming.then(
        () => {},
        () => {},
      );
      const { bytes, sha, isTaken } = await claiming;
      sha256 = sha;
      return isTaken ? { sha256 } : { sha256, read: await options.process({ path, bytes }, { lang }) };
    } catch (error) {
      return { sha256, failure: reasonOf(error) };
    }
  }

  /** Stores what was read, in the order of the paths: which of two plans has an id first is seen from that alone. */
  async function work(file: FoundFile, prepared: Prepared): Promise<DocumentOutcome> {
    const { path } = file;
    const { sha256, failure, read } = prepared;
    if (failure !== undefined) return fail(path, sha256, failure);
    const twin = sha256 === null ? null : ids.ofContent(sha256);
    const entry = { path, sha256, fingerprint: program, failure: null };
    if (twin !== null) {
      await store.remember({ ...entry, planId: twin.id });
      return { path, outcome: 'duplicate', planId: twin.id, of: twin.path };
    }
    if (sha256 === null || read === undefined) {
      // The same bytes stood at another path and failed there.
      if (sha256 !== null) inWork.delete(sha256);
      return work(file, await prepare(file));
    }
    const record = { ...read.record, id: ids.claim(read.record.id, path, sha256) };
    await writeWhole(textFile(record.id), read.text);
    await writeWhole(repairsFile(record.id), `${JSON.stringify(read.repairs)}\n`);
    await writeWhole(recordFile(record.id), recordJson(record));
    await store.save(record, read.text, {
      path,
      sha256,
      fingerprint: program,
      planId: record.id,
      failure: null,
    });
    return { path, outcome: 'stored', plan: summarise(record) };
  }

  async function fail(path: string, sha256: string | null, failure: FailureReason): Promise<DocumentOutcome> {
    const entry: StoredIngest = { path, sha256, fingerprint: program, planId: null, failure };
    if (!isDeepStrictEqual(entry, earlier.get(path))) await store.remember(entry);
    return { path, outcome: 'failed', failure };
  }

  /** What an earlier run made of the same document, null where it has to be read again. */
  async function remembered({ file, path }: FoundFile): Promise<DocumentOutcome | null> {
    const before = earlier.get(path);
    if (before === undefined || before.fingerprint !== program || before.sha256 === null) return null;
    try {
      if (sha256Of(await openDocument(file, path, readBytes)) !== before.sha256) return null;
    } catch {
      return null;
    }
    if (before.failure !== null) {
      return before.failure.code === 'internal' ? null : { path, outcome: 'failed', failure: before.failure };
    }
    if (before.planId === null) return null;
    const record = await storedRecord(recordFile(before.planId));
    if (record === null || record.source.sha256 !== before.sha256) return null;
    if (!(await exists(textFile(record.id))) || !(await exists(repairsFile(record.id)))) return null;
    return record.source.path === path
      ? { path, outcome: 'unchanged', plan: summarise(record) }
      : { path, outcome: 'duplicate', planId: record.id, of: record.source.path };
  }
}

/** A record as it is printed and stored: JSON with two blanks of indentation and a line end. */
export function recordJson(record: PlanRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** The record in a file that `recordJson` gave, null where there is none that is valid. */
export async function storedRecord(file: string): Promise<PlanRecord | null> {
  try {
    const parsed = PlanRecord.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Why a document failed; what is no DocumentFailure is a fault of the program. */
export function reasonOf(error: unknown): FailureReason {
  if (error instanceof DocumentFailure) return { code: error.code, detail: error.detail };
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}

/** A document's bytes. Throws a DocumentFailure where they can't be had. */
export async function openDocument(
  file: string,
  path: string,
  readBytes: (file: string) => Promise<Uint8Array> = readFile,
): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) {
      throw new DocumentFailure('too-large', path, `${Math.round(size / 1024 / 1024)} MB`);
    }
    return await readBytes(file);
  } catch (error) {
    if (error instanceof DocumentFailure) throw error;
    throw openFailure(path, error);
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
