import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** That a person has checked a document. */
export interface Review {
  by: string;
  /** Time in UTC. */
  at: string;
}

export async function reviewOf(db: Kysely<Tables>, sha256: string): Promise<Review | null> {
  const row = await db
    .selectFrom('reviews')
    .select(['reviewer as by', 'made_at as at'])
    .where('source_sha256', '=', sha256)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes that a document was checked, or with null that it has to be looked at again. */
export async function saveReview(db: Kysely<Tables>, sha256: string, review: Review | null): Promise<void> {
  await db.deleteFrom('reviews').where('source_sha256', '=', sha256).execute();
  if (review === null) return;
  await db
    .insertInto('reviews')
    .values({ source_sha256: sha256, reviewer: review.by, made_at: review.at })
    .execute();
}
