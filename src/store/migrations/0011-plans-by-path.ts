import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { index } from './shapes.ts';

/** Workers ask of each document which plan it gave before. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await index(db, 'plans', ['source_path']);
}
