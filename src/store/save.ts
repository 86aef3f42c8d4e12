import { toUSVString } from 'node:util';
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { fold } from '../lexicon/fold.ts';
import type { PlanRecord } from '../plan/record.ts';
import { engineOf } from './engine.ts';
import { type PartTable, planParts, planRow } from './rows.ts';

import type { Tables } from './tables.ts';

export type SaveOutcome = 'inserted' | 'updated' | 'unchanged';

export interface SavedDocument {
  record: PlanRecord;
  text: string;
  /** What was changed of the words as read, as JSON; what is stored stays where it is missing. */
  repairs?: string | undefined;
}

/** Rows of one insert statement. Few sizes, so that few statements have to be prepared and kept. */
const MOST_ROWS = 500;
const CHUNKS = [64, 32, 16, 8, 4, 2, 1];

/** Tables of parts whose rows go with their plan's, the others go with these. */
const TOP_TABLES = [
  'targets',
  'plan_tables',
  'agencies',
  'deadlines',
  'citations',
  'findings',
  'recipients',
  'pages',
] as const;

/**
 * Puts a plan in the place of its earlier version; the caller holds the transaction. Throws a RangeError where the
 * text can't be stored or the record refers to something it does not hold.
 */
export async function savePlan(
  db: Kysely<Tables>,
  { record, text, repairs }: SavedDocument,
  inserts: InsertStatements,
): Promise<SaveOutcome> {
  if (text.includes('\0') || toUSVString(text) !== text) {
    throw new RangeError(
      `${record.id}: the text holds NUL or half a surrogate pair, which can not be stored`,
    );
  }
  const json = JSON.stringify(record);
  const before = await db
    .selectFrom('documents')
    .select(['search_id', 'text', 'record', 'repairs'])
    .where('plan_id', '=', record.id)
    .executeTakeFirst();
  if (
    before !== undefined &&
    before.record === json &&
    before.text === text &&
    (repairs === undefined || before.repairs === repairs)
  ) {
    return 'unchanged';
  }

  const plan = planRow(record);
  const parts = planParts(record);
  if (before === undefined) {
    await db.insertInto('plans').values(plan).execute();
    const { search_id } = await db
      .insertInto('documents')
      .values({ plan_id: plan.id, text, record: json, repairs: repairs ?? null })
      .returning('search_id')
      .executeTakeFirstOrThrow();
    await engineOf(db).addToSearchIndex(db, search_id, fold(text));
  } else {
    for (const table of TOP_TABLES) await db.deleteFrom(table).where('plan_id', '=', plan.id).execute();
    await db.updateTable('plans').set(plan).where('id', '=', plan.id).execute();
    await db
      .updateTable('documents')
      .set({ text, record: json, repairs: repairs ?? before.repairs })
      .where('search_id', '=', before.search_id)
      .execute();
    if (before.text !== text) {
      await db.deleteFrom('text_sketches').where('plan_id', '=', plan.id).execute();
      await engineOf(db).removeFromSearchIndex(db, before.search_id);
      await engineOf(db).addToSearchIndex(db, before.search_id, fold(text));
    }
  }
  await inserts.insert(db, 'pages', parts.pages);
  await inserts.insert(db, 'recipients', parts.recipients);
  await inserts.insert(db, 'citations', parts.citations);
  await inserts.insert(db, 'plan_tables', parts.plan_tables);
  await inserts.insert(db, 'table_columns', parts.table_columns);
  await inserts.insert(db, 'table_rows', parts.table_rows);
  await inserts.insert(db, 'table_cells', parts.table_cells);
  await inserts.insert(db, 'targets', parts.targets);
  await inserts.insert(db, 'agencies', parts.agencies);
  await inserts.insert(db, 'deadlines', parts.deadlines);
  await inserts.insert(db, 'tasks', parts.tasks);
  await inserts.insert(db, 'task_partners', parts.task_partners);
  await inserts.insert(db, 'task_deadlines', parts.task_deadlines);
  await inserts.insert(db, 'findings', parts.findings);
  await inserts.insert(db, 'finding_places', parts.finding_places);
  return before === undefined ? 'inserted' : 'updated';
}

/** Takes a plan out with all its parts; false where there is none. */
export async function removePlan(db: Kysely<Tables>, id: string): Promise<boolean> {
  const document = await db
    .selectFrom('documents')
    .select('search_id')
    .where('plan_id', '=', id)
    .executeTakeFirst();
  if (document === undefined) return false;
  await engineOf(db).removeFromSearchIndex(db, document.search_id);
  await db.deleteFrom('plans').where('id', '=', id).execute();
  return true;
}

/** Where every statement is a journey, as few as there may be. */
function sizesOf(rows: number): number[] {
  return [MOST_ROWS, rows % MOST_ROWS].filter((size) => size > 0);
}

/** Inserts of many rows, whose statements are put together once for each table and number of rows. */
export class InsertStatements {
  readonly #compiled = new Map<string, CompiledQuery>();

  /** All rows must have the columns of the first, in its order. */
  async insert<T extends PartTable>(db: Kysely<Tables>, table: T, rows: readonly Tables[T][]): Promise<void> {
    const [head] = rows;
    if (head === undefined) return;
    const columns = Object.keys(head);
    let done = 0;
    for (const size of engineOf(db).isFarAway ? sizesOf(rows.length) : CHUNKS) {
      while (rows.length - done >= size) {
        const chunk = rows.slice(done, done + size);
        const parameters: unknown[] = chunk.flatMap((row) => Object.values(row));
        await db.executeQuery({ ...this.#statement(db, table, columns, size), parameters });
        done += size;
      }
    }
  }

  #statement(db: Kysely<Tables>, table: string, columns: string[], size: number): CompiledQuery {
    const key = `${table} ${size}`;
    let compiled = this.#compiled.get(key);
    if (compiled === undefined) {
      const row = sql`(${sql.join(columns.map(() => sql.val(null)))})`;
      compiled = sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
        values ${sql.join(Array.from({ length: size }, () => row))}`.compile(db);
      this.#compiled.set(key, compiled);
    }
    return compiled;
  }
}
