import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { engineOf } from './engine.ts';
import type { Tables } from './tables.ts';

/** A target with what is needed to set it beside those of other plans, and to find it again. */
export interface Figure {
  planId: string;
  /** Index in the record's `targets`. */
  position: number;
  planNumber: string | null;
  issuedOn: string | null;
  /** The last day that the plan may be of; the first of its period, where it is not dated. */
  day: string | null;
  level: string | null;
  /** The issuer's territory. */
  territory: { name: string | null; code: string | null };
  /** The part of it that the figure is about, null for all of it. */
  part: { name: string; code: string | null } | null;
  indicator: string;
  group: string | null;
  measure: string;
  change: string | null;
  relation: string;
  value: number | null;
  unit: string | null;
  shareOf: string | null;
  due: string | null;
  dueFirst: string | null;
  dueLast: string | null;
  page: number | null;
  quote: string | null;
  /** Whether it stands in a table. */
  tabled: boolean;
  /** What a person put in the place of what was read, null where nobody did. */
  corrected: Corrected | null;
}

/** That a person corrected something of a figure: what was read, as JSON, and who did so when. */
export interface Corrected {
  former: unknown;
  by: string;
  at: string;
}

/** Two figures of one plan from which follows what a share is taken of; or one that states it. */
export interface BaseEvidence {
  planId: string;
  shareOf: string;
  dueLast: string | null;
  value: number;
  /** Of what indicator it was implied or stated. */
  indicator: string;
  count: Passage;
  /** What the count is compared with; null where the count is the base itself. */
  share: Passage | null;
}

/** A figure that a base follows from, and where it stands. */
export interface Passage extends Pick<Figure, 'position' | 'page' | 'quote' | 'corrected'> {
  value: number;
}

/** Every figure on an indicator, in the order of plans and positions. The figures of a plan share its territory's object. */
export async function figuresOf(db: Kysely<Tables>, indicator: string): Promise<Figure[]> {
  const plans = await db
    .selectFrom('plans')
    .select([
      'id',
      'number',
      'issued_on as issuedOn',
      sql<string | null>`coalesce(issued_last, period_first)`.as('day'),
      'issuer_level as level',
      'place_name as name',
      'place_code as code',
    ])
    .where('id', 'in', (from) =>
      from.selectFrom('targets').select('plan_id').where('indicator', '=', indicator),
    )
    .execute();
  const byId = new Map(
    plans.map((plan) => [plan.id, { ...plan, territory: { name: plan.name, code: plan.code } }]),
  );
  const { json } = await db
    .selectFrom('targets')
    .select(engineOf(db).jsonRows(FIGURE_COLUMNS, ['plan_id', 'position']).as('json'))
    .where('indicator', '=', indicator)
    .executeTakeFirstOrThrow();
  const corrections = await correctionsOf(db, indicator);
  return FigureRows.parse(json === null ? [] : JSON.parse(json)).flatMap((row) => {
    const [planId, position, name, code, group, measure, change, relation, value] = row;
    const [, , , , , , , , , unit, shareOf, due, dueFirst, dueLast, page, quote, table] = row;
    const plan = byId.get(planId);
    if (plan === undefined) return [];
    return {
      planId,
      position,
      planNumber: plan.number,
      issuedOn: plan.issuedOn,
      day: plan.day,
      level: plan.level,
      territory: plan.territory,
      part: name === null ? null : { name, code },
      indicator,
      group,
      measure,
      change,
      relation,
      value,
      unit,
      shareOf,
      due,
      dueFirst,
      dueLast,
      page,
      quote,
      tabled: table !== null,
      corrected: corrections.get(`${planId} ${position}`) ?? null,
    };
  });
}

/** What people corrected of the figures of plans that have one on an indicator, by plan and position: of each the last. */
async function correctionsOf(db: Kysely<Tables>, indicator: string): Promise<Map<string, Corrected>> {
  const rows = await db
    .selectFrom('corrected_values')
    .select(['plan_id', 'pointer', 'former', 'reviewer', 'made_at'])
    .where('pointer', 'like', '/targets/%')
    .where('plan_id', 'in', (from) =>
      from.selectFrom('targets').select('targets.plan_id').where('indicator', '=', indicator),
    )
    .orderBy('plan_id')
    .orderBy('position')
    .execute();
  return new Map(
    rows.map(({ plan_id, pointer, former, reviewer, made_at }) => [
      `${plan_id} ${pointer.split('/')[2]}`,
      { former: JSON.parse(former), by: reviewer, at: made_at },
    ]),
  );
}

const FIGURE_COLUMNS = [
  'plan_id',
  'position',
  'place_name',
  'place_code',
  'group_name',
  'measure',
  'change',
  'relation',
  'value',
  'unit',
  'share_of',
  'due',
  'due_first',
  'due_last',
  'page',
  'quote',
  'from_table',
];

