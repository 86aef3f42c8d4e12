import type { Lattice } from './decode.ts';

/** A lattice that is filled from left to right and can be filled anew. */
export class LatticeBuilder implements Lattice {
  positions = 0;
  first = new Int32Array(512);
  plain = new Int32Array(512);
  list = new Int32Array(512);
  word = new Int32Array(4096);
  second = new Int32Array(4096);
  span = new Int8Array(4096);
  cost = new Int32Array(4096);
  private size = 0;

  clear(): void {
    this.positions = 0;
    this.size = 0;
    this.first[0] = 0;
  }

  /** Adds a candidate to the position being filled: plain ones first, sorted by word. Gives its index. */
  add(word: number, cost: number, second = -1, span = 1): number {
    if (this.size === this.word.length) {
      const size = this.size * 2;
      this.word = grown(this.word, size);
      this.second = grown(this.second, size);
      this.cost = grown(this.cost, size);
      const spans = new Int8Array(size);
      spans.set(this.span);
      this.span = spans;
    }
    const at = this.size++;
    this.word[at] = word;
    this.cost[at] = cost;
    this.second[at] = second;
    this.span[at] = span;
    if (second < 0 && span === 1) this.plain[this.positions] = at + 1 - (this.first[this.positions] ?? 0);
    return at;
  }

  /** Closes the position being filled; `list` is a number, not negative, that tells which words it has, where there is one. */
  next(list = nextList()): void {
    this.list[this.positions] = list;
    if (this.positions + 3 > this.first.length) {
      const size = this.first.length * 2;
      this.first = grown(this.first, size);
      this.plain = grown(this.plain, size);
      this.list = grown(this.list, size);
    }
    this.positions++;
    this.first[this.positions] = this.size;
    this.plain[this.positions] = 0;
  }
}

/** Lists without a number of their own are counted down, all lattices together. */
let lists = 0;

function nextList(): number {
  lists = (lists - 1) | NEGATIVE;
  return lists;
}

const NEGATIVE = -0x80000000;

function grown(values: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(values);
  return larger;
}
