// Measures runs over many text plans into SQLite and PostgreSQL: see docs/scale.md.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/cli/version.ts';
import { scriptArguments } from './arguments.ts';
import { writeMadePlans } from './batch/made-plans.ts';
import { startPostgres } from './batch/postgres-server.ts';
import { cpuSecondsOf, processesBelow, residentMegabytesOf } from './batch/processes.ts';

interface Run {
  wallSeconds: number;
  /** Of one core: of the program itself, and of the processes that it started. */
  cpuSeconds: { main: number; readers: number };
  /** Resident memory in megabytes, and how much of the run was done then, 0–1. */
  memory: { done: number; main: number; all: number }[];
}

const MAIN = join(packageRoot(), 'dist/src/cli/main.js');
const SAMPLE_MS = 250;

const { values } = scriptArguments('npm run bench:batch -- [--plans N] [--queue-plans N]', {
  options: { plans: { type: 'string', default: '10000' }, 'queue-plans': { type: 'string' } },
});
const plans = Number(values.plans);
const queuePlans = Number(values['queue-plans'] ?? values.plans);
const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-batch-'));
try {
  writeMadePlans(join(folder, 'in'), plans);
  const first = await kehoach(['ingest', 'in'], progressOfIngest);
  say('SQLite, first run', plans, first);
  sayMemory(first);
  const second = await kehoach(['ingest', 'in']);
  say('SQLite, again and unchanged', plans, second);
  const less = ratio(sum(first.cpuSeconds), sum(second.cpuSeconds));
  console.log(`  ${less} less processor time, ${ratio(first.wallSeconds, second.wallSeconds)} less time`);
  say('SQLite, again, every file read', plans, await kehoach(['ingest', 'in', '--rehash']));
  say('verify', plans, await kehoach(['verify']));

  writeMadePlans(join(folder, 'queue'), queuePlans);
  const server = await startPostgres({ careful: true });
  try {
    const rates: number[] = [];
    for (const workers of [1, 2]) {
      const address = await server.newDatabase();
      const sent = await kehoach(['enqueue', 'queue', '--database', address]);
      if (workers === 1) say('PostgreSQL, enqueue', queuePlans, sent);
      const serverBefore = server.cpuSeconds();
      const began = performance.now();
      const argv = ['worker', '--database', address, '--jobs', '1', '--until-empty'];
      const runs = await Promise.all(Array.from({ length: workers }, () => kehoach(argv)));
      const wallSeconds = (performance.now() - began) / 1000;
      const cpuSeconds = {
        main: runs.reduce((all, run) => all + run.cpuSeconds.main, 0),
        readers: runs.reduce((all, run) => all + run.cpuSeconds.readers, 0),
      };
      const [run] = runs;
      say(`PostgreSQL, ${workers} worker${workers > 1 ? 's' : ''} of one job`, queuePlans, {
        wallSeconds,
        cpuSeconds,
        memory: run?.memory ?? [],
      });
      const ofServer = (1000 * (server.cpuSeconds() - serverBefore)) / queuePlans;
      console.log(`  and ${ofServer.toFixed(2)} ms of the server for each`);
      if (run !== undefined) sayMemory(run);
      rates.push(queuePlans / wallSeconds);
    }
    const computing = (await secondsOfComputing(1)) / (await secondsOfComputing(2));
    console.log(
      `  two workers do ${((rates[1] ?? 0) / (rates[0] ?? 1)).toFixed(2)} times what one does; two processes that only compute ${(2 * computing).toFixed(2)} times`,
    );
  } finally {
    await server.stop();
  }
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs the program and looks at it now and then; `progress` tells how much of the run is done, else the time does. */
async function kehoach(argv: readonly string[], progress?: () => number | null): Promise<Run> {
  const log = join(folder, 'program.log');
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, ...argv], {
    cwd: folder,
    stdio: ['ignore', 'ignore', openSync(log, 'w')],
  });
  const samples: { at: number; done: number | null; main: number; all: number }[] = [];
  const cpu = new Map<number, number>();
  const sampling = setInterval(() => sample(child, samples, cpu, progress), SAMPLE_MS);
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  clearInterval(sampling);
  if (code !== 0) {
    throw new Error(`kehoach ${argv.join(' ')} ended with ${code}: ${readFileSync(log, 'utf8')}`);
  }
  const wallSeconds = (performance.now() - began) / 1000;
  const main = cpu.get(child.pid ?? 0) ?? 0;
  return {
    wallSeconds,
    cpuSeconds: { main, readers: sum(Object.fromEntries(cpu)) - main },
    memory: samples
      .filter(({ done }) => progress === undefined || done !== null)
      .map(({ at, done, ...held }) => ({ done: done ?? (at - began) / 1000 / wallSeconds, ...held })),
  };
}

