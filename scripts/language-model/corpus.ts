import { spawn } from 'node:child_process';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fold } from '../../src/lexicon/fold.ts';

/** Every .txt, .md and .txt.xz file that the paths name or, for folders, hold (at any depth), in a stable order. */
export function textFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:txt|md|txt\.xz)$/.test(name))
      .sort()
      .map((name) => join(path, name));
  });
}

/** The paragraphs of a file (one a line), NFC, without surrounding blanks. Compressed files need the xz command. */
export async function* paragraphs(file: string): AsyncGenerator<string> {
  const input = file.endsWith('.xz')
    ? spawn('xz', ['-dc', file], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout
    : createReadStream(file);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const paragraph = line.normalize('NFC').trim();
    if (paragraph !== '') yield paragraph;
  }
}

/**
 * Whether a paragraph is kept out of training: one in fifty, by a hash of its folded letters, so that paragraphs
 * which differ in numbers, marks or blanks only stay on the same side.
 */
export function isHeldOut(paragraph: string): boolean {
  let hash = 0x811c9dc5;
  for (const letter of fold(paragraph).replace(/[^a-z]/g, '')) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  }
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 8) % 50 === 0;
}

const RUN = 10;

/** All runs of ten words in the files, in lower case and without regard to line breaks. */
export async function wordRuns(files: readonly string[]): Promise<Set<string>> {
  const runs = new Set<string>();
  for (const file of files) {
    let text = '';
    for await (const paragraph of paragraphs(file)) text += `${paragraph}\n`;
    for (const run of runsOf(text)) runs.add(run);
  }
  return runs;
}

/** Whether a paragraph has one of the runs. */
export function sharesRun(paragraph: string, runs: ReadonlySet<string>): boolean {
  for (const run of runsOf(paragraph)) if (runs.has(run)) return true;
  return false;
}

function* runsOf(text: string): Generator<string> {
  const words = fold(text).match(/[a-z]+/g) ?? [];
  for (let i = 0; i + RUN <= words.length; i++) yield words.slice(i, i + RUN).join(' ');
}
