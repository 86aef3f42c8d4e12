interface Entry<V> {
  hash: number;
  word: string;
  value: V;
}

/**
 * What belongs to words, looked up by where a word stands in a text: it need not be cut out of it, as for a map, which for most words
 * of a text would be only to learn that they are not there.
 */
export class WordTable<V> {
  /** A power of two of them, at most half of them taken; a word is at the place of its hash or behind it. */
  #places: (Entry<V> | undefined)[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** What belongs to the word that a text has between two offsets. */
  at(text: string, start: number, end: number): V | undefined {
    const places = this.#places;
    const mask = places.length - 1;
    if (mask < 0) return undefined;
    const hash = hashOf(text, start, end);
    for (let i = hash & mask; ; i = (i + 1) & mask) {
      const entry = places[i];
      if (entry === undefined) return undefined;
      if (entry.hash === hash && entry.word.length === end - start && text.startsWith(entry.word, start))
        return entry.value;
    }
  }

  /** Takes a word that is not among them. */
  set(word: string, value: V): void {
    this.#size++;
    if (this.#size * 2 > this.#places.length) {
      const entries = this.#places;
      this.#places = new Array<Entry<V> | undefined>(Math.max(2, entries.length * 2)).fill(undefined);
      for (const entry of entries) if (entry !== undefined) this.#put(entry);
    }
    this.#put({ hash: hashOf(word, 0, word.length), word, value });
  }

  #put(entry: Entry<V>): void {
    const mask = this.#places.length - 1;
    let i = entry.hash & mask;
    while (this.#places[i] !== undefined) i = (i + 1) & mask;
    this.#places[i] = entry;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}
