import { CompiledQuery, type Kysely } from 'kysely';
import { engineOf } from './engine.ts';
import type { Inserts } from './inserts.ts';
import { beginFiles, queueFiles, type StoredIngest, saveIngests } from './journal.ts';
import { removePlan, type SavedDocument, savePlans } from './save.ts';
import type { Tables } from './tables.ts';

/** Things that are done all or none, by several processes at the same time. */
export class Unit {
  readonly #db: Kysely<Tables>;
  readonly #inserts: Inserts;

  constructor(transaction: Kysely<Tables>, inserts: Inserts) {
    this.#db = transaction;
    this.#inserts = inserts;
  }

  /**
   * Stores plans, each in the place of what its document gave before, under its own id where no other content has it, else
   * with the first eight digits of its document's hash added. Where the same bytes gave a plan to the same program
   * already, nothing is stored. Gives the plans' ids.
   */
  async savePlans(documents: readonly SavedDocument[], fingerprint: string): Promise<string[]> {
    if (documents.length === 0) return [];
    const wanted = [...new Set(documents.map(({ record }) => record.id))].sort();
    await engineOf(this.#db).reserveIds(this.#db, wanted);
    const idOf = new Map<string, string>();
    let group: SavedDocument[] = [];
    const saveGroup = async (): Promise<void> => {
      const ids = await this.#saveGroup(group, fingerprint);
      for (const [at, { record }] of group.entries()) idOf.set(record.source.sha256, ids[at] ?? record.id);
      group = [];
    };
    for (const document of documents) {
      const { sha256 } = document.record.source;
      if (idOf.has(sha256) || group.some(({ record }) => record.source.sha256 === sha256)) continue;
      // Which of two has the id, or what is left of a document's former plan, is decided one after the other.
      if (group.some((other) => areRivals(other, document))) await saveGroup();
      group.push(document);
    }
    if (group.length > 0) await saveGroup();
    return documents.map(({ record }) => idOf.get(record.source.sha256) ?? record.id);
  }

  /** The plans that the same bytes gave when the same program read them, by their hash. */
  async plansOf(sha256s: readonly string[], fingerprint: string): Promise<Map<string, string>> {
    if (sha256s.length === 0) return new Map();
    const plans = await this.#plans().where('source_sha256', 'in', sha256s).execute();
    return this.#readBy(fingerprint, plans);
  }

  /** Notes how files fared, each path once. */
  async remember(ingests: readonly StoredIngest[]): Promise<void> {
    await saveIngests(this.#db, ingests);
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

  /** Notes that files are being read. */
  async begin(paths: readonly string[]): Promise<void> {
    await beginFiles(this.#db, paths);
  }

  /** Does what another library has to have done in the same transaction. */
  async executeSql(text: string, values: readonly unknown[]): Promise<{ rows: unknown[] }> {
    const { rows } = await this.#db.executeQuery(CompiledQuery.raw(text, [...values]));
    return { rows };
  }

  /** Stores plans of which none has to do with another. */
  async #saveGroup(documents: readonly SavedDocument[], fingerprint: string): Promise<string[]> {
    const sources = documents.map(({ record }) => record.source);
    const ids = documents.map(({ record }) => record.id);
    const paths = sources.map(({ path }) => path);
    const sha256s = sources.map(({ sha256 }) => sha256);
    const known = await this.#plans()
      .where((is) =>
        is.or([is('id', 'in', ids), is('source_path', 'in', paths), is('source_sha256', 'in', sha256s)]),
      )
      .execute();
    const twins = await this.#readBy(fingerprint, known);
    const fresh: SavedDocument[] = [];
    const given: string[] = [];
    for (const document of documents) {
      const { id: wanted, source } = document.record;
      const twin = twins.get(source.sha256);
      if (twin !== undefined) {
        given.push(twin);
        continue;
      }
      const holder = known.find((plan) => plan.id === wanted);
      const isFree = holder === undefined || holder.sha256 === source.sha256 || holder.path === source.path;
      const id = isFree ? wanted : `${wanted}-${source.sha256.slice(0, 8)}`;
      for (const plan of known) {
        if (plan.path === source.path && plan.id !== id) await removePlan(this.#db, plan.id);
      }
      fresh.push({ ...document, record: { ...document.record, id } });
      given.push(id);
    }
    if (fresh.length > 0) await savePlans(this.#db, fresh, this.#inserts);
    return given;
  }

  #plans() {
    return this.#db.selectFrom('plans').select(['id', 'source_path as path', 'source_sha256 as sha256']);
  }

  /**
   * Those of some plans that a program read from the bytes they hold, by the hash of these. Asked apart from the plans:
   * mostly there are none, and a server that does not know its tables yet would go through all files for both at once.
   */
  async #readBy(
    fingerprint: string,
    plans: readonly { id: string; sha256: string }[],
  ): Promise<Map<string, string>> {
    if (plans.length === 0) return new Map();
    const rows = await this.#db
      .selectFrom('ingests')
      .innerJoin('plans', 'plans.id', 'ingests.plan_id')
      .select(['plans.id', 'plans.source_sha256 as sha256'])
      .where(
        'ingests.plan_id',
        'in',
        plans.map(({ id }) => id),
      )
      .whereRef('ingests.sha256', '=', 'plans.source_sha256')
      .where('ingests.fingerprint', '=', fingerprint)
      .orderBy('plans.id', 'desc')
      .execute();
    return new Map(rows.map(({ id, sha256 }) => [sha256, id]));
  }
}

/** Whether what becomes of one document depends on what became of the other. */
function areRivals({ record: a }: SavedDocument, { record: b }: SavedDocument): boolean {
  return a.id === b.id || a.source.path === b.source.path;
}
