import { repairSymbol } from '../../lexicon/document-types.ts';
import { CandidateSearch } from './candidates.ts';
import { type Aligned, align, Channel, type ChannelCounts, count } from './channel.ts';
import { Decoder, type Path } from './decode.ts';
import { detectState, type TextState } from './detect.ts';
import { DocumentWords, type FirstReading } from './document-words.ts';
import { FreeVariants } from './free-variants.ts';
import { garbledLattice, type Reading, readOf, textOf } from './garbled.ts';
import { COST_UNIT, findBigram, type LanguageModel, NO_CONTEXT, trigramCost } from './language-model.ts';
import { LatticeBuilder } from './lattice.ts';
import { loadRepairModel, type RepairModel } from './model.ts';
import { type Piece, pieces } from './pieces.ts';
import { strippedLattice, withCapitals } from './stripped.ts';
import { END, START, SYMBOL, type Tokens, tokenBuffer, tokenize, UNKNOWN, WORD } from './tokens.ts';
import { NOTHING_SEEN, remember } from './word-memory.ts';

/** A paragraph with its diacritics put back. */
export interface Restored {
  text: string;
  state: TextState;
  /** The tokens that changed, in order. */
  tokens: RestoredToken[];
}

/** A changed token. All offsets are half-open, in UTF-16 units. */
export interface RestoredToken {
  /** Place in the restored text. */
  start: number;
  end: number;
  /** Place in the paragraph as given. */
  sourceStart: number;
  sourceEnd: number;
  original: string;
  /** 0–1: from how much dearer the best other reading would be. */
  confidence: number;
}

const BEAM_STRIPPED = 10;
const BEAM_GARBLED = 20;
/** For the first reading of a garbled document, of which only what is certain is used. */
const BEAM_LEARNING = 6;
/** Bits by which a reading must be ahead before the document's own misreadings are learned from it. */
const SURE = 6;
/** Bits from which a token's candidates are not looked for again. */
const CERTAIN = 14;
/** What a word and its place in the first reading cost from which more readings of its token are tried. */
const DEAR = 15 * COST_UNIT;
const SELF_WEIGHT = 10;
const SELF_WORDS = 1;
/** Confidence in a document symbol or numeral that was put right by table. */
const BY_TABLE = 0.95;

/**
 * Puts back the diacritics of a document's paragraphs. Takes them in reading order, each whole (a paragraph may hold
 * line breaks, which stay). The document's state is found once; a paragraph of its own state keeps that. Text in its
 * original state comes back as it is. In garbled documents the channel is refined by the document's own misreadings.
 */
export function restoreParagraphs(paragraphs: readonly string[], model?: RepairModel): Restored[] {
  const document = detectState(paragraphs.join('\n'));
  const states = paragraphs.map((paragraph) => paragraphState(paragraph, document));
  if (states.every((state) => state === 'original')) return paragraphs.map(unchanged);
  const { language } = model ?? loadRepairModel();
  const lattice = new LatticeBuilder();
  const stripped = new Decoder(language, BEAM_STRIPPED);
  const tokens = tokenBuffer();
  let garbled: GarbledRepair | null = null;
  if (states.includes('garbled')) {
    garbled = new GarbledRepair(model ?? loadRepairModel(), lattice);
    garbled.learn(paragraphs.filter((_, i) => states[i] === 'garbled'));
  }
  let next = 0;
  return paragraphs.map((paragraph, i) => {
    if (states[i] === 'garbled' && garbled !== null) return garbled.restore(paragraph, next++);
    if (states[i] === 'stripped') return restoreStripped(paragraph, language, stripped, lattice, tokens);
    return unchanged(paragraph);
  });
}

function unchanged(text: string): Restored {
  return { text, state: 'original', tokens: [] };
}

const LEAST_LETTERS = 60;

/** A paragraph is read as its document is, unless it is long enough to show that it is right, or that it alone is not. */
function paragraphState(paragraph: string, document: TextState): TextState {
  if (document === 'original') return paragraph.length < LEAST_LETTERS ? 'original' : detectState(paragraph);
  const marked = paragraph.match(/[ăđơưạ-ỹ]/giu)?.length ?? 0;
  return marked * 12 > paragraph.length ? 'original' : document;
}

function restoreStripped(
  paragraph: string,
  language: LanguageModel,
  decoder: Decoder,
  lattice: LatticeBuilder,
  tokens: Tokens,
): Restored {
  tokenize(paragraph, tokens);
  strippedLattice(paragraph, tokens, language, lattice);
  const path = decoder.decode(lattice);
  const margins = new Margins(language, lattice, path);
  const changes: Change[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const id = lattice.word[path.candidate[i] ?? -1] ?? UNKNOWN;
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    const read = paragraph.slice(start, end);
    if (tokens.kind[i] === SYMBOL) {
      const symbol = repairSymbol(read);
      if (symbol !== read) changes.push({ start, end, text: symbol, confidence: BY_TABLE });
    }
    if (tokens.kind[i] !== WORD || id === UNKNOWN) continue;
    const word = language.words[id] ?? '';
    if (word.length !== read.length) continue;
    const text = withCapitals(word, read);
    if (text !== read) changes.push({ start, end, text, confidence: margins.confidence(i) });
  }
  return assemble(paragraph, 'stripped', changes);
}

