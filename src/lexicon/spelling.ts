import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Spelling = z.strictObject({
  source: z.string(),
  /** Vowel pairs that end a syllable. */
  open: z.record(z.string(), z.string()),
  /** Vowel pairs that a letter follows. */
  closed: z.record(z.string(), z.string()),
  /** Vowel pairs after q, whose u is no vowel. */
  afterQ: z.record(z.string(), z.string()),
  examples: z.array(z.tuple([z.string(), z.string()])),
  unchanged: z.array(z.string()),
});
export type Spelling = z.infer<typeof Spelling>;

interface Rules {
  pattern: RegExp;
  open: ReadonlyMap<string, string>;
  closed: ReadonlyMap<string, string>;
  afterQ: ReadonlyMap<string, string>;
}

let data: Spelling | undefined;
let rules: Rules | undefined;

/** The table of tone placements with its examples. */
export function spelling(): Spelling {
  data ??= Spelling.parse(JSON.parse(readFileSync(new URL('./spelling.json', import.meta.url), 'utf8')));
  return data;
}

/**
 * The text with every tone mark on the vowel that state bodies' names are printed with: `hoà` becomes `hòa`, `Uỷ`
 * `Ủy`, the slip `tòan` `toàn`. Takes NFC and gives NFC of the same length, so that offsets carry over.
 */
export function canonicalTone(text: string): string {
  rules ??= compile(spelling());
  const { pattern, open, closed, afterQ } = rules;
  return text.replace(pattern, (pair: string, at: number) => {
    const lower = pair.toLowerCase();
    const before = text.charAt(at - 1);
    if (before === 'q' || before === 'Q') return recase(afterQ.get(lower), pair);
    return recase((/[\p{L}\p{M}]/u.test(text.charAt(at + 2)) ? closed : open).get(lower), pair);
  });
}

function compile({ open, closed, afterQ }: Spelling): Rules {
  const pairs = [...new Set([open, closed, afterQ].flatMap((table) => Object.keys(table)))];
  return {
    pattern: new RegExp(pairs.join('|'), 'giu'),
    open: new Map(Object.entries(open)),
    closed: new Map(Object.entries(closed)),
    afterQ: new Map(Object.entries(afterQ)),
  };
}

/** `pair` in its own case where there is nothing to replace, else the replacement in the pair's case, letter by letter. */
function recase(replacement: string | undefined, pair: string): string {
  if (replacement === undefined) return pair;
  let cased = '';
  for (let i = 0; i < replacement.length; i++) {
    const letter = pair.charAt(i);
    cased += letter === letter.toLowerCase() ? replacement.charAt(i) : replacement.charAt(i).toUpperCase();
  }
  return cased;
}
