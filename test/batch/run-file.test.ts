import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { clearRuns, RunFile, runsIn } from '../../src/batch/run-file.ts';
import { folderWith, put } from './folder.ts';

test('others see how far a run has come, and nothing stays of it', async () => {
  const out = folderWith();
  const run = new RunFile(out);
  run.tell({ done: 3, all: 10, pages: 20, path: 'a.txt' });
  run.tell({ done: 4, all: 10, pages: 21, path: 'b.txt' });
  await expect
    .poll(() => runsIn(out))
    .toMatchObject([{ pid: process.pid, done: 3, all: 10, pages: 20, isRunning: true }]);
  await run.end();
  expect(readdirSync(out)).toEqual([]);
});

test('a run that was killed is told until the next one begins', async () => {
  const out = folderWith();
  put(out, 'run-999999999.json', '{"pid":999999999,"elapsed":1,"done":1,"all":2,"pages":3}');
  put(out, 'run-1.json', 'half');
  expect(await runsIn(out)).toMatchObject([{ pid: 999999999, isRunning: false }]);
  await clearRuns(out);
  expect(await runsIn(out)).toEqual([]);
});

test('nor does one stay whose number another process has got, or that was cut off while it wrote', async () => {
  const out = folderWith();
  const reused = `run-${process.ppid}.json`;
  put(out, reused, `{"pid":${process.ppid},"elapsed":1,"done":1,"all":2,"pages":3}`);
  put(out, '.run-999999999.json.999999999.tmp', '{"pid":99');
  const before = new Date(Date.now() - 120_000);
  expect(await runsIn(out)).toMatchObject([{ isRunning: true }]);
  utimesSync(join(out, reused), before, before);
  expect(await runsIn(out)).toMatchObject([{ isRunning: false }]);
  await clearRuns(out);
  expect(readdirSync(out)).toEqual([]);
});

test('a run that is long at one document goes on saying so', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const out = folderWith();
  const run = new RunFile(out);
  run.tell({ done: 3, all: 10, pages: 20, path: 'a.txt' });
  await expect.poll(() => runsIn(out)).toHaveLength(1);
  const [{ elapsed } = { elapsed: 0 }] = await runsIn(out);
  vi.advanceTimersByTime(60_000);
  await expect.poll(async () => (await runsIn(out))[0]?.elapsed).toBeGreaterThan(elapsed);
  await run.end();
  vi.advanceTimersByTime(60_000);
  expect(readdirSync(out)).toEqual([]);
});
