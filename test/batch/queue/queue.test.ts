import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { madePlan } from '../../../scripts/batch/made-plans.ts';
import { preparePlan } from '../../../src/batch/plan-json.ts';
import { outcomeOf } from '../../../src/batch/process/outcome.ts';
import { DocumentSource } from '../../../src/batch/queue/document-source.ts';
import { enqueue } from '../../../src/batch/queue/enqueue.ts';
import { JobQueue, type QueueOptions } from '../../../src/batch/queue/job-queue.ts';
import { type WorkerOptions, work } from '../../../src/batch/queue/worker.ts';
import type { PipelineInput } from '../../../src/pipeline.ts';
import { openStore } from '../../../src/store/open.ts';
import type { PreparedPlan } from '../../../src/store/prepared.ts';
import type { Store } from '../../../src/store/store.ts';
import { inventedPlan } from '../../report/invented.ts';
import { postgresServer } from '../../store/postgres-server.ts';
import { folderWith, put } from '../folder.ts';
import { objectServer } from './object-server.ts';

const MAIN = fileURLToPath(new URL('../../../dist/src/cli/main.js', import.meta.url));
const newDatabase = postgresServer();

const OBJECTS: Record<string, string> = {
  'plans/a.txt': madePlan(1),
  'plans/2024/b.md': madePlan(2),
  'plans/c.txt': 'Luộc trứng bảy phút rồi thả vào nước lạnh.',
  'plans/d.txt': madePlan(1),
};
const objects = objectServer({ archive: OBJECTS });

const FILES = {
  'in/a.txt': 'KẾ HOẠCH a\n',
  'in/b.txt': 'KẾ HOẠCH b\n',
  'in/c.txt': 'KẾ HOẠCH a\nkhác',
  'in/d.txt': 'KẾ HOẠCH b\n',
  'in/e.txt': 'no plan',
};

type ReadOne = (input: PipelineInput) => Promise<PreparedPlan>;

async function office(files: Record<string, string>, options: QueueOptions = {}) {
  const root = folderWith(files);
  const documents = new DocumentSource(root);
  const address = await newDatabase();
  const store = await openStore(address, { connections: 6 });
  const queue = await JobQueue.open(address, { retries: 1, retrySeconds: 0, ...options });
  onTestFinished(async () => {
    await queue.close();
    await store.close();
  });
  return {
    root,
    address,
    store,
    queue,
    enqueue: (again = false) => enqueue({ store, queue, paths: ['in'], documents, lang: 'vi', again }),
    work: ({ read = invented, ...how }: Partial<Omit<WorkerOptions, 'read'>> & { read?: ReadOne } = {}) =>
      work({
        store,
        queue,
        documents,
        lang: 'vi',
        jobs: 2,
        read: (inputs) => Promise.all(inputs.map((input) => outcomeOf(() => read(input)))),
        untilEmpty: true,
        pollMs: 20,
        ...how,
      }),
  };
}

const invented = async (input: PipelineInput) => preparePlan(await inventedPlan(input));

async function journal(store: Store): Promise<string[]> {
  return (await store.ingests()).map(
    ({ path, state, planId, failure }) => `${path} ${state} ${planId ?? failure?.code ?? ''}`,
  );
}

test('several workers read every document once, and the journal tells how each fared', async () => {
  const { store, enqueue, work } = await office(FILES);
  expect(await enqueue()).toEqual({ added: 5, known: 0, failed: 0, skipped: [] });
  expect(await enqueue()).toEqual({ added: 0, known: 5, failed: 0, skipped: [] });
  const read: string[] = [];
  const readOne: ReadOne = (input) => {
    read.push(input.path);
    return invented(input);
  };
  const done = await Promise.all([work({ read: readOne }), work({ read: readOne })]);
  expect(done.reduce((sum, { stored }) => sum + stored, 0)).toBe(4);
  expect(done.reduce((sum, { failed }) => sum + failed, 0)).toBe(1);
  expect(new Set(read).size).toBe(read.length);
  const plans = await store.plans();
  expect(plans).toHaveLength(3);
  expect(plans.map(({ id }) => id.replace(/-[0-9a-f]{8}$/, ''))).toEqual(['a', 'a', 'b']);
  const states = (await journal(store)).map((line) => line.split(' ')[1]);
  expect(states).toEqual(['done', 'done', 'done', 'done', 'failed']);
  expect(await store.verify()).toEqual([]);
  expect(await enqueue()).toEqual({ added: 0, known: 5, failed: 0, skipped: [] });
});

test('of the same bytes one is read, also where documents are taken together', async () => {
  const { store, enqueue, work } = await office({
    'in/a.txt': 'KẾ HOẠCH a\n',
    'in/b.txt': 'KẾ HOẠCH b\n',
    'in/c.txt': 'KẾ HOẠCH b\n',
    'in/d.txt': 'no plan',
    'in/e.txt': 'KẾ HOẠCH b\n',
  });
  await enqueue();
  const read: string[] = [];
  await work({
    jobs: 1,
    read: (input) => {
      read.push(input.path);
      return invented(input);
    },
  });
  expect(read.filter((path) => /[bce]\.txt$/.test(path))).toHaveLength(1);
  expect(read).toHaveLength(3);
  expect(await journal(store)).toEqual([
    'in/a.txt done a',
    'in/b.txt done b',
    'in/c.txt done b',
    'in/d.txt failed not-a-plan',
    'in/e.txt done b',
  ]);
});

