import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { madePlan } from '../../scripts/batch/made-plans.ts';
import { openStore } from '../../src/store/open.ts';
import { folderWith, put } from '../batch/folder.ts';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const soon = { timeout: 30_000, interval: 2 };

function start(cwd: string, ...argv: string[]): ChildProcess {
  return spawn(process.execPath, [MAIN, ...argv], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
}

function plansIn(cwd: string): number {
  return existsSync(join(cwd, 'out/plans')) ? readdirSync(join(cwd, 'out/plans')).length : 0;
}

function manyPlans(): string {
  return folderWith(
    Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`in/${at}.txt`, madePlan(at)])),
  );
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'after %s the documents at hand are finished, and the rest is left for another run',
  async (signal) => {
    const cwd = manyPlans();
    const run = start(cwd, 'ingest', 'in');
    await expect.poll(() => plansIn(cwd), soon).toBeGreaterThan(2);
    run.kill(signal);
    expect(await once(run, 'exit')).toEqual([130, null]);
    const store = await openStore(join(cwd, 'out/plans.sqlite'));
    const { queued, running, done, failed } = await store.states();
    await store.close();
    expect({ running, failed, all: queued + done }).toEqual({ running: 0, failed: 0, all: 80 });
    expect(queued).toBeGreaterThan(0);
    expect(plansIn(cwd)).toBe(done);
    expect(readdirSync(join(cwd, 'out')).filter((name) => name.startsWith('run-'))).toEqual([]);
  },
  60_000,
);

test('a second signal stops at once, and the next run does the rest', async () => {
  const cwd = manyPlans();
  const run = start(cwd, 'ingest', 'in');
  await expect.poll(() => plansIn(cwd), soon).toBeGreaterThan(2);
  run.kill('SIGINT');
  run.kill('SIGINT');
  // Two signals that come together may be one to the system.
  const again = setInterval(() => run.kill('SIGINT'), 5);
  const [code] = await once(run, 'exit');
  clearInterval(again);
  expect(code).toBe(130);
  expect(plansIn(cwd)).toBeLessThan(80);
  const [end] = await once(start(cwd, 'ingest', 'in'), 'exit');
  expect(end).toBe(0);
  expect(plansIn(cwd)).toBe(80);
}, 60_000);

test('a watch reads what comes until it is stopped', async () => {
  const cwd = folderWith({ 'in/1.txt': madePlan(1) });
  const run = start(cwd, 'watch', 'in', '--settle', '0.2');
  await expect.poll(() => plansIn(cwd), soon).toBe(1);
  put(cwd, 'in/2.txt', madePlan(2));
  await expect.poll(() => plansIn(cwd), soon).toBe(2);
  run.kill('SIGTERM');
  expect(await once(run, 'exit')).toEqual([0, null]);
}, 60_000);
