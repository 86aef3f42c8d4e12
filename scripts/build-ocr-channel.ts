/**
 * Learns the OCR channel of the text repair from aligned lines by Viterbi EM (docs/text-repair.md).
 *
 * build-ocr-channel [--out FILE] [--rounds 6] [--base FILE] PAIRS.tsv…
 *
 * Where the pairs of a channel are no longer at hand, --base takes its counts and adds the new pairs to them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fold } from '../src/lexicon/fold.ts';
import {
  align,
  Channel,
  type ChannelCounts,
  count,
  formatChannel,
  parseChannel,
} from '../src/normalize/repair/channel.ts';
import { distance, linePairs, tokenPairs } from './language-model/pairs.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'src/normalize/repair/model/ocr.channel' },
    rounds: { type: 'string', default: '6' },
    base: { type: 'string' },
  },
});

const EDGE = /^[.,;:!?()[\]"“”…–—/-]+|[.,;:!?()[\]"“”…–—/-]+$/g;
/** Each distinct (read, true) pair of tokens and how often it was seen. */
const pairs = new Map<string, { read: string; word: string; times: number }>();
let merged = 0;
let torn = 0;
let plain = 0;
for (const file of positionals) {
  for (const line of linePairs(file)) {
    for (const pair of tokenPairs(line.read, line.truth)) {
      if (pair.read.length === 1 && pair.truth.length === 2) merged++;
      if (pair.read.length === 2 && pair.truth.length === 1) torn++;
      if (pair.read.length !== 1 || pair.truth.length !== 1) continue;
      const read = (pair.read[0] ?? '').replace(EDGE, '');
      const word = (pair.truth[0] ?? '').replace(EDGE, '');
      if (!/^\p{L}+$/u.test(word) || read === '' || read.length > word.length * 2 + 2) continue;
      if (/^[\d.,/%-]+$/.test(read) && read.length > 3) continue;
      if (distance(fold(read), fold(word)) > Math.max(1, word.length * 0.6)) continue;
      plain++;
      const key = `${read}\t${word}`;
      const known = pairs.get(key);
      if (known === undefined) pairs.set(key, { read, word, times: 1 });
      else known.times++;
    }
  }
}
console.error(`${plain} pairs, ${pairs.size} distinct, ${merged} merged, ${torn} torn`);

const base: ChannelCounts =
  values.base === undefined ? new Map() : parseChannel(readFileSync(values.base, 'utf8'));
let counts: ChannelCounts = base;
for (let round = 0; round < Number(values.rounds); round++) {
  const channel = new Channel(counts);
  counts = new Map([...base].map(([letters, reads]) => [letters, new Map(reads)]));
  let bits = 0;
  for (const { read, word, times } of pairs.values()) {
    const aligned = align(channel, read, word);
    if (aligned === null) continue;
    bits += (aligned.cost / 64) * times;
    count(counts, aligned, word, times);
  }
  console.error(`round ${round + 1}: ${(bits / plain).toFixed(3)} bits a token`);
}
const file = formatChannel(counts);
writeFileSync(values.out, file);
console.error(`${values.out}: ${Buffer.byteLength(file)} bytes`);
