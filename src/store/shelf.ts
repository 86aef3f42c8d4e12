import { type Kysely, type SqlBool, sql } from 'kysely';
import { IssuerKind, IssuerLevel, TargetMeasure, TargetRelation } from '../plan/record.ts';
import type { Shelf, ShelvedPlan, ShelvedTarget } from '../plan/shelf.ts';
import { alikeIds, sketchAll } from './sketches.ts';
import type { Tables } from './tables.ts';

/** Plans that are compared with one whose identity is not known. */
const MOST_ALIKE = 20;

/** The stored plans as rules across plans ask for them. */
export class StoredShelf implements Shelf {
  readonly #db: Kysely<Tables>;
  #sketched: Promise<void> | undefined;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async *sharedNumbers(): AsyncGenerator<ShelvedPlan> {
    const shared = this.#db
      .selectFrom('plans')
      .select('number')
      .where('number', 'is not', null)
      .groupBy('number')
      .having((is) => is.fn.countAll(), '>', 1);
    const rows = this.#plans().where('number', 'in', shared).orderBy('number').orderBy('id').stream();
    for await (const row of rows) yield toPlan(row);
  }

  async *sharedTitles(): AsyncGenerator<ShelvedPlan> {
    const shared = sql<SqlBool>`exists (
      select 1 from plans as other
      where other.id <> plans.id and other.title = plans.title and other.issued_first = plans.issued_first
    )`;
    const rows = this.#plans().where(shared).orderBy('title').orderBy('issued_first').orderBy('id').stream();
    for await (const row of rows) yield toPlan(row);
  }

  async *unidentified(): AsyncGenerator<ShelvedPlan> {
    const rows = this.#plans()
      .where((is) =>
        is.or([is('number', 'is', null), is('issuer_name', 'is', null), is('issued_first', 'is', null)]),
      )
      .orderBy('id')
      .stream();
    for await (const row of rows) yield toPlan(row);
  }

  async alike(id: string): Promise<ShelvedPlan[]> {
    this.#sketched ??= sketchAll(this.#db);
    await this.#sketched;
    const ids = await alikeIds(this.#db, id, MOST_ALIKE);
    if (ids.length === 0) return [];
    return (await this.#plans().where('id', 'in', ids).orderBy('id').execute()).map(toPlan);
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

  #plans() {
    return this.#db
      .selectFrom('plans')
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
      ]);
  }
}

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
  };
}
