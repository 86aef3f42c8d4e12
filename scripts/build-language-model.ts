/**
 * Trains the language model of the text repair on plain text, one paragraph a line (docs/text-repair.md).
 *
 * build-language-model [--out FILE] [--megabytes 10] FILE|FOLDER…     (.txt, or .txt.xz with the xz command)
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fold } from '../src/lexicon/fold.ts';
import { canonicalTone } from '../src/normalize/repair/letters.ts';
import { CLASSES, END, START, tokenBuffer, tokenize, UNKNOWN, WORD } from '../src/normalize/repair/tokens.ts';
import { isHeldOut, paragraphs, textFiles } from './language-model/corpus.ts';
import { estimate } from './language-model/kneser-ney.ts';
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
  },
});

const canonical = new Map<string, string>();
const numberOf = new Map<string, number>();
const counts: number[] = [];
let stream = new Int32Array(1 << 24);
let length = 0;
const tokens = tokenBuffer(4096);
let paragraphCount = 0;
let heldOut = 0;
let wordCount = 0;

for (const file of textFiles(positionals)) {
  for await (const paragraph of paragraphs(file)) {
    if (isHeldOut(paragraph)) {
      heldOut++;
      continue;
    }
    paragraphCount++;
    tokenize(paragraph, tokens);
    append(-1 - START);
    for (let i = 0; i < tokens.count; i++) {
      const kind = tokens.kind[i] ?? WORD;
      if (kind === WORD) append(wordNumber(paragraph.slice(tokens.start[i], tokens.end[i]).toLowerCase()));
      else append(-1 - kind);
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
console.error(`vocabulary ${vocabulary}, held out ${heldOut} paragraphs`);

const list = [...CLASSES, ...words];
const listBytes = Buffer.byteLength(list.join('\n'));
const limit = Number(values.megabytes) * 1e6;
const model = estimate(ids, vocabulary, limit, (b, t) => modelBytes(vocabulary, b, t) + listBytes);
const file = serialize(model, list);
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

function isSyllable(word: string): boolean {
  return /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aeiouyăâêôơư]{1,3}(?:ch|nh|ng|[cmnpt])?$/.test(
    toneless(word),
  );
}

function toneless(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
