// Measures runs over many text plans into SQLite and PostgreSQL: see docs/scale.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/cli/version.ts';
import { writeMadePlans } from './batch/made-plans.ts';
import { startPostgres } from './batch/postgres-server.ts';

interface Run {
  wallSeconds: number;
  /** Of one core, all processes together. */
  cpuSeconds: number;
  /** Resident memory in megabytes and how many documents were done then. */
  memory: { done: number; main: number; all: number }[];
}

const MAIN = join(packageRoot(), 'dist/src/cli/main.js');
const MB = 1024 * 1024;

const { values } = parseArgs({
  options: { plans: { type: 'string', default: '10000' }, 'queue-plans': { type: 'string' } },
});
const plans = Number(values.plans);
const queuePlans = Number(values['queue-plans'] ?? values.plans);
const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-batch-'));
try {
  writeMadePlans(join(folder, 'in'), plans);
  const first = await kehoach(['ingest', 'in']);
  say('SQLite, first run', plans, first);
  const memory = decile(first, 2);
  const last = decile(first, 10);
  console.log(
    `  memory: ${memory.main} MB (${memory.all} MB with its readers) in the second tenth, ${last.main} MB (${last.all} MB) in the last`,
  );
  const second = await kehoach(['ingest', 'in']);
  say('SQLite, again and unchanged', plans, second);
  console.log(
    `  ${ratio(first.cpuSeconds, second.cpuSeconds)} less processor time, ${ratio(first.wallSeconds, second.wallSeconds)} less time`,
  );
  const checked = await kehoach(['verify']);
  say('verify', plans, checked);

  writeMadePlans(join(folder, 'queue'), queuePlans);
  const server = await startPostgres({ careful: true });
  try {
    const rates: number[] = [];
    for (const workers of [1, 2]) {
      const address = await server.newDatabase();
      const sent = await kehoach(['enqueue', 'queue', '--database', address]);
      if (workers === 1) say('PostgreSQL, enqueue', queuePlans, sent);
      const began = performance.now();
      const runs = await Promise.all(
        Array.from({ length: workers }, () =>
          kehoach(['worker', '--database', address, '--jobs', '1', '--until-empty']),
        ),
      );
      const wallSeconds = (performance.now() - began) / 1000;
      const cpuSeconds = runs.reduce((sum, run) => sum + run.cpuSeconds, 0);
      say(`PostgreSQL, ${workers} worker${workers > 1 ? 's' : ''} of one job`, queuePlans, {
        wallSeconds,
        cpuSeconds,
        memory: [],
      });
      rates.push(queuePlans / wallSeconds);
    }
    console.log(`  two workers do ${((rates[1] ?? 0) / (rates[0] ?? 1)).toFixed(2)} times what one does`);
  } finally {
    await server.stop();
  }
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs the program; the shell tells what it and its processes used. */
async function kehoach(argv: readonly string[]): Promise<Run> {
  const command = `TIMEFORMAT='%R %U %S'; time '${process.execPath}' '${MAIN}' ${argv.map((arg) => `'${arg}'`).join(' ')} > /dev/null 2> program.log`;
  const shell = spawn('bash', ['-c', command], { cwd: folder, stdio: ['ignore', 'inherit', 'pipe'] });
  let told = '';
  shell.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const memory: Run['memory'] = [];
  const sampling = setInterval(() => {
    const sample = memoryOf(join(folder, 'out'));
    if (sample !== null) memory.push(sample);
  }, 500);
  const code = await new Promise<number | null>((resolve) => shell.on('exit', resolve));
  clearInterval(sampling);
  if (code !== 0) {
    throw new Error(
      `kehoach ${argv.join(' ')} ended with ${code}: ${readFileSync(join(folder, 'program.log'), 'utf8')}`,
    );
  }
  const [wall = 0, user = 0, system = 0] = (told.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { wallSeconds: wall, cpuSeconds: user + system, memory };
}

/** What the run that writes to a folder, and the processes it started, hold at this moment; null where none runs. */
function memoryOf(out: string): Run['memory'][number] | null {
  const name = existsSync(out) ? readdirSync(out).find((each) => /^run-\d+\.json$/.test(each)) : undefined;
  if (name === undefined) return null;
  try {
    const { pid, done }: { pid: number; done: number } = JSON.parse(readFileSync(join(out, name), 'utf8'));
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    const main = residentOf(String(pid));
    const all = children.reduce((sum, child) => sum + (child === '' ? 0 : residentOf(child)), main);
    return { done, main, all };
  } catch {
    return null;
  }
}

function residentOf(pid: string): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return (pages * 4096) / MB;
}

/** The most that was held while a tenth of the documents was done, in whole megabytes. */
function decile({ memory }: Run, which: number): { main: number; all: number } {
  const within = memory.filter(({ done }) => Math.floor((done * 10) / plans) + 1 === which);
  return {
    main: Math.round(Math.max(0, ...within.map(({ main }) => main))),
    all: Math.round(Math.max(0, ...within.map(({ all }) => all))),
  };
}

function say(what: string, documents: number, { wallSeconds, cpuSeconds }: Run): void {
  const perSecond = (documents / wallSeconds).toFixed(1);
  const each = ((1000 * cpuSeconds) / documents).toFixed(2);
  console.log(
    `${what}: ${documents} plans in ${wallSeconds.toFixed(1)} s, ${perSecond} plans/s, ${each} ms of a core each`,
  );
}

function ratio(more: number, less: number): string {
  return `${(more / less).toFixed(0)} times`;
}
