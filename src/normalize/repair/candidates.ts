import { distance } from 'fastest-levenshtein';
import { fold } from '../../lexicon/fold.ts';
import type { Channel } from './channel.ts';
import { COST_UNIT, type LanguageModel } from './language-model.ts';
import { inCase, letterCase } from './letters.ts';
import { NEVER } from './mappings.ts';
import type { Syllables } from './syllables.ts';
import { NOTHING_SEEN, rememberedCost, type WordMemory } from './word-memory.ts';
import { type Candidate, LONGEST_TOKEN, WordSearch } from './word-search.ts';

/** All candidates of a token, each word once, sorted by word, and the least of their costs. */
export interface Found {
  best: number;
  candidates: readonly Candidate[];
}

/** How far above the best word a search goes on, and how many words it brings, counting what a word costs anywhere. */
const WINDOW = 11 * COST_UNIT;
const MOST = 32;
/** The same in the first reading of a document, of which only what is certain is used. */
const WINDOW_LEARNING = 9 * COST_UNIT;
const MOST_LEARNING = 20;
/** The same for tokens whose context fits none of the near words. */
const WIDE_WINDOW = 16 * COST_UNIT;
const MOST_WIDE = 48;
/** How far above the least conceivable cost a first word is looked for: for parts of tokens, for tokens, with wild edits. */
const NEAR = 24 * COST_UNIT;
const FAR = 36 * COST_UNIT;
const FARTHEST = 48 * COST_UNIT;
/** An edit that the channel never saw: any letter for any character, a character or a letter from nothing. */
const WILD = 12 * COST_UNIT;
/** Wild edits are tried where the best word found without costs more. */
const WILD_FROM = 5 * COST_UNIT;
/** Tokens shorter than this are like too many words; what marks of its own cost a word that is like a token. */
const SHORTEST_ALIKE = 5;
const ALIKE = 2 * COST_UNIT;
/** States looked at, in the first reading and in the second. */
const MOST_STEPS_LEARNING = 600;
const MOST_STEPS = 1000;
/** And for tokens that are no word without wild edits. */
const MOST_STEPS_LOST = 4000;
/** Readings of each part of a merged token, pairs of them that are tried, and what such a pair may cost. */
const PARTS = 16;
const MOST_SPLITS = 96;
const DEAREST_SPLIT = 16 * COST_UNIT;

/** Two words that one token may show, run together. */
export interface Split {
  one: Candidate;
  other: Candidate;
}

/** Finds the words behind read tokens, each token once. */
export class CandidateSearch {
  private readonly memory: WordMemory;
  private readonly language: LanguageModel;
  private readonly words: WordSearch;
  /** Whether this is the search of a document's first reading. */
  private readonly learning: boolean;
  private readonly window: number;
  private readonly most: number;
  private readonly known = new Map<string, Found>();
  private readonly knownWide = new Map<string, Found>();
  /** Words without edits that the channel never saw. */
  private readonly near = new Map<string, Candidate[]>();
  private readonly knownSplits = new Map<string, readonly Split[]>();
  private readonly knownParts = new Map<string, readonly Candidate[]>();

  constructor(channel: Channel, memory: WordMemory, syllables: Syllables, language: LanguageModel) {
    this.memory = memory;
    this.language = language;
    this.words = new WordSearch(channel, syllables, language);
    this.learning = memory === NOTHING_SEEN;
    this.window = this.learning ? WINDOW_LEARNING : WINDOW;
    this.most = this.learning ? MOST_LEARNING : MOST;
  }

  /** The words that a token may show. */
  find(read: string): Found {
    let found = this.known.get(read);
    if (found === undefined) {
      const candidates = this.look(read);
      found = {
        best: candidates[0]?.cost ?? Number.POSITIVE_INFINITY,
        candidates: candidates.toSorted((a, b) => a.word - b.word),
      };
      this.known.set(read, found);
    }
    return found;
  }

  /** Like find, with more edits that the channel never saw: for tokens whose context fits none of the near words. */
  findWide(read: string): Found {
    let found = this.knownWide.get(read);
    if (found === undefined && read.length <= LONGEST_TOKEN) {
      const near = this.findNear(read);
      const byWord = new Map(near.map((candidate) => [candidate.word, candidate]));
      for (const candidate of this.searchWild(read, WIDE_WINDOW, MOST_WIDE, this.nearest(near))) {
        const other = byWord.get(candidate.word);
        if (other === undefined || other.cost > candidate.cost) byWord.set(candidate.word, candidate);
      }
      const candidates = this.recall(read, byCost([...byWord.values()]));
      found = {
        best: candidates[0]?.cost ?? Number.POSITIVE_INFINITY,
        candidates: candidates.toSorted((a, b) => a.word - b.word),
      };
      this.knownWide.set(read, found);
    }
    return found ?? this.find(read);
  }

  /** Takes over what another search found for a token. */
  keep(from: CandidateSearch, read: string): void {
    const found = from.known.get(read);
    if (found !== undefined) this.known.set(read, found);
  }