/** How long some processes take that start together and each compute the same, with nothing in memory: some seconds. */
async function secondsOfComputing(processes: number): Promise<number> {
  const compute = 'let sum = 0; for (let at = 0; at < 5e8; at++) sum = (sum * 31 + at) | 0;';
  const began = performance.now();
  await Promise.all(
    Array.from({ length: processes }, () => once(spawn(process.execPath, ['-e', compute]), 'exit')),
  );
  return (performance.now() - began) / 1000;
}

/** Notes what a process and those below it hold and have used at this moment; nothing where it has ended. */
function sample(
  { pid }: ChildProcess,
  samples: { at: number; done: number | null; main: number; all: number }[],
  cpu: Map<number, number>,
  progress: (() => number | null) | undefined,
): void {
  if (pid === undefined) return;
  try {
    const below = processesBelow(pid);
    for (const each of [pid, ...below]) cpu.set(each, cpuSecondsOf(each));
    const main = residentMegabytesOf(pid);
    const all = below.reduce((total, each) => total + residentMegabytesOf(each), main);
    samples.push({ at: performance.now(), done: progress?.() ?? null, main, all });
  } catch {
    // It ended while it was looked at.
  }
}

function progressOfIngest(): number | null {
  const out = join(folder, 'out');
  const name = existsSync(out) ? readdirSync(out).find((each) => /^run-\d+\.json$/.test(each)) : undefined;
  if (name === undefined) return null;
  const { done, all }: { done: number; all: number } = JSON.parse(readFileSync(join(out, name), 'utf8'));
  return done / all;
}

function sayMemory({ memory }: Run): void {
  const [early, late] = [2, 10].map((which) => decile(memory, which));
  if (early === undefined || late === undefined) return;
  const change = (100 * (late.main / early.main - 1)).toFixed(0);
  console.log(
    `  memory: ${early.main} MB (${early.all} MB with its readers) in the second tenth, ${late.main} MB (${late.all} MB) in the last: ${change} %`,
  );
}

/** The most that was held while a tenth of the documents was done, in whole megabytes. */
function decile(memory: Run['memory'], which: number): { main: number; all: number } {
  const within = memory.filter(({ done }) => Math.min(9, Math.floor(done * 10)) + 1 === which);
  return {
    main: Math.round(Math.max(0, ...within.map(({ main }) => main))),
    all: Math.round(Math.max(0, ...within.map(({ all }) => all))),
  };
}

function say(what: string, documents: number, { wallSeconds, cpuSeconds }: Run): void {
  const each = (seconds: number): string => ((1000 * seconds) / documents).toFixed(2);
  console.log(
    `${what}: ${documents} plans in ${wallSeconds.toFixed(1)} s, ${(documents / wallSeconds).toFixed(1)} plans/s, ${each(sum(cpuSeconds))} ms of a core each (program ${each(cpuSeconds.main)}, readers ${each(cpuSeconds.readers)})`,
  );
}

function sum(numbers: Record<string, number>): number {
  return Object.values(numbers).reduce((all, each) => all + each, 0);
}

function ratio(more: number, less: number): string {
  return `${(more / less).toFixed(0)} times`;
}
