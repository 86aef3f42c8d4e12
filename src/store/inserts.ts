import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { engineOf } from './engine.ts';
import type { PartTable } from './rows.ts';
import type { Tables } from './tables.ts';

/** Rows of one statement where rows are its parameters. Few sizes, so that few statements have to be prepared and kept. */
const CHUNKS = [64, 32, 16, 8, 4, 2, 1];

/** Rows of one statement where they are one parameter. */
const MOST_ROWS = 2000;

/** Inserts of many rows, whose statements are put together once. */
export class Inserts {
  readonly #compiled = new Map<string, CompiledQuery>();

  /** All rows must have the columns of the first, in its order. */
  async insert<T extends PartTable>(db: Kysely<Tables>, table: T, rows: readonly Tables[T][]): Promise<void> {
    const [head] = rows;
    if (head === undefined) return;
    const columns = Object.keys(head);
    if (engineOf(db).isFarAway) await this.#insertAsJson(db, table, columns, rows);
    else await this.#insertInChunks(db, table, columns, rows);
  }

  /** Few statements, each short however many rows it has: every one is a journey, and is read anew where it arrives. */
  async #insertAsJson(
    db: Kysely<Tables>,
    table: string,
    columns: readonly string[],
    rows: readonly object[],
  ): Promise<void> {
    const names = sql.join(columns.map((name) => sql.ref(name)));
    const statement = this.#statement(table, () =>
      sql`insert into ${sql.table(table)} (${names})
        select ${names} from json_populate_recordset(null::${sql.table(table)}, ${''}::json)`.compile(db),
    );
    for (let at = 0; at < rows.length; at += MOST_ROWS) {
      const json = JSON.stringify(rows.slice(at, at + MOST_ROWS));
      await db.executeQuery({ ...statement, parameters: [json] });
    }
  }

  async #insertInChunks(
    db: Kysely<Tables>,
    table: string,
    columns: readonly string[],
    rows: readonly object[],
  ): Promise<void> {
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
