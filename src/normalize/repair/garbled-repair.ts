import { CandidateSearch } from './candidates.ts';
import { type Aligned, align, Channel, type ChannelCounts, count } from './channel.ts';
import { Continuations } from './continuations.ts';
import { Decoder, type Path } from './decode.ts';
import { DocumentWords, type FirstReading } from './document-words.ts';
import { FreeVariants } from './free-variants.ts';
import { GarbledLattice } from './garbled.ts';
import { COST_UNIT } from './language-model.ts';
import { Margins } from './margins.ts';
import type { RepairModel } from './model.ts';
import { type Piece, pieces } from './pieces.ts';
import { assemble, type Change, type Restored } from './restored.ts';
import { WORD } from './tokens.ts';
import { NOTHING_SEEN, remember } from './word-memory.ts';

const BEAM = 12;
/** For the first reading of a document, of which only what is certain is used. */
const BEAM_LEARNING = 4;
/** Bits by which a reading must be ahead before the document's own misreadings are learned from it. */
const SURE = 6;
/** Bits from which a token's candidates are not looked for again. */
const CERTAIN = 7;
/** What a word and its place in the first reading cost from which more readings of its token are tried. */
const DEAR = 15 * COST_UNIT;
/** Bits from which a word is not read again, and what it and the words beside it may cost in their places. */
const SETTLED = 12;
const FITTING = 10 * COST_UNIT;
const SELF_WEIGHT = 10;
const SELF_WORDS = 1;
/** Confidence in a token that was put right by rule. */
const BY_RULE = 0.9;

/** A token that was read as the same word again and again. */
interface Learned {
  read: string;
  word: string;
  aligned: Aligned;
  times: number;
}

/** Repairs the garbled paragraphs of one document, with a channel that may have learned from them. */
export class GarbledRepair {
  private readonly model: RepairModel;
  private readonly reader: GarbledLattice;
  private readonly continuations: Continuations;
  private decoder: Decoder;
  private readonly margins: Margins;
  private search: CandidateSearch;
  private readonly channel: Channel;
  private readonly words: DocumentWords;
  private readonly variants: FreeVariants;
  /** Of each paragraph, in the order in which they were learned from. */
  private readonly firsts: FirstReading[] = [];
  private readonly parts: Piece[][] = [];

  constructor(model: RepairModel) {
    this.model = model;
    this.reader = new GarbledLattice(model.language);
    this.continuations = new Continuations(model.language);
    this.decoder = new Decoder(model.language, BEAM_LEARNING, this.continuations);
    this.margins = new Margins(model.language, this.continuations);
    this.variants = new FreeVariants(model.language);
    this.words = new DocumentWords(model.language, this.variants);
    this.channel = new Channel(model.channel);
    this.search = new CandidateSearch(this.channel, NOTHING_SEEN, model.syllables, model.language);
  }

  /** Decodes once, and adds what was read with certainty to the channel. */
  learn(paragraphs: readonly string[]): void {
    const learned = new Map<string, Learned | null>();
    const sure = new Set<string>();
    const unsure = new Set<string>();
    for (const paragraph of paragraphs) {
      const parts = pieces(paragraph);
      const path = this.decode(paragraph, parts, null);
      const { margins } = this;
      const { lattice, reads } = this.reader;
      margins.follow(lattice, path);
      const first: FirstReading = {
        sure: new Int32Array(parts.length).fill(-1),
        likely: new Int32Array(parts.length).fill(-1),
        dear: new Uint8Array(parts.length),
        settled: new Int32Array(parts.length).fill(-1),
        form: new Uint8Array(parts.length),
      };
      this.firsts.push(first);
      this.parts.push(parts);
      const costs = parts.map((_, i) => margins.local(i));
      for (const [i, part] of parts.entries()) {
        const candidate = path.candidate[i] ?? -1;
        const word = lattice.word[candidate] ?? -1;
        if (part.kind !== WORD) {
          first.sure[i] = word;
          continue;
        }
        this.variants.weigh(lattice, i, word, lattice.word[path.candidate[i + 1] ?? -1] ?? -1);
        if ((costs[i] ?? 0) > DEAR) first.dear[i] = 1;
        if ((lattice.second[candidate] ?? -1) >= 0) continue;
        const reading = this.reader.textOf(candidate);
        if (reading === null) continue;
        const read = reads[i] ?? '';
        const bits = margins.bits(i);
        first.likely[i] = word;
        if (bits < CERTAIN) unsure.add(read);
        else sure.add(read);
        if (bits < SURE) continue;
        first.sure[i] = word;
        if (bits >= SETTLED && Math.max(costs[i - 1] ?? 0, costs[i] ?? 0, costs[i + 1] ?? 0) < FITTING) {
          first.settled[i] = word;
          first.form[i] = this.reader.formOf(candidate);
        }
        this.note(learned, read, reading);
      }
    }
    for (const first of this.firsts) this.words.add(first);
    this.decoder = new Decoder(this.model.language, BEAM, this.continuations);
    const first = this.search;
    this.search = this.searchWith([...learned.values()].filter((pair) => pair !== null));
    for (const read of sure) if (!unsure.has(read)) this.search.keep(first, read);
  }

  private note(learned: Map<string, Learned | null>, read: string, word: string): void {
    const key = `${read}\t${word}`;
    let pair = learned.get(key);
    if (pair === undefined) {
      const aligned = align(this.channel, read, word);
      pair = aligned === null ? null : { read, word, aligned, times: 0 };
      learned.set(key, pair);
    }
    if (pair !== null) pair.times++;
  }

  /** A search with a channel and a memory of words that have learned from the document. */
  private searchWith(learned: readonly Learned[]): CandidateSearch {
    const { channel, language, syllables } = this.model;
    const counts = copyOf(channel);
    const byRead = new Map<string, Map<string, number>>();
    const totals = new Map<string, number>();
    for (const { read, word, aligned, times } of learned) {
      count(counts, aligned, word, SELF_WEIGHT * times);
      remember(byRead, totals, word, read, SELF_WORDS * times);
    }
    return new CandidateSearch(new Channel(counts), { byRead, totals }, syllables, language);
  }

  /** Restores the paragraph that was the `index`-th to be learned from. */
  restore(paragraph: string, index: number): Restored {
    const parts = this.parts[index] ?? pieces(paragraph);
    const path = this.decode(paragraph, parts, this.firsts[index] ?? null);
    const { lattice } = this.reader;
    const { margins } = this;
    margins.follow(lattice, path);
    const changes: Change[] = [];
    for (const [i, part] of parts.entries()) {
      const candidate = path.candidate[i] ?? -1;
      const text = candidate < 0 ? null : this.reader.textOf(candidate);
      if (text === null) continue;
      const start = lattice.span[candidate] === 2 ? (parts[i - 1]?.start ?? part.start) : part.start;
      if (text !== paragraph.slice(start, part.end)) {
        const confidence = part.kind === WORD ? margins.confidence(i) : BY_RULE;
        changes.push({ start, end: part.end, text, confidence });
      }
    }
    return assemble(paragraph, 'garbled', changes);
  }

  private decode(paragraph: string, parts: readonly Piece[], first: FirstReading | null): Path {
    const hints =
      first === null
        ? null
        : {
            first,
            gains: (i: number) => this.words.gains(first, i),
            proposed: (i: number) => this.words.proposed(first, i),
          };
    this.reader.fill(paragraph, parts, this.search, hints);
    return this.decoder.decode(this.reader.lattice);
  }
}

function copyOf(counts: ChannelCounts): ChannelCounts {
  return new Map([...counts].map(([letters, reads]) => [letters, new Map(reads)]));
}
