import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { PlanRecord } from '../plan/record.ts';
import type { Tables } from './tables.ts';

export interface StoredDocument {
  record: PlanRecord;
  text: string;
}

/** What a list shows of a plan. */
export interface PlanListing {
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
  sha256: string;
  targets: number;
  tasks: number;
  findings: number;
}

/** Which plans a list shows; what is left out does not matter. */
export interface PlanFilter {
  status?: PlanRecord['status'];
  level?: string;
  /** Name or code of the issuer's place. */
  place?: string;
  /** A year that the plan's period touches, or in which it was issued where it names no period. */
  year?: number;
  /** Plans with a target on this indicator. */
  indicator?: string;
  /** Plans that cite this number. */
  cites?: string;
  /** Plans with a finding of this rule. */
  rule?: string;
  limit?: number;
}

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

/** The plans that fit a filter, by id. */
export async function listPlans(db: Kysely<Tables>, filter: PlanFilter): Promise<PlanListing[]> {
  let query = listings(db).orderBy('plans.id');
  const { status, level, place, year, indicator, cites, rule, limit } = filter;
  if (status !== undefined) query = query.where('plans.status', '=', status);
  if (level !== undefined) query = query.where('plans.issuer_level', '=', level);
  if (place !== undefined) {
    query = query.where((is) =>
      is.or([is('plans.place_name', '=', place), is('plans.place_code', '=', place)]),
    );
  }
  if (year !== undefined) {
    const from = sql<string>`coalesce(plans.period_first, plans.issued_first)`;
    const to = sql<string>`coalesce(plans.period_last, plans.issued_last)`;
    query = query.where(from, '<=', `${year}-12-31`).where(to, '>=', `${year}-01-01`);
  }
  if (indicator !== undefined) {
    query = query.where('plans.id', 'in', (from) =>
      from.selectFrom('targets').select('plan_id').where('targets.indicator', '=', indicator),
    );
  }
  if (cites !== undefined) {
    query = query.where('plans.id', 'in', (from) =>
      from.selectFrom('citations').select('plan_id').where('citations.number', '=', cites),
    );
  }
  if (rule !== undefined) {
    query = query.where('plans.id', 'in', (from) =>
      from.selectFrom('findings').select('plan_id').where('findings.rule', '=', rule),
    );
  }
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(toListing);
}

/** The listings of some plans, in no order. */
export async function listingsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<PlanListing[]> {
  if (ids.length === 0) return [];
  return (await listings(db).where('plans.id', 'in', ids).execute()).map(toListing);
}

function listings(db: Kysely<Tables>) {
  return db
    .selectFrom('plans')
    .select([
      'plans.id',
      'plans.status',
      'plans.number',
      'plans.title',
      'plans.issuer_name as issuer',
      'plans.place_name as place',
      'plans.issued_on as issuedOn',
      'plans.period',
      'plans.source_path as path',
      'plans.source_sha256 as sha256',
    ])
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
