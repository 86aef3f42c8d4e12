import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
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
