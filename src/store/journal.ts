import { type Kysely, sql } from 'kysely';
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

/** How many files failed for one reason, and some of them. */
export interface FailureCount {
  code: FailureCode | 'internal';
  files: number;
  paths: string[];
}

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

/** Notes that a file has to be read again. */
export async function requeueFile(db: Kysely<Tables>, path: string): Promise<void> {
  await db.updateTable('ingests').set({ state: 'queued' }).where('path', '=', path).execute();
}

/** Notes that files are being read. */
export async function beginFiles(db: Kysely<Tables>, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await db.updateTable('ingests').set({ state: 'running' }).where('path', 'in', paths).execute();
}

/** Notes how files fared, each in the place of what was noted of its path before. */
export async function saveIngests(db: Kysely<Tables>, ingests: readonly StoredIngest[]): Promise<void> {
  if (ingests.length === 0) return;
  await db
    .insertInto('ingests')
    .values(ingests.map(toIngestRow))
    .onConflict((conflict) =>
      conflict.column('path').doUpdateSet((of) => ({
        sha256: of.ref('excluded.sha256'),
        fingerprint: of.ref('excluded.fingerprint'),
        plan_id: of.ref('excluded.plan_id'),
        failure_code: of.ref('excluded.failure_code'),
        failure_detail: of.ref('excluded.failure_detail'),
        state: of.ref('excluded.state'),
        result_bytes: of.ref('excluded.result_bytes'),
      })),
    )
    .execute();
}

/** The whole journal, by path. */
export async function readJournal(db: Kysely<Tables>): Promise<JournalEntry[]> {
  return (await db.selectFrom('ingests').selectAll().orderBy('path').execute()).map(toEntry);
}

/** How many files are in each state. */
export async function countStates(db: Kysely<Tables>): Promise<Record<JournalState, number>> {
  const counts: Record<JournalState, number> = { queued: 0, running: 0, done: 0, failed: 0 };
  const rows = await db
    .selectFrom('ingests')
    .select(['state', sql<number>`count(*)`.as('files')])
    .groupBy('state')
    .execute();
  for (const { state, files } of rows) counts[stateOf(state)] += files;
  return counts;
}

/** How many files failed for each reason, most frequent first, with the first few of their paths. */
export async function countFailures(db: Kysely<Tables>, examples: number): Promise<FailureCount[]> {
  const rows = await db
    .selectFrom('ingests')
    .select(['failure_code', sql<number>`count(*)`.as('files')])
    .where('failure_code', 'is not', null)
    .groupBy('failure_code')
    .orderBy('files', 'desc')
    .orderBy('failure_code')
    .execute();
  return Promise.all(
    rows.map(async ({ failure_code, files }) => {
      const paths = await db
        .selectFrom('ingests')
        .select('path')
        .where('failure_code', '=', failure_code)
        .orderBy('path')
        .limit(examples)
        .execute();
      return { code: failureCodeOf(failure_code ?? 'internal'), files, paths: paths.map(({ path }) => path) };
    }),
  );
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