  /** The words that a part of a token may show, the likeliest first; without edits that the channel never saw. */
  findPlain(read: string): readonly Candidate[] {
    let found = this.knownParts.get(read);
    if (found === undefined) {
      found = read.length > LONGEST_TOKEN ? [] : byCost(this.search(read, null, NEAR));
      this.knownParts.set(read, found);
    }
    return found;
  }

  /** The pairs of words that a token may show, the likeliest first. */
  findSplits(read: string): readonly Split[] {
    let found = this.knownSplits.get(read);
    if (found === undefined) {
      found = this.split(read);
      this.knownSplits.set(read, found);
    }
    return found;
  }

  private split(read: string): Split[] {
    const found: Split[] = [];
    for (let at = 1; at < read.length; at++) {
      const left = read.slice(0, at);
      const right = read.slice(at);
      if ((left.length < 2 || right.length < 2) && letterCase(right) === 'lower') continue;
      const others = this.findPlain(right).slice(0, PARTS);
      for (const one of this.findPlain(left).slice(0, PARTS)) {
        for (const other of others) {
          if (one.cost + other.cost < DEAREST_SPLIT) found.push({ one, other });
        }
      }
    }
    return found.sort((a, b) => a.one.cost + a.other.cost - b.one.cost - b.other.cost).slice(0, MOST_SPLITS);
  }

  private look(read: string): readonly Candidate[] {
    if (read.length > LONGEST_TOKEN) return [];
    return this.recall(read, byCost([...this.lookUp(read)]));
  }

  /** What was seen of whole words weighs in, and words that were read so before are candidates. */
  private recall(read: string, found: readonly Candidate[]): readonly Candidate[] {
    const { memory, language } = this;
    if (memory.totals.size === 0) return found;
    const recalled: Candidate[] = [];
    const seen = new Set<number>();
    for (const { word, form, cost } of found) {
      seen.add(word);
      const text = inCase(language.words[word] ?? '', form);
      recalled.push({ word, form, cost: rememberedCost(memory, read, text, cost) });
    }
    for (const text of memory.byRead.get(read)?.keys() ?? []) {
      const word = language.idOf.get(text.toLowerCase());
      if (word === undefined || seen.has(word)) continue;
      recalled.push({ word, form: letterCase(text), cost: rememberedCost(memory, read, text, FARTHEST) });
    }
    return recalled.sort((a, b) => a.cost - b.cost || a.word - b.word);
  }

  private findNear(read: string): Candidate[] {
    let found = this.near.get(read);
    if (found === undefined) {
      found = this.search(read, null, FAR);
      this.near.set(read, found);
    }
    return found;
  }

  private lookUp(read: string): Candidate[] {
    const found = this.findNear(read);
    const best = found.reduce((least, { cost }) => Math.min(least, cost), FARTHEST);
    if (best > WILD_FROM) {
      const wild = this.searchWild(read, this.window, this.most, this.nearest(found));
      if (wild.length > 0) return wild;
    }
    return found;
  }

  /** With wild edits, as far as `window` above the nearest word that was found without, or in two steps where there is none. */
  private searchWild(read: string, window: number, most: number, nearest: number): Candidate[] {
    if (nearest < NEVER) return this.search(read, WILD, FARTHEST, window, most, nearest + window);
    const found = this.search(read, WILD, FAR, window, most);
    if (found.length > 0) return found;
    const far = this.search(read, WILD, FARTHEST, window, most);
    return far.length > 0 ? far : this.alike(read, most);
  }

  /** Words of two unseen edits for a token that has no other: without regard to marks and case. */
  private alike(read: string, most: number): Candidate[] {
    if (read.length < SHORTEST_ALIKE) return [];
    const folded = fold(read);
    const form = letterCase(read) === 'lower' ? 'lower' : 'title';
    const found: Candidate[] = [];
    for (const [key, packed] of this.language.readings) {
      if (Math.abs(key.length - folded.length) > 2 || !/[aeiouy]/.test(key)) continue;
      const edits = distance(folded, key);
      if (edits > 2) continue;
      const first = packed >> 8;
      for (let word = first; word < first + (packed & 255); word++) {
        found.push({ word, form, cost: WILD * edits + ALIKE });
      }
    }
    const { unigramCost } = this.language;
    const total = ({ word, cost }: Candidate) => cost + (unigramCost[word] ?? 0);
    return found.sort((a, b) => total(a) - total(b) || a.word - b.word).slice(0, most);
  }

  /** The least cost of what was found, the words' own costs included. */
  private nearest(found: readonly Candidate[]): number {
    const { unigramCost } = this.language;
    return found.reduce((least, { word, cost }) => Math.min(least, cost + (unigramCost[word] ?? 0)), NEVER);
  }

  private search(
    read: string,
    wild: number | null,
    reach: number,
    window = this.window,
    most = this.most,
    farthest = NEVER,
  ): Candidate[] {
    const steps = this.learning ? MOST_STEPS_LEARNING : farthest < NEVER ? MOST_STEPS : MOST_STEPS_LOST;
    return this.words.search(read, { wild, reach, window, most, farthest, steps });
  }
}

function byCost(found: Candidate[]): Candidate[] {
  return found.sort((a, b) => a.cost - b.cost || a.word - b.word);
}
