import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { IssuerKind, IssuerLevel, TargetMeasure, TargetRelation } from '../plan/record.ts';
import type { Shelf, ShelvedPlan, ShelvedTarget } from '../plan/shelf.ts';
import { alikeIds, CONTENT_BANDS, sketchAll } from './sketches.ts';
import type { Tables } from './tables.ts';

/** Plans that are read at a time. */
const PAGE = 200;

/** The stored plans as rules across plans ask for them. */
export class StoredShelf implements Shelf {
  readonly #db: Kysely<Tables>;
  readonly #passed: (plans: number) => void;
  #sketched: Promise<void> | undefined;

  /** `passed` is told now and then how many plans were gone through since. */
  constructor(db: Kysely<Tables>, passed: (plans: number) => void = () => {}) {
    this.#db = db;
    this.#passed = passed;
  }

  async *sameWords(): AsyncGenerator<ShelvedPlan> {
    const shared = sql<SqlBool>`exists (
      select 1 from text_sketches as other
      where other.band = words.band and other.hash = words.hash and other.plan_id <> words.plan_id
    )`;
    yield* this.#paged(shared, ['words', 'more_words']);
  }

  async *sharedNumbers(): AsyncGenerator<ShelvedPlan> {
    const shared = sql<SqlBool>`number in (select number from plans group by number having count(*) > 1)`;
    yield* this.#paged(shared, ['number']);
  }

  async *sharedTitles(): AsyncGenerator<ShelvedPlan> {
    const shared = sql<SqlBool>`(title, issued_first) in (
      select title, issued_first from plans group by title, issued_first having count(*) > 1
    )`;
    yield* this.#paged(shared, ['title', 'issued_first']);
  }

  async *unidentified(): AsyncGenerator<ShelvedPlan> {
    yield* this.#paged(sql<SqlBool>`number is null or issuer_name is null or issued_first is null`, []);
  }

  async alike({ id }: ShelvedPlan, skip: number): Promise<ShelvedPlan[]> {
    await this.#sketches();
    const ids = await alikeIds(this.#db, id, { skip, limit: PAGE });
    if (ids.length === 0) return [];
    const rows = await this.#plans().where('plans.id', 'in', ids).execute();
    const plans = new Map(rows.map((row) => [row.id, toPlan(row)]));
    return ids.flatMap((other) => plans.get(other) ?? []);
  }

  async text(id: string): Promise<string> {
    const { text } = await this.#db
      .selectFrom('documents')
      .select('text')
      .where('plan_id', '=', id)
      .executeTakeFirstOrThrow();
    return text;
  }

  async *targets(): AsyncGenerator<ShelvedTarget> {
    const rows = this.#db
      .selectFrom('targets as target')
      .innerJoin('plans as plan', 'plan.id', 'target.plan_id')
      .leftJoin('table_rows as line', (join) =>
        join
          .onRef('line.plan_id', '=', 'target.plan_id')
          .onRef('line.table_position', '=', 'target.from_table')
          .onRef('line.position', '=', 'target.from_row'),
      )
      .where('target.indicator', 'is not', null)
      .where('target.value', 'is not', null)
      .where('target.due', 'is not', null)
      .where('target.change', 'is', null)
      .where('target.group_name', 'is', null)
      .where('target.measure', 'in', ['count', 'share', 'amount'])
      .where('plan.issuer_kind', '=', 'peoples-committee')
      .where('plan.place_code', 'is not', null)
      .where('plan.issued_last', 'is not', null)
      // A row that names no known place is a part of the territory that can't be compared.
      .where((is) =>
        is.or([
          is('target.place_code', 'is not', null),
          is.and([
            is('target.place_name', 'is', null),
            is.or([is('line.kind', 'is', null), is('line.kind', '=', 'total')]),
          ]),
        ]),
      )
      .select([
        'plan.id as planId',
        'plan.number as planNumber',
        'target.position as index',
        'target.indicator',
        'target.label',
        'target.measure',
        'target.relation',
        'target.unit',
        'target.share_of as of',
        'target.due',
        'target.value',
        'plan.issuer_level as level',
        'plan.place_code as issuerCode',
        'plan.issued_last as issuedLast',
      ])
      .select(sql<string>`coalesce(target.place_code, plan.place_code)`.as('code'))
      .orderBy('target.indicator')
      .orderBy('target.measure')
      .orderBy('target.unit')
      .orderBy('target.share_of')
      .orderBy('target.due')
      .orderBy('code')
      .orderBy('plan.id')
      .orderBy('target.position')
      .stream();
    for await (const row of rows) {
      const { indicator, due, value, issuerCode, issuedLast } = row;
      if (indicator === null || due === null || value === null || issuerCode === null || issuedLast === null)
        continue;
      yield {
        ...row,
        indicator,
        due,
        value,
        issuerCode,
        issuedLast,
        measure: TargetMeasure.parse(row.measure),
        relation: TargetRelation.parse(row.relation),
        level: IssuerLevel.nullable().parse(row.level) ?? 'province',
      };
    }
  }

  /** Plans by the keys (none of which is null) and id, a page at a time, so that others can be asked for in between. */
  async *#paged(condition: RawBuilder<SqlBool>, keys: readonly Key[]): AsyncGenerator<ShelvedPlan> {
    await this.#sketches();
    const order = [...keys, 'id' as const];
    for (let last: Row | undefined; ; ) {
      let page = this.#plans().where(sql<SqlBool>`(${condition})`).limit(PAGE);
      for (const key of order) page = page.orderBy(COLUMNS[key]);
      if (last !== undefined) {
        const columns = order.map((key) => sql.ref(COLUMNS[key]));
        const values = order.map((key) => sql`${last?.[key]}`);
        page = page.where(sql<SqlBool>`(${sql.join(columns)}) > (${sql.join(values)})`);
      }
      const rows = await page.execute();
      for (const row of rows) yield toPlan(row);
      this.#passed(rows.length);
      last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
    }
  }

