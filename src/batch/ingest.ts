import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import pLimit from 'p-limit';
import type { PipelineInput, PipelineOptions, ProcessedPlan } from '../pipeline.ts';
import { DocumentFailure } from '../plan/failure.ts';
import { summarise } from '../plan/summary.ts';
import { type DocumentOutcome, type FailureReason, ReportRoom, type RunResult } from '../report/run.ts';
import { assertStorable } from '../store/prepared.ts';
import type { Store } from '../store/store.ts';
import type { Archive } from './archive.ts';
import { discover, type FoundFile } from './discover.ts';
import { openDocument, sha256Of } from './document-bytes.ts';
import { fingerprint } from './fingerprint.ts';
import { inOrder } from './in-order.ts';
import { knownOutcomes } from './known-outcomes.ts';
import { Ledger } from './ledger.ts';
import { collectGarbage, Tidying } from './memory.ts';
import { PlanIds } from './plan-ids.ts';
import { recordJson, repairsJson } from './plan-json.ts';
import { Results } from './results.ts';
import { SeenFiles } from './seen-files.ts';

/** So many times as many documents as are read at a time may be ahead of the one whose turn it is to be stored. */
const AHEAD = 4;

export interface IngestOptions {
  paths: readonly string[];
  /** Absolute folder for the results. */
  out: string;
  cwd: string;
  lang: 'vi' | 'en';
  store: IngestStore;
  process: (input: PipelineInput, options: PipelineOptions) => Promise<ProcessedPlan>;
  readBytes?: (file: string) => Promise<Uint8Array>;
  /** Where copies for an archive are written too. */
  archive?: Pick<Archive, 'holds' | 'write' | 'remove'>;
  /** Reads files again that look as they did when they were read. */
  rehash?: boolean;
  /** So many documents are read at the same time; their results are stored one after the other. */
  jobs?: number;
  /** Called before each document that has to be worked on. */
  onProgress?: (progress: IngestProgress) => void;
  /** Once aborted, the documents at hand are finished and the rest left for another run. */
  signal?: AbortSignal;
}

export interface IngestProgress {
  /** Documents done, and all that have to be worked on in this run. */
  done: number;
  all: number;
  /** Pages of the plans that were stored. */
  pages: number;
  /** The document that is begun. */
  path: string;
}

/** What became of a document before anything was stored: its reading, a failure, or neither where a twin is in work. */
interface Prepared {
  sha256: string | null;
  read?: ProcessedPlan;
  /** Kept where an archive's copies are made from them. */
  bytes?: Uint8Array;
  failure?: FailureReason;
}

/** What of the store an ingest needs. */
export type IngestStore = Pick<
  Store,
  'plans' | 'ingests' | 'summaries' | 'queue' | 'note' | 'remember' | 'remove'
>;

/**
 * Brings documents into the folder `out` (plans/<id>.json, text/<id>.txt) and the store. What an earlier run did with
 * the same bytes, path and program is not done again, wherever that run ended. One bad document never stops the others;
 * throws only where the results can't be written.
 */
