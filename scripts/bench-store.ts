// Measures what a store of many plans takes to answer: the queue, search, comparison. See docs/scale.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../src/cli/version.ts';
import { compareStored } from '../src/compare/stored.ts';
import { processDocument } from '../src/pipeline.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { deskApp } from '../src/web/server/app.ts';
import { scriptArguments } from './arguments.ts';
import { aligned } from './bench/aligned.ts';
import { variedPlan } from './bench-store/varied-plans.ts';

/** What is asked, and how many milliseconds the median of a part may take. */
interface Part {
  name: string;
  limit: number;
  questions: Question[];
}

interface Question {
  words: string;
  time: () => Promise<Timing>;
}

/** Milliseconds: of one core (user and system), and until the answer was there. */
interface Timing {
  cpu: number;
  wall: number;
}

const MAIN = join(packageRoot(), 'dist/src/cli/main.js');
const HOST = '127.0.0.1:8484';

/** Searches as people write them: with and without diacritics, frequent and rare words, phrases, words that go on. */
const SEARCHES = [
  'bảo hiểm y tế',
  'bao hiem y te',
  '"bảo hiểm y tế"',
  'hộ nghèo',
  'ho ngheo dan toc thieu so',
  'nuoc sach nong thon',
  '"học sinh, sinh viên" bảo hiểm',
  'dịch vụ công trực tuyến',
  'kế hoạch',
  'ủy ban nhân dân',
  'cần thơ',
  'chuyen doi so',
  'tỷ lệ che phủ rừng',
  'tuyên truyền',
  'ngư dân ven biển',
  'giam sat tre em',
  'doanh thu du lịch',
  'iuu',
  'xóa mù chữ',
  'bac si van dan 2025',
  'tap huan nghiep vu',
  'năng lượng tái tạo',
  'thanh to*',
  'công nghệ cao',
  '"sở y tế"',
  'tai nan giao thong',
  'đồng bào dân tộc',
  'cải cách hành chính',
  'ma túy',
  'quỹ',
];

const INDICATORS = ['bhyt', 'ho-ngheo', 'nuoc-sach', 'tiem-chung', 'dan-so'];

const QUEUES = [
  '',
  'offset=5000',
  'severity=error',
  'rule=table-total',
  'year=2025',
  'state=open&level=province',
  'words=bao+hiem+y+te',
  'words=12',
];

const { values } = scriptArguments(
  'npm run bench:store -- [--plans N] [--rounds N] [--store FOLDER] [--details]',
  {
    options: {
      plans: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '7' },
      /** A folder for the store, to be asked again. */
      store: { type: 'string' },
      details: { type: 'boolean', default: false },
    },
  },
);
const plans = Number(values.plans);
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-store-'));
const results = values.store ?? folder;
const store = await openStore(join(results, 'plans.sqlite'));
try {
  await fill(store);
  const app = await deskOver(store);
  const parts: Part[] = [
    {
      name: 'queue of the review desk, a request',
      limit: 100,
      questions: QUEUES.map((words) => ({
        words,
        time: () => timed(() => request(app, `/api/plans?${words}`)),
      })),
    },
    {
      name: 'search, 20 hits',
      limit: 50,
      questions: SEARCHES.map((words) => ({ words, time: () => timed(() => store.search(words)) })),
    },
    {
      name: 'compare, one indicator',
      limit: 1000,
      questions: INDICATORS.map((words) => ({
        words,
        time: () => timed(() => compareStored(store, { indicator: words })),
      })),
    },
    {
      name: 'kehoach search, from start to end',
      limit: 1000,
      questions: SEARCHES.slice(0, 4).map((words) => ({ words, time: () => command('search', words) })),
    },
    {
      name: 'kehoach compare, from start to end',
      limit: 1000,
      questions: INDICATORS.map((words) => ({ words, time: () => command('compare', '--indicator', words) })),
    },
  ];
  const rows = [['', 'median', 'slowest', 'median of a core', 'may take']];
  const slow: string[] = [];
  for (const { name, limit, questions } of parts) {
    const timings: (Timing & { words: string })[] = [];
    for (const { words, time } of questions) {
      const times: Timing[] = [];
      for (let round = 0; round < rounds; round++) times.push(await time());
      timings.push({ words, cpu: median(times, 'cpu'), wall: median(times, 'wall') });
    }
    timings.sort((a, b) => b.wall - a.wall);
    const typical = median(timings, 'wall');
    rows.push([name, ms(typical), ms(timings[0]?.wall ?? 0), ms(median(timings, 'cpu')), ms(limit)]);
    if (values.details)
      for (const { words, wall, cpu } of timings) rows.push([`  ${words}`, ms(wall), '', ms(cpu), '']);
    if (median(timings, 'cpu') > limit) slow.push(name);
  }
  console.log(aligned(rows));
  console.log(
    `\n${plans} plans, the median of ${rounds} rounds of each question, Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`,
  );
  await app.close();
  for (const name of slow) console.error(`too slow: ${name}`);
  if (slow.length > 0) process.exitCode = 1;
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Makes the plans that a store lacks. */
async function fill(into: Store): Promise<void> {
  const { length } = await into.plans();
  for (let at = length; at < plans; at++) {
    const { record, text } = variedPlan(at);
    await into.save(record, text);
  }
}

async function deskOver(over: Store): Promise<FastifyInstance> {
  const client = join(folder, 'client');
  mkdirSync(join(client, 'assets'), { recursive: true });
  writeFileSync(join(client, 'index.html'), '');
  return deskApp({
    store: over,
    out: folder,
    cwd: folder,
    lang: 'vi',
    process: processDocument,
    access: { kind: 'local', name: 'bench' },
    hosts: ['127.0.0.1'],
    client,
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
  });
}

async function request(app: FastifyInstance, url: string): Promise<void> {
  const { statusCode, body } = await app.inject({ url, headers: { host: HOST } });
  if (statusCode !== 200) throw new Error(`${url}: ${body}`);
}

async function timed(ask: () => Promise<unknown>): Promise<Timing> {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  await ask();
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1000, wall: performance.now() - wall };
}

/** Runs the program over the store; the shell tells what it took. */
async function command(...argv: string[]): Promise<Timing> {
  const words = [process.execPath, MAIN, ...argv, '--out', results].map((word) => `'${word}'`).join(' ');
  const { stderr, status } = spawnSync('bash', ['-c', `TIMEFORMAT='%R %U %S'; time ${words} > /dev/null`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`kehoach ${argv.join(' ')}: ${stderr}`);
  const [wall = 0, user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { cpu: 1000 * (user + system), wall: 1000 * wall };
}

function median(timings: readonly Timing[], of: 'cpu' | 'wall'): number {
  const sorted = timings.map((timing) => timing[of]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function ms(time: number): string {
  return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
}
