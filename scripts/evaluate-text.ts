/** Measures the text repair: see docs/text-repair.md. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/cli/version.ts';
import { fold } from '../src/lexicon/fold.ts';
import { detectState } from '../src/normalize/repair/detect.ts';
import { groupLines } from '../src/normalize/repair/lines.ts';
import { loadRepairModel } from '../src/normalize/repair/model.ts';
import { restoreParagraphs } from '../src/normalize/repair/restore.ts';
import { restoreLines } from '../src/normalize/repair/restore-lines.ts';
import { repairSlips } from '../src/normalize/repair/slips.ts';
import { numbersOf, scoreLines, type WordScore } from './language-model/score-text.ts';

const USAGE = `npm run eval:text -- [--details] [--write] [--check]

Restores the text sets of the project and prints how much of them is right, and how fast.
  --details  list every wrong word
  --write    make these the committed scores (test/text-sets/scores.json)
  --check    exit 1 where a figure is below what it must be, or below the committed scores`;

/** Lines of the Hà Nội gold that hold flourishes copied as read. */
const NOT_SCORED = [479, 484, 497];
const CLEAN = [
  'can-tho-53-kh-ubnd-2025',
  'dong-thap-kh-ubnd-2021-2025',
  'hue-141-kh-ubnd-2026',
  'tra-vinh-49-kh-bcd-2023',
];

interface Row {
  name: string;
  before: string;
  value: number;
  unit: '%' | '' | 'words/s' | 'ms';
  least: number;
  aim: number;
}

