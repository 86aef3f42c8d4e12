// Damages documents in seeded ways and holds the program to telling, of each, what became of it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import sharp from 'sharp';
import { packageRoot } from '../../src/cli/version.ts';
import { DOCUMENT_ENDINGS } from '../../src/read/format.ts';
import { openStore } from '../../src/store/open.ts';
import { madePlan } from './made-plans.ts';
import { seeded } from './random.ts';

export interface FuzzOptions {
  inputs: number;
  seed: number;
  /** Files to damage, and folders of them; the project's own where there are none. */
  samples: readonly string[];
  /** The run is taken to hang after so long. */
  limitMs: number;
}

export interface FuzzResult {
  inputs: number;
  /** How many documents fared how: `stored`, or the code of the failure. */
  fared: Record<string, number>;
  /** What must not be: a crash, a hang, a document without an end, a fault of the program. Empty where all is well. */
  faults: string[];
}

interface Sample {
  name: string;
  bytes: Buffer;
}

const MAIN = join(packageRoot(), 'dist/src/cli/main.js');

const PDF = ['.pdf'];
const TEXT = ['.txt', '.md'];
const WORD = ['.docx', '.doc', '.rtf'];
const IMAGE = ['.png', '.jpg', '.jpeg', '.tif', '.tiff', '.webp'];
/** Which kind of sample is damaged after which. Images are the slowest. */
const TURNS = [PDF, TEXT, PDF, WORD, PDF, TEXT, PDF, WORD, PDF, TEXT, PDF, IMAGE];

/** So many documents without an end are named, and so much of what the program told before. */
const MOST_LISTED = 10;
const LAST_TOLD = 2000;

/** Values that lengths and counts are seldom tried with. */
const ODD_NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];

/** Damages documents, ingests them in one run of the program, and tells how it went. */
export async function fuzz({ inputs, seed, samples, limitMs }: FuzzOptions): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-fuzz-'));
  try {
    const random = seeded(seed);
    const contents = await samplesOf(samples, seed);
    const turns = TURNS.map((endings) =>
      contents.filter(({ name }) => endings.includes(extname(name).toLowerCase())),
    ).filter((some) => some.length > 0);
    const one = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
    mkdirSync(join(folder, 'in'));
    const names = Array.from({ length: inputs }, (_, at) => {
      const { name, bytes } = one(turns[at % turns.length] ?? []) ?? {
        name: 'empty.txt',
        bytes: Buffer.alloc(0),
      };
      const damaged = `${String(at).padStart(6, '0')}-${name}`;
      const other = one(contents)?.bytes ?? bytes;
      const isText = TEXT.includes(extname(name)) && random() < 0.8;
      writeFileSync(
        join(folder, 'in', damaged),
        isText ? damagedText(bytes, other, random) : damage(bytes, other, random),
      );
      return damaged;
    });
    const { faults, told } = await ingest(folder, limitMs);
    const store = await openStore(join(folder, 'out/plans.sqlite'));
    const journal = new Map((await store.ingests()).map((entry) => [entry.path, entry]));
    for (const { where, detail } of await store.verify()) faults.push(`database: ${where}: ${detail}`);
    await store.close();
    const fared: Record<string, number> = {};
    let unfinished = 0;
    for (const name of names) {
      const entry = journal.get(`in/${name}`);
      const fate = entry?.failure?.code ?? (entry?.planId === null ? undefined : 'stored');
      if (
        entry === undefined ||
        fate === undefined ||
        entry.state === 'queued' ||
        entry.state === 'running'
      ) {
        unfinished++;
        if (unfinished <= MOST_LISTED) faults.push(`${name}: ${entry?.state ?? 'not in the journal'}`);
        continue;
      }
      fared[fate] = (fared[fate] ?? 0) + 1;
      if (fate === 'internal') faults.push(`${name}: fault of the program: ${entry.failure?.detail}`);
    }
    if (unfinished > 0) faults.push(`${unfinished} documents without an end, and this was told: ${told}`);
    return { inputs: names.length, fared, faults };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the program over the damaged documents; tells where it does not end, or not as it should, and the last it told itself. */
function ingest(cwd: string, limitMs: number): Promise<{ faults: string[]; told: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, 'ingest', 'in'], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    let isLate = false;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, limitMs);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const told = errors.slice(-LAST_TOLD);
      // 70 is told of the document that it is about.
      const isFine = code === 0 || code === 3 || code === 4 || code === 70;
      const ended = isLate ? 'hangs' : signal !== null ? `ended by ${signal}` : `ended with ${code}: ${told}`;
      resolve({ faults: !isLate && signal === null && isFine ? [] : [ended], told });
    });
  });
}

