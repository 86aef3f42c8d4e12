import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ingest } from '../../src/batch/ingest.ts';
import { type WatchOptions, watch } from '../../src/batch/watch.ts';
import { inventedPlan } from '../report/invented.ts';
import { folderWith, put } from './folder.ts';
import { MemoryStore } from './memory-store.ts';

function watched(files: Record<string, string>, options: Partial<WatchOptions> = {}) {
  const cwd = folderWith({ 'inbox/.keep': '', ...files });
  const out = join(cwd, 'inbox/out');
  const store = new MemoryStore();
  const stop = new AbortController();
  const told: string[] = [];
  const done = watch({
    folders: [join(cwd, 'inbox')],
    cwd,
    skip: [out],
    settleMs: 150,
    poll: false,
    moveTo: null,
    ingest: (paths) =>
      ingest({ paths, out, cwd, lang: 'vi', store, process: inventedPlan, signal: stop.signal }),
    onOutcome: ({ path, outcome }) => told.push(`${path} ${outcome}`),
    onTrouble: (error) => told.push(String(error)),
    signal: stop.signal,
    retryMs: 50,
    ...options,
  });
  const end = async (): Promise<void> => {
    stop.abort();
    await done;
  };
  onTestFinished(end);
  return { cwd, out, store, told, end };
}

const soon = { timeout: 10_000 };

test.each([false, true])(
  'takes what is there, what comes and what changes, and never its own results (polling: %s)',
  async (poll) => {
    const { cwd, store, told, end } = watched(
      { 'inbox/a.txt': 'KẾ HOẠCH a\n', 'inbox/README.md': '-' },
      { poll },
    );
    await expect.poll(() => told, soon).toEqual(['inbox/a.txt stored']);
    put(cwd, 'inbox/deep/b.txt', 'KẾ HOẠCH b\n');
    put(cwd, 'inbox/bad.txt', 'no plan');
    await expect
      .poll(() => [...told].sort(), soon)
      .toEqual(['inbox/a.txt stored', 'inbox/bad.txt failed', 'inbox/deep/b.txt stored']);
    put(cwd, 'inbox/a.txt', 'KẾ HOẠCH a\nsửa đổi');
    await expect.poll(() => told.length, soon).toBe(4);
    await end();
    expect([...store.saved.keys()].sort()).toEqual(['a', 'b']);
    expect(told).toHaveLength(4);
    expect(existsSync(join(cwd, 'inbox/bad.txt'))).toBe(true);
  },
);

test('waits until a file is written to its end', async () => {
  const { cwd, told, store } = watched({}, { settleMs: 400 });
  let text = 'KẾ HOẠCH a\n';
  for (let part = 0; part < 6; part++) {
    put(cwd, 'inbox/a.txt', text);
    text += `${part}\n`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await expect.poll(() => told, soon).toEqual(['inbox/a.txt stored']);
  expect(store.saved.get('a')?.source.bytes).toBe(Buffer.byteLength(text) - 2);
});

test('moves documents away where it is told to, and overwrites none', async () => {
  const moving = folderWith({
    'inbox/x/a.txt': 'KẾ HOẠCH a\n',
    'inbox/bad.txt': '-',
    'old/done/x/a.txt': 'old',
  });
  const stop = new AbortController();
  const finished = watch({
    folders: [join(moving, 'inbox')],
    cwd: moving,
    skip: [join(moving, 'out')],
    settleMs: 100,
    poll: false,
    moveTo: join(moving, 'old'),
    ingest: (paths) =>
      ingest({
        paths,
        out: join(moving, 'out'),
        cwd: moving,
        lang: 'vi',
        store: new MemoryStore(),
        process: inventedPlan,
      }),
    onOutcome: () => {},
    onTrouble: () => {},
    signal: stop.signal,
  });
  await expect.poll(() => existsSync(join(moving, 'old/failed/bad.txt')), soon).toBe(true);
  await expect.poll(() => existsSync(join(moving, 'old/done/x/a-2.txt')), soon).toBe(true);
  stop.abort();
  await finished;
  expect(readFileSync(join(moving, 'old/done/x/a.txt'), 'utf8')).toBe('old');
  expect(readdirSync(join(moving, 'inbox/x'))).toEqual([]);
});

test('tries again where the results could not be written', async () => {
  let attempts = 0;
  const { told } = watched(
    { 'inbox/a.txt': 'KẾ HOẠCH a\n' },
    {
      ingest: async (paths) => {
        attempts++;
        if (attempts === 1) throw new Error('disk full');
        return {
          documents: [{ path: 'inbox/a.txt', outcome: 'duplicate', planId: 'a', of: String(paths.length) }],
          worked: 1,
          interrupted: false,
          skipped: [],
        };
      },
    },
  );
  await expect.poll(() => told, soon).toEqual(['Error: disk full', 'inbox/a.txt duplicate']);
});
