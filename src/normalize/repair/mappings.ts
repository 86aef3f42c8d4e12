import type { Channel } from './channel.ts';
import type { Syllables } from './syllables.ts';

/** Dearer than any reading. */
export const NEVER = 1 << 28;

/** Pairs of letters that one read piece may stand for, those with the same first letter one after the other. */
export interface Pairs {
  /** First pair of each letter, one more than there are letters. */
  from: Uint16Array;
  second: Uint8Array;
  cost: Int32Array;
  /** Bit 0: the first letter is a capital; bit 1: the second one is. */
  capitals: Uint8Array;
}

/** What the letters of the trie cost as the image of one read piece. */
export interface Mappings {
  /** Cost of the cheapest mapping. */
  least: number;
  /** The same of single letters and of pairs, all of them small or all capital: what a word goes on with. */
  leastSingle: readonly [small: number, capital: number];
  leastPair: readonly [small: number, capital: number];
  /**
   * A bit for each letter that is a small or a capital mapping, or begins a pair, as the trie has its nodes' children:
   * those of each tier of costs and of the tiers below it, one tier after the other.
   */
  smallBits: Int32Array;
  capitalBits: Int32Array;
  pairBits: Int32Array;
  /** Cost of each letter, small and capital. */
  small: Int32Array;
  capital: Int32Array;
  pairs: Pairs | null;
}

/** Costs of the same tier are the same but for this many low bits; there are so many tiers. */
const TIER = 8;
const TIERS = 4;

/** Where the bits of a cost's tier begin. */
export function tierOf(cost: number, groups: number): number {
  return cost < 0 ? 0 : Math.min(TIERS - 1, cost >> TIER) * groups;
}

/** The bits of no letter, for up to 255 letters. */
export const NO_BITS = new Int32Array(TIERS * 8);

/** All that a channel makes a read piece the image of. */
export function mappingsOf(channel: Channel, { letter, letters, groups }: Syllables, read: string): Mappings {
  const smallBits = new Int32Array(TIERS * groups);
  const capitalBits = new Int32Array(TIERS * groups);
  const pairBits = new Int32Array(TIERS * groups);
  const mark = (bits: Int32Array, one: number, cost: number) => {
    for (let at = tierOf(cost, groups) + (one >> 5); at < bits.length; at += groups) {
      bits[at] = (bits[at] ?? 0) | (1 << (one & 31));
    }
  };
  const small = new Int32Array(letters).fill(NEVER);
  const capital = new Int32Array(letters).fill(NEVER);
  const pairs: { cost: number; one: number; two: number; capitals: number }[] = [];
  let least = NEVER;
  const leastSingle: [number, number] = [NEVER, NEVER];
  const leastPair: [number, number] = [NEVER, NEVER];
  for (const { letters: source, cost } of channel.sources(read)) {
    const lower = source.toLowerCase();
    const one = letter[lower.charCodeAt(0)] ?? 0;
    const first = source.charAt(0) !== lower.charAt(0) ? 1 : 0;
    if (one === 0) continue;
    if (lower.length === 1) {
      (first === 1 ? capital : small)[one] = cost;
      mark(first === 1 ? capitalBits : smallBits, one, cost);
      leastSingle[first] = Math.min(leastSingle[first], cost);
    } else {
      const two = letter[lower.charCodeAt(1)] ?? 0;
      if (two === 0) continue;
      const second = source.charAt(1) !== lower.charAt(1) ? 1 : 0;
      pairs.push({ cost, one, two, capitals: first + 2 * second });
      mark(pairBits, one, cost);
      if (first === second) leastPair[first] = Math.min(leastPair[first], cost);
    }
    least = Math.min(least, cost);
  }
  pairs.sort((a, b) => a.one - b.one);
  return {
    least,
    leastSingle,
    leastPair,
    smallBits,
    capitalBits,
    pairBits,
    small,
    capital,
    pairs:
      pairs.length === 0
        ? null
        : {
            from: firstOfEach(letters, pairs),
            second: Uint8Array.from(pairs, ({ two }) => two),
            cost: Int32Array.from(pairs, ({ cost }) => cost),
            capitals: Uint8Array.from(pairs, ({ capitals }) => capitals),
          },
  };
}

function firstOfEach(letters: number, pairs: readonly { one: number }[]): Uint16Array {
  const from = new Uint16Array(letters + 1);
  for (const { one } of pairs) from[one + 1] = (from[one + 1] ?? 0) + 1;
  for (let i = 0; i < letters; i++) from[i + 1] = (from[i + 1] ?? 0) + (from[i] ?? 0);
  return from;
}
