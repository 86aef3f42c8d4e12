import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { PlanRows } from './prepared.ts';
import { recordText } from './record-text.ts';
import { PART_TABLES, type PartTable, type PlanParts } from './rows.ts';
import type { Tables } from './tables.ts';

/** Rows of one statement where rows are its parameters. Few sizes, so that few statements have to be prepared and kept. */
const CHUNKS = [64, 32, 16, 8, 4, 2, 1];

const TEXT_TABLES = ['plans', ...PART_TABLES] as const;
type TextTable = (typeof TEXT_TABLES)[number];

/** Inserts of many rows, whose statements are put together once. */
export class Inserts {
  readonly #compiled = new Map<string, CompiledQuery>();

  /** Adds the rows of plans, and those of their parts; of plans that have a row already, those of their parts alone. */
  async insert(
    db: Kysely<Tables>,
    { fresh, known }: { fresh: readonly PlanRows[]; known: readonly PlanRows[] },
  ): Promise<void> {
    const plans = [...fresh, ...known];
    const texts = plans.flatMap(({ parts }) => ('texts' in parts ? parts.texts : []));
    const rows = plans.flatMap(({ parts }) => ('rows' in parts ? parts.rows : []));
    const freshTexts = fresh.flatMap(({ row, parts }) =>
      'texts' in parts ? { plans: Buffer.from(recordText(row)) } : [],
    );
    const freshRows = fresh.flatMap(({ row, parts }) => ('rows' in parts ? row : []));
    await this.#insertTexts(db, [...freshTexts, ...texts]);
    if (freshRows.length > 0) await db.insertInto('plans').values(freshRows).execute();
    for (const table of PART_TABLES) await this.#insertRows(db, table, rows);
  }

  /** One statement for all tables, short however many rows there are: it is a journey, and is read anew where it arrives. */
  async #insertTexts(
    db: Kysely<Tables>,
    plans: readonly Partial<Record<TextTable, Uint8Array>>[],
  ): Promise<void> {
    const tables = TEXT_TABLES.filter((table) => plans.some((texts) => texts[table] !== undefined));
    if (tables.length === 0) return;
    const statement = this.#statement(tables.join(), () => {
      // References are looked at when all of it is done. An array that is no query of its own is read twice: for the plan too.
      const inserts = tables.map(
        (table) => sql`${sql.ref(`added_${table}`)} as (insert into ${sql.table(table)}
          select * from unnest((select cast(cast(${''} as text) as ${sql.table(table)}[]))))`,
      );
      return sql`with ${sql.join(inserts)} select`.compile(db);
    });
    const parameters = tables.map((table) => arrayText(plans.flatMap((texts) => texts[table] ?? [])));
    await db.executeQuery({ ...statement, parameters });
  }

  async #insertRows(db: Kysely<Tables>, table: PartTable, plans: readonly PlanParts[]): Promise<void> {
    const rows = plans.flatMap((parts): object[] => parts[table]);
    const columns = Object.keys(rows[0] ?? {});
    let done = 0;
    for (const size of CHUNKS) {
      while (rows.length - done >= size) {
        const statement = this.#statement(`${table} ${size}`, () => {
          const row = sql`(${sql.join(columns.map(() => sql.val(null)))})`;
          const names = sql.join(columns.map((name) => sql.ref(name)));
          const values = sql.join(Array.from({ length: size }, () => row));
          return sql`insert into ${sql.table(table)} (${names}) values ${values}`.compile(db);
        });
        const chunk = rows.slice(done, done + size);
        const parameters: unknown[] = chunk.flatMap((row) => Object.values(row));
        await db.executeQuery({ ...statement, parameters });
        done += size;
      }
    }
  }

  #statement(key: string, compile: () => CompiledQuery): CompiledQuery {
    const compiled = this.#compiled.get(key) ?? compile();
    this.#compiled.set(key, compiled);
    return compiled;
  }
}

const OPENING = Buffer.from('{');
const COMMA = Buffer.from(',');
const CLOSING = Buffer.from('}');

/** Lists of records, with commas between those of each, as one array. */
function arrayText(lists: readonly Uint8Array[]): Buffer {
  const between = lists.flatMap((list) => [COMMA, list]).slice(1);
  return Buffer.concat([OPENING, ...between, CLOSING]);
}