export async function ingest(options: IngestOptions): Promise<RunResult> {
  const { cwd, out, store, lang, signal } = options;
  const readBytes = options.readBytes ?? readFile;
  const jobs = options.jobs ?? availableParallelism();
  const program = fingerprint({ lang });
  const results = await Results.open(out);

  const earlier = new Map((await store.ingests()).map((entry) => [entry.path, entry]));
  const plans = await store.plans();
  const { files, failures, skipped } = await discover(options.paths, { cwd, skip: [out] });
  const seen = await SeenFiles.open(out, { forget: options.rehash === true });
  const ledger = new Ledger(store);
  const room = new ReportRoom();
  const inWork = new Set<string>();
  const documents: DocumentOutcome[] = [];
  for (const { path, code, detail } of failures) {
    documents.push(await fail(path, null, { code, detail }, false));
  }

  const known = await knownOutcomes({ ...options, files, earlier, plans, program, results, seen, readBytes });
  const toDo = files.filter((file) => !known.has(file.path));
  const ids = new PlanIds(
    plans,
    new Set(toDo.map((file) => file.path)),
    (path) => earlier.get(path)?.planId ?? null,
    (plan) => earlier.get(plan.path)?.fingerprint === program,
  );
  if (toDo.length > 0) {
    await store.queue(
      toDo.map((file) => file.path),
      program,
    );
  }

  const slots = pLimit(jobs);
  let opened: Promise<void> = Promise.resolve();
  const tidying = new Tidying();
  let worked = 0;
  let pages = 0;
  for await (const { item: file, result: prepared } of inOrder(toDo, begin, jobs * AHEAD)) {
    if (prepared === null) break;
    documents.push(await work(file, prepared));
    worked++;
    tidying.stored(1);
  }
  // What follows, and laying the database out, needs room of its own.
  collectGarbage();
  await ledger.write();
  await seen.close();
  const interrupted = worked < toDo.length;
  if (!interrupted) {
    for (const id of ids.abandoned()) {
      await results.remove(id);
      await options.archive?.remove(id);
      await store.remove(id);
    }
  }
  for (const document of known.values()) documents.push(document);
  documents.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { documents, worked, interrupted, skipped };

  /** Reads a document as soon as there is a slot; null where the run was asked to stop before. */
  function begin(file: FoundFile): Promise<Prepared | null> {
    return slots(async () => {
      if (signal?.aborted) return null;
      options.onProgress?.({ done: worked, all: toDo.length, pages, path: file.path });
      ledger.begin(file.path);
      return prepare(file);
    });
  }

  /** Reads a document, unless another with the same bytes is read or being read. */
  async function prepare({ file, path }: FoundFile): Promise<Prepared> {
    let sha256: string | null = null;
    try {
      // One opens after the other, so that of two with the same bytes it is always the first that is read.
      const look = seen.look(file);
      const opening = opened.then(() => openDocument(file, path, readBytes));
      const claiming = opening.then((bytes) => {
        const sha = sha256Of(bytes);
        seen.note(file, look, sha);
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
      if (isTaken) return { sha256 };
      const places = options.archive !== undefined;
      const read = await options.process({ path, bytes }, { lang, places });
      // Told of this document here: stored with others, it would take them with it.
      assertStorable(read.record.id, read.text);
      return { sha256, read, ...(places ? { bytes } : {}) };
    } catch (error) {
      return { sha256, failure: reasonOf(error) };
    }
  }

  /** Stores what was read, in the order of the paths: which of two plans has an id first is seen from that alone. */
  async function work(file: FoundFile, prepared: Prepared): Promise<DocumentOutcome> {
    const { path } = file;
    const { sha256, failure, read, bytes } = prepared;
    if (failure !== undefined) return fail(path, sha256, failure);
    const twin = sha256 === null ? null : ids.ofContent(sha256);
    const entry = { path, sha256, fingerprint: program, failure: null };
    if (twin !== null) {
      ids.giveUp(path);
      await ledger.settle({ ingest: { ...entry, planId: twin.id } });
      return { path, outcome: 'duplicate', planId: twin.id, of: twin.path };
    }
    if (sha256 === null || read === undefined) {
      // The same bytes stood at another path and failed there.
      if (sha256 !== null) inWork.delete(sha256);
      return work(file, await prepare(file));
    }
    const record = { ...read.record, id: ids.claim(read.record.id, path, sha256) };
    const repairs = repairsJson(read);
    const resultBytes = await results.write(record.id, {
      record: recordJson(record),
      text: read.text,
      repairs,
    });
    if (read.placed !== undefined && bytes !== undefined)
      await options.archive?.write(record, read.placed, bytes);
    await ledger.settle({
      ingest: { ...entry, planId: record.id, resultBytes },
      plan: { record, text: read.text, repairs },
    });
    inWork.delete(sha256);
    pages += record.source.pages.length;
    return { path, outcome: 'stored', plan: room.trim(summarise(record)) };
  }

  async function fail(
    path: string,
    sha256: string | null,
    failure: FailureReason,
    isWorkedOn = true,
  ): Promise<DocumentOutcome> {
    if (sha256 !== null) inWork.delete(sha256);
    const entry = { path, sha256, fingerprint: program, planId: null, failure };
    const isNoted = isDeepStrictEqual({ ...entry, state: 'failed', resultBytes: null }, earlier.get(path));
    // A document that was worked on stands in the journal as being read.
    if (isWorkedOn || !isNoted) await ledger.settle({ ingest: entry });
    return { path, outcome: 'failed', failure };
  }
}

/** Why a document failed; what is no DocumentFailure is a fault of the program. */
export function reasonOf(error: unknown): FailureReason {
  if (error instanceof DocumentFailure) return { code: error.code, detail: error.detail };
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}
