import { canonicalTone } from '../../src/normalize/repair/letters.ts';
import { tokenPairs } from './pairs.ts';

/** Words of the gold text, and how many of them stand in the other. */
export interface WordScore {
  words: number;
  right: number;
  lines: number;
  rightLines: number;
  /** The wrong words: gold, read, and the gold line. */
  wrong: [gold: string, got: string, line: string][];
}

const WORD = /[\p{L}\p{M}]+/gu;

/** Compares texts line by line. Case and tone placement do not count; a gold line that is empty is not scored. */
export function scoreLines(got: readonly string[], gold: readonly string[]): WordScore {
  const score: WordScore = { words: 0, right: 0, lines: 0, rightLines: 0, wrong: [] };
  for (const [i, line] of gold.entries()) {
    if (line.trim() === '') continue;
    const before = score.wrong.length;
    for (const { read, truth } of tokenPairs(got[i] ?? '', line)) {
      const wanted = truth.join(' ').match(WORD) ?? [];
      const found = read.join(' ').match(WORD) ?? [];
      for (const [k, word] of wanted.entries()) {
        score.words++;
        const other = found.length === wanted.length ? found[k] : undefined;
        if (other !== undefined && plain(other) === plain(word)) score.right++;
        else score.wrong.push([word, read.join(' '), line]);
      }
    }
    score.lines++;
    if (score.wrong.length === before) score.rightLines++;
  }
  return score;
}

function plain(word: string): string {
  return canonicalTone(word.normalize('NFC').toLowerCase());
}

const OUTER = /^[.,;:!?()[\]"“”'‘’…_*–—-]+|[.,;:!?()[\]"“”'‘’…_*–—-]+$/gu;
const NUMBER = /^[\d.,/:%–-]*\d[\d.,/:%–-]*$/;
const SYMBOL = /^\d+[/-][\p{Lu}\d/-]+[\p{L}\d]*$/u;

/** The numbers, dates and document numbers of a line (of these their digits only: letters are repaired by table). */
export function numbersOf(line: string): string[] {
  return line.split(/\s+/).flatMap((chunk) => {
    const core = chunk.replace(OUTER, '');
    if (NUMBER.test(core)) return [core];
    return SYMBOL.test(core) ? [core.replace(/\P{N}+/gu, ' ').trim()] : [];
  });
}
