import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Something that a person did. */
export interface AuditEntry {
  /** Time in UTC, as 2025-06-30T08:15:00.000Z. */
  at: string;
  account: string;
  /** `correct`, `undo`, `accept`, `unaccept`, `review`, `unreview`, `add`, `sign-in`, `sign-out`, `refused`, … */
  action: string;
  /** What it was done to: a plan's id, a file's name. */
  subject: string | null;
  detail: string | null;
}

/** Writes an entry at the end of the log. */
export async function note(db: Kysely<Tables>, { at, ...entry }: AuditEntry): Promise<void> {
  const { last } = await db
    .selectFrom('audit_log')
    .select((of) => of.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('audit_log')
    .values({ id: Number(last ?? 0) + 1, made_at: at, ...entry })
    .execute();
}

/** What was done to a subject, oldest first. */
export async function auditOf(db: Kysely<Tables>, subject: string): Promise<AuditEntry[]> {
  return db
    .selectFrom('audit_log')
    .select(['made_at as at', 'account', 'action', 'subject', 'detail'])
    .where('subject', '=', subject)
    .orderBy('id')
    .execute();
}