const { values } = parseArgs({
  options: {
    details: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    cold: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const root = packageRoot();
const scoresFile = join(root, 'test/text-sets/scores.json');
const haNoi = join(root, 'corpus/ha-noi-15-kh-ubnd-2025/source.txt');
if (values.help) console.log(USAGE);
else if (values.cold) cold();
else process.exitCode = main();

/** In a process of its own: how long the model takes to load, and the Hà Nội document to restore, from nothing. */
function cold(): void {
  const lines = linesOf(haNoi);
  const started = performance.now();
  loadRepairModel();
  const loaded = performance.now();
  restoreLines(lines);
  console.log(JSON.stringify({ load: loaded - started, document: performance.now() - started }));
}

function main(): number {
  const accuracy: Row[] = [];
  let numbers = 0;
  let changed = 0;
  const measure = (
    name: string,
    read: readonly string[],
    gold: readonly string[],
    least: number,
    aim: number,
    stripped = false,
  ) => {
    const restored = restoreLines(read).map(({ line }) => line);
    const score = scoreLines(restored, gold);
    const before = stripped ? '–' : percent(scoreLines(read, gold)).toFixed(2);
    accuracy.push({ name, before, value: percent(score), unit: '%', least, aim });
    if (values.details) list(name, score);
    for (const [i, line] of read.entries()) {
      const wanted = numbersOf(line);
      const found = numbersOf(restored[i] ?? '');
      numbers += wanted.length;
      if (wanted.join(' ') !== found.join(' ')) {
        changed += Math.max(1, wanted.filter((number) => !found.includes(number)).length);
        if (values.details) console.log(`numbers: ${line}\n      -> ${restored[i]}`);
      }
    }
  };

  const clean = CLEAN.map((id) => {
    const folder = join(root, 'corpus', id);
    return linesOf(join(folder, readdirSync(folder).find((name) => name.startsWith('source.')) ?? ''));
  });
  measure('four clean corpus texts, stripped', clean.flat().map(strip), clean.flat(), 99, 99.6, true);
  const law = linesOf(join(root, 'test/text-sets/held-out-law/gold.txt'));
  measure('held-out law text, stripped', law.map(strip), law, 99, 99.6, true);
  const gold = linesOf(join(root, 'test/text-sets/ha-noi/gold.txt')).map((line, i) =>
    NOT_SCORED.includes(i + 1) ? '' : line,
  );
  measure('Hà Nội text as read, by hand-made gold', linesOf(haNoi), gold, 98, 99.2);
  measure(
    'held-out law pages, read in English',
    linesOf(join(root, 'test/text-sets/held-out-law/read.txt')),
    law,
    98.3,
    99,
  );
  const decisions = join(root, 'test/text-sets/decisions');
  measure(
    'fresh scanned decisions, read in English',
    linesOf(join(decisions, 'read.txt')),
    linesOf(join(decisions, 'gold.txt')),
    97.5,
    99.2,
  );
  const integrity: Row = {
    name: 'numbers, dates, symbols changed',
    before: `of ${numbers}`,
    value: changed,
    unit: '',
    least: 0,
    aim: 0,
  };

  const rows = [...accuracy, integrity, ...timings(clean)];
  print(rows);
  const scores = Object.fromEntries([...accuracy, integrity].map(({ name, value }) => [name, round(value)]));
  if (values.write) writeFileSync(scoresFile, `${JSON.stringify(scores, null, 2)}\n`);
  if (!values.check) return 0;
  const committed: unknown = JSON.parse(readFileSync(scoresFile, 'utf8'));
  let failed = 0;
  for (const row of [...accuracy, integrity]) {
    const known: unknown =
      committed !== null && typeof committed === 'object' ? Reflect.get(committed, row.name) : undefined;
    const worse =
      typeof known === 'number' && (row.unit === '%' ? round(row.value) < known : row.value > known);
    if (!reached(row) || worse) {
      failed++;
      console.error(`${row.name}: ${round(row.value)}, committed ${String(known)}, at least ${row.least}`);
    }
  }
  return failed === 0 ? 0 : 1;
}

function timings(clean: readonly string[][]): Row[] {
  const stripped = clean.map((lines) =>
    groupLines(lines).map(({ from, to }) => strip(lines.slice(from, to).join('\n'))),
  );
  const words = stripped.flat().reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  const strip10 = best(8, () => {
    for (const paragraphs of stripped) restoreParagraphs(paragraphs);
  });
  const texts = clean.map((lines) => lines.join('\n'));
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const right = best(20, () => {
    for (const text of texts) if (detectState(text) === 'original') repairSlips(text);
  });
  const colds = Array.from({ length: 5 }, (): { load: number; document: number } =>
    JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--cold'], { encoding: 'utf8' }),
    ),
  );
  return [
    {
      name: 'speed, clean strip',
      before: '–',
      value: (words / strip10) * 1000,
      unit: 'words/s',
      least: 200_000,
      aim: 1_000_000,
    },
    {
      name: 'model load',
      before: '–',
      value: Math.min(...colds.map(({ load }) => load)),
      unit: 'ms',
      least: 60,
      aim: 15,
    },
    {
      name: 'Hà Nội document, cold',
      before: '–',
      value: Math.min(...colds.map(({ document }) => document)),
      unit: 'ms',
      least: 1000,
      aim: 200,
    },
    {
      name: 'right text, 50,000 letters',
      before: '–',
      value: (right * 50_000) / size,
      unit: 'ms',
      least: 2,
      aim: 1,
    },
  ];
}

function best(times: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    work();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

function reached({ value, unit, least }: Row): boolean {
  return unit === '%' || unit === 'words/s' ? value >= least : value <= least;
}

function print(rows: readonly Row[]): void {
  const show = (value: number, unit: Row['unit']) =>
    unit === '%'
      ? `${value.toFixed(2)} %`
      : `${Math.round(value * 10 ** (unit === 'ms' ? 1 : 0)) / 10 ** (unit === 'ms' ? 1 : 0)} ${unit}`.trim();
  const table = [
    ['', 'before', 'now', 'at least', 'aim', ''],
    ...rows.map((row) => [
      row.name,
      row.before,
      show(row.value, row.unit),
      show(row.least, row.unit),
      show(row.aim, row.unit),
      reached(row) ? 'reached' : 'NOT REACHED',
    ]),
  ];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0))) ?? [];
  for (const cells of table) {
    console.log(
      cells
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    );
  }
}

function list(name: string, { wrong }: WordScore): void {
  console.log(`${name}: ${wrong.length} wrong`);
  for (const [gold, got, line] of wrong) console.log(`  ${gold} | ${got} | ${line.trim().slice(0, 100)}`);
}

function percent({ right, words }: WordScore): number {
  return (100 * right) / words;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').normalize('NFC').split('\n');
}

/** The text without its diacritics, case kept. */
function strip(text: string): string {
  const folded = fold(text);
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    const base = folded.charAt(i);
    plain += letter === letter.toLowerCase() ? base : base.toUpperCase();
  }
  return plain;
}
