import { repairSymbol } from '../../lexicon/document-types.ts';
import { Decoder } from './decode.ts';
import { type DocumentReading, DocumentWords } from './document-words.ts';
import { FreeVariants } from './free-variants.ts';
import { COST_UNIT, type LanguageModel } from './language-model.ts';
import { LatticeBuilder } from './lattice.ts';
import { confidenceOf, Margins } from './margins.ts';
import { PlaceNames } from './place-names.ts';
import { assemble, type Change, type Restored } from './restored.ts';
import { strippedLattice, withCapitals } from './stripped.ts';
import { SYMBOL, type Tokens, tokenBuffer, tokenize, UNKNOWN, WORD } from './tokens.ts';

const BEAM = 10;
/** Bits by which a reading must be ahead to be one of the document's words, and not to be asked again. */
const SURE = 4;
/** Confidence in a document symbol, or a place that the model does not know, that was put right by table. */
const BY_TABLE = 0.95;

const NONE: ReadonlyMap<number, string> = new Map();

/** A paragraph as it was read first. */
interface Reading extends DocumentReading {
  /** By how many bits each word is ahead. */
  bits: Float64Array;
  doubtful: boolean;
  /** Words of places that the model does not know, by position. */
  spelled: ReadonlyMap<number, string>;
}

/**
 * Restores the paragraphs of one document whose diacritics were taken off. All of them are read once; what stayed in
 * doubt is asked again with the words that the document was seen to have.
 */
export class StrippedRepair {
  private readonly language: LanguageModel;
  private readonly decoder: Decoder;
  private readonly lattice = new LatticeBuilder();
  private readonly tokens: Tokens = tokenBuffer();
  private readonly words: DocumentWords;
  private readonly places: PlaceNames;
  private readonly readings: Reading[] = [];

  constructor(language: LanguageModel, document: string) {
    this.language = language;
    this.decoder = new Decoder(language, BEAM);
    this.words = new DocumentWords(language, new FreeVariants(language));
    this.places = new PlaceNames(language, document);
  }

  /** Reads a paragraph a first time. */
  learn(paragraph: string): void {
    const { language, lattice, tokens } = this;
    tokenize(paragraph, tokens);
    const named = this.places.find(paragraph, tokens);
    const gainsAt = (i: number): ((word: number) => number) | null => {
      const gains = named?.gains.get(i);
      return gains === undefined ? null : (word) => gains.get(word) ?? 0;
    };
    strippedLattice(paragraph, tokens, language, lattice, named === null ? null : gainsAt);
    const reading = {
      sure: new Int32Array(tokens.count),
      likely: new Int32Array(tokens.count),
      bits: new Float64Array(tokens.count),
      doubtful: false,
      spelled: named?.spelled ?? NONE,
    };
    this.read(reading);
    this.words.add(reading, smallLetters(paragraph, tokens));
    this.readings.push(reading);
  }

  /** Restores the paragraph that was the `index`-th to be learned from. */
  restore(paragraph: string, index: number): Restored {
    const { language, tokens } = this;
    tokenize(paragraph, tokens);
    const reading = this.readings[index];
    if (reading === undefined) return assemble(paragraph, 'stripped', []);
    if (reading.doubtful) this.readAgain(paragraph, reading);
    const changes: Change[] = [];
    for (let i = 0; i < tokens.count; i++) {
      const start = tokens.start[i] ?? 0;
      const end = tokens.end[i] ?? 0;
      const read = paragraph.slice(start, end);
      if (tokens.kind[i] === SYMBOL) {
        const symbol = repairSymbol(read);
        if (symbol !== read) changes.push({ start, end, text: symbol, confidence: BY_TABLE });
      }
      const id = reading.likely[i] ?? UNKNOWN;
      const spelled = reading.spelled.get(i);
      if (tokens.kind[i] !== WORD || (id === UNKNOWN && spelled === undefined)) continue;
      const word = spelled ?? language.words[id] ?? '';
      if (word.length !== read.length) continue;
      const text = withCapitals(word, read);
      const confidence = spelled === undefined ? confidenceOf(reading.bits[i] ?? 0) : BY_TABLE;
      if (text !== read) changes.push({ start, end, text, confidence });
    }
    return assemble(paragraph, 'stripped', changes);
  }

  /** Decodes what is in doubt with the document's words, the words that are certain being as they were read. */
  private readAgain(paragraph: string, reading: Reading): void {
    const { tokens } = this;
    const named = this.places.find(paragraph, tokens);
    const isSmall = smallLetters(paragraph, tokens);
    const gainsAt = (i: number): ((word: number) => number) | null => {
      const words = this.words.gains(reading, i, isSmall(i));
      const places = named?.gains.get(i);
      if (places === undefined) return words;
      return (word) => (places.get(word) ?? 0) + (words?.(word) ?? 0);
    };
    if (!this.mayChange(paragraph, reading, gainsAt)) return;
    strippedLattice(paragraph, tokens, this.language, this.lattice, gainsAt, reading.sure);
    this.read(reading);
  }

  /** Whether a word in doubt loses its lead by what the others gain. */
  private mayChange(
    paragraph: string,
    { sure, likely, bits }: Reading,
    gainsAt: (position: number) => ((word: number) => number) | null,
  ): boolean {
    const { tokens, language } = this;
    for (let i = 0; i < tokens.count; i++) {
      if ((sure[i] ?? 0) >= 0) continue;
      const gain = gainsAt(i);
      const packed = language.readings.get(paragraph.slice(tokens.start[i], tokens.end[i]).toLowerCase());
      if (gain === null || packed === undefined) continue;
      const first = packed >> 8;
      const lead = gain(likely[i] ?? UNKNOWN) + (bits[i] ?? 0) * COST_UNIT;
      for (let word = first; word < first + (packed & 255); word++) if (gain(word) > lead) return true;
    }
    return false;
  }

  /** Decodes the lattice and takes over what was in doubt. */
  private read(reading: Reading): void {
    const { lattice, tokens } = this;
    const path = this.decoder.decode(lattice);
    const margins = new Margins(this.language, lattice, path);
    for (let i = 0; i < tokens.count; i++) {
      const word = lattice.word[path.candidate[i] ?? -1] ?? UNKNOWN;
      if (tokens.kind[i] !== WORD) {
        reading.sure[i] = word;
        reading.likely[i] = -1;
        continue;
      }
      if ((reading.bits[i] ?? 0) >= SURE) continue;
      const bits = margins.bits(i);
      reading.likely[i] = word;
      reading.bits[i] = bits;
      reading.sure[i] = bits < SURE ? -1 : word;
      if (bits < SURE) reading.doubtful = true;
    }
  }
}

/** Whether a token begins with a small letter where its case tells something: text typed without any capital tells nothing by it. */
function smallLetters(text: string, tokens: Tokens): (position: number) => boolean {
  const cased = text !== text.toLowerCase();
  return (i) => {
    const code = text.charCodeAt(tokens.start[i] ?? 0);
    return cased && code >= 0x61 && code <= 0x7a;
  };
}
