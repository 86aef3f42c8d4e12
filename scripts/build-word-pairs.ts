/**
 * Counts pairs of words in plain text, one paragraph a line (docs/text-repair.md), and writes those that nearly always
 * are meant by their letters. To be made anew with the language model, whose words they are.
 *
 * build-word-pairs [--out FILE] [--exclude FILE|FOLDER]… FILE|FOLDER…
 *
 * Reads .txt, and .txt.xz with the xz command. A paragraph that shares ten words in a row with an excluded text is left
 * out, as are those that the language model leaves out.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { wordId } from '../src/normalize/repair/language-model.ts';
import { canonicalTone, letterCase } from '../src/normalize/repair/letters.ts';
import { loadRepairModel } from '../src/normalize/repair/model.ts';
import { tokenBuffer, tokenize, UNKNOWN, WORD } from '../src/normalize/repair/tokens.ts';
import { lettersOfWords } from '../src/normalize/repair/word-pairs.ts';
import { isHeldOut, paragraphs, sharesRun, textFiles, wordRuns } from './language-model/corpus.ts';

/** Pairs that were seen less often, or in a smaller share of the places with their letters, are left out. */
const LEAST_SEEN = 12;
const LEAST_SHARE = 0.9;
/** How many times more often than by chance the words of a pair stand beside each other: hướng dẫn, and not bộ phương (tiện). */
const LEAST_BOUND = 16;
/** Words are numbered by 16 bits. */
const SECOND = 0x10000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'src/normalize/repair/model/vi.pairs' },
    exclude: { type: 'string', multiple: true, default: [] },
  },
});

const model = loadRepairModel().language;
const letters = lettersOfWords(model);
const excluded = await wordRuns(textFiles(values.exclude));
const counts = new Map<number, number>();
const firsts = new Float64Array(model.vocabulary);
const seconds = new Float64Array(model.vocabulary);
let all = 0;
const ids = new Map<string, number>();
const tokens = tokenBuffer(4096);
for (const file of textFiles(positionals)) {
  for await (const paragraph of paragraphs(file)) {
    if (isHeldOut(paragraph) || (excluded.size > 0 && sharesRun(paragraph, excluded))) continue;
    tokenize(paragraph, tokens);
    let before = UNKNOWN;
    for (let i = 0; i < tokens.count; i++) {
      const written = paragraph.slice(tokens.start[i], tokens.end[i]);
      const word = tokens.kind[i] === WORD ? idOf(written) : UNKNOWN;
      // Names have their second words with capitals, and other words than text has (Vũ Xuân, vụ xuân).
      if (before !== UNKNOWN && word !== UNKNOWN && letterCase(written) === 'lower') {
        const key = before * SECOND + word;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        firsts[before] = (firsts[before] ?? 0) + 1;
        seconds[word] = (seconds[word] ?? 0) + 1;
        all++;
      }
      before = word;
    }
  }
}

/** Of the pairs with the same letters the most frequent one, and how often all of them are. */
const byLetters = new Map<number, { pair: number; most: number; all: number }>();
for (const [pair, count] of counts) {
  const key = lettersOfPair(pair);
  const known = byLetters.get(key) ?? { pair, most: 0, all: 0 };
  known.all += count;
  if (count > known.most || (count === known.most && pair < known.pair)) {
    known.pair = pair;
    known.most = count;
  }
  byLetters.set(key, known);
}
const kept = [...byLetters]
  .filter(([key, { most, all }]) => most >= LEAST_SEEN && most / all >= LEAST_SHARE && isAmbiguous(key))
  .filter(([, { pair, most }]) => isBound(pair, most))
  .sort(([a], [b]) => a - b)
  .map(([, { pair }]) => pair);
const header = new Uint32Array([model.vocabulary, kept.length]);
const words = new Uint16Array(kept.flatMap((pair) => [Math.floor(pair / SECOND), pair % SECOND]));
writeFileSync(values.out, Buffer.concat([Buffer.from(header.buffer), Buffer.from(words.buffer)]));
console.error(`${values.out}: ${kept.length} of ${counts.size} pairs`);

function idOf(written: string): number {
  const lower = written.toLowerCase();
  let id = ids.get(lower);
  if (id === undefined) {
    id = wordId(model, canonicalTone(lower));
    ids.set(lower, id);
  }
  return id;
}

function isBound(pair: number, count: number): boolean {
  const chance = ((firsts[Math.floor(pair / SECOND)] ?? 0) * (seconds[pair % SECOND] ?? 0)) / all;
  return count >= LEAST_BOUND * chance;
}

function lettersOfPair(pair: number): number {
  return (letters[Math.floor(pair / SECOND)] ?? 0) * SECOND + (letters[pair % SECOND] ?? 0);
}

/** Whether one of two words may be another by its letters. */
function isAmbiguous(key: number): boolean {
  return [Math.floor(key / SECOND), key % SECOND].some((first) => letters[first + 1] === first);
}
