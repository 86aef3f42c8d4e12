// Measures speed and memory on the project's own plans: see docs/evaluation.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { ENGINE_FLAGS } from '../src/batch/process/engine-flags.ts';
import { packageRoot } from '../src/cli/version.ts';
import { scriptArguments } from './arguments.ts';
import { aligned } from './bench/aligned.ts';

/** What is measured, each in a process of its own so that its peak memory is its own, with an engine as documents are read with. */
const SUBJECTS: Record<string, { title: string; damaged?: boolean; start: () => Promise<Worker> }> = {
  read: { title: 'decode, NFC and count words (floor)', start: async () => ({ work: countWords }) },
  remark: {
    title: 'remark-parse with GFM of the same text (peer)',
    start: async () => ({ work: parseMarkdown }),
  },
  pipeline: { title: 'kehoach, record from text', start: extracting },
  store: { title: 'kehoach, record from text into SQLite', start: storing },
  // By themselves: what they leave behind to be collected would count as the time of the plans between them.
  repair: { title: 'kehoach, record from text to be repaired', damaged: true, start: extracting },
};

interface Document {
  path: string;
  bytes: Uint8Array;
}

interface Worker {
  /** Gives something that depends on the whole work, so that none of it can be left out. */
  work: (document: Document) => number | Promise<number>;
  end?: () => Promise<void>;
}

interface Measurement {
  plans: number;
  words: number;
  /** Of one core: user and system time of the whole process, the store's included. */
  cpuSeconds: number;
  /** The plans read before, while the engine was still optimising, and their time of one core. */
  warmUp: { plans: number; cpuSeconds: number };
  wallSeconds: number;
  firstSeconds: number;
  peakMegabytes: number;
  /** Milliseconds of one core for each document of the corpus, the mean of its rounds. */
  documents: Record<string, number>;
}

const { values } = scriptArguments(
  'npm run bench -- [--plans N] [--warm-up N] [--subject read|remark|pipeline|store|repair] [--json]',
  {
    options: {
      plans: { type: 'string', default: '300' },
      'warm-up': { type: 'string', default: '900' },
      subject: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  },
);
const plans = Number(values.plans);
/**
 * Read before the measured ones: until the engine has optimised the code a plan takes up to twice as long. A run of a night is
 * thousands of plans; what these cost is printed beside.
 */
const warmUp = Number(values['warm-up']);
/** A plan that is repaired word by word takes so long that fewer do. */
const DAMAGED_WARM_UP = 1 / 3;
if (values.subject !== undefined) {
  console.log(JSON.stringify(await measure(values.subject)));
} else {
  const measured = Object.keys(SUBJECTS).map((subject) => [subject, inOwnProcess(subject)] as const);
  console.log(values.json ? JSON.stringify(Object.fromEntries(measured), null, 2) : table(new Map(measured)));
}

function inOwnProcess(subject: string): Measurement {
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      ...ENGINE_FLAGS,
      fileURLToPath(import.meta.url),
      '--subject',
      subject,
      '--plans',
      String(plans),
      '--warm-up',
      String(warmUp),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`${subject} ended with ${status}`);
  return JSON.parse(stdout);
}

async function measure(subject: string): Promise<Measurement> {
  const asked = SUBJECTS[subject];
  if (asked === undefined) throw new Error(`no subject ${subject}`);
  const documents = corpus().filter(({ bytes }) => isDamaged(bytes) === (asked.damaged === true));
  const worker = await asked.start();
  const cold = performance.now();
  for (const document of documents) await worker.work(document);
  const firstSeconds = (performance.now() - cold) / 1000;

  const read = (document: Document, index: number): number | Promise<number> =>
    worker.work({
      path: `${index}/${document.path}`,
      bytes: different(document.bytes, Math.floor(index / documents.length)),
    });
  const warming = asked.damaged === true ? Math.ceil(warmUp * DAMAGED_WARM_UP) : warmUp;
  const cool = process.cpuUsage();
  for (let index = 0; index < warming; index++) await read(nth(documents, index), index);
  const warmed = process.cpuUsage(cool);

  const spent = new Map<string, number[]>();
  const cpu = process.cpuUsage();
  const wall = performance.now();
  for (let index = warming; index < warming + plans; index++) {
    const document = nth(documents, index);
    const before = process.cpuUsage();
    await read(document, index);
    const { user, system } = process.cpuUsage(before);
    spent.set(document.path, [...(spent.get(document.path) ?? []), (user + system) / 1000]);
  }
  const { user, system } = process.cpuUsage(cpu);
  const wallSeconds = (performance.now() - wall) / 1000;
  await worker.end?.();
  let words = 0;
  for (let index = warming; index < warming + plans; index++) words += countWords(nth(documents, index));
  return {
    plans,
    words,
    cpuSeconds: (user + system) / 1e6,
    warmUp: { plans: warming, cpuSeconds: (warmed.user + warmed.system) / 1e6 },
    wallSeconds,
    firstSeconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    documents: Object.fromEntries(
      [...spent].map(([path, times]) => [path, times.reduce((sum, time) => sum + time, 0) / times.length]),
    ),
  };
}

