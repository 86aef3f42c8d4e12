import { canonicalTone, canonicalVariants } from '../../src/lexicon/spelling.ts';

/** From this on two texts count as the same in the soft scores. */
export const SOFT = 0.8;

/** What is left of a text when spelling conventions are set aside: NFC, single blanks, lower case, one spelling of each word. */
export function canonical(text: string): string {
  return canonicalVariants(canonicalTone(text.normalize('NFC')).replace(/\s+/g, ' ').trim().toLowerCase());
}

/** How alike two texts are, 0–1: twice the longest common run of tokens in order over the tokens of both. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const left = tokens(a);
  const right = tokens(b);
  const all = left.length + right.length;
  return all === 0 ? 1 : (2 * commonInOrder(left, right)) / all;
}

const known = new Map<string, readonly string[]>();

/** Words and numbers; `1.188.826`, `96,11%` and `53/KH-UBND` are one token each. Punctuation at a token's ends is none of it. */
function tokens(text: string): readonly string[] {
  let found = known.get(text);
  if (found === undefined) {
    found = canonical(text)
      .split(' ')
      .map((token) => token.replace(/^[\p{P}]+|[\p{P}]+$/gu, ''))
      .filter((token) => token !== '');
    known.set(text, found);
  }
  return found;
}

function commonInOrder(a: readonly string[], b: readonly string[]): number {
  let above = new Uint16Array(b.length + 1);
  let row = new Uint16Array(b.length + 1);
  for (const token of a) {
    for (let j = 0; j < b.length; j++) {
      row[j + 1] = token === b[j] ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0);
    }
    [above, row] = [row, above];
  }
  return above[b.length] ?? 0;
}