const text = z.string().nullable();
const number = z.number().nullable();

/** Rows of FIGURE_COLUMNS. */
const FigureRows = z.array(
  z.tuple([
    z.string(),
    z.number(),
    text,
    text,
    text,
    z.string(),
    text,
    z.string(),
    number,
    text,
    text,
    text,
    text,
    text,
    number,
    text,
    number,
  ]),
);

/**
 * What plans that have a figure on `indicator` say of the base of shares `shareOf` for their whole territory: pairs of a count and a
 * share on one indicator and time, and counts on `baseIndicator`, which is that base.
 */
export async function basesOf(
  db: Kysely<Tables>,
  indicator: string,
  shareOf: string,
  baseIndicator: string | null,
): Promise<BaseEvidence[]> {
  const pairs = await db
    .selectFrom('targets as asked')
    .innerJoin('targets as share', 'share.plan_id', 'asked.plan_id')
    .innerJoin('targets as count', (on) =>
      on
        .onRef('count.plan_id', '=', 'share.plan_id')
        .onRef('count.indicator', '=', 'share.indicator')
        .onRef('count.due_last', '=', 'share.due_last'),
    )
    .select([
      'share.plan_id as planId',
      'share.due_last as dueLast',
      'share.indicator',
      'share.position as sharePosition',
      'share.value as shareValue',
      'share.page as sharePage',
      'share.quote as shareQuote',
      'count.position as countPosition',
      'count.value as countValue',
      'count.page as countPage',
      'count.quote as countQuote',
    ])
    .distinct()
    .where('asked.indicator', '=', indicator)
    .where('asked.place_name', 'is', null)
    .where('asked.group_name', 'is', null)
    .where('share.measure', '=', 'share')
    .where('share.share_of', '=', shareOf)
    .where('share.change', 'is', null)
    .where('share.relation', '=', '=')
    .where('share.value', '>', 0)
    .where('share.group_name', 'is', null)
    .where('share.place_name', 'is', null)
    .where('count.measure', '=', 'count')
    .where('count.change', 'is', null)
    .where('count.relation', '=', '=')
    .where('count.value', '>', 0)
    .where('count.group_name', 'is', null)
    .where('count.place_name', 'is', null)
    .where('count.unit', '=', 'người')
    .orderBy('planId')
    .orderBy('sharePosition')
    .orderBy('countPosition')
    .execute();
  const corrections = await correctionsOf(db, indicator);
  const passage = (
    planId: string,
    { position, value, page, quote }: Pick<Passage, 'position' | 'value' | 'page' | 'quote'>,
  ): Passage => ({
    position,
    value,
    page,
    quote,
    corrected: corrections.get(`${planId} ${position}`) ?? null,
  });
  const implied = pairs.flatMap((pair): BaseEvidence[] => {
    const { planId, dueLast, shareValue, countValue } = pair;
    if (pair.indicator === null || shareValue === null || countValue === null) return [];
    const { countPosition, countPage, countQuote, sharePosition, sharePage, shareQuote } = pair;
    return [
      {
        planId,
        shareOf,
        dueLast,
        value: (countValue / shareValue) * 100,
        indicator: pair.indicator,
        count: passage(planId, {
          position: countPosition,
          value: countValue,
          page: countPage,
          quote: countQuote,
        }),
        share: passage(planId, {
          position: sharePosition,
          value: shareValue,
          page: sharePage,
          quote: shareQuote,
        }),
      },
    ];
  });
  if (baseIndicator === null) return implied;
  const stated = await db
    .selectFrom('targets as count')
    .select(['plan_id as planId', 'position', 'value', 'due_last as dueLast', 'page', 'quote'])
    .where('indicator', '=', baseIndicator)
    .where('measure', '=', 'count')
    .where('unit', '=', 'người')
    .where('change', 'is', null)
    .where('relation', '=', '=')
    .where('value', '>', 0)
    .where('group_name', 'is', null)
    .where('place_name', 'is', null)
    .orderBy('plan_id')
    .orderBy('position')
    .execute();
  return [
    ...stated.flatMap(({ planId, dueLast, value, ...place }): BaseEvidence[] =>
      value === null
        ? []
        : [
            {
              planId,
              shareOf,
              dueLast,
              value,
              indicator: baseIndicator,
              count: passage(planId, { ...place, value }),
              share: null,
            },
          ],
    ),
    ...implied,
  ];
}

/** The ids of the indicators that any plan has a figure on. */
export async function indicatorsOf(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('targets')
    .select('indicator')
    .distinct()
    .where('indicator', 'is not', null)
    .orderBy('indicator')
    .execute();
  return rows.flatMap(({ indicator }) => indicator ?? []);
}
