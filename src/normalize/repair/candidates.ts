import type { Channel } from './channel.ts';
import { READ_PIECE } from './channel.ts';
import { COST_UNIT } from './language-model.ts';
import type { LetterCase } from './letters.ts';
import type { Syllables } from './syllables.ts';

/** A word that a read token may show. */
export interface Candidate {
  word: number;
  form: LetterCase;
  cost: number;
}

/** Candidates further from the best than this are not looked for. */
const WINDOW = 11 * COST_UNIT;
const MOST = 24;
/** An edit that the channel never saw: any letter for any character, a character or a letter from nothing. */
const WILD = 8 * COST_UNIT;
/** Wild edits are tried where the best word found without costs more. */
const WILD_FROM = 5 * COST_UNIT;
const MOST_STEPS = 6000;
const BUCKET = 4;

const LOWER = 0;
const TITLE = 1;
const UPPER = 2;
const FORMS: readonly LetterCase[] = ['lower', 'title', 'upper'];

interface Mapping {
  cost: number;
  /** Numbers of the letters, 0 for no second one. */
  first: number;
  second: number;
  firstUpper: boolean;
  secondUpper: boolean;
}

/** Finds the words behind read tokens: a best-first search over the trie, led by the least cost of what is left to read. */
export class CandidateSearch {
  private readonly channel: Channel;
  private readonly syllables: Syllables;
  private readonly mappings = new Map<string, readonly Mapping[]>();
  private readonly known = new Map<string, readonly Candidate[]>();
  private readonly node: number[] = [];
  private readonly position: number[] = [];
  private readonly form: number[] = [];
  private readonly spent: number[] = [];

  constructor(channel: Channel, syllables: Syllables) {
    this.channel = channel;
    this.syllables = syllables;
  }

  /** The words that `read` may show, the likeliest first. */
  find(read: string): readonly Candidate[] {
    let found = this.known.get(read);
    if (found === undefined) {
      found = this.search(read, false);
      if ((found[0]?.cost ?? Number.POSITIVE_INFINITY) > WILD_FROM) found = this.search(read, true);
      this.known.set(read, found);
    }
    return found;
  }

  private search(read: string, wild: boolean): Candidate[] {
    const { syllables } = this;
    const { letters, child } = syllables;
    const length = read.length;
    if (length > 14) return [];
    const pieces: (readonly Mapping[])[] = [];
    const rest = new Int32Array(length + 1);
    for (let at = length - 1; at >= 0; at--) {
      let least = wild ? WILD + (rest[at + 1] ?? 0) : 1 << 28;
      for (let n = 1; n <= READ_PIECE && at + n <= length; n++) {
        const mappings = this.mappingsOf(read.slice(at, at + n));
        pieces[at * READ_PIECE + n - 1] = mappings;
        const cost = mappings[0]?.cost;
        if (cost !== undefined) least = Math.min(least, cost + (rest[at + n] ?? 0));
      }
      rest[at] = least;
    }
    if ((rest[0] ?? 0) >= 1 << 28) return [];
    const dropped = this.mappingsOf('');

    const buckets: number[][] = [];
    const closed = new Map<number, number>();
    const found: Candidate[] = [];
    const seen = new Set<number>();
    let size = 0;
    let limit = Number.POSITIVE_INFINITY;
    const push = (node: number, position: number, form: number, spent: number) => {
      const total = spent + (rest[position] ?? 0);
      if (total > limit || total >= 1 << 14) return;
      const key = (node * 16 + position) * 4 + form;
      const before = closed.get(key);
      if (before !== undefined && before <= spent) return;
      closed.set(key, spent);
      this.node[size] = node;
      this.position[size] = position;
      this.form[size] = form;
      this.spent[size] = spent;
      const bucket = total >> BUCKET;
      const queue = buckets[bucket];
      if (queue === undefined) buckets[bucket] = [size];
      else queue.push(size);
      size++;
    };
    const step = (mapping: Mapping, node: number, position: number, form: number, spent: number) => {
      const next = child[node * letters + mapping.first] ?? 0;
      if (next === 0) return;
      const last = mapping.second === 0 ? next : (child[next * letters + mapping.second] ?? 0);
      if (last === 0) return;
      const cost = spent + mapping.cost;
      if (node === 0) {
        if (!mapping.firstUpper) {
          if (!mapping.secondUpper) push(last, position, LOWER, cost);
        } else if (mapping.second === 0) {
          push(last, position, TITLE, cost);
          push(last, position, UPPER, cost);
        } else push(last, position, mapping.secondUpper ? UPPER : TITLE, cost);
      } else if (form === UPPER) {
        if (mapping.firstUpper && (mapping.second === 0 || mapping.secondUpper))
          push(last, position, UPPER, cost);
      } else if (!mapping.firstUpper && !mapping.secondUpper) push(last, position, form, cost);
    };

    push(0, 0, LOWER, 0);
    let steps = 0;
    for (let bucket = 0; bucket < buckets.length && found.length < MOST && steps < MOST_STEPS; bucket++) {
      const queue = buckets[bucket];
      if (queue === undefined) continue;
      for (let i = 0; i < queue.length && steps < MOST_STEPS; i++) {
        const at = queue[i] ?? 0;
        const node = this.node[at] ?? 0;
        const position = this.position[at] ?? 0;
        const form = this.form[at] ?? 0;
        const spent = this.spent[at] ?? 0;
        if ((closed.get((node * 16 + position) * 4 + form) ?? 0) < spent) continue;
        steps++;
        if (position === length) {
          const word = syllables.word[node] ?? 0;
          if (word !== 0 && !seen.has(word * 4 + form)) {
            seen.add(word * 4 + form);
            found.push({ word, form: FORMS[form] ?? 'lower', cost: spent });
            if (limit === Number.POSITIVE_INFINITY) limit = spent + WINDOW;
          }
        }
        for (const mapping of dropped) step(mapping, node, position, form, spent);
        if (position < length) {
          for (let n = 1; n <= READ_PIECE && position + n <= length; n++) {
            for (const mapping of pieces[position * READ_PIECE + n - 1] ?? []) {
              step(mapping, node, position + n, form, spent);
            }
          }
        }
        if (wild) {
          if (position < length && node !== 0) push(node, position + 1, form, spent + WILD);
          if (position < length && node === 0) push(0, position + 1, LOWER, spent + WILD);
          for (let letter = 1; letter < letters; letter++) {
            const next = child[node * letters + letter] ?? 0;
            if (next === 0) continue;
            if (position < length) push(next, position + 1, form, spent + WILD);
            push(next, position, form, spent + WILD);
          }
        }
      }
    }
    return found;
  }

  private mappingsOf(read: string): readonly Mapping[] {
    let mappings = this.mappings.get(read);
    if (mappings === undefined) {
      const made: Mapping[] = [];
      for (const { letters, cost } of this.channel.sources(read)) {
        const first = letters.charAt(0);
        const second = letters.charAt(1);
        const one = this.numberOf(first);
        const two = second === '' ? 0 : this.numberOf(second);
        if (one === 0 || (second !== '' && two === 0)) continue;
        made.push({
          cost,
          first: one,
          second: two,
          firstUpper: first !== first.toLowerCase(),
          secondUpper: second !== second.toLowerCase(),
        });
      }
      mappings = made;
      this.mappings.set(read, mappings);
    }
    return mappings;
  }

  private numberOf(letter: string): number {
    return this.syllables.letter[letter.toLowerCase().charCodeAt(0)] ?? 0;
  }
}
