import { CompiledQuery, type Kysely } from 'kysely';
import { engineOf } from './engine.ts';
import { beginFile, queueFiles, type StoredIngest, saveIngest } from './journal.ts';
import { type InsertStatements, removePlan, type SavedDocument, savePlan } from './save.ts';
import type { Tables } from './tables.ts';

/** Things that are done all or none, by several processes at the same time. */
export class Unit {
  readonly #db: Kysely<Tables>;
  readonly #inserts: InsertStatements;

  constructor(transaction: Kysely<Tables>, inserts: InsertStatements) {
    this.#db = transaction;
    this.#inserts = inserts;
  }

  /**
   * Stores a plan in the place of what its document gave before, under its own id where no other content has it, else with
   * the first eight digits of its document's hash added. Where the same bytes gave a plan to the same program already,
   * nothing is stored. Gives the plan's id.
   */
  async savePlan({ record, text, repairs }: SavedDocument, fingerprint: string): Promise<string> {
    const { path, sha256 } = record.source;
    await engineOf(this.#db).reserveId(this.#db, record.id);
    const twin = await this.planOf(sha256, fingerprint);
    if (twin !== null) return twin;
    const holder = await this.#db
      .selectFrom('plans')
      .select(['source_path as path', 'source_sha256 as sha256'])
      .where('id', '=', record.id)
      .executeTakeFirst();
    const isFree = holder === undefined || holder.sha256 === sha256 || holder.path === path;
    const id = isFree ? record.id : `${record.id}-${sha256.slice(0, 8)}`;
    const before = await this.#db
      .selectFrom('plans')
      .select('id')
      .where('source_path', '=', path)
      .where('id', '<>', id)
      .execute();
    for (const plan of before) await removePlan(this.#db, plan.id);
    await savePlan(this.#db, { record: { ...record, id }, text, repairs }, this.#inserts);
    return id;
  }

  /** The plan that the same bytes gave when they were read by the same program, null where there is none. */
  async planOf(sha256: string, fingerprint: string): Promise<string | null> {
    const plan = await this.#db
      .selectFrom('plans')
      .innerJoin('ingests', 'ingests.plan_id', 'plans.id')
      .select('plans.id')
      .where('plans.source_sha256', '=', sha256)
      .where('ingests.sha256', '=', sha256)
      .where('ingests.fingerprint', '=', fingerprint)
      .orderBy('plans.id')
      .limit(1)
      .executeTakeFirst();
    return plan?.id ?? null;
  }

  /** Notes how a file fared. */
  async remember(ingest: StoredIngest): Promise<void> {
    await saveIngest(this.#db, ingest);
  }

  /** Puts files into the journal as waiting. */
  async queue(paths: readonly string[], fingerprint: string): Promise<void> {
    await queueFiles(this.#db, paths, fingerprint);
  }

  /** What the journal says of a file, null where it says nothing. */
  async stateOf(path: string): Promise<string | null> {
    const entry = await this.#db
      .selectFrom('ingests')
      .select('state')
      .where('path', '=', path)
      .executeTakeFirst();
    return entry?.state ?? null;
  }

  /** Notes that a file is being read. */
  async begin(path: string): Promise<void> {
    await beginFile(this.#db, path);
  }

  /** Does what another library has to have done in the same transaction. */
  async executeSql(text: string, values: readonly unknown[]): Promise<{ rows: unknown[] }> {
    const { rows } = await this.#db.executeQuery(CompiledQuery.raw(text, [...values]));
    return { rows };
  }
}