  #sketches(): Promise<void> {
    this.#sketched ??= sketchAll(this.#db, this.#passed);
    return this.#sketched;
  }

  #plans() {
    const [words, more] = CONTENT_BANDS;
    return this.#db
      .selectFrom('plans')
      .innerJoin('text_sketches as words', (join) =>
        join.onRef('words.plan_id', '=', 'plans.id').on('words.band', '=', words),
      )
      .innerJoin('text_sketches as more', (join) =>
        join.onRef('more.plan_id', '=', 'plans.id').on('more.band', '=', more),
      )
      .select([
        'id',
        'source_path',
        'number',
        'title',
        'issuer_name',
        'issuer_kind',
        'issuer_level',
        'place_name',
        'place_code',
        'issued_first',
        'issued_last',
        'words.hash as words',
        'more.hash as more_words',
      ]);
  }
}

/** What plans are put in order by, as their rows name it, and where it stands. */
const COLUMNS = {
  id: 'plans.id',
  number: 'plans.number',
  title: 'plans.title',
  issued_first: 'plans.issued_first',
  words: 'words.hash',
  more_words: 'more.hash',
} as const;
type Key = keyof typeof COLUMNS;

interface Row {
  id: string;
  source_path: string;
  number: string | null;
  title: string | null;
  issuer_name: string | null;
  issuer_kind: string | null;
  issuer_level: string | null;
  place_name: string | null;
  place_code: string | null;
  issued_first: string | null;
  issued_last: string | null;
  words: number;
  more_words: number;
}

function toPlan(row: Row): ShelvedPlan {
  const {
    id,
    source_path: path,
    number,
    title,
    issuer_name: name,
    issued_first: first,
    issued_last: last,
  } = row;
  return {
    id,
    path,
    number,
    title,
    issuer:
      name === null
        ? null
        : {
            name,
            kind: IssuerKind.nullable().parse(row.issuer_kind),
            level: IssuerLevel.nullable().parse(row.issuer_level),
            placeName: row.place_name,
            placeCode: row.place_code,
          },
    issued: first === null || last === null ? null : { first, last },
    content: `${row.words} ${row.more_words}`,
  };
}
