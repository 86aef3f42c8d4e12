import type { Kysely } from 'kysely';
import type { PlanRecord } from '../plan/record.ts';
import type { Shelf } from '../plan/shelf.ts';
import type { PlanSummary, SummaryRoom } from '../plan/summary.ts';
import {
  type Acceptance,
  acceptancesOf,
  type PlanOfAcceptance,
  removeAcceptance,
  saveAcceptance,
} from './accepted.ts';
import { copyToFile } from './copy.ts';
import { asStoreError, engineOf } from './engine.ts';
import { Inserts } from './inserts.ts';
import {
  beginFiles,
  countFailures,
  countStates,
  type FailureCount,
  type JournalEntry,
  type JournalState,
  queueFiles,
  readJournal,
  requeueFile,
  type StoredIngest,
  saveIngests,
} from './journal.ts';
import { isPostgres } from './place.ts';
import type { PlanFilter } from './plan-filter.ts';
import type { SavedDocument } from './prepared.ts';
import {
  documentsAfter,
  getPlan,
  listPlans,
  type PlanListing,
  type SavedRow,
  type StoredDocument,
} from './queries.ts';
import { removePlan, type SaveOutcome, savePlans } from './save.ts';
import { type SearchHit, searchPlans } from './search.ts';
import { StoredShelf } from './shelf.ts';
import { copyDatabase, stripPeople } from './sqlite.ts';
import { summariesOf } from './summaries.ts';
import type { Tables } from './tables.ts';
import { Unit } from './unit.ts';
import { type DatabaseFault, verifyDatabase } from './verify.ts';

const LISTED_AT_ONCE = 200;

/** How a file fared, and the plan it gave, which is of another id than those of other files. */
export interface SettledFile {
  ingest: StoredIngest;
  plan?: SavedDocument;
}

/** Plans in a database; every method throws a StoreError where the file fails. */
export class Store {
  readonly #db: Kysely<Tables>;
  readonly #inserts = new Inserts();

  readonly #atEnd: () => Promise<void>;

  constructor(
    readonly path: string,
    db: Kysely<Tables>,
    atEnd: () => Promise<void> = async () => {},
  ) {
    this.#db = db;
    this.#atEnd = atEnd;
  }

