import type { LanguageModel } from './language-model.ts';
import { CLASSES } from './tokens.ts';

/** The model's words as a trie over lower-case letters. Node 0 is the root. */
export interface Syllables {
  /** Number of the letter a UTF-16 unit stands for, 0 for none. */
  letter: Uint8Array;
  letters: number;
  /** Child of node n by letter l: child[n * letters + l], 0 for none. */
  child: Uint16Array;
  /** The word that ends at a node, 0 for none. */
  word: Uint16Array;
  /** The letters that have a child at node n: listed[listStart[n]] … listed[listStart[n + 1] - 1]. */
  listStart: Uint32Array;
  listed: Uint8Array;
}

/** Builds the trie of all words of a model that are up to twelve letters long. */
export function syllableTrie(model: LanguageModel): Syllables {
  const letter = new Uint8Array(0x2000);
  let letters = 1;
  const words: number[] = [];
  let most = 1;
  for (let id = CLASSES.length; id < model.words.length; id++) {
    const word = model.words[id] ?? '';
    if (word.length > 12) continue;
    let known = true;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (code >= letter.length || letters > 250) known = false;
      else if (letter[code] === 0) {
        letter[code] = letters++;
      }
    }
    if (!known) continue;
    words.push(id);
    most += word.length;
  }
  most = Math.min(most, 65535);
  const child = new Uint16Array(most * letters);
  const ends = new Uint16Array(most);
  let nodes = 1;
  for (const id of words) {
    const word = model.words[id] ?? '';
    let node = 0;
    for (let i = 0; i < word.length && nodes < most; i++) {
      const at = node * letters + (letter[word.charCodeAt(i)] ?? 0);
      let next = child[at] ?? 0;
      if (next === 0) {
        next = nodes++;
        child[at] = next;
      }
      node = next;
    }
    ends[node] = id;
  }
  const listStart = new Uint32Array(nodes + 1);
  const listed = new Uint8Array(nodes);
  let size = 0;
  for (let node = 0; node < nodes; node++) {
    listStart[node] = size;
    for (let at = 1; at < letters; at++) if (child[node * letters + at] !== 0) listed[size++] = at;
  }
  listStart[nodes] = size;
  return { letter, letters, child, word: ends, listStart, listed };
}
