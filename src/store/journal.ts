import type { Kysely } from 'kysely';
import { type FailureCode, isFailureCode } from '../plan/failure.ts';
import type { IngestRow, Tables } from './tables.ts';

/** `queued` files wait, `running` ones are being read; only `done` and `failed` ones need not be looked at again. */
export const JOURNAL_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type JournalState = (typeof JOURNAL_STATES)[number];

/** How a file fared when it was last ingested. Exactly one of `planId` and `failure` is null. */
export interface StoredIngest {
  path: string;
  /** Null where the bytes could not be had. */
  sha256: string | null;
  /** Stands for the program and its options. */
  fingerprint: string;
  planId: string | null;
  failure: { code: FailureCode | 'internal'; detail: string | null } | null;
  /** Bytes of the files that were written of its plan; null where it has none of its own. */
  resultBytes?: number | null;
}

/** A file in the journal. One that waits or is being read has what is known of it from before. */
export type JournalEntry = Required<StoredIngest> & { state: JournalState };

/** Rows of one statement. */
const CHUNK = 500;

/** Puts files into the journal as waiting, all or none; what is known of them from before stays. */
export async function queueFiles(
  db: Kysely<Tables>,
  paths: readonly string[],
  fingerprint: string,
): Promise<void> {
  for (let at = 0; at < paths.length; at += CHUNK) {
    const rows = paths.slice(at, at + CHUNK).map(
      (path): IngestRow => ({
        path,
        sha256: null,
        fingerprint,
        plan_id: null,
        failure_code: null,
        failure_detail: null,
        state: 'queued',
        result_bytes: null,
      }),
    );
    await db
      .insertInto('ingests')
      .values(rows)
      .onConflict((conflict) => conflict.column('path').doUpdateSet({ state: 'queued' }))
      .execute();
  }
}

/** Notes that a file is being read. */
export async function beginFile(db: Kysely<Tables>, path: string): Promise<void> {
  await db.updateTable('ingests').set({ state: 'running' }).where('path', '=', path).execute();
}

/** Notes how a file fared in the place of what was noted of its path before. */
export async function saveIngest(db: Kysely<Tables>, ingest: StoredIngest): Promise<void> {
  const { path, ...news } = toIngestRow(ingest);
  await db
    .insertInto('ingests')
    .values({ path, ...news })
    .onConflict((conflict) => conflict.column('path').doUpdateSet(news))
    .execute();
}

/** The whole journal, by path. */
export async function readJournal(db: Kysely<Tables>): Promise<JournalEntry[]> {
  return (await db.selectFrom('ingests').selectAll().orderBy('path').execute()).map(toEntry);
}

function toIngestRow(ingest: StoredIngest): IngestRow {
  const { path, sha256, fingerprint, planId, failure, resultBytes } = ingest;
  return {
    path,
    sha256,
    fingerprint,
    plan_id: planId,
    failure_code: failure?.code ?? null,
    failure_detail: failure?.detail ?? null,
    state: failure === null ? 'done' : 'failed',
    result_bytes: resultBytes ?? null,
  };
}

function toEntry(row: IngestRow): JournalEntry {
  const { path, sha256, fingerprint, plan_id: planId, failure_code, failure_detail: detail } = row;
  return {
    path,
    sha256,
    fingerprint,
    planId,
    failure: failure_code === null ? null : { code: failureCodeOf(failure_code), detail },
    state: stateOf(row.state),
    resultBytes: row.result_bytes,
  };
}

/** What another version of the program may have called otherwise has to be looked at again. */
function stateOf(state: string): JournalState {
  return JOURNAL_STATES.find((known) => known === state) ?? 'queued';
}

function failureCodeOf(code: string): FailureCode | 'internal' {
  return isFailureCode(code) ? code : 'internal';
}
