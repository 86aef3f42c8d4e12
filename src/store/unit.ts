import { CompiledQuery, type Kysely } from 'kysely';
import { engineOf } from './engine.ts';
import type { Inserts } from './inserts.ts';
import { beginFiles, queueFiles, type StoredIngest, saveIngests } from './journal.ts';
import { documentOf, type PreparedPlan, type SavedDocument } from './prepared.ts';
import { removePlan, savePlans } from './save.ts';
import type { Tables } from './tables.ts';

/** Things that are done all or none, by several processes at the same time. */
export class Unit {
  readonly #db: Kysely<Tables>;
  readonly #inserts: Inserts;

  constructor(transaction: Kysely<Tables>, inserts: Inserts) {
    this.#db = transaction;
    this.#inserts = inserts;
  }

  /** Takes a plan apart into what this database is told. Throws a RangeError where the record refers to something it does not hold. */
  prepare(document: SavedDocument): PreparedPlan {
    return engineOf(this.#db).prepare(document);
  }

  /**
   * Stores plans, each in the place of what its document gave before, under its own id where no other content has it, else
   * with the first eight digits of its document's hash added. Where the same bytes gave a plan to the same program
   * already, nothing is stored. Gives the plans' ids.
   */
  async savePlans(plans: readonly PreparedPlan[], fingerprint: string): Promise<string[]> {
    if (plans.length === 0) return [];
    const wanted = [...new Set(plans.map(({ id }) => id))].sort();
    await engineOf(this.#db).reserveIds(this.#db, wanted);
    await engineOf(this.#db).preferIndexes(this.#db);
    const idOf = new Map<string, string>();
    let group: PreparedPlan[] = [];
    const saveGroup = async (): Promise<void> => {
      const ids = await this.#saveGroup(group, fingerprint);
      for (const [at, { id, source }] of group.entries()) idOf.set(source.sha256, ids[at] ?? id);
      group = [];
    };
    for (const plan of plans) {
      const { sha256 } = plan.source;
      if (idOf.has(sha256) || group.some(({ source }) => source.sha256 === sha256)) continue;
      // Which of two has the id, or what is left of a document's former plan, is decided one after the other.
      if (group.some((other) => areRivals(other, plan))) await saveGroup();
      group.push(plan);
    }
    if (group.length > 0) await saveGroup();
    return plans.map(({ id, source }) => idOf.get(source.sha256) ?? id);
  }

  /** The plans that the same bytes gave when the same program read them, by their hash. */
  async plansOf(sha256s: readonly string[], fingerprint: string): Promise<Map<string, string>> {
    if (sha256s.length === 0) return new Map();
    await engineOf(this.#db).preferIndexes(this.#db);
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
  async #saveGroup(plans: readonly PreparedPlan[], fingerprint: string): Promise<string[]> {
    const ids = plans.map(({ id }) => id);
    const paths = plans.map(({ source }) => source.path);
    const sha256s = plans.map(({ source }) => source.sha256);
    const known = await this.#plans()
      .where((is) =>
        is.or([is('id', 'in', ids), is('source_path', 'in', paths), is('source_sha256', 'in', sha256s)]),
      )
      .execute();
    const twins = await this.#readBy(fingerprint, known);
    const fresh: PreparedPlan[] = [];
    const given: string[] = [];
    for (const plan of plans) {
      const { id: wanted, source } = plan;
      const twin = twins.get(source.sha256);
      if (twin !== undefined) {
        given.push(twin);
        continue;
      }
      const holder = known.find((other) => other.id === wanted);
      const isFree = holder === undefined || holder.sha256 === source.sha256 || holder.path === source.path;
      const id = isFree ? wanted : `${wanted}-${source.sha256.slice(0, 8)}`;
      for (const other of known) {
        if (other.path === source.path && other.id !== id) await removePlan(this.#db, other.id);
      }
      fresh.push(isFree ? plan : this.#under(id, plan));
      given.push(id);
    }
    if (fresh.length > 0) await savePlans(this.#db, fresh, this.#inserts);
    return given;
  }

  #under(id: string, plan: PreparedPlan): PreparedPlan {
    const document = documentOf(plan);
    return this.prepare({ ...document, record: { ...document.record, id } });
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
function areRivals(a: PreparedPlan, b: PreparedPlan): boolean {
  return a.id === b.id || a.source.path === b.source.path;
}
