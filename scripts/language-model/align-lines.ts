import { fold } from '../../src/lexicon/fold.ts';

/** Pairs (index in read, index in truth) of lines that show the same text, in order; lines without partner are left out. */
export function alignLines(read: readonly string[], truth: readonly string[]): [number, number][] {
  const readGrams = read.map(grams);
  const trueGrams = truth.map(grams);
  const width = truth.length + 1;
  const best = new Float64Array((read.length + 1) * width);
  const step = new Uint8Array(best.length);
  for (let i = read.length - 1; i >= 0; i--) {
    for (let j = truth.length - 1; j >= 0; j--) {
      const here = i * width + j;
      const likeness = similarity(readGrams[i], trueGrams[j]);
      const pair = likeness < 0.4 ? -1 : likeness + (best[here + width + 1] ?? 0);
      const skipRead = best[here + width] ?? 0;
      const skipTrue = best[here + 1] ?? 0;
      best[here] = Math.max(pair, skipRead, skipTrue);
      step[here] = pair >= skipRead && pair >= skipTrue ? 1 : skipRead >= skipTrue ? 2 : 3;
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < read.length && j < truth.length; ) {
    const move = step[i * width + j];
    if (move === 1) pairs.push([i++, j++]);
    else if (move === 2) i++;
    else j++;
  }
  return pairs;
}

function grams(line: string): Set<string> {
  const letters = fold(line).replace(/[^a-z0-9]/g, '');
  const found = new Set<string>();
  for (let i = 0; i + 2 <= letters.length; i++) found.add(letters.slice(i, i + 2));
  return found;
}

function similarity(one: Set<string> | undefined, other: Set<string> | undefined): number {
  if (one === undefined || other === undefined || one.size + other.size === 0) return 0;
  let shared = 0;
  for (const gram of one) if (other.has(gram)) shared++;
  return (2 * shared) / (one.size + other.size);
}
