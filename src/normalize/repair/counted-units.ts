import { COST_UNIT } from './language-model.ts';
import type { StrippedText } from './stripped.ts';
import { STOP, UNKNOWN } from './tokens.ts';

/** By how much less a word costs that the unit counts which stands behind it: Trẻ 18 tháng tuổi (trẻ). */
export const AGREED = 16 * COST_UNIT;
/** How many tokens before its unit a word may stand. */
const AGREED_WITHIN = 12;

/** What is looked at, and told, of a reading where a unit stands behind what it counts. */
export interface Counted {
  source: StrippedText;
  sure: Int32Array;
  likely: Int32Array;
  /** By how many bits each word is ahead. */
  bits: Float64Array;
  /** Whether some words are not clearly ahead. */
  doubtful: boolean;
  /** The words that others of the same letters want, by position. */
  wanted: Map<number, number>;
}

/** Gives units that may be several words the one of what they count, as it was read in the end. */
export function settle({ source, likely }: Counted): void {
  const { tokens, readings, units, text } = source;
  for (const [unit, meant] of units ?? []) {
    if (meant.size < 2 || text.charAt((tokens.start[unit] ?? 0) - 1) !== '(') continue;
    for (let i = unit - 1; i >= Math.max(0, unit - AGREED_WITHIN) && tokens.kind[i] !== STOP; i--) {
      const counted = likely[i] ?? UNKNOWN;
      if (readings[i] === readings[unit] && meant.has(counted)) likely[unit] = counted;
    }
  }
}

/** What is counted and its unit are one word where they have the same letters: the former if that may be a unit. */
export function agree(reading: Counted): void {
  const { source, likely, bits, sure, wanted } = reading;
  const { tokens, readings, units, text } = source;
  for (const [unit, meant] of units ?? []) {
    if (text.charAt((tokens.start[unit] ?? 0) - 1) !== '(') continue;
    for (let i = unit - 1; i >= Math.max(0, unit - AGREED_WITHIN) && tokens.kind[i] !== STOP; i--) {
      if (readings[i] !== readings[unit] || likely[i] === likely[unit]) continue;
      const counted = likely[i] ?? UNKNOWN;
      const [usual = UNKNOWN] = meant;
      const word = meant.has(counted) ? counted : usual;
      for (const told of [i, unit]) {
        if (likely[told] === word) continue;
        wanted.set(told, word);
        bits[told] = 0;
        sure[told] = -1;
      }
      reading.doubtful = true;
    }
  }
}
