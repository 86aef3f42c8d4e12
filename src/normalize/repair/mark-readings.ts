import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Table = z.strictObject({
  source: z.string(),
  /** By the letter that stood there what it was read as, and what that costs in bits. */
  readings: z.record(z.string(), z.record(z.string(), z.number())),
});

/** What it costs to read a letter with another tone where it has a hat or horn, and where it has none, and with another of those. */
const TONE_ON_HAT = 12.5;
const TONE = 14.5;
const HAT = 15.5;
/** A word with other marks than were read costs so much, however little speaks for what was read. */
const LEAST = 1;

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** By how many bits a word of a certainty is likelier to be misread than words are on the whole; between these, in proportion. */
const DOUBTS: readonly [certainty: number, bits: number][] = [
  [0.86, 4.5],
  [0.92, 2],
  [0.95, 1.5],
  [0.96, -2],
];

let known: Map<string, Map<string, number>> | undefined;

function readings(): Map<string, Map<string, number>> {
  if (known === undefined) {
    const file = readFileSync(new URL('./mark-readings.json', import.meta.url), 'utf8');
    known = new Map(
      Object.entries(Table.parse(JSON.parse(file)).readings).map(([letter, read]) => [
        letter,
        new Map(Object.entries(read)),
      ]),
    );
  }
  return known;
}

/** By how many bits a word is likelier to be misread that was recognised with a certainty of 0–1. */
export function bitsOfDoubt(certainty: number): number {
  let [at, bits] = [0, DOUBTS[0]?.[1] ?? 0];
  for (const [next, after] of DOUBTS) {
    if (certainty < next) return bits + ((after - bits) * (certainty - at)) / (next - at);
    [at, bits] = [next, after];
  }
  return bits;
}

/** The share of doubtful words in documents that are read as well as most, and what twice as many say in bits. */
const USUAL_SHARE = 0.022;
const BITS_OF_TWICE = 1.5;
const DOUBTFUL = 0.9;
/** Words of the usual kind that weigh in with a document's own. */
const USUAL_WORDS = 300;
const MOST_BITS = 6;

/** By how many bits a document's words are likelier to be misread than others, by the certainty of all of them. */
export function bitsOfDocument(certainties: readonly number[]): number {
  const doubtful = certainties.filter((certainty) => certainty < DOUBTFUL).length;
  const share = (doubtful + USUAL_SHARE * USUAL_WORDS) / (certainties.length + USUAL_WORDS);
  return Math.max(-MOST_BITS, Math.min(MOST_BITS, BITS_OF_TWICE * Math.log2(share / USUAL_SHARE)));
}

/** What it costs in bits that `word` was recognised as `read`, which has its letters with other marks. */
export function markBits(word: string, read: string, doubt: number): number {
  let bits = -doubt;
  for (let i = 0; i < word.length; i++) {
    const [letter, other] = [word.charAt(i), read.charAt(i)];
    if (letter !== other) bits += letterBits(letter, other);
  }
  return Math.max(LEAST, bits);
}

function letterBits(letter: string, read: string): number {
  const table = readings();
  let own = table.get(letter);
  if (own === undefined) {
    own = new Map();
    table.set(letter, own);
  }
  let bits = own.get(read);
  if (bits === undefined) {
    const shape = withoutTone(letter);
    bits = shape !== withoutTone(read) ? HAT : shape.length === 1 ? TONE : TONE_ON_HAT;
    own.set(read, bits);
  }
  return bits;
}

/** A letter with its hat or horn as a mark of its own, and without its tone. */
function withoutTone(letter: string): string {
  return letter.normalize('NFD').replace(TONE_MARKS, '');
}
