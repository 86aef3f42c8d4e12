import PgBoss from 'pg-boss';
import { z } from 'zod';
import { withoutPassword } from '../../store/place.ts';
import { POSTGRES } from '../../store/postgres.ts';
import { StoreError } from '../../store/store-error.ts';
import type { Unit } from '../../store/unit.ts';

/** Where documents wait, and where those go that could not be read however often it was tried. */
const WAITING = 'documents';
const GIVEN_UP = 'documents-given-up';

const SCHEMA = 'pgboss';
const JOBS_AT_ONCE = 500;

export interface QueueOptions {
  /** A worker that is not heard of for so long has lost its documents to the others. */
  leaseSeconds?: number;
  /** How often a document is tried again where it may be no fault of its own. */
  retries?: number;
  /** Before the first time it is tried again; each further wait is about twice as long. */
  retrySeconds?: number;
}

const Data = z.object({ path: z.string() });

/** A document that is this worker's for a while. */
export interface Job {
  id: string;
  /** Relative to the root of all documents. */
  path: string;
  /** How often it was tried before. */
  tries: number;
  /** It is not tried again after this time. */
  isLastTry: boolean;
}

/** How many documents wait for the first time, for another try, and are being read. */
export interface QueueCounts {
  waiting: number;
  again: number;
  active: number;
}

/** The documents that workers on any number of machines take from, kept by pg-boss in the store's database. */
export class JobQueue {
  readonly #boss: PgBoss;
  readonly #leaseSeconds: number;
  /** The database's address as faults name it. */
  readonly #place: string;

  private constructor(boss: PgBoss, leaseSeconds: number, place: string) {
    this.#boss = boss;
    this.#leaseSeconds = leaseSeconds;
    this.#place = place;
  }

  /** `address` is the database's; queue and tables are made where they are missing. */
  static async open(
    address: string,
    { leaseSeconds = 60, retries = 3, retrySeconds = 5 }: QueueOptions = {},
  ): Promise<JobQueue> {
    const boss = new PgBoss({ connectionString: address, schema: SCHEMA, schedule: false, max: 3 });
    // What fails in the background is tried again in the background.
    boss.on('error', () => {});
    await boss.start();
    const retentionDays = 365;
    await boss.createQueue(GIVEN_UP, { name: GIVEN_UP, retentionDays });
    const options = {
      name: WAITING,
      deadLetter: GIVEN_UP,
      expireInSeconds: leaseSeconds,
      retryLimit: retries,
      retryDelay: retrySeconds,
      retryBackoff: true,
      retentionDays,
    };
    await boss.createQueue(WAITING, options);
    await boss.updateQueue(WAITING, options);
    return new JobQueue(boss, leaseSeconds, withoutPassword(address));
  }

  /** Puts documents at the end of the queue, together with whatever else the unit does. */
  async add(unit: Unit, paths: readonly string[]): Promise<void> {
    for (let at = 0; at < paths.length; at += JOBS_AT_ONCE) {
      const jobs = paths.slice(at, at + JOBS_AT_ONCE).map((path) => ({ name: WAITING, data: { path } }));
      await this.#boss.insert(jobs, { db: inUnit(unit) });
    }
  }

  /** So many documents at the most of those that wait longest; none where none waits. */
  async take(most = 1): Promise<Job[]> {
    // pg-boss itself puts all that wait in order each time that some are taken.
    const { rows } = await this.#sql(
      `with next as (
          select id from ${SCHEMA}.job
          where name = $1 and state < 'active' and start_after < now()
          order by start_after limit $2 for update skip locked
        )
        update ${SCHEMA}.job as job
        set state = 'active', started_on = now(), expire_in = make_interval(secs => $3),
          retry_count = retry_count + (case when started_on is null then 0 else 1 end)
        from next where job.name = $1 and job.id = next.id
        returning job.id, job.data, job.retry_count, job.retry_limit`,
      [WAITING, most, this.#leaseSeconds],
    );
    return Taken.parse(rows).map(({ id, data, retry_count, retry_limit }) => ({
      id,
      path: data.path,
      tries: retry_count,
      isLastTry: retry_count >= retry_limit,
    }));
  }

