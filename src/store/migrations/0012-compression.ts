import type { Kysely } from 'kysely';
import { engineOf } from '../engine.ts';
import type { Tables } from '../tables.ts';

/** Texts and records are compressed quickly where a server can; those that are there stay as they are. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await engineOf(db).compressQuickly(db);
}
