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
  /** The UTF-16 unit of each letter number. */
  unit: Uint16Array;
}

/** Builds the trie of all words of a model that are up to twelve letters long. */
export function syllableTrie(model: LanguageModel): Syllables {
  const letter = new Uint8Array(0x2000);
  const unit = new Uint16Array(256);
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
        unit[letters] = code;
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
  return { letter, letters, child, word: ends, unit };
}