  /** Does several things all or none; what `work` rejects with leaves nothing of them. */
  async together<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.#do(() =>
      this.#db.transaction().execute((transaction) => work(new Unit(transaction, this.#inserts))),
    );
  }

  /**
   * Stores a record and the text its evidence points into, in the place of an earlier version of the same id, and
   * where given how its file fared and (as JSON) what was changed of its words: all or nothing.
   */
  async save(
    record: PlanRecord,
    text: string,
    ingest?: StoredIngest,
    repairs?: string,
  ): Promise<SaveOutcome> {
    return this.#do(() =>
      this.#db.transaction().execute(async (transaction) => {
        const plan = engineOf(transaction).prepare({ record, text, repairs });
        const [outcome] = await savePlans(transaction, [plan], this.#inserts);
        if (ingest !== undefined) await saveIngests(transaction, [ingest]);
        return outcome ?? 'unchanged';
      }),
    );
  }

  /** Puts files into the journal as waiting to be read; what is known of them from before stays. */
  async queue(paths: readonly string[], fingerprint: string): Promise<void> {
    return this.#do(() =>
      this.#db.transaction().execute((transaction) => queueFiles(transaction, paths, fingerprint)),
    );
  }

  /** Has files that are in the journal read again by the next run. */
  async readAgain(paths: readonly string[]): Promise<void> {
    return this.#do(() =>
      this.#db.transaction().execute(async (transaction) => {
        for (const path of paths) await requeueFile(transaction, path);
      }),
    );
  }

  /** Stores how files fared, with their plans, after noting that others are being read: all or nothing. */
  async note(begun: readonly string[], settled: readonly SettledFile[]): Promise<void> {
    return this.#do(() =>
      this.#db.transaction().execute(async (transaction) => {
        await beginFiles(transaction, begun);
        // Where a statement costs little, rows are laid down in an order that does not depend on what comes together.
        const { isFarAway, prepare } = engineOf(transaction);
        const together = isFarAway ? [settled] : settled.map((file) => [file]);
        for (const files of together) {
          const plans = files.flatMap(({ plan }) => (plan === undefined ? [] : prepare(plan)));
          if (plans.length > 0) await savePlans(transaction, plans, this.#inserts);
          await saveIngests(
            transaction,
            files.map(({ ingest }) => ingest),
          );
        }
      }),
    );
  }

  /** Notes that a file is being read. */
  async begin(path: string): Promise<void> {
    return this.#do(() => beginFiles(this.#db, [path]));
  }

  /** Notes how a file fared, in the place of what was noted of its path before. */
  async remember(ingest: StoredIngest): Promise<void> {
    return this.#do(() => saveIngests(this.#db, [ingest]));
  }

  /** Takes a plan out with everything read from it. What is noted of files stays, without the plan. */
  async remove(id: string): Promise<boolean> {
    return this.#do(() => this.#db.transaction().execute((transaction) => removePlan(transaction, id)));
  }

  async get(id: string): Promise<StoredDocument | null> {
    return this.#do(() => getPlan(this.#db, id));
  }

  async list(filter: PlanFilter & { limit?: number } = {}): Promise<PlanListing[]> {
    return this.#do(() => listPlans(this.#db, filter));
  }

  /** The same of all plans, by id, some at a time. */
  async *listings(): AsyncGenerator<PlanListing> {
    for (let after = ''; ; ) {
      const page = await this.#do(() => listPlans(this.#db, { after, limit: LISTED_AT_ONCE }));
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < LISTED_AT_ONCE) return;
      after = last.id;
    }
  }

  /** How many plans there are. */
  async size(): Promise<number> {
    return this.#do(async () => {
      const { plans } = await this.#db
        .selectFrom('plans')
        .select(({ fn }) => fn.countAll<number | string>().as('plans'))
        .executeTakeFirstOrThrow();
      return Number(plans);
    });
  }

  /** Which file each plan was read from, by id. */
  async plans(): Promise<{ id: string; path: string; sha256: string }[]> {
    return this.#do(() =>
      this.#db
        .selectFrom('plans')
        .select(['id', 'source_path as path', 'source_sha256 as sha256'])
        .orderBy('id')
        .execute(),
    );
  }

  /** How every file fared, by path. */
  async ingests(): Promise<JournalEntry[]> {
    return this.#do(() => readJournal(this.#db));
  }

  /** What a report says of some plans, by id, as far as it has room for. */
  async summaries(ids: readonly string[], room: SummaryRoom): Promise<Map<string, PlanSummary>> {
    return this.#do(() => summariesOf(this.#db, ids, room));
  }

  /** How many files are in each state. */
  async states(): Promise<Record<JournalState, number>> {
    return this.#do(() => countStates(this.#db));
  }

  /** How many files failed for each reason, most frequent first, with up to so many of their paths. */
  async failures(examples: number): Promise<FailureCount[]> {
    return this.#do(() => countFailures(this.#db, examples));
  }

  /** All plans with what was saved of them, by id, a few at a time. */
  async *documents(): AsyncGenerator<SavedRow> {
    for (let after = ''; ; ) {
      const rows = await this.#do(() => documentsAfter(this.#db, after));
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  }

  /** What is wrong with the database itself; empty where all is well. */
  async verify(): Promise<DatabaseFault[]> {
    return this.#do(() => verifyDatabase(this.#db));
  }

  /** Copies the database as it is at this moment into a new SQLite file, while others read and write. */
  async copyTo(file: string): Promise<void> {
    return this.#do(() =>
      isPostgres(this.path) ? copyToFile(this.#db, file) : copyDatabase(this.#db, file),
    );
  }

  /** The same without accounts, sessions and the log of who did what: for others than those who work with it. */
  async copyPlansTo(file: string): Promise<void> {
    return this.#do(async () => {
      await copyDatabase(this.#db, file);
      await stripPeople(file);
    });
  }

  /** Plans whose text holds all the words, best first; see `searchPlans`. */
  async search(words: string, limit = 20): Promise<SearchHit[]> {
    return this.#do(() => searchPlans(this.#db, words, limit));
  }

  /** All plans, for the rules that look at more than one of them. `passed` is told now and then how many were gone through since. */
  shelf(passed?: (plans: number) => void): Shelf {
    return new StoredShelf(this.#db, passed);
  }

  /** Notes that a person accepted a finding as it is; it stays so when the plan is extracted anew. */
  async accept(plan: PlanOfAcceptance, acceptance: Acceptance): Promise<void> {
    return this.#do(() => saveAcceptance(this.#db, plan, acceptance));
  }

  /** Takes back an acceptance; false where there was none. */
  async unaccept(plan: PlanOfAcceptance, finding: { rule: string; key: string }): Promise<boolean> {
    return this.#do(() => removeAcceptance(this.#db, plan, finding));
  }

  /** What was accepted of a plan's findings. */
  async acceptances(plan: PlanOfAcceptance): Promise<Acceptance[]> {
    return this.#do(() => acceptancesOf(this.#db, plan));
  }

  /** Puts a question of another file of this folder to the database. */
  async ask<T>(question: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.#do(() => question(this.#db));
  }

  /** The same for an answer that comes a few rows at a time. */
  async *each<T>(question: (db: Kysely<Tables>) => AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* question(this.#db);
    } catch (error) {
      throw asStoreError(this.#db, error, this.path);
    }
  }

  /** The same for what changes the database: all of it or nothing remains. */
  async change<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.#do(() => this.#db.transaction().execute(work));
  }

  /** Lays the file out anew: the same content is then the same bytes, whenever and in however many runs it was stored. */
  layOut(): Promise<void> {
    return this.#do(() => engineOf(this.#db).layOut(this.#db));
  }

  /** Lets go of the database; of a file, everything is in that one file then. */
  async close(): Promise<void> {
    await this.#do(this.#atEnd).finally(() => this.#db.destroy());
  }

  async #do<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asStoreError(this.#db, error, this.path);
    }
  }
}
