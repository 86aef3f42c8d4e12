import { type Kysely, sql } from 'kysely';
import { fold } from '../lexicon/fold.ts';
import { PlanRecord, type Severity } from '../plan/record.ts';
import { searchIds } from './engine.ts';
import { searchTerms } from './search.ts';
import type { Tables } from './tables.ts';

/** A plan as the queue for review shows it. */
export interface QueueEntry {
  id: string;
  status: PlanRecord['status'];
  number: string | null;
  title: string | null;
  issuer: string | null;
  place: string | null;
  issuedOn: string | null;
  period: string | null;
  path: string;
  mediaType: string;
  errors: number;
  warnings: number;
  infos: number;
  pages: number;
  /** Of the page that was read with the least of it, 0–1. */
  confidence: number;
  /** Who checked it, null where nobody has. */
  checkedBy: string | null;
}

/** Which plans the queue shows; what is left out does not matter. */
export interface QueueFilter {
  /** Words of the text, or the beginning of a number or id. */
  words?: string | undefined;
  /** Plans with a finding of this severity. */
  severity?: Severity | undefined;
  /** Plans with a finding of this rule. */
  rule?: string | undefined;
  status?: PlanRecord['status'] | undefined;
  /** Plans that somebody has checked, or nobody has. */
  state?: 'open' | 'checked' | undefined;
  level?: string | undefined;
  /** A year that the plan's period touches, or in which it was issued where it names no period. */
  year?: number | undefined;
  limit: number;
  offset: number;
}

export interface Queue {
  /** How many plans fit, on all pages. */
  total: number;
  plans: QueueEntry[];
}

/** Plans found by their words that are looked at, best first. */
const MOST_HITS = 1000;

/** The plans that fit a filter, those that most need a person's eye first: not checked, errors, warnings, pages read with doubt. */
export async function queue(db: Kysely<Tables>, filter: QueueFilter): Promise<Queue> {
  const fitting = await filtered(db, filter);
  const found = db
    .selectFrom('findings')
    .select([
      'plan_id',
      severity('error', 'errors'),
      severity('warning', 'warnings'),
      severity('info', 'infos'),
    ])
    .groupBy('plan_id')
    .as('found');
  const read = db
    .selectFrom('pages')
    .select((of) => [
      'plan_id',
      of.fn.countAll<number>().as('pages'),
      of.fn.min('confidence').as('confidence'),
    ])
    .groupBy('plan_id')
    .as('read');
  const rows = await fitting
    .leftJoin(found, 'found.plan_id', 'plans.id')
    .leftJoin(read, 'read.plan_id', 'plans.id')
    .leftJoin('reviews', 'reviews.source_sha256', 'plans.source_sha256')
    .select([
      'reviews.reviewer as checkedBy',
      'plans.id',
      'plans.status',
      'plans.number',
      'plans.title',
      'plans.issuer_name as issuer',
      'plans.place_name as place',
      'plans.issued_on as issuedOn',
      'plans.period',
      'plans.source_path as path',
      'plans.source_media_type as mediaType',
      sql<number>`coalesce(found.errors, 0)`.as('errors'),
      sql<number>`coalesce(found.warnings, 0)`.as('warnings'),
      sql<number>`coalesce(found.infos, 0)`.as('infos'),
      sql<number>`coalesce(read.pages, 0)`.as('pages'),
      sql<number>`coalesce(read.confidence, 1)`.as('confidence'),
    ])
    .orderBy(sql`case when reviews.reviewer is null then 0 else 1 end`)
    .orderBy('errors', 'desc')
    .orderBy('warnings', 'desc')
    .orderBy('confidence')
    .orderBy('plans.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  const { total } = await fitting
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    total: Number(total),
    plans: rows.map((row) => ({
      ...row,
      status: PlanRecord.shape.status.parse(row.status),
      errors: Number(row.errors),
      warnings: Number(row.warnings),
      infos: Number(row.infos),
      pages: Number(row.pages),
    })),
  };
}

export interface QueueCounts {
  plans: number;
  /** Of them those that somebody has checked. */
  checked: number;
}

export interface QueueFacets {
  /** Plans with a finding of each rule, the most frequent first. */
  rules: { rule: string; plans: number }[];
  /** Years that plans are for, latest first. */
  years: number[];
}

/** How many plans there are in all. */
export async function queueCounts(db: Kysely<Tables>): Promise<QueueCounts> {
  const { plans, checked } = await db
    .selectFrom('plans')
    .leftJoin('reviews', 'reviews.source_sha256', 'plans.source_sha256')
    .select((of) => [
      of.fn.countAll<number>().as('plans'),
      of.fn.count<number>('reviews.source_sha256').as('checked'),
    ])
    .executeTakeFirstOrThrow();
  return { plans: Number(plans), checked: Number(checked) };
}

/** What the whole store offers to filter by. */
export async function queueFacets(db: Kysely<Tables>): Promise<QueueFacets> {
  const rules = await db
    .selectFrom((from) => from.selectFrom('findings').select(['rule', 'plan_id']).distinct().as('found'))
    .select((of) => ['rule', of.fn.countAll<number>().as('plans')])
    .groupBy('rule')
    .orderBy('plans', 'desc')
    .orderBy('rule')
    .execute();
  const years = await db
    .selectFrom('plans')
    .select(sql<string | null>`substr(coalesce(period_first, issued_first), 1, 4)`.as('year'))
    .distinct()
    .execute();
  return {
    rules: rules.map(({ rule, plans: of }) => ({ rule, plans: Number(of) })),
    years: years.flatMap(({ year }) => (year === null ? [] : [Number(year)])).sort((a, b) => b - a),
  };
}

async function filtered(db: Kysely<Tables>, filter: QueueFilter) {
  let query = db.selectFrom('plans');
  const { words, severity, rule, status, state, level, year } = filter;
  if (status !== undefined) query = query.where('plans.status', '=', status);
  if (state !== undefined) {
    query = query.where('plans.source_sha256', state === 'checked' ? 'in' : 'not in', (from) =>
      from.selectFrom('reviews').select('reviews.source_sha256'),
    );
  }
  if (level !== undefined) query = query.where('plans.issuer_level', '=', level);
  if (severity !== undefined || rule !== undefined) {
    query = query.where('plans.id', 'in', (from) => {
      let finding = from.selectFrom('findings').select('findings.plan_id');
      if (severity !== undefined) finding = finding.where('findings.severity', '=', severity);
      if (rule !== undefined) finding = finding.where('findings.rule', '=', rule);
      return finding;
    });
  }
  if (year !== undefined) {
    query = query
      .where(sql<string>`coalesce(plans.period_first, plans.issued_first)`, '<=', `${year}-12-31`)
      .where(sql<string>`coalesce(plans.period_last, plans.issued_last)`, '>=', `${year}-01-01`);
  }
  if (words !== undefined && words.trim() !== '') {
    const terms = searchTerms(words);
    const hits = terms.length === 0 ? [] : await searchIds(db, terms, MOST_HITS);
    const begun = words.trim();
    query = query.where((is) =>
      is.or([
        is('plans.number', 'like', `${begun}%`),
        is('plans.id', 'like', `${fold(begun).replaceAll(' ', '-')}%`),
        ...(hits.length === 0
          ? []
          : [
              is('plans.id', 'in', (from) =>
                from
                  .selectFrom('documents')
                  .select('documents.plan_id')
                  .where('documents.search_id', 'in', hits),
              ),
            ]),
      ]),
    );
  }
  return query;
}

function severity<N extends string>(name: Severity, as: N) {
  return sql<number>`count(case when severity = ${name} then 1 end)`.as(as);
}
