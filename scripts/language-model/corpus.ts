import { spawn } from 'node:child_process';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fold } from '../../src/lexicon/fold.ts';

/** Every .txt and .txt.xz file that the paths name or, for folders, hold (at any depth), in a stable order. */
export function textFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.txt(\.xz)?$/.test(name))
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
