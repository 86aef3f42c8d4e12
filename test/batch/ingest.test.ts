import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type IngestOptions, ingest } from '../../src/batch/ingest.ts';
import { recordJson, storedRecord } from '../../src/batch/plan-json.ts';
import type { RunResult } from '../../src/report/run.ts';
import { inventedPlan, inventedRecord } from '../report/invented.ts';
import { folderWith, put } from './folder.ts';
import { MemoryStore } from './memory-store.ts';

const A = 'KẾ HOẠCH a\nmột';
const OTHER_A = 'KẾ HOẠCH a\nhai';
const B = 'KẾ HOẠCH b\n';

function workshop(files: Record<string, string | Uint8Array>) {
  const cwd = folderWith(files);
  const store = new MemoryStore();
  const read: string[] = [];
  const run = (options: Partial<IngestOptions> = {}): Promise<RunResult> =>
    ingest({
      paths: ['in'],
      out: join(cwd, 'out'),
      cwd,
      lang: 'vi',
      store,
      process: (input) => {
        read.push(input.path);
        return inventedPlan(input);
      },
      ...options,
    });
  return {
    cwd,
    store,
    read,
    run,
    outcomes: async (options?: Partial<IngestOptions>) => outcomes(await run(options)),
  };
}

function outcomes({ documents }: RunResult): string[] {
  return documents.map((document) => {
    if (document.outcome === 'failed') return `${document.path} ! ${document.failure.code}`;
    if (document.outcome === 'duplicate') return `${document.path} = ${document.of} (${document.planId})`;
    return `${document.path} ${document.outcome} ${document.plan.id}`;
  });
}