interface Change {
  start: number;
  end: number;
  text: string;
  confidence: number;
}

/** Writes a text anew with its changes, noting where each comes to stand. */
function assemble(paragraph: string, state: TextState, changes: readonly Change[]): Restored {
  let text = '';
  let copied = 0;
  const tokens: RestoredToken[] = [];
  for (const change of changes) {
    text += paragraph.slice(copied, change.start);
    const start = text.length;
    text += change.text;
    copied = change.end;
    tokens.push({
      start,
      end: text.length,
      sourceStart: change.start,
      sourceEnd: change.end,
      original: paragraph.slice(change.start, change.end),
      confidence: change.confidence,
    });
  }
  return { text: text + paragraph.slice(copied), state, tokens };
}

/** Repairs the garbled paragraphs of one document, with a channel that may have learned from them. */
class GarbledRepair {
  private readonly model: RepairModel;
  private readonly lattice: LatticeBuilder;
  private decoder: Decoder;
  private search: CandidateSearch;
  private readonly channel: Channel;
  private readonly words: DocumentWords;
  private readonly variants: FreeVariants;
  private readonly firsts: FirstReading[] = [];

  constructor(model: RepairModel, lattice: LatticeBuilder) {
    this.model = model;
    this.lattice = lattice;
    this.decoder = new Decoder(model.language, BEAM_LEARNING);
    this.variants = new FreeVariants(model.language);
    this.words = new DocumentWords(model.language, this.variants);
    this.channel = new Channel(model.channel);
    this.search = new CandidateSearch(this.channel, NOTHING_SEEN, model.syllables, model.language);
  }

  /** Decodes once, and adds what was read with certainty to the channel. */
  learn(paragraphs: readonly string[]): void {
    const { channel } = this;
    const counts = copyOf(this.model.channel);
    const byRead = new Map<string, Map<string, number>>();
    const totals = new Map<string, number>();
    const alignments = new Map<string, Aligned>();
    const sure = new Set<string>();
    const unsure = new Set<string>();
    for (const paragraph of paragraphs) {
      const { parts, path, readings } = this.decode(paragraph);
      const margins = new Margins(this.model.language, this.lattice, path);
      const first: FirstReading = {
        sure: new Int32Array(parts.length).fill(-1),
        likely: new Int32Array(parts.length).fill(-1),
        dear: new Uint8Array(parts.length),
      };
      this.firsts.push(first);
      for (const [i, part] of parts.entries()) {
        const candidate = path.candidate[i] ?? -1;
        if (part.kind !== WORD) {
          first.sure[i] = this.lattice.word[candidate] ?? -1;
          continue;
        }
        const { word } = this.lattice;
        const next = path.candidate[i + 1] ?? -1;
        this.variants.weigh(this.lattice, i, word[candidate] ?? -1, word[next] ?? -1);
        if (margins.local(i) > DEAR) first.dear[i] = 1;
        const reading = textOf(readings[candidate] ?? null, this.model.language);
        if (typeof reading !== 'string' || reading.includes(' ')) continue;
        const read = readOf(paragraph, part);
        const bits = margins.bits(i);
        first.likely[i] = word[candidate] ?? -1;
        if (bits < CERTAIN) unsure.add(read);
        else sure.add(read);
        if (bits < SURE) continue;
        first.sure[i] = this.lattice.word[candidate] ?? -1;
        const pair = `${read}\t${reading}`;
        const aligned = alignments.get(pair) ?? align(channel, read, reading);
        if (aligned === null) continue;
        alignments.set(pair, aligned);
        count(counts, aligned, reading, SELF_WEIGHT);
        remember(byRead, totals, reading, read, SELF_WORDS);
      }
    }
    for (const first of this.firsts) this.words.add(first);
    this.decoder = new Decoder(this.model.language, BEAM_GARBLED);
    const { language, syllables } = this.model;
    const first = this.search;
    this.search = new CandidateSearch(new Channel(counts), { byRead, totals }, syllables, language);
    for (const read of sure) if (!unsure.has(read)) this.search.keep(first, read);
  }

  restore(paragraph: string, index: number): Restored {
    const { parts, path, readings } = this.decode(paragraph, this.firsts[index]);
    const margins = new Margins(this.model.language, this.lattice, path);
    const changes: Change[] = [];
    for (const [i, part] of parts.entries()) {
      const candidate = path.candidate[i] ?? -1;
      const text = textOf(readings[candidate] ?? null, this.model.language);
      if (typeof text !== 'string') continue;
      const start = this.lattice.span[candidate] === 2 ? (parts[i - 1]?.start ?? part.start) : part.start;
      if (text !== paragraph.slice(start, part.end)) {
        changes.push({
          start,
          end: part.end,
          text,
          confidence: part.kind === WORD ? margins.confidence(i) : 0.9,
        });
      }
    }
    return assemble(paragraph, 'garbled', changes);
  }

