/**
 * Trains the language model of the text repair on plain text, one paragraph a line (docs/text-repair.md).
 *
 * build-language-model [--out FILE] [--megabytes 10] [--exclude FILE|FOLDER]… FILE|FOLDER…
 *
 * Reads .txt, and .txt.xz with the xz command. A paragraph that shares ten words in a row with an excluded text (one
 * that the model is to be measured on) is not trained on.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fold } from '../src/lexicon/fold.ts';
import { canonicalTone, type LetterCase, letterCase } from '../src/normalize/repair/letters.ts';
import {
  CLASSES,
  COMMA,
  END,
  START,
  tokenBuffer,
  tokenize,
  UNKNOWN,
  WORD,
} from '../src/normalize/repair/tokens.ts';
import { isHeldOut, paragraphs, sharesRun, textFiles, wordRuns } from './language-model/corpus.ts';
import { estimate } from './language-model/kneser-ney.ts';
import { isSyllable } from './language-model/syllable.ts';
import { modelBytes, serialize } from './language-model/write-model.ts';

const SYLLABLE_LIKE = /^[a-zà-ỹđ]{1,7}$/;
/** A word enters the vocabulary when it was seen this often: syllables of Vietnamese shape, all others. */
const LEAST_SYLLABLE = 4;
const LEAST_OTHER = 40;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'src/normalize/repair/model/vi.lm' },
    megabytes: { type: 'string', default: '10' },
    exclude: { type: 'string', multiple: true, default: [] },
  },
});

const canonical = new Map<string, string>();
const numberOf = new Map<string, number>();
const counts: number[] = [];
const small: number[] = [];
const capital: number[] = [];
/** A word that was hardly seen is taken to have a capital in one case of six, with this weight. */
const CAPITAL_SHARE = 0.5;
let stream = new Int32Array(1 << 24);
let length = 0;
const tokens = tokenBuffer(4096);
const excluded = await wordRuns(textFiles(values.exclude));
let leftOut = 0;
let paragraphCount = 0;
let heldOut = 0;
let wordCount = 0;

for (const file of textFiles(positionals)) {
  for await (const paragraph of paragraphs(file)) {
    if (isHeldOut(paragraph)) {
      heldOut++;
      continue;
    }
    if (excluded.size > 0 && sharesRun(paragraph, excluded)) {
      leftOut++;
      continue;
    }
    paragraphCount++;
    tokenize(paragraph, tokens);
    append(-1 - START);
    let within = false;
    for (let i = 0; i < tokens.count; i++) {
      const kind = tokens.kind[i] ?? WORD;
      if (kind === WORD) {
        const word = paragraph.slice(tokens.start[i], tokens.end[i]);
        const number = wordNumber(word.toLowerCase());
        append(number);
        if (within) countCase(number, letterCase(word));
      } else append(-1 - kind);
      within = kind === WORD || kind === COMMA;
    }
    append(-1 - END);
  }
  console.error(`${file}: ${paragraphCount} paragraphs, ${wordCount} words`);
}

const words = [...numberOf.keys()].filter((word) => {
  const count = counts[numberOf.get(word) ?? -1] ?? 0;
  return count >= (SYLLABLE_LIKE.test(word) && isSyllable(word) ? LEAST_SYLLABLE : LEAST_OTHER);
});
// Words that share their folded form lie side by side, so that one search finds all readings of a stripped word.
words.sort((a, b) => compare(fold(a), fold(b)) || compare(a, b));
const vocabulary = CLASSES.length + words.length;
const idOf = new Uint16Array(counts.length).fill(UNKNOWN);
for (const [i, word] of words.entries()) idOf[numberOf.get(word) ?? 0] = CLASSES.length + i;
const ids = new Uint16Array(length);
for (let i = 0; i < length; i++) {
  const number = stream[i] ?? 0;
  ids[i] = number < 0 ? -1 - number : (idOf[number] ?? UNKNOWN);
}
stream = new Int32Array(0);
console.error(`vocabulary ${vocabulary}, held out ${heldOut} paragraphs, left out ${leftOut}`);

const list = [...CLASSES, ...words];
const listBytes = Buffer.byteLength(list.join('\n'));
const limit = Number(values.megabytes) * 1e6;
const model = estimate(ids, vocabulary, limit, (b, t) => modelBytes(vocabulary, b, t) + listBytes);
const file = serialize(model, list, caseCosts());
writeFileSync(values.out, file);
console.error(
  `${values.out}: ${file.length} bytes, ${model.bigramKey.length} bigrams, ${model.trigramKey.length} trigrams`,
);

function append(value: number): void {
  if (length === stream.length) {
    const larger = new Int32Array(length * 2);
    larger.set(stream);
    stream = larger;
  }
  stream[length++] = value;
}

function wordNumber(lower: string): number {
  wordCount++;
  let word = canonical.get(lower);
  if (word === undefined) {
    word = canonicalTone(lower);
    canonical.set(lower, word);
  }
  let number = numberOf.get(word);
  if (number === undefined) {
    number = counts.length;
    numberOf.set(word, number);
    counts.push(0);
  }
  counts[number] = (counts[number] ?? 0) + 1;
  return number;
}

/** How words stand within sentences: never at their beginning, where all have a capital. */
function countCase(number: number, form: LetterCase): void {
  if (form === 'lower') small[number] = (small[number] ?? 0) + 1;
  else if (form === 'title') capital[number] = (capital[number] ?? 0) + 1;
}

function caseCosts(): { lower: number[]; title: number[] } {
  const lower: number[] = CLASSES.map(() => 0);
  const title: number[] = CLASSES.map(() => 0);
  for (const word of words) {
    const number = numberOf.get(word) ?? -1;
    const smallCount = (small[number] ?? 0) + 2 * CAPITAL_SHARE * 5;
    const capitalCount = (capital[number] ?? 0) + 2 * CAPITAL_SHARE;
    lower.push(-Math.log2(smallCount / (smallCount + capitalCount)));
    title.push(-Math.log2(capitalCount / (smallCount + capitalCount)));
  }
  return { lower, title };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
