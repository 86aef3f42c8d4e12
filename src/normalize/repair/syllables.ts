import type { LanguageModel } from './language-model.ts';
import { CLASSES } from './tokens.ts';

/**
 * The model's words as a trie over lower-case letters. Node 0 is the root; the children of a node are numbered one
 * after the other, in the order of their letters.
 */
export interface Syllables {
  /** Number of the letter a UTF-16 unit stands for, 0 for none. */
  letter: Uint8Array;
  letters: number;
  /** The letter that leads to each node. */
  letterOf: Uint8Array;
  /** First child of each node; one more than there are nodes. */
  firstChild: Uint32Array;
  /** Of each node and group of 32 letters: a bit for each letter that leads to a child, and the first such child. */
  groups: number;
  leads: Int32Array;
  groupChild: Uint32Array;
  /** The word that ends at a node, 0 for none. */
  word: Uint16Array;
  /** Least cost, whatever the context, of the words at a node or below it. */
  leastBelow: Int16Array;
  /** The same by how many letters the words are longer than the node: LENGTHS of each node. */
  leastByLength: Int16Array;
  /** How many letters longer the shortest and the longest of them are. */
  shortest: Uint8Array;
  longest: Uint8Array;
}

const LONGEST = 12;
/** How many numbers of letters there are by which words may be longer than a node. */
export const LENGTHS = LONGEST + 1;
/** Dearer than any word. */
const NEVER = 0x3fff;

/** Builds the trie of all words of a model that are up to twelve letters long. */
export function syllableTrie(model: LanguageModel): Syllables {
  const letter = new Uint8Array(0x2000);
  let letters = 1;
  const spelled: { id: number; key: string }[] = [];
  for (let id = CLASSES.length; id < model.words.length; id++) {
    const word = model.words[id] ?? '';
    if (word.length > LONGEST) continue;
    let key = '';
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (letter[code] === 0 && letters < 255) letter[code] = letters++;
      key += String.fromCharCode(letter[code] ?? 0);
    }
    if (!key.includes('\0')) spelled.push({ id, key });
  }
  spelled.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

  // Breadth first: a node is a range of the sorted words that share their first letters.
  const from: number[] = [0];
  const to: number[] = [spelled.length];
  const depth: number[] = [0];
  const letterOf: number[] = [0];
  const firstChild: number[] = [];
  const word: number[] = [];
  for (let node = 0; node < from.length; node++) {
    const at = depth[node] ?? 0;
    const end = to[node] ?? 0;
    let i = from[node] ?? 0;
    firstChild.push(from.length);
    const own = spelled[i];
    if (own !== undefined && own.key.length === at) {
      word.push(own.id);
      i++;
    } else word.push(0);
    while (i < end) {
      const next = spelled[i]?.key.charCodeAt(at) ?? 0;
      let stop = i + 1;
      while (stop < end && spelled[stop]?.key.charCodeAt(at) === next) stop++;
      from.push(i);
      to.push(stop);
      depth.push(at + 1);
      letterOf.push(next);
      i = stop;
    }
  }
  firstChild.push(from.length);
  const leastByLength = new Int16Array(word.length * LENGTHS).fill(NEVER);
  const leastBelow = new Int16Array(word.length).fill(NEVER);
  const shortest = new Uint8Array(word.length).fill(LONGEST);
  const longest = new Uint8Array(word.length);
  for (let node = word.length - 1; node >= 0; node--) {
    const at = node * LENGTHS;
    const own = word[node] ?? 0;
    if (own !== 0) {
      leastByLength[at] = model.unigramCost[own] ?? NEVER;
      leastBelow[node] = leastByLength[at] ?? NEVER;
      shortest[node] = 0;
    }
    for (let child = firstChild[node] ?? 0; child < (firstChild[node + 1] ?? 0); child++) {
      shortest[node] = Math.min(shortest[node] ?? 0, (shortest[child] ?? 0) + 1);
      longest[node] = Math.max(longest[node] ?? 0, (longest[child] ?? 0) + 1);
      leastBelow[node] = Math.min(leastBelow[node] ?? 0, leastBelow[child] ?? 0);
      for (let more = shortest[child] ?? 0; more <= (longest[child] ?? 0); more++) {
        const cost = leastByLength[child * LENGTHS + more] ?? NEVER;
        if (cost < (leastByLength[at + more + 1] ?? 0)) leastByLength[at + more + 1] = cost;
      }
    }
  }
  const groups = (letters + 31) >> 5;
  const leads = new Int32Array(word.length * groups);
  const groupChild = new Uint32Array(word.length * groups);
  for (let node = 0; node < word.length; node++) {
    // From the last child to the first, so that the first of a group stays.
    for (let next = (firstChild[node + 1] ?? 0) - 1; next >= (firstChild[node] ?? 0); next--) {
      const letter = letterOf[next] ?? 0;
      const group = node * groups + (letter >> 5);
      leads[group] = (leads[group] ?? 0) | (1 << (letter & 31));
      groupChild[group] = next;
    }
  }
  return {
    groups,
    leads,
    groupChild,
    leastBelow,
    leastByLength,
    shortest,
    longest,
    letter,
    letters,
    letterOf: Uint8Array.from(letterOf),
    firstChild: Uint32Array.from(firstChild),
    word: Uint16Array.from(word),
  };
}

/** The child of a node by a letter, 0 for none. */
export function childOf(syllables: Syllables, node: number, letter: number): number {
  const group = node * syllables.groups + (letter >> 5);
  const leads = syllables.leads[group] ?? 0;
  const bit = 1 << (letter & 31);
  if ((leads & bit) === 0) return 0;
  return (syllables.groupChild[group] ?? 0) + bitsOf(leads & (bit - 1));
}

/** How many bits of a 32-bit number are set. */
export function bitsOf(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
