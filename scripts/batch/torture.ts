// Kills real runs of `kehoach ingest` and holds what they leave, resumed, to what an unbroken run leaves.
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Libsql from 'libsql';
import { packageRoot } from '../../src/cli/version.ts';
import { madePlan } from './made-plans.ts';
import { seeded } from './random.ts';

export interface TortureOptions {
  /** Processes to kill. */
  kills: number;
  seed: number;
  documents: number;
  log: (line: string) => void;
}

/** All that a run leaves: files by name, and the rows of every table. */
export type Left = Record<string, string>;

const MAIN = join(packageRoot(), 'dist/src/cli/main.js');
/** A run is killed at most so often before it may come to its end. */
const MOST_KILLS_OF_A_RUN = 6;

/**
 * Ingests documents, changes half of them and ingests them again, and kills the program at seeded random moments of both
 * until so many were killed. Throws where what is left after resuming differs from what an unbroken run left.
 */
export async function torture({ kills, seed, documents, log }: TortureOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-torture-'));
  try {
    const random = seeded(seed);
    const unbroken = join(folder, 'unbroken');
    writeDocuments(unbroken, documents, 'first');
    await finish(unbroken);
    const first = left(unbroken);
    writeDocuments(unbroken, documents, 'second');
    await finish(unbroken);
    const second = left(unbroken);

    let killed = 0;
    for (let round = 1; killed < kills; round++) {
      const cwd = join(folder, `round-${round}`);
      for (const [version, expected] of [
        ['first', first],
        ['second', second],
      ] as const) {
        writeDocuments(cwd, documents, version);
        const most = Math.min(kills - killed, MOST_KILLS_OF_A_RUN);
        for (let kill = 0; kill < most; kill++) {
          if (!(await cutOff(cwd, random, documents))) break;
          killed++;
        }
        await finish(cwd);
        const difference = differenceOf(expected, left(cwd));
        if (difference !== null) {
          const kept = join(tmpdir(), `kehoach-torture-seed-${seed}`);
          cpSync(folder, kept, { recursive: true });
          throw new Error(`round ${round}, ${version} version: ${difference}; kept in ${kept}`);
        }
      }
      rmSync(cwd, { recursive: true });
      log(`round ${round}: ${killed} of ${kills} killed, resumed, the same bytes and rows`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plans, among them the same under two paths and two with one number; and files that are none. */
function writeDocuments(cwd: string, documents: number, version: 'first' | 'second'): void {
  const put = (name: string, content: string): void => {
    mkdirSync(join(cwd, 'in'), { recursive: true });
    writeFileSync(join(cwd, 'in', `${name}.txt`), content);
  };
  for (let at = 0; at < documents; at++) {
    const name = String(at).padStart(3, '0');
    const isChanged = version === 'second' && at % 2 === 1;
    const plan = madePlan(isChanged ? at + 1000 : at);
    put(name, plan);
    if (at % 4 === 0) put(`${name}-same`, plan);
    if (at % 4 === 1) put(`${name}-like`, plan.replace('II. CHỈ TIÊU', 'II. CÁC CHỈ TIÊU'));
    if (at % 4 === 2) put(`${name}-none`, 'Luộc trứng bảy phút rồi thả vào nước lạnh.');
    // Plans change places: one has the number that another had.
    if (at % 4 === 3) put(`${name}-moved`, madePlan(version === 'second' ? at - 1 + 2000 : at + 2000));
  }
}

/** Starts an ingest and kills it at a random moment; false where it came to its end before. */
async function cutOff(cwd: string, random: () => number, documents: number): Promise<boolean> {
  const ended = start(cwd);
  let hasEnded = false;
  void ended.exit.then(() => {
    hasEnded = true;
  });
  const files = random() < 0.2 ? 0 : Math.floor(random() * documents);
  const began = filesIn(join(cwd, 'out/text'));
  while (!hasEnded && filesIn(join(cwd, 'out/text')) < began + files) await delay(1);
  await delay(random() * (files === 0 ? 1500 : 20));
  if (hasEnded) return false;
  ended.kill();
  const { signal } = await ended.exit;
  return signal === 'SIGKILL';
}

async function finish(cwd: string): Promise<void> {
  const { code, errors } = await start(cwd).exit;
  // Some of the documents are no plans.
  if (code !== 3) throw new Error(`ingest ended with ${code}: ${errors}`);
}

function start(cwd: string): {
  kill: () => void;
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null; errors: string }>;
} {
  const child = spawn(process.execPath, [MAIN, 'ingest', 'in'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return {
    kill: () => child.kill('SIGKILL'),
    exit: new Promise((resolve) => {
      child.on('exit', (code, signal) => resolve({ code, signal, errors }));
    }),
  };
}

function filesIn(folder: string): number {
  return existsSync(folder) ? readdirSync(folder).length : 0;
}

function left(cwd: string): Left {
  // SQLite keeps its log and index beside the file while any process, such as this one, has it open.
  const names = readdirSync(join(cwd, 'out')).filter((name) => !/^plans\.sqlite-(?:wal|shm)$/.test(name));
  const all: Left = { out: names.sort().join() };
  for (const folder of ['plans', 'text']) {
    for (const name of readdirSync(join(cwd, 'out', folder)).sort()) {
      all[`${folder}/${name}`] = readFileSync(join(cwd, 'out', folder, name), 'utf8');
    }
  }
  const database = new Libsql(join(cwd, 'out/plans.sqlite'));
  const rows = (query: string): Record<string, unknown>[] =>
    database
      .prepare(query)
      .all()
      .map((row) => Object.fromEntries(Object.entries(row ?? {})));
  for (const pragma of ['integrity_check', 'foreign_key_check']) {
    all[pragma] = JSON.stringify(rows(`pragma ${pragma}`));
  }
  for (const { name } of rows("select name from sqlite_master where type = 'table' order by name")) {
    const isIndex = String(name).startsWith('plan_search');
    if (isIndex) continue;
    all[`table ${name}`] = rows(`select * from ${name}`)
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n');
  }
  database.prepare("insert into plan_search (plan_search) values ('integrity-check')").run();
  all.plan_search = JSON.stringify(
    rows("select rowid from plan_search where plan_search match 'ke' order by rowid"),
  );
  database.close();
  return all;
}

/** What of two runs' leavings differs first, null where nothing does. */
export function differenceOf(expected: Left, actual: Left): string | null {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    if (expected[name] !== actual[name]) {
      const what =
        expected[name] === undefined ? 'is too many' : actual[name] === undefined ? 'is missing' : 'differs';
      return `${name} ${what}`;
    }
  }
  return null;
}
