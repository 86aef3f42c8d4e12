import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { engineOf } from './engine.ts';
import { PART_TABLES, type PartTable, type PlanParts } from './rows.ts';
import type { Tables } from './tables.ts';

/** Rows of one statement where rows are its parameters. Few sizes, so that few statements have to be prepared and kept. */
const CHUNKS = [64, 32, 16, 8, 4, 2, 1];

interface Batch {
  table: PartTable;
  columns: string[];
  /** All have the same columns, in this order. */
  rows: object[];
}

/** Inserts of many rows, whose statements are put together once. */
export class Inserts {
  readonly #compiled = new Map<string, CompiledQuery>();

  /** Adds the rows of plans that have none yet. */
  async insert(db: Kysely<Tables>, plans: readonly PlanParts[]): Promise<void> {
    const batches = PART_TABLES.flatMap((table): Batch[] => {
      const rows = plans.flatMap((parts): object[] => parts[table]);
      return rows[0] === undefined ? [] : [{ table, columns: Object.keys(rows[0]), rows }];
    });
    if (batches.length === 0) return;
    if (engineOf(db).isFarAway) await this.#insertTogether(db, batches);
    else for (const batch of batches) await this.#insertInChunks(db, batch);
  }

  /** One statement for all tables, short however many rows there are: it is a journey, and is read anew where it arrives. */
  async #insertTogether(db: Kysely<Tables>, batches: readonly Batch[]): Promise<void> {
    const statement = this.#statement(batches.map(({ table }) => table).join(), () => {
      // References are looked at when all of it is done.
      const inserts = batches.map(({ table, columns }) => {
        const names = sql.join(columns.map((name) => sql.ref(name)));
        return sql`${sql.ref(`added_${table}`)} as (insert into ${sql.table(table)} (${names})
          select ${names} from json_populate_recordset(null::${sql.table(table)}, ${''}::json))`;
      });
      return sql`with ${sql.join(inserts)} select`.compile(db);
    });
    await db.executeQuery({ ...statement, parameters: batches.map(({ rows }) => JSON.stringify(rows)) });
  }

  async #insertInChunks(db: Kysely<Tables>, { table, columns, rows }: Batch): Promise<void> {
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
