// Measures how well and how fast pages are read: see docs/recognition.md.

import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { STEPS, type Step } from '../src/recognize/prepare.ts';
import { openRecognizer } from '../src/recognize/recognizer.ts';
import { scriptArguments } from './arguments.ts';
import { locate, type PageScore, type ReadToken, scorePage, tokensOf } from './bench-ocr/measure.ts';
import { nativeVersion, readNatively } from './bench-ocr/native.ts';
import { pageFiles, pageImage } from './bench-ocr/pages.ts';

interface Subject {
  title: string;
  read(file: string): Promise<{ tokens: ReadToken[]; cpu: number }>;
  close(): void;
}

const USAGE = `usage: npm run bench:ocr -- PAGES TRUTH [--every N] [--model fast|best_int|FOLDER] [--ablate STEP|all …]
PAGES: a PDF or a folder of page images; TRUTH: their text, one file for all`;

const { values, positionals } = scriptArguments(USAGE, {
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    model: { type: 'string' },
    ablate: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
  },
});
const [pagesPath, truthPath] = positionals;
if (pagesPath === undefined || truthPath === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const every = Number(values.every);
const files = (await pageFiles(pagesPath)).filter((_, index) => index % every === 0);
const truth = tokensOf(readFileSync(truthPath, 'utf8'));

const native = nativeVersion();
const subjects: Subject[] = [
  ...(native === null ? [] : [nativeSubject(native)]),
  ourSubject('kehoach', new Set()),
  ...STEPS.filter((step) => values.ablate?.some((each) => each === step || each === 'all')).map((step) =>
    ourSubject(`  without ${step}`, new Set([step])),
  ),
];
const first = files[0];
// What starts with the first page (threads, compilation) is not what a long document costs.
if (first !== undefined) for (const subject of subjects) await subject.read(first);

const readings = subjects.map(() => ({ pages: [] as ReadToken[][], cpu: 0 }));
for (const file of files) {
  // In turns, so that a busy minute of the machine falls on all of them.
  for (const [index, subject] of subjects.entries()) {
    const { tokens, cpu } = await subject.read(file);
    const reading = readings[index];
    reading?.pages.push(tokens);
    if (reading !== undefined) reading.cpu += cpu;
  }
}
for (const subject of subjects) subject.close();

const found = places();
const rows = subjects.map((subject, index) => {
  const { pages = [], cpu = 0 } = readings[index] ?? {};
  const total: PageScore = { letters: 0, errors: 0, numbers: 0, exact: 0, wrong: 0, silent: 0 };
  pages.forEach((tokens, page) => {
    const place = found[page];
    if (!place) return;
    const score = scorePage(tokens, truth.slice(...place));
    if (values.json) console.log(JSON.stringify({ subject: subject.title, file: files[page], ...score }));
    for (const key of ['letters', 'errors', 'numbers', 'exact', 'wrong', 'silent'] as const)
      total[key] += score[key];
  });
  return [
    subject.title,
    `${((100 * total.errors) / total.letters).toFixed(2)} %`,
    `${total.exact}/${total.numbers}`,
    `${((100 * total.exact) / total.numbers).toFixed(1)} %`,
    `${total.silent}/${total.wrong}`,
    (pages.length / cpu).toFixed(2),
  ];
});
const header = ['', 'letters wrong', 'numbers right', '', 'wrong unmarked', 'pages/s of a core'];
console.log(aligned([header, ...rows]));
console.log(
  `\n${files.length} pages; Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`,
);

/** One cut of the truth into pages for all: where the best reading of a page stands, and what others found around it. */
function places(): [number, number][] {
  return files.map((_, page) => {
    const found = readings.map(({ pages }) =>
      locate(
        (pages[page] ?? []).flatMap(({ text }) => tokensOf(text)),
        truth,
      ),
    );
    const best = found.reduce((one, other) => (other.cost < one.cost ? other : one));
    // Forms are much alike: a poor reading may be taken for another of them.
    const near = found.filter(({ start, end }) => start < best.end && end > best.start);
    return [Math.min(...near.map(({ start }) => start)), Math.max(...near.map(({ end }) => end))];
  });
}

function nativeSubject(version: string): Subject {
  return { title: version, read: async (file) => readNatively(file), close: () => {} };
}

function ourSubject(title: string, without: ReadonlySet<Step>): Subject {
  const recognizer = openRecognizer({ threads: 1, model: values.model, without });
  return {
    title: title === 'kehoach' ? `kehoach (${recognizer.model.name})` : title,
    read: async (file) => {
      const image = await pageImage(file);
      const before = process.cpuUsage();
      const { words } = await recognizer.recognize(image);
      const { user, system } = process.cpuUsage(before);
      return { tokens: words, cpu: (user + system) / 1e6 };
    },
    close: () => recognizer.close(),
  };
}

function aligned(table: readonly (readonly string[])[]): string {
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
