import { readFileSync } from 'node:fs';
import { fold } from '../../src/lexicon/fold.ts';

/** A read line and the true line it shows. */
export interface LinePair {
  page: string;
  paragraph: string;
  read: string;
  truth: string;
}

/** The lines of a TSV file with a header that names the columns read (or ocr) and true (or clean). */
export function linePairs(file: string): LinePair[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').normalize('NFC').split('\n');
  const names = header.split('\t');
  const column = (...wanted: string[]) => names.findIndex((name) => wanted.includes(name));
  const read = column('read', 'ocr');
  const truth = column('true', 'clean');
  const page = column('page');
  const paragraph = column('paragraph', 'line');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return {
        page: cells[page] ?? '',
        paragraph: cells[paragraph] ?? '',
        read: cells[read] ?? '',
        truth: cells[truth] ?? '',
      };
    });
}

/** Tokens of a read line with those of the true one: mostly one with one, else a merged or a torn token. */
export interface TokenPair {
  read: string[];
  truth: string[];
}

/** Aligns the blank-separated tokens of two lines by the likeness of their folded letters. */
export function tokenPairs(read: string, truth: string): TokenPair[] {
  const a = read.split(/\s+/).filter(Boolean);
  const b = truth.split(/\s+/).filter(Boolean);
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const step = new Uint8Array(best.length);
  best[0] = 0;
  const moves: [number, number][] = [
    [1, 1],
    [1, 2],
    [2, 1],
    [1, 0],
    [0, 1],
  ];
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const here = best[i * width + j] ?? 0;
      if (here === Number.POSITIVE_INFINITY) continue;
      for (const [index, [m, n]] of moves.entries()) {
        if (i + m > a.length || j + n > b.length) continue;
        const left = a.slice(i, i + m).join('');
        const right = b.slice(j, j + n).join('');
        const cost =
          m === 0
            ? right.length
            : n === 0
              ? left.length
              : distance(fold(left), fold(right)) + (m + n - 2) * 0.9;
        const to = (i + m) * width + j + n;
        if (here + cost < (best[to] ?? 0)) {
          best[to] = here + cost;
          step[to] = index + 1;
        }
      }
    }
  }
  const pairs: TokenPair[] = [];
  for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
    const [m, n] = moves[(step[i * width + j] ?? 1) - 1] ?? [1, 1];
    pairs.push({ read: a.slice(i - m, i), truth: b.slice(j - n, j) });
    i -= m;
    j -= n;
  }
  return pairs.reverse();
}

/** Edit distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
