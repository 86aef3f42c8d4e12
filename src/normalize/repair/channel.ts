import { fold } from '../../lexicon/fold.ts';
import { COST_UNIT } from './language-model.ts';

/** Longest piece of a read token and of a true word that the channel maps as one. */
export const READ_PIECE = 3;
export const TRUE_PIECE = 2;

/** What an unseen mapping costs, in bits; the learned ones cost what their share of the counts says. */
const UNSEEN = { same: 0.5, folded: 2.5, other: 13, dropped: 13, grown: 12, pair: 14 };
/** Counts by which a letter trusts the letters of its family (those with the same folded letter and case). */
const FAMILY_WEIGHT = 4;
const DEAREST = 14 * COST_UNIT;

/** One way of reading: the true letters and what a read piece costs as their image. */
export interface Source {
  letters: string;
  cost: number;
}

/** How often true letters (one or two) were read as a piece (up to three characters, or none). */
export type ChannelCounts = Map<string, Map<string, number>>;

/**
 * P(read piece | true letters), learned from aligned tokens. Letters are cased. The costs of single letters are backed
 * off to their family; pairs are kept where they were read together (ươ as wo, ti as h).
 */
export class Channel {
  readonly counts: ChannelCounts;
  private readonly costs = new Map<string, Map<string, number>>();
  private readonly byRead = new Map<string, Source[]>();

  constructor(counts: ChannelCounts) {
    this.counts = counts;
    this.prepare();
  }

  /** The sources of a read piece, cheapest first. */
  sources(read: string): readonly Source[] {
    return this.byRead.get(read) ?? NONE;
  }

  /** The cost of reading `letters` as `read`. */
  cost(letters: string, read: string): number {
    return this.costsOf(letters)(read);
  }

  /** The same for one piece of letters, as a function of what it was read as. */
  costsOf(letters: string): (read: string) => number {
    const known = this.costsFrom(letters);
    return (read) => {
      let cost = known.get(read);
      if (cost === undefined) {
        cost = unseenCost(letters, read);
        known.set(read, cost);
      }
      return cost;
    };
  }

  private costsFrom(letters: string): Map<string, number> {
    let costs = this.costs.get(letters);
    if (costs === undefined) {
      costs = new Map();
      this.costs.set(letters, costs);
    }
    return costs;
  }

  private prepare(): void {
    const families = new Map<string, { total: number; reads: Map<string, number> }>();
    const totals = new Map<string, number>();
    for (const [letters, reads] of this.counts) {
      let total = 0;
      for (const count of reads.values()) total += count;
      totals.set(letters, total);
      if (letters.length !== 1) continue;
      const family = familyOf(letters);
      let known = families.get(family);
      if (known === undefined) {
        known = { total: 0, reads: new Map() };
        families.set(family, known);
      }
      known.total += total;
      for (const [read, count] of reads) known.reads.set(read, (known.reads.get(read) ?? 0) + count);
    }
    for (const letters of LETTERS) {
      const reads = this.counts.get(letters);
      const total = totals.get(letters) ?? 0;
      const plain = inFamilyCase(letters);
      const family = families.get(familyOf(letters)) ?? { total: 0, reads: new Map<string, number>() };
      const pieces = new Set([plain, letters, ...family.reads.keys(), ...(reads?.keys() ?? [])]);
      for (const read of pieces) {
        const prior = ((family.reads.get(read) ?? 0) + (read === plain ? 1 : 0.01)) / (family.total + 1.1);
        const p = ((reads?.get(read) ?? 0) + FAMILY_WEIGHT * prior) / (total + FAMILY_WEIGHT);
        this.set(letters, read, p);
      }
    }
    for (const [letters, reads] of this.counts) {
      if (letters.length !== 2) continue;
      const total = totals.get(letters) ?? 0;
      const whole = Math.max(total, reads.get(ALL) ?? 0);
      for (const [read, count] of reads)
        if (read !== ALL && count >= 2) this.set(letters, read, count / (whole + 2));
    }
    for (const sources of this.byRead.values()) {
      sources.sort((a, b) => a.cost - b.cost || (a.letters < b.letters ? -1 : 1));
    }
  }

  private set(letters: string, read: string, probability: number): void {
    const cost = Math.round(-Math.log2(Math.min(1, probability)) * COST_UNIT);
    if (cost > DEAREST) return;
    this.costsFrom(letters).set(read, cost);
    const sources = this.byRead.get(read);
    if (sources === undefined) this.byRead.set(read, [{ letters, cost }]);
    else sources.push({ letters, cost });
  }
}

/** In a pair's counts: how often the pair of letters stood in the training text at all. */
export const ALL = '*';