/** Damages a text that stays one: characters, where bytes would make it none. */
function damagedText(bytes: Buffer, other: Buffer, random: () => number): Buffer {
  const [text, from] = [bytes, other].map((each) => Buffer.from(each.toString('utf8'), 'utf16le'));
  return Buffer.from(damage(text ?? bytes, from ?? other, random, 2).toString('utf16le'), 'utf8');
}

/**
 * Damages bytes in one to four ways; `other` is what pieces of another document come from. What is cut and put in
 * begins and ends between `unit`s of bytes.
 */
function damage(bytes: Buffer, other: Buffer, random: () => number, unit = 1): Buffer {
  let damaged: Buffer = Buffer.from(bytes);
  const whole = (below: number): number => Math.floor(random() * below);
  for (let times = 1 + whole(4); times > 0; times--) {
    if (damaged.length < 8) return Buffer.concat([damaged, other.subarray(0, whole(64))]);
    const at = whole((damaged.length - 4) / unit) * unit;
    const piece = unit + whole(Math.min(4096, damaged.length - at) / unit) * unit;
    const from = whole(other.length / unit) * unit;
    switch (whole(7)) {
      case 0:
        for (let flips = 1 + whole(16); flips > 0; flips--) damaged[whole(damaged.length)] = whole(256);
        break;
      case 1:
        damaged = damaged.subarray(0, at);
        break;
      case 2:
        damaged = Buffer.concat([damaged.subarray(0, at), damaged.subarray(at + piece)]);
        break;
      case 3:
        damaged = Buffer.concat([damaged.subarray(0, at + piece), damaged.subarray(at)]);
        break;
      case 4:
        damaged = Buffer.concat([
          damaged.subarray(0, at),
          other.subarray(from, from + piece),
          damaged.subarray(at),
        ]);
        break;
      case 5:
        damaged.writeUInt32LE(ODD_NUMBERS[whole(ODD_NUMBERS.length)] ?? 0, at);
        break;
      default:
        damaged = withOtherNumber(damaged, whole);
    }
  }
  return damaged;
}

/** One of the numbers that stand in it as text, as PDFs and the parts of Word files have them, is another. */
function withOtherNumber(bytes: Buffer, whole: (below: number) => number): Buffer {
  const numbers = [...bytes.toString('latin1').matchAll(/\d+/g)];
  const number = numbers[whole(numbers.length)];
  if (number === undefined) return bytes;
  const other = ['0', '-1', '99999999999', '4294967296', '1e308', String(whole(100_000))][whole(6)] ?? '0';
  const end = number.index + number[0].length;
  return Buffer.concat([bytes.subarray(0, number.index), Buffer.from(other), bytes.subarray(end)]);
}

/** What is damaged: files, those in folders (where none are named the project's own), images, and a made-up plan. */
async function samplesOf(named: readonly string[], seed: number): Promise<Sample[]> {
  const made = { name: 'made.txt', bytes: Buffer.from(madePlan(seed)) };
  const places =
    named.length > 0 ? named : OWN_FOLDERS.map((below) => join(packageRoot(), 'test/fixtures', below));
  const files = places.flatMap((place) => (statSync(place).isDirectory() ? filesIn(place) : [place]));
  const read = files.map((file) => ({ name: basename(file), bytes: readFileSync(file) }));
  return [...read, ...(await ownImages()), made];
}

const OWN_FOLDERS = ['pdf', 'docx', 'invented'];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => DOCUMENT_ENDINGS.includes(extname(name).toLowerCase()) && !name.includes('README'))
    .sort()
    .map((name) => join(folder, name));
}

/** A few lines of a scan in every format of images. */
async function ownImages(): Promise<Sample[]> {
  const image = sharp(join(packageRoot(), 'test/fixtures/recognize/lines.png'));
  return [
    { name: 'lines.png', bytes: await image.clone().png().toBuffer() },
    { name: 'lines.jpg', bytes: await image.clone().jpeg().toBuffer() },
    {
      name: 'lines.tiff',
      bytes: await image.clone().tiff({ compression: 'lzw' }).toBuffer(),
    },
    { name: 'lines.webp', bytes: await image.clone().webp().toBuffer() },
  ];
}
