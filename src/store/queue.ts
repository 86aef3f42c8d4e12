import { type Kysely, sql } from 'kysely';
import { fold } from '../lexicon/fold.ts';
import { PlanRecord } from '../plan/record.ts';
import { searchIds } from './engine.ts';
import { fitting, type PlanFilter } from './plan-filter.ts';
import { HEADING, type PlanHeading } from './queries.ts';
import { searchTerms } from './search.ts';
import type { Tables } from './tables.ts';

/** A plan as the queue for review shows it. */
export interface QueueEntry extends PlanHeading {
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
export interface QueueFilter extends PlanFilter {
  /** Words of the text, or the beginning of a number or id. */
  words?: string | undefined;
  /** Plans that somebody has checked, or nobody has. */
  state?: 'open' | 'checked' | undefined;
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
  const plans = await asked(db, filter);
  const rows = await plans
    .leftJoin('reviews', 'reviews.source_sha256', 'plans.source_sha256')
    .select([
      ...HEADING,
      'reviews.reviewer as checkedBy',
      'plans.source_media_type as mediaType',
      'plans.errors',
      'plans.warnings',
      'plans.infos',
      'plans.pages',
      'plans.least_confidence as confidence',
    ])
    .orderBy(sql`case when reviews.reviewer is null then 0 else 1 end`)
    .orderBy('plans.errors', 'desc')
    .orderBy('plans.warnings', 'desc')
    .orderBy('plans.least_confidence')
    .orderBy('plans.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  const { total } = await plans
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    total: Number(total),
    plans: rows.map((row) => ({ ...row, status: PlanRecord.shape.status.parse(row.status) })),
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

async function asked(db: Kysely<Tables>, filter: QueueFilter) {
  const { words, state } = filter;
  let query = fitting(db.selectFrom('plans'), filter);
  if (state !== undefined) {
    query = query.where('plans.source_sha256', state === 'checked' ? 'in' : 'not in', (from) =>
      from.selectFrom('reviews').select('reviews.source_sha256'),
    );
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