test('what may be no fault of the document is tried again, and given up with its reason', async () => {
  const { root, store, queue, enqueue, work } = await office({
    'in/a.txt': 'BUG',
    'in/b.txt': 'KẾ HOẠCH b\n',
  });
  await enqueue();
  let tries = 0;
  const done = await work({
    read: (input) => {
      if (input.path === 'in/a.txt') tries++;
      return invented(input);
    },
  });
  expect(tries).toBe(2);
  expect(done).toMatchObject({ stored: 1, failed: 1, again: 1 });
  expect(await journal(store)).toEqual(['in/a.txt failed internal', 'in/b.txt done b']);
  expect(await queue.counts()).toEqual({ waiting: 0, again: 0, active: 0 });
  put(root, 'in/a.txt', 'KẾ HOẠCH a\n');
  expect(await enqueue()).toEqual({ added: 1, known: 1, failed: 0, skipped: [] });
  await work();
  expect(await journal(store)).toEqual(['in/a.txt done a', 'in/b.txt done b']);
});

test('a worker that was not heard of for too long stores nothing, and another does', async () => {
  const { store, queue, enqueue, work } = await office({ 'in/a.txt': 'KẾ HOẠCH a\n' }, { leaseSeconds: 1 });
  await enqueue();
  const reads: string[] = [];
  let resume: () => void = () => {};
  const asleep = new Promise<void>((done) => {
    resume = done;
  });
  const slow = work({
    jobs: 1,
    keepMs: 60_000,
    read: async (input) => {
      reads.push('slow');
      await asleep;
      return invented(input);
    },
  });
  await expect.poll(() => reads).toEqual(['slow']);
  const other = await work({
    jobs: 1,
    read: (input) => {
      reads.push('other');
      return invented(input);
    },
  });
  resume();
  expect(other).toMatchObject({ stored: 1 });
  expect(await slow).toMatchObject({ stored: 0, failed: 0, again: 0 });
  expect(reads).toEqual(['slow', 'other']);
  expect(await journal(store)).toEqual(['in/a.txt done a']);
  expect(await queue.counts()).toEqual({ waiting: 0, again: 0, active: 0 });
});

test('a document whose workers all die is given up with a reason', async () => {
  const { store, queue, enqueue, work } = await office(
    { 'in/a.txt': 'KẾ HOẠCH a\n' },
    { leaseSeconds: 1, retries: 0 },
  );
  await enqueue();
  expect(await queue.take()).toMatchObject([{ path: 'in/a.txt', isLastTry: true }]);
  await work();
  await work();
  expect(await journal(store)).toEqual(['in/a.txt failed crashed']);
});

test('killed processes lose no document and double none', async () => {
  const files = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`in/${at}.txt`, madePlan(at)]));
  const { root, address, store, enqueue } = await office(files, { retries: 5 });
  await enqueue();
  const start = (...more: string[]) => {
    const argv = ['worker', '--database', address, '--jobs', '2', '--lease', '2', ...more];
    return spawn(process.execPath, [MAIN, ...argv], { cwd: root, stdio: 'ignore' });
  };
  for (const plans of [2]) {
    const worker = start();
    await expect.poll(async () => (await store.plans()).length, { timeout: 30_000 }).toBeGreaterThan(plans);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  }
  const [code] = await once(start('--until-empty'), 'exit');
  expect(code).toBe(0);
  expect(await store.states()).toEqual({ queued: 0, running: 0, done: 10, failed: 0 });
  expect(await store.plans()).toHaveLength(10);
  expect(await store.verify()).toEqual([]);
}, 90_000);

test('processes read what lies in an object store, and what changes there', async () => {
  const { root, address, store } = await office({});
  const env = { ...process.env, ...objects(), DATABASE_URL: address };
  const kehoach = async (...argv: string[]): Promise<number> => {
    const child = spawn(process.execPath, [MAIN, ...argv], { cwd: root, env, stdio: 'ignore' });
    const [code] = await once(child, 'exit');
    return code;
  };
  expect(await kehoach('enqueue', 's3://archive/plans', 's3://archive/gone.txt')).toBe(3);
  expect(await kehoach('worker', '--until-empty')).toBe(0);
  expect(await journal(store)).toEqual([
    's3://archive/gone.txt failed not-found',
    's3://archive/plans/2024/b.md done dong-son-3-kh-ubnd-2021',
    expect.stringMatching(/a\.txt done phu-lam-2-kh-ubnd-2023$/),
    's3://archive/plans/c.txt failed not-a-plan',
    expect.stringMatching(/d\.txt done phu-lam-2-kh-ubnd-2023$/),
  ]);
  OBJECTS['plans/2024/b.md'] = madePlan(3);
  expect(await kehoach('enqueue', 's3://archive/plans')).toBe(0);
  expect(await store.states()).toMatchObject({ queued: 1 });
  expect(await kehoach('worker', '--until-empty')).toBe(0);
  expect((await store.plans()).map(({ id }) => id)).toEqual([
    'dong-son-4-kh-ubnd-2022',
    'phu-lam-2-kh-ubnd-2023',
  ]);
  expect(await store.verify()).toEqual([]);
}, 90_000);