  private decode(
    paragraph: string,
    first?: FirstReading,
  ): { parts: Piece[]; path: Path; readings: Reading[] } {
    const parts = pieces(paragraph);
    const { language } = this.model;
    const hints =
      first === undefined
        ? null
        : {
            dear: first.dear,
            gains: (i: number) => this.words.gains(first, i),
            proposed: (i: number) => this.words.proposed(first, i),
          };
    const readings = garbledLattice(paragraph, parts, language, this.search, this.lattice, hints);
    return { parts, path: this.decoder.decode(this.lattice), readings };
  }
}

function copyOf(counts: ChannelCounts): ChannelCounts {
  return new Map([...counts].map(([letters, reads]) => [letters, new Map(reads)]));
}

/** The margin, in bits, where no other reading is known. */
const MOST_BITS = 40;

/** How far the chosen reading of a position is ahead of the next best, its neighbours being as they were chosen. */
class Margins {
  private readonly model: LanguageModel;
  private readonly lattice: LatticeBuilder;
  private readonly path: Path;
  /** The words of the path, with the place of each position's last word among them. */
  private readonly words: number[] = [START, START];
  private readonly place: number[] = [];

  constructor(model: LanguageModel, lattice: LatticeBuilder, path: Path) {
    this.model = model;
    this.lattice = lattice;
    this.path = path;
    for (let i = 0; i < lattice.positions; i++) {
      const candidate = path.candidate[i] ?? -1;
      if (candidate >= 0) {
        this.words.push(lattice.word[candidate] ?? UNKNOWN);
        const second = lattice.second[candidate] ?? -1;
        if (second >= 0) this.words.push(second);
      }
      this.place.push(this.words.length - 1);
    }
    this.words.push(END);
  }

  /** What the position's word costs: as the image of what was read, and behind the two words before it. */
  local(position: number): number {
    const { lattice, words, model } = this;
    const chosen = this.path.candidate[position] ?? -1;
    if (chosen < 0) return 0;
    const at = this.place[position] ?? 0;
    const word = words[at] ?? UNKNOWN;
    const before = words[at - 1] ?? START;
    const known = context(model, words[at - 2] ?? START, before);
    return (lattice.cost[chosen] ?? 0) + trigramCost(model, known, before, word);
  }

  /** The margin in bits. */
  bits(position: number): number {
    const { lattice } = this;
    const chosen = this.path.candidate[position] ?? -1;
    if (chosen < 0 || lattice.second[chosen] !== -1 || lattice.span[chosen] !== 1) return 0;
    const from = lattice.first[position] ?? 0;
    const count = lattice.plain[position] ?? 0;
    if (count === 1) return MOST_BITS;
    // What comes before is cheap to ask; what comes after is asked of the readings that fit it best.
    const at = this.place[position] ?? 0;
    const { words, model } = this;
    const before = words[at - 1] ?? START;
    const known = context(model, words[at - 2] ?? START, before);
    let first = -1;
    let second = -1;
    let firstCost = Number.POSITIVE_INFINITY;
    let secondCost = Number.POSITIVE_INFINITY;
    let own = 0;
    for (let c = from; c < from + count; c++) {
      const cost = (lattice.cost[c] ?? 0) + trigramCost(model, known, before, lattice.word[c] ?? UNKNOWN);
      if (c === chosen) own = cost;
      else if (cost < firstCost) {
        second = first;
        secondCost = firstCost;
        first = c;
        firstCost = cost;
      } else if (cost < secondCost) {
        second = c;
        secondCost = cost;
      }
    }
    const next = Math.min(
      first < 0 ? Number.POSITIVE_INFINITY : firstCost + this.after(at, first),
      second < 0 ? Number.POSITIVE_INFINITY : secondCost + this.after(at, second),
    );
    return Math.min(MOST_BITS, Math.max(0, (next - own - this.after(at, chosen)) / COST_UNIT));
  }

  /** The margin as a probability that the reading is right, between one half and one, to three digits. */
  confidence(position: number): number {
    return Math.round(1000 / (1 + 2 ** -this.bits(position))) / 1000;
  }

  /** The cost of the two words after a place if the candidate's word stood there. */
  private after(at: number, candidate: number): number {
    const { words, lattice, model } = this;
    const word = lattice.word[candidate] ?? UNKNOWN;
    const b = words[at - 1] ?? START;
    const c = words[at + 1];
    const d = words[at + 2];
    let cost = 0;
    if (c !== undefined) cost += trigramCost(model, context(model, b, word), word, c);
    if (c !== undefined && d !== undefined) cost += trigramCost(model, context(model, word, c), c, d);
    return cost;
  }
}

function context(model: LanguageModel, first: number, second: number): number {
  return second === START ? NO_CONTEXT : findBigram(model, first, second);
}
