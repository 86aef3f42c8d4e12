// Kills one of two workers again and again, starts the database anew meanwhile, and holds what they leave to what one worker
// left that nobody disturbed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DocumentSource } from '../../src/batch/queue/document-source.ts';
import { enqueue } from '../../src/batch/queue/enqueue.ts';
import { JobQueue } from '../../src/batch/queue/job-queue.ts';
import { packageRoot } from '../../src/cli/version.ts';
import { openStore } from '../../src/store/open.ts';
import { madePlan } from './made-plans.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { seeded } from './random.ts';
import { differenceOf, type Left, type TortureOptions } from './torture.ts';

const MAIN = join(packageRoot(), 'dist/src/cli/main.js');
const LEASE_SECONDS = 2;
/** The worker that is killed is killed so often in one round at the most. */
const MOST_KILLS_OF_A_ROUND = 30;

/**
 * Has two workers read a queue, kills one of them at seeded random moments until so many processes were killed, and starts
 * the database anew in the middle of each round. Throws where what is left differs from what an undisturbed worker left.
 */
export async function tortureQueue({ kills, seed, documents, log }: TortureOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-torture-queue-'));
  const server = await startPostgres({ careful: true });
  try {
    writeDocuments(folder, documents);
    const random = seeded(seed);
    const undisturbed = await newQueue(server, folder);
    await finish(worker(folder, undisturbed));
    const expected = await left(undisturbed);

    let killed = 0;
    for (let round = 1; killed < kills; round++) {
      const address = await newQueue(server, folder);
      const steady = worker(folder, address);
      const restarting = restartOnce(server, address, Math.floor((0.2 + 0.5 * random()) * documents));
      for (let wanted = Math.min(kills - killed, MOST_KILLS_OF_A_ROUND); wanted > 0; wanted--) {
        if (!(await cutOff(worker(folder, address), address, random))) break;
        killed++;
      }
      await restarting;
      await finish(steady);
      await finish(worker(folder, address));
      const difference = differenceOf(expected, await left(address));
      if (difference !== null) throw new Error(`seed ${seed}, round ${round}: ${difference}`);
      log(`round ${round}: ${killed} of ${kills} workers killed, the database started anew, the same rows`);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plans of numbers of their own, some of them under two paths, and files that are none. */
function writeDocuments(cwd: string, documents: number): void {
  mkdirSync(join(cwd, 'in'));
  const put = (name: string, content: string): void => writeFileSync(join(cwd, 'in', `${name}.txt`), content);
  for (let at = 0; at < documents; at++) {
    const name = String(at).padStart(3, '0');
    put(name, at % 7 === 3 ? 'Luộc trứng bảy phút rồi thả vào nước lạnh.' : madePlan(at));
    if (at % 5 === 0) put(`${name}-same`, madePlan(at));
  }
}

/** A database with all documents in its queue, which are tried as often as it takes. */
async function newQueue(server: PostgresServer, root: string): Promise<string> {
  const address = await server.newDatabase();
  const store = await openStore(address);
  const queue = await JobQueue.open(address, {
    leaseSeconds: LEASE_SECONDS,
    retries: 1000,
    retrySeconds: 0,
  });
  await enqueue({ store, queue, paths: ['in'], documents: new DocumentSource(root), lang: 'vi' });
  await queue.close();
  await store.close();
  return address;
}

function worker(cwd: string, address: string): ChildProcess {
  const argv = [
    'worker',
    '--database',
    address,
    '--jobs',
    '1',
    '--lease',
    String(LEASE_SECONDS),
    '--until-empty',
  ];
  return spawn(process.execPath, [MAIN, ...argv], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function finish(child: ChildProcess): Promise<void> {
  const code = child.exitCode ?? (await once(child, 'exit'))[0];
  if (code !== 0) throw new Error(`a worker ended with ${code}`);
}

/** Kills a worker at a random moment after it has begun to read; false where it came to its end before. */
async function cutOff(child: ChildProcess, address: string, random: () => number): Promise<boolean> {
  const before = await settledIn(address);
  const more = Math.floor(random() * 8);
  const pause = random() * 300;
  const early = random() < 0.15;
  await delay(early ? 2000 * random() : 0);
  while (!early && child.exitCode === null && (await settledIn(address)) < before + more) await delay(10);
  await delay(pause);
  if (child.exitCode !== null) return false;
  child.kill('SIGKILL');
  await once(child, 'exit');
  return true;
}

/** Starts the database anew as soon as so many documents have come to their end. */
async function restartOnce(server: PostgresServer, address: string, settled: number): Promise<void> {
  while ((await settledIn(address)) < settled) await delay(20);
  await server.restart();
}

/** How many documents have come to their end; asks until the database answers. */
async function settledIn(address: string): Promise<number> {
  for (;;) {
    try {
      const query = "select count(*)::integer as settled from ingests where state in ('done', 'failed')";
      return Number((await rowsOf(address, query))[0]?.settled);
    } catch {
      await delay(50);
    }
  }
}

/** All rows but those that count what came first, and which of two paths of the same bytes that was. */
async function left(address: string): Promise<Left> {
  const all: Left = {};
  const tables = await rowsOf(
    address,
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  for (const { name } of tables) {
    const table = String(name);
    const query =
      table === 'plan_search'
        ? 'select plan_id, words from plan_search join documents using (search_id)'
        : `select * from ${table}`;
    const rows = await rowsOf(address, query);
    all[table] = rows
      .map(({ search_id: _, ...row }) => JSON.stringify(row).replaceAll('-same.txt', '.txt'))
      .sort()
      .join('\n');
  }
  const jobs = await rowsOf(
    address,
    'select name, state, count(*)::integer as jobs from pgboss.job group by 1, 2 order by 1, 2',
  );
  all.jobs = JSON.stringify(jobs);
  const store = await openStore(address);
  all.faults = JSON.stringify(await store.verify());
  await store.close();
  return all;
}

async function rowsOf(address: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(query);
    return rows;
  } finally {
    await client.end();
  }
}
