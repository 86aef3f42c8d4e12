/** A tsvector holds words of up to 2 KB; a letter has up to four bytes. */
export const LONGEST_WORD = 500;

/**
 * The words of a folded text, each with its places, as PostgreSQL writes a tsvector. Its own parser takes longer, and takes
 * `a/b` or `x-y` for more than two words.
 */
export function vectorOf(text: string): string {
  const places = new Map<string, string>();
  let place = 0;
  for (const word of text.match(/[A-Za-zÀ-\u036fḀ-ỹ\p{N}]+/gu) ?? []) {
    place++;
    if (word.length > LONGEST_WORD) continue;
    const before = places.get(word);
    places.set(word, before === undefined ? `${word}:${place}` : `${before},${place}`);
  }
  return [...places.values()].join(' ');
}
