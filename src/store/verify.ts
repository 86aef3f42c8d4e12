import type { Kysely } from 'kysely';
import { engineOf } from './engine.ts';
import type { Tables } from './tables.ts';

/** Something in the database that can't be as it is. */
export interface DatabaseFault {
  /** The table or plan it is in. */
  where: string;
  detail: string;
}

/** What the database itself and its tables together show to be wrong; empty where all is well. */
export async function verifyDatabase(db: Kysely<Tables>): Promise<DatabaseFault[]> {
  const faults = await engineOf(db).faults(db);
  const withoutText = await db
    .selectFrom('plans')
    .leftJoin('documents', 'documents.plan_id', 'plans.id')
    .select('plans.id')
    .where('documents.plan_id', 'is', null)
    .orderBy('plans.id')
    .execute();
  for (const { id } of withoutText) faults.push({ where: id, detail: 'no row in documents' });

  const indexed = new Set(await engineOf(db).searchableIds(db));
  const documents = await db
    .selectFrom('documents')
    .select(['search_id', 'plan_id'])
    .orderBy('plan_id')
    .execute();
  for (const { search_id, plan_id } of documents) {
    if (!indexed.delete(search_id)) faults.push({ where: plan_id, detail: 'not in the search index' });
  }
  for (const id of indexed) faults.push({ where: 'plan_search', detail: `row ${id} belongs to no document` });

  const lost = await db
    .selectFrom('ingests')
    .select('path')
    .where('state', '=', 'done')
    .where('plan_id', 'is', null)
    .orderBy('path')
    .execute();
  for (const { path } of lost) faults.push({ where: path, detail: 'done, and has no plan' });
  return faults;
}
