/**
 * What was found out about texts, so that it is found out once: of so many texts at the most. It holds copies of them, since the engine
 * keeps the whole of a document for each part cut out of it.
 */
export class TextMemory<Value extends object | string | number | boolean | null> {
  readonly #most: number;
  readonly #find: (text: string) => Value;
  readonly #known = new Map<string, Value>();

  constructor(most: number, find: (text: string) => Value) {
    this.#most = most;
    this.#find = find;
  }

  of(text: string): Value {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const own = Buffer.from(text, 'utf16le').toString('utf16le');
    const value = this.#find(own);
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(own, value);
    return value;
  }
}
