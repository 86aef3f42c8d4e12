import { COST_UNIT } from './language-model.ts';

/** How often a document's words were read as which tokens. Words and tokens are cased. */
export interface WordMemory {
  /** Every word that was read as a token, with the number of times. */
  byRead: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** How often each word was read at all. */
  totals: ReadonlyMap<string, number>;
}

/** How much what was seen of a word counts beside what the channel makes of its letters, and from how many readings. */
const TRUST = 0.5;
const ENOUGH = 4;

/** The cost of reading `word` as `read`: what was seen, mixed with what the channel makes of the letters. */
export function rememberedCost(memory: WordMemory, read: string, word: string, channelCost: number): number {
  const total = memory.totals.get(word);
  if (total === undefined) return channelCost;
  const seen = memory.byRead.get(read)?.get(word) ?? 0;
  const trust = (TRUST * total) / (total + ENOUGH);
  const p = (trust * seen) / total + (1 - trust) * 2 ** (-channelCost / COST_UNIT);
  return Math.round(-Math.log2(p) * COST_UNIT);
}

/** Adds readings of a word. */
export function remember(
  byRead: Map<string, Map<string, number>>,
  totals: Map<string, number>,
  word: string,
  read: string,
  times: number,
): void {
  const words = byRead.get(read);
  if (words === undefined) byRead.set(read, new Map([[word, times]]));
  else words.set(word, (words.get(word) ?? 0) + times);
  totals.set(word, (totals.get(word) ?? 0) + times);
}

export const NOTHING_SEEN: WordMemory = { byRead: new Map(), totals: new Map() };