const NONE: readonly Source[] = [];

const LETTERS = [
  ...'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz',
].flatMap((letter) => [letter, letter.toUpperCase()]);

function familyOf(letter: string): string {
  const plain = inFamilyCase(letter);
  return plain === letter ? `${plain}=` : plain;
}

/** The folded letter in the letter's own case. */
function inFamilyCase(letter: string): string {
  const plain = fold(letter);
  return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
}

function unseenCost(letters: string, read: string): number {
  let bits: number;
  if (letters.length === 2) bits = UNSEEN.pair;
  else if (read === letters) bits = UNSEEN.same;
  else if (read === '') bits = UNSEEN.dropped;
  else if (read.length === 1) bits = fold(read) === fold(letters) ? UNSEEN.folded : UNSEEN.other;
  else bits = UNSEEN.grown + 2 * (read.length - 2);
  return Math.round(bits * COST_UNIT);
}

/** A true word cut into pieces with the piece of the read token that each became. */
export interface Aligned {
  cost: number;
  pieces: [letters: string, read: string][];
}

/** The least costly alignment of a read token with a true word, null where there is none. */
export function align(channel: Channel, read: string, word: string): Aligned | null {
  const width = read.length + 1;
  const best = new Float64Array((word.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const step = new Uint8Array(best.length);
  best[0] = 0;
  const reads = Array.from({ length: width * (READ_PIECE + 1) }, (_, i) => {
    const from = Math.trunc(i / (READ_PIECE + 1));
    return read.slice(from, from + (i % (READ_PIECE + 1)));
  });
  for (let i = 0; i < word.length; i++) {
    for (let m = 1; m <= TRUE_PIECE && i + m <= word.length; m++) {
      const costOf = channel.costsOf(word.slice(i, i + m));
      for (let j = 0; j <= read.length; j++) {
        const here = best[i * width + j] ?? 0;
        if (here === Number.POSITIVE_INFINITY) continue;
        for (let n = 0; n <= READ_PIECE && j + n <= read.length; n++) {
          const to = (i + m) * width + j + n;
          const total = here + costOf(reads[j * (READ_PIECE + 1) + n] ?? '');
          if (total < (best[to] ?? 0)) {
            best[to] = total;
            step[to] = m * 8 + n;
          }
        }
      }
    }
  }
  const end = best[best.length - 1] ?? 0;
  if (end === Number.POSITIVE_INFINITY) return null;
  const pieces: [string, string][] = [];
  for (let i = word.length, j = read.length; i > 0; ) {
    const move = step[i * width + j] ?? 0;
    const m = move >> 3;
    const n = move & 7;
    pieces.push([word.slice(i - m, i), read.slice(j - n, j)]);
    i -= m;
    j -= n;
  }
  return { cost: end, pieces: pieces.reverse() };
}

/** Adds an alignment to counts, `weight` times. */
export function count(counts: ChannelCounts, aligned: Aligned, word: string, weight: number): void {
  for (const [letters, read] of aligned.pieces) bump(counts, letters, read, weight);
  for (let i = 0; i + 1 < word.length; i++) bump(counts, word.slice(i, i + 2), ALL, weight);
}

function bump(counts: ChannelCounts, letters: string, read: string, weight: number): void {
  let reads = counts.get(letters);
  if (reads === undefined) {
    reads = new Map();
    counts.set(letters, reads);
  }
  reads.set(read, (reads.get(read) ?? 0) + weight);
}

/** Takes the channel file: lines of true letters, read piece and count, parted by tabs. */
export function parseChannel(file: string): ChannelCounts {
  const counts: ChannelCounts = new Map();
  for (const line of file.split('\n')) {
    const [letters, read, times] = line.split('\t');
    if (letters !== undefined && read !== undefined && times !== undefined)
      bump(counts, letters, read, Number(times));
  }
  return counts;
}

/** The channel file of the counts. Pairs that never were read as one piece are left out. */
export function formatChannel(counts: ChannelCounts): string {
  const lines: string[] = [];
  for (const [letters, reads] of counts) {
    if (letters.length === 2) {
      const pieces = [...reads].filter(([read, times]) => read !== ALL && times >= 2);
      if (pieces.length === 0) continue;
      lines.push(`${letters}\t${ALL}\t${reads.get(ALL) ?? 0}`);
      for (const [read, times] of pieces) lines.push(`${letters}\t${read}\t${times}`);
    } else {
      for (const [read, times] of reads) lines.push(`${letters}\t${read}\t${times}`);
    }
  }
  return `${lines.sort().join('\n')}\n`;
}