function sha8(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('ingest', () => {
  test('writes a record and a text for each plan, and stores it', async () => {
    const { cwd, store, outcomes } = workshop({ 'in/a.txt': A, 'in/b.txt': B });
    expect(await outcomes()).toEqual(['in/a.txt stored a', 'in/b.txt stored b']);
    expect(Object.keys(contents(join(cwd, 'out')))).toEqual([
      'plans/a.json',
      'plans/b.json',
      'text/a.repairs.json',
      'text/a.txt',
      'text/b.repairs.json',
      'text/b.txt',
    ]);
    expect(readFileSync(join(cwd, 'out/text/a.txt'), 'utf8')).toBe(A);
    const record = await storedRecord(join(cwd, 'out/plans/a.json'));
    expect(record?.source.path).toBe('in/a.txt');
    expect(store.saved.get('a')).toEqual(record);
  });

  test('does nothing a second time and leaves every byte', async () => {
    const { cwd, store, read, run } = workshop({ 'in/a.txt': A, 'in/b.txt': B, 'in/c.txt': 'no plan' });
    await run();
    const before = contents(join(cwd, 'out'));
    const { writes } = store;
    read.length = 0;
    const result = await run();
    expect(outcomes(result)).toEqual([
      'in/a.txt unchanged a',
      'in/b.txt unchanged b',
      'in/c.txt ! not-a-plan',
    ]);
    expect(result.worked).toBe(0);
    expect(read).toEqual([]);
    expect(store.writes).toBe(writes);
    expect(contents(join(cwd, 'out'))).toEqual(before);
  });

  test.each([
    ['the bytes changed', ({ cwd }: { cwd: string }) => put(cwd, 'in/a.txt', `${A} hai`)],
    ['its record is gone', ({ cwd }: { cwd: string }) => rmSync(join(cwd, 'out/plans/a.json'))],
    ['its record is damaged', ({ cwd }: { cwd: string }) => put(cwd, 'out/plans/a.json', '{')],
    ['its repairs are gone', ({ cwd }: { cwd: string }) => rmSync(join(cwd, 'out/text/a.repairs.json'))],
    ['its text is gone', ({ cwd }: { cwd: string }) => rmSync(join(cwd, 'out/text/a.txt'))],
  ])('reads a document again where %s', async (_, change) => {
    const { cwd, read, run, outcomes } = workshop({ 'in/a.txt': A, 'in/b.txt': B });
    await run();
    read.length = 0;
    change({ cwd });
    expect(await outcomes()).toEqual(['in/a.txt stored a', 'in/b.txt unchanged b']);
    expect(read).toEqual(['in/a.txt']);
  });

  test('reads everything again for other messages', async () => {
    const { run, outcomes } = workshop({ 'in/a.txt': A });
    await run();
    expect(await outcomes({ lang: 'en' })).toEqual(['in/a.txt stored a']);
  });

  test('gives the second of two contents with one id an id of its own', async () => {
    const { cwd, outcomes } = workshop({ 'in/1.txt': A, 'in/2.txt': OTHER_A });
    const own = `a-${sha8(OTHER_A)}`;
    expect(await outcomes()).toEqual(['in/1.txt stored a', `in/2.txt stored ${own}`]);
    expect((await storedRecord(join(cwd, `out/plans/${own}.json`)))?.id).toBe(own);
    expect(readFileSync(join(cwd, 'out/text/a.txt'), 'utf8')).toBe(A);
    expect(await outcomes()).toEqual(['in/1.txt unchanged a', `in/2.txt unchanged ${own}`]);
  });

  test('never overwrites a plan of an earlier run with another content', async () => {
    const { cwd, outcomes } = workshop({ 'in/2.txt': A });
    await outcomes();
    put(cwd, 'in/1.txt', OTHER_A);
    expect(await outcomes()).toEqual([`in/1.txt stored a-${sha8(OTHER_A)}`, 'in/2.txt unchanged a']);
  });

  test('stores the same bytes once and reports both paths', async () => {
    const { cwd, store, read, outcomes } = workshop({ 'in/1.txt': A, 'in/2.txt': A });
    expect(await outcomes()).toEqual(['in/1.txt stored a', 'in/2.txt = in/1.txt (a)']);
    expect(read).toEqual(['in/1.txt']);
    expect([...store.saved.keys()]).toEqual(['a']);
    expect(await outcomes()).toEqual(['in/1.txt unchanged a', 'in/2.txt = in/1.txt (a)']);
    put(cwd, 'in/1.txt', B);
    expect(await outcomes()).toEqual(['in/1.txt stored b', 'in/2.txt stored a']);
  });

  test('of documents with the same bytes it is the first that is read, however long it takes to open', async () => {
    const { cwd, read, outcomes } = workshop({ 'in/1.txt': A, 'in/2.txt': A });
    const readBytes = async (file: string): Promise<Uint8Array> => {
      if (file === join(cwd, 'in/1.txt')) await new Promise((done) => setTimeout(done, 50));
      return readFileSync(file);
    };
    expect(await outcomes({ jobs: 2, readBytes })).toEqual(['in/1.txt stored a', 'in/2.txt = in/1.txt (a)']);
    expect(read).toEqual(['in/1.txt']);
  });

  test('takes away a plan whose document became another plan', async () => {
    const { cwd, store, outcomes } = workshop({ 'in/1.txt': A });
    await outcomes();
    put(cwd, 'in/1.txt', B);
    expect(await outcomes()).toEqual(['in/1.txt stored b']);
    expect([...store.saved.keys()]).toEqual(['b']);
    expect(Object.keys(contents(join(cwd, 'out')))).toEqual([
      'plans/b.json',
      'text/b.repairs.json',
      'text/b.txt',
    ]);
  });

  test('keeps a plan whose document can not be read any more', async () => {
    const { cwd, store, outcomes } = workshop({ 'in/1.txt': A });
    await outcomes();
    put(cwd, 'in/1.txt', '');
    expect(await outcomes()).toEqual(['in/1.txt ! empty']);
    expect([...store.saved.keys()]).toEqual(['a']);
    expect(existsSync(join(cwd, 'out/plans/a.json'))).toBe(true);
  });

  test('does not let a bad document, nor a fault of the program, stop the others', async () => {
    const { store, outcomes } = workshop({
      'in/1.txt': '',
      'in/2.txt': 'BUG',
      'in/3.txt': 'no plan',
      'in/4.txt': A,
    });
    expect(await outcomes({ paths: ['in', 'gone'] })).toEqual([
      'gone ! not-found',
      'in/1.txt ! empty',
      'in/2.txt ! internal',
      'in/3.txt ! not-a-plan',
      'in/4.txt stored a',
    ]);
    expect(store.remembered.get('in/2.txt')?.failure).toEqual({
      code: 'internal',
      detail: 'x is not a function',
    });
    expect(store.remembered.get('gone')).toMatchObject({ sha256: null, planId: null });
  });

  test('tries a document again after a fault of the program, and one that could not be opened', async () => {
    const { read, outcomes } = workshop({ 'in/1.txt': 'BUG', 'in/2.txt': A });
    const readBytes = async (file: string): Promise<Uint8Array> => {
      if (file.endsWith('2.txt')) throw Object.assign(new Error('denied'), { code: 'EACCES' });
      return readFileSync(file);
    };
    expect(await outcomes({ readBytes })).toEqual(['in/1.txt ! internal', 'in/2.txt ! unreadable']);
    read.length = 0;
    expect(await outcomes()).toEqual(['in/1.txt ! internal', 'in/2.txt stored a']);
    expect(read.sort()).toEqual(['in/1.txt', 'in/2.txt']);
  });

  test('reads several at a time and stores them in the order of their paths', async () => {
    const files = {
      'in/1.txt': A,
      'in/2.txt': OTHER_A,
      'in/3.txt': A,
      'in/4.txt': 'no plan',
      'in/5.txt': 'no plan',
    };
    const results = await Promise.all(
      // The third document is the first one again, the fifth the fourth: they need no reading.
      [[1, 1] as const, [2, 2] as const, [16, 3] as const].map(async ([jobs, atOnce]) => {
        const { cwd, run } = workshop(files);
        let inWork = 0;
        let most = 0;
        const result = await run({
          jobs,
          process: async (input) => {
            most = Math.max(most, ++inWork);
            // The earlier a document, the later it is done.
            await new Promise((done) => setTimeout(done, 60 - 10 * Number(/\d/.exec(input.path)?.[0])));
            inWork--;
            return inventedPlan(input);
          },
        });
        expect(most).toBe(atOnce);
        return { outcomes: outcomes(result), contents: contents(join(cwd, 'out')) };
      }),
    );
    expect(results[0]?.outcomes).toEqual([
      'in/1.txt stored a',
      `in/2.txt stored a-${sha8(OTHER_A)}`,
      'in/3.txt = in/1.txt (a)',
      'in/4.txt ! not-a-plan',
      'in/5.txt ! not-a-plan',
    ]);
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  test('leaves the rest for another run once it is asked to stop', async () => {
    const { cwd, run } = workshop({ 'in/1.txt': A, 'in/2.txt': B });
    const stop = new AbortController();
    const result = await run({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(result.interrupted).toBe(true);
    expect(outcomes(result)).toEqual(['in/1.txt stored a']);
    expect(Object.keys(contents(join(cwd, 'out')))).toEqual([
      'plans/a.json',
      'text/a.repairs.json',
      'text/a.txt',
    ]);
    expect(outcomes(await run())).toEqual(['in/1.txt unchanged a', 'in/2.txt stored b']);
  });

  test('takes away what a run that did not come to its end left of a document that became another plan', async () => {
    const { cwd, store, outcomes } = workshop({ 'in/1.txt': A, 'in/2.txt': OTHER_A });
    await outcomes();
    put(cwd, 'in/1.txt', B);
    // Cut off where the new plan is stored and the former one not yet taken away.
    const cutOff = new MemoryStore(store);
    cutOff.remove = () => Promise.reject(new Error('killed'));
    await expect(outcomes({ store: cutOff })).rejects.toThrow('killed');
    expect([...store.saved.keys()].sort()).toEqual(['a', `a-${sha8(OTHER_A)}`, 'b']);
    expect(await outcomes()).toEqual(['in/1.txt unchanged b', `in/2.txt unchanged a-${sha8(OTHER_A)}`]);
    expect([...store.saved.keys()].sort()).toEqual([`a-${sha8(OTHER_A)}`, 'b']);
    expect(existsSync(join(cwd, 'out/plans/a.json'))).toBe(false);
  });

  test('has every document in the journal before the first is read', async () => {
    const { store, run } = workshop({ 'in/1.txt': A, 'in/2.txt': B, 'in/3.txt': 'no plan' });
    const states = (): string[] => [...store.remembered.values()].map(({ state }) => state);
    let atFirst: string[] = [];
    await run({
      jobs: 1,
      process: (input) => {
        if (input.path === 'in/1.txt') atFirst = states();
        return inventedPlan(input);
      },
    });
    expect(atFirst).toEqual(['running', 'queued', 'queued']);
    expect(states()).toEqual(['done', 'done', 'failed']);
  });

  test('fails a document alone whose text no database could hold', async () => {
    const { outcomes } = workshop({ 'in/1.txt': A, 'in/2.txt': B, 'in/3.txt': 'KẾ HOẠCH c\n' });
    const process: IngestOptions['process'] = async (input) => {
      const plan = await inventedPlan(input);
      return input.path === 'in/2.txt' ? { ...plan, text: `${plan.text}\ud803.` } : plan;
    };
    expect(await outcomes({ process })).toEqual([
      'in/1.txt stored a',
      'in/2.txt ! internal',
      'in/3.txt stored c',
    ]);
  });

  test('lets others go on while one takes long, and does not go too far ahead of it', async () => {
    const names = Array.from({ length: 30 }, (_, at) => String(at + 10));
    const { run } = workshop(
      Object.fromEntries(names.map((name) => [`in/${name}.txt`, `KẾ HOẠCH p-${name}\n`])),
    );
    const begun: string[] = [];
    let ahead = 0;
    await run({
      jobs: 2,
      process: async (input) => {
        begun.push(input.path);
        if (input.path === 'in/10.txt') {
          await new Promise((done) => setTimeout(done, 200));
          ahead = begun.length;
        }
        return inventedPlan(input);
      },
    });
    expect(ahead).toBe(8);
    expect(begun).toHaveLength(30);
  });

  test('does not read its own results', async () => {
    const { outcomes } = workshop({ 'a.txt': A });
    expect(await outcomes({ paths: ['.'] })).toEqual(['a.txt stored a']);
    expect(await outcomes({ paths: ['.'] })).toEqual(['a.txt unchanged a']);
  });

  test('clears what a killed run left half-written, not what another run is writing', async () => {
    const { cwd, run } = workshop({ 'in/a.txt': A });
    put(cwd, 'out/plans/.b.json.999999999.tmp', '{');
    put(cwd, `out/plans/.c.json.${process.ppid}.tmp`, '{');
    await run();
    expect(readdirSync(join(cwd, 'out/plans')).sort()).toEqual([`.c.json.${process.ppid}.tmp`, 'a.json']);
  });

  test('throws where the results can not be written', async () => {
    const { cwd, run } = workshop({ 'in/a.txt': A });
    writeFileSync(join(cwd, 'out'), '');
    await expect(run()).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

test('a record that is not valid is none', async () => {
  const cwd = folderWith({
    'good.json': recordJson(inventedRecord()),
    'bad.json': recordJson({ ...inventedRecord(), id: 'Not An Id' }),
  });
  expect(await storedRecord(join(cwd, 'good.json'))).toEqual(inventedRecord());
  expect(await storedRecord(join(cwd, 'bad.json'))).toBeNull();
  expect(await storedRecord(join(cwd, 'none.json'))).toBeNull();
});
