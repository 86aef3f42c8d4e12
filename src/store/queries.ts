import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { PlanRecord } from '../plan/record.ts';
import { fitting, type PlanFilter } from './plan-filter.ts';
import type { Tables } from './tables.ts';

export interface StoredDocument {
  record: PlanRecord;
  text: string;
}

/** What every list shows of a plan. */
export interface PlanHeading {
  id: string;
  status: PlanRecord['status'];
  number: string | null;
  title: string | null;
  issuer: string | null;
  place: string | null;
  issuedOn: string | null;
  period: string | null;
  /** The file it was read from. */
  path: string;
}

export interface PlanListing extends PlanHeading {
  sha256: string;
  targets: number;
  tasks: number;
  findings: number;
}

/** The columns of a heading. */
export const HEADING = [
  'plans.id',
  'plans.status',
  'plans.number',
  'plans.title',
  'plans.issuer_name as issuer',
  'plans.place_name as place',
  'plans.issued_on as issuedOn',
  'plans.period',
  'plans.source_path as path',
] as const;

/** A plan's record and text as they were saved, null where there is none of this id. */
export async function getPlan(db: Kysely<Tables>, id: string): Promise<StoredDocument | null> {
  const row = await db
    .selectFrom('documents')
    .select(['record', 'text'])
    .where('plan_id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { record: PlanRecord.parse(JSON.parse(row.record)), text: row.text };
}

/** A plan as it was saved, word for word. */
export interface SavedRow {
  id: string;
  /** The file it was read from, and the SHA-256 of its bytes. */
  path: string;
  sha256: string;
  /** As JSON without blanks. */
  record: string;
  text: string;
  /** As JSON; null where an older version of the program saved the plan. */
  repairs: string | null;
}

const DOCUMENTS_AT_ONCE = 100;

/** The next plans after an id, as they were saved; none after the last. */
export async function documentsAfter(db: Kysely<Tables>, id: string): Promise<SavedRow[]> {
  return db
    .selectFrom('documents')
    .innerJoin('plans', 'plans.id', 'documents.plan_id')
    .select([
      'plans.id',
      'plans.source_path as path',
      'plans.source_sha256 as sha256',
      'documents.record',
      'documents.text',
      'documents.repairs',
    ])
    .where('plans.id', '>', id)
    .orderBy('plans.id')
    .limit(DOCUMENTS_AT_ONCE)
    .execute();
}

/** The plans that fit a filter, by id, where given those after one. */
export async function listPlans(
  db: Kysely<Tables>,
  { limit, after, ...filter }: PlanFilter & { limit?: number; after?: string },
): Promise<PlanListing[]> {
  let query = fitting(listings(db), filter).orderBy('plans.id');
  if (after !== undefined) query = query.where('plans.id', '>', after);
  return (await (limit === undefined ? query : query.limit(limit)).execute()).map(toListing);
}

/** The listings of some plans, in no order. */
export async function listingsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<PlanListing[]> {
  if (ids.length === 0) return [];
  return (await listings(db).where('plans.id', 'in', ids).execute()).map(toListing);
}

function listings(db: Kysely<Tables>) {
  return db
    .selectFrom('plans')
    .select([...HEADING, 'plans.source_sha256 as sha256'])
    .select((from) => [count(from, 'targets'), count(from, 'tasks'), count(from, 'findings')]);
}

function count<T extends 'targets' | 'tasks' | 'findings'>(
  from: ExpressionBuilder<Tables, 'plans'>,
  table: T,
) {
  return sql<number>`(
    select count(*) from ${sql.table(table)} where ${sql.ref(`${table}.plan_id`)} = ${from.ref('plans.id')}
  )`.as(table);
}

function toListing(row: Omit<PlanListing, 'status'> & { status: string }): PlanListing {
  return { ...row, status: PlanRecord.shape.status.parse(row.status) };
}
