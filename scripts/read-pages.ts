/**
 * Renders paragraphs as pages, reads them with Tesseract and prints aligned (read, true) lines as TSV. Needs the
 * commands text2image and tesseract and the fonts Tinos and Noto Serif.
 *
 * read-pages --pages N [--seed S] [--lang eng] [--held-out] FILE|FOLDER… > pairs.tsv
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { alignLines } from './language-model/align-lines.ts';
import { isHeldOut, paragraphs, textFiles } from './language-model/corpus.ts';

const FONTS = ['Tinos', 'Tinos', 'Tinos', 'Tinos Bold', 'Tinos Italic', 'Noto Serif'];
const RESOLUTIONS = [130, 150, 200, 300];
const LINES = 36;
/** Paragraphs up to this length may be shown in capitals. */
const HEADING = 120;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    lang: { type: 'string', default: 'eng' },
    'held-out': { type: 'boolean', default: false },
  },
});
const pages = Number(values.pages);
let state = Number(values.seed) * 2654435761;

const chosen = await sample(pages * 12);
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
console.log('page\tparagraph\tread\ttrue');
let next = 0;
for (let page = 0; page < pages && next < chosen.length; page++) {
  const lines: { paragraph: number; text: string }[] = [];
  const width = 78 + below(16);
  while (lines.length < LINES && next < chosen.length) {
    const paragraph = chosen[next] ?? '';
    // Headings are set in capitals, which running text does not teach.
    const heading = paragraph.length < HEADING && below(2) === 0;
    for (const text of wrap(heading ? paragraph.toUpperCase() : paragraph, width)) {
      lines.push({ paragraph: next, text });
    }
    next++;
  }
  const read = readPage(lines.map((line) => line.text));
  for (const [at, index] of alignLines(
    read,
    lines.map((line) => line.text),
  )) {
    const line = lines[index];
    if (line !== undefined) console.log([page, line.paragraph, read[at], line.text].join('\t'));
  }
}
rmSync(folder, { recursive: true });

function readPage(lines: readonly string[]): string[] {
  const base = join(folder, 'page');
  writeFileSync(`${base}.txt`, `${lines.join('\n')}\n`);
  const degraded = below(3) > 0;
  execFileSync(
    'text2image',
    [
      `--text=${base}.txt`,
      `--outputbase=${base}`,
      `--font=${FONTS[below(FONTS.length)]}`,
      '--fonts_dir=/usr/share/fonts',
      '--fontconfig_tmpdir=/tmp',
      `--ptsize=${12 + below(3)}`,
      `--resolution=${RESOLUTIONS[below(RESOLUTIONS.length)]}`,
      '--xsize=3400',
      '--ysize=4400',
      '--margin=80',
      `--degrade_image=${degraded}`,
      `--exposure=${degraded ? below(3) - 1 : 0}`,
      '--rotate_image=false',
    ],
    { stdio: 'ignore' },
  );
  return execFileSync('tesseract', [`${base}.tif`, '-', '-l', values.lang, '--psm', '3'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Paragraphs drawn evenly from all files, in a random order that the seed fixes. */
async function sample(count: number): Promise<string[]> {
  const kept: string[] = [];
  let seen = 0;
  for (const file of textFiles(positionals)) {
    for await (const paragraph of paragraphs(file)) {
      if (isHeldOut(paragraph) !== values['held-out'] || paragraph.length > 1500) continue;
      seen++;
      if (kept.length < count) kept.push(paragraph);
      else {
        const at = below(seen);
        if (at < count) kept[at] = paragraph;
      }
    }
  }
  return kept;
}

function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/)) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line += line === '' ? word : ` ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function below(limit: number): number {
  state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x9e3779b9) >>> 0;
  return ((state ^ (state >>> 13)) >>> 4) % limit;
}
