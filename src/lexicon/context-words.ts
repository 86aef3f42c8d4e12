import { z } from 'zod';

/** A word, or one that is meant only beside others: "ca" before "bệnh", "trường" not before "hợp", "biết" not behind "hiểu". */
export const ContextWord = z.union([
  z.string(),
  z.strictObject({
    word: z.string(),
    /** One of these follows. */
    before: z.array(z.string()).optional(),
    notBefore: z.array(z.string()).optional(),
    notBehind: z.array(z.string()).optional(),
  }),
]);

type ContextWord = z.infer<typeof ContextWord>;

const END = '(?![A-Za-zÀ-\u036fḀ-ỹ])';

/** The alternatives of a pattern, the words in the order given. */
export function anyOf(words: readonly ContextWord[]): string {
  return `(?:${words.map(sourceOf).join('|')})${END}`;
}

function sourceOf(entry: ContextWord): string {
  if (typeof entry === 'string') return entry;
  const { word, before, notBefore, notBehind } = entry;
  const behind = notBehind === undefined ? '' : `(?<!(?:${notBehind.join('|')})\\s)`;
  const follows = (sign: '=' | '!', next?: readonly string[]) =>
    next === undefined ? '' : `(?${sign}[,\\s]+(?:${next.join('|')})${END})`;
  return `${behind}${word}${follows('=', before)}${follows('!', notBefore)}`;
}