  /** Says that documents are still being read, or wait for it. */
  async keep(jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.#sql(
      `update ${SCHEMA}.job set started_on = now() where name = $1 and id = any($2::uuid[]) and state = 'active'`,
      [WAITING, jobs.map(({ id }) => id)],
    );
  }

  /** Puts documents back that were not begun, as if they had not been taken. */
  async giveBack(unit: Unit, jobs: readonly Job[]): Promise<void> {
    await unit.executeSql(
      `update ${SCHEMA}.job set started_on = null,
          state = (case when retry_count > 0 then 'retry' else 'created' end)::${SCHEMA}.job_state
        where name = $1 and id = any($2::uuid[]) and state = 'active'`,
      [WAITING, jobs.map(({ id }) => id)],
    );
  }

  /** Those documents that are still this worker's, and stay so until the unit ends. */
  async hold(unit: Unit, jobs: readonly Job[]): Promise<Job[]> {
    const { rows } = await unit.executeSql(
      `select id, retry_count from ${SCHEMA}.job
        where name = $1 and id = any($2::uuid[]) and state = 'active' order by id for update`,
      [WAITING, jobs.map(({ id }) => id)],
    );
    const tries = new Map(Held.parse(rows).map(({ id, retry_count }) => [id, retry_count]));
    return jobs.filter((job) => tries.get(job.id) === job.tries);
  }

  /** Takes documents from the queue for good, together with what the unit does; they must be held. */
  async complete(unit: Unit, jobs: readonly Job[]): Promise<void> {
    // pg-boss itself ends several jobs in no other transaction than its own.
    await unit.executeSql(
      `update ${SCHEMA}.job set completed_on = now(), state = 'completed'
        where name = $1 and id = any($2::uuid[]) and state = 'active'`,
      [WAITING, jobs.map(({ id }) => id)],
    );
  }

  /**
   * Has a document tried again later, or given up after its last try, together with what the unit does; it must be held.
   */
  async fail(unit: Unit, job: Job, reason: object): Promise<void> {
    await this.#boss.fail(WAITING, job.id, reason, { db: inUnit(unit) });
  }

  /** Takes documents away from workers that are not heard of any more. */
  async expire(): Promise<void> {
    await this.#do(() => this.#boss.expire());
  }

  /** A document that was given up, taken from the queue of those together with what `note` does; null where there is none. */
  async buryNext(
    together: (work: (unit: Unit) => Promise<void>) => Promise<void>,
    note: (unit: Unit, path: string) => Promise<void>,
  ): Promise<string | null> {
    const [job] = await this.#do(() => this.#boss.fetch(GIVEN_UP));
    if (job === undefined) return null;
    const { path } = Data.parse(job.data);
    await together(async (unit) => {
      await note(unit, path);
      await this.#boss.complete(GIVEN_UP, job.id, {}, { db: inUnit(unit) });
    });
    return path;
  }

  async counts(): Promise<QueueCounts> {
    const { rows } = await this.#sql(
      `select state, count(*)::integer as jobs from ${SCHEMA}.job where name = $1 group by state`,
      [WAITING],
    );
    const counts = new Map(Counts.parse(rows).map(({ state, jobs }) => [state, jobs]));
    return {
      waiting: counts.get('created') ?? 0,
      again: counts.get('retry') ?? 0,
      active: counts.get('active') ?? 0,
    };
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false, wait: true });
  }

  async #sql(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    return this.#do(() => this.#boss.getDb().executeSql(text, values));
  }

  async #do<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const code = POSTGRES.faultOf(error);
      if (code === null) throw error;
      throw new StoreError(code, this.#place, error instanceof Error ? error.message : null, {
        cause: error,
      });
    }
  }
}

const Taken = z.array(
  z.object({ id: z.string(), data: Data, retry_count: z.number(), retry_limit: z.number() }),
);
const Held = z.array(z.object({ id: z.string(), retry_count: z.number() }));
const Counts = z.array(z.object({ state: z.string(), jobs: z.number() }));

function inUnit(unit: Unit): PgBoss.Db {
  return { executeSql: (text, values) => unit.executeSql(text, values ?? []) };
}