function corpus(): Document[] {
  const folder = join(packageRoot(), 'corpus');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /source\.\w+$/.test(name))
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}

/** Whether a text has lost its diacritics: of a sound one every fourth letter or so has a mark. */
function isDamaged(bytes: Uint8Array): boolean {
  const letters = new TextDecoder().decode(bytes).normalize('NFC').match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => letter > '\u007f').length < letters.length / 10;
}

/** The documents over and over. */
function nth(documents: readonly Document[], index: number): Document {
  const document = documents[index % documents.length];
  if (document === undefined) throw new Error('the corpus is empty');
  return document;
}

/** The same plan with a blank line more at its end for each round, so that no two are the same bytes. */
function different(bytes: Uint8Array, round: number): Uint8Array {
  return Buffer.concat([bytes, Buffer.alloc(round + 1, '\n')]);
}

function countWords({ bytes }: Document): number {
  return (
    new TextDecoder()
      .decode(bytes)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  );
}

function parseMarkdown({ bytes }: Document): number {
  return unified().use(remarkParse).use(remarkGfm).parse(new TextDecoder().decode(bytes)).children.length;
}

/** The program is loaded by those that run it, so that the others' memory is their own. */
async function extracting(): Promise<Worker> {
  const { processDocument } = await import('../src/pipeline.ts');
  return { work: async (document) => (await processDocument(document)).text.length };
}

async function storing(): Promise<Worker> {
  const { processDocument } = await import('../src/pipeline.ts');
  const { openStore } = await import('../src/store/open.ts');
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-'));
  const store = await openStore(join(folder, 'plans.sqlite'));
  return {
    work: async (document) => {
      const { record, text } = await processDocument(document);
      const id = `${record.id}-${record.source.sha256.slice(0, 8)}`;
      await store.save({ ...record, id }, text);
      return text.length;
    },
    end: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function table(measured: ReadonlyMap<string, Measurement>): string {
  const perSecond = ({ plans: count, cpuSeconds }: Pick<Measurement, 'plans' | 'cpuSeconds'>): number =>
    count / cpuSeconds;
  const peer = measured.get('remark');
  const rows = [
    ['', 'plans/s', 'warming up', 'words/s', 'of peer', 'ms/plan', 'first pass', 'peak memory'],
    ...[...measured].map(([subject, result]) => [
      SUBJECTS[subject]?.title ?? subject,
      perSecond(result).toFixed(0),
      perSecond(result.warmUp).toFixed(0),
      Math.round(result.words / result.cpuSeconds).toLocaleString('en-GB'),
      peer === undefined ? '' : `${(perSecond(result) / perSecond(peer)).toFixed(2)}×`,
      ((1000 * result.cpuSeconds) / result.plans).toFixed(1),
      `${result.firstSeconds.toFixed(2)} s`,
      `${result.peakMegabytes.toFixed(0)} MB`,
    ]),
  ];
  const byDocument = [
    ['ms/plan by document', ''],
    ...['pipeline', 'repair'].flatMap((subject) =>
      Object.entries(measured.get(subject)?.documents ?? {}).map(([path, time]) => [path, time.toFixed(1)]),
    ),
  ];
  const cpu = cpus()[0]?.model ?? 'unknown processor';
  const conditions = `${plans} plans after ${warmUp} to warm up (a third of these where it repairs), time of one core (user and system), Node ${process.versions.node}, ${cpu}`;
  return [aligned(rows), aligned(byDocument), conditions].join('\n\n');
}
