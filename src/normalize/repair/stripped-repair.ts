import { repairSymbol } from '../../lexicon/document-types.ts';
import { mayLackStroke, OwnAbbreviations, wordlikeAbbreviation } from './abbreviations.ts';
import { Continuations } from './continuations.ts';
import { AGREED, agree, type Counted, settle } from './counted-units.ts';
import { Decoder } from './decode.ts';
import { type DocumentReading, DocumentWords } from './document-words.ts';
import { FreeVariants } from './free-variants.ts';
import { KnownTerms, type TermGains } from './known-terms.ts';
import { COST_UNIT, type LanguageModel } from './language-model.ts';
import { LatticeBuilder } from './lattice.ts';
import { confidenceOf, Margins } from './margins.ts';
import { OwnLevel } from './own-level.ts';
import { PersonNames } from './person-names.ts';
import { type Named, PlaceNames } from './place-names.ts';
import { assemble, type Change, type Restored } from './restored.ts';
import { wordsAbove } from './stacked-cells.ts';
import { type StrippedText, strippedLattice, strippedText, withCapitals } from './stripped.ts';
import { SYMBOL, UNKNOWN, WORD } from './tokens.ts';
import { WordPairs } from './word-pairs.ts';

const BEAM = 10;
/** Bits by which a reading must be ahead to be one of the document's words, and not to be asked again. */
const SURE = 4;
/** Behind DT, which then is diện tích, or dự toán. */
const NO_STROKE = /^ ?\((?:ha|m2|m²|km2|km²)\)|^ (?:nam )?20\d\d(?!\d)/;
/** Confidence in a document symbol, or a place that the model does not know, that was put right by table. */
const BY_TABLE = 0.95;

/** A paragraph as it was read first. */
interface Reading extends DocumentReading, Counted {
  /** What the places and persons tell that it names. */
  named: Named | null;
  /** By how much less the words of known terms and of those places cost. */
  known: GainsAt | null;
}

/** By how much less words cost at a position, null where all cost the same. */
type GainsAt = (position: number) => ((word: number) => number) | null;

/**
 * Restores the paragraphs of one document whose diacritics were taken off. All of them are read once; what stayed in
 * doubt is asked again with the words that the document was seen to have.
 */
export class StrippedRepair {
  private readonly language: LanguageModel;
  private readonly decoder: Decoder;
  private readonly margins: Margins;
  private readonly lattice = new LatticeBuilder();
  private readonly words: DocumentWords;
  private readonly places: PlaceNames;
  private readonly persons: PersonNames;
  private readonly level: OwnLevel;
  private readonly terms: KnownTerms;
  private readonly pairs: WordPairs;
  private readonly readings: Reading[] = [];
  private readonly abbreviations = new OwnAbbreviations();

  constructor(language: LanguageModel, document: string) {
    this.language = language;
    const continuations = new Continuations(language);
    this.decoder = new Decoder(language, BEAM, continuations);
    this.margins = new Margins(language, continuations);
    this.words = new DocumentWords(language, new FreeVariants(language));
    this.places = new PlaceNames(language, document);
    this.persons = new PersonNames(language);
    this.level = new OwnLevel(language, document);
    this.terms = KnownTerms.of(language);
    this.pairs = WordPairs.of(language);
  }

  /** Reads a paragraph a first time. */
  learn(paragraph: string): void {
    const { language, lattice } = this;
    const source = strippedText(paragraph, language);
    const last = this.readings.at(-1);
    if (last !== undefined) source.above = wordsAbove(last.source, last.likely, source);
    const person = this.persons.find(paragraph, source.tokens);
    const gains = this.level.find(source);
    const level = gains === null ? null : { gains, spelled: new Map<number, string>() };
    const named = both(level, both(this.places.find(paragraph, source.tokens), person));
    const known = allOf(named?.gains ?? null, this.pairs.find(source, this.terms.find(source)));
    strippedLattice(source, language, lattice, known);
    const { count } = source.tokens;
    const reading = {
      source,
      named,
      known,
      sure: new Int32Array(count),
      likely: new Int32Array(count),
      bits: new Float64Array(count),
      doubtful: false,
      wanted: new Map<number, number>(),
    };
    this.read(reading);
    agree(reading);
    this.words.add(reading, (i) => isSmall(source, i));
    this.abbreviations.learn(
      paragraph,
      source.tokens,
      (i) => language.words[reading.likely[i] ?? UNKNOWN] ?? '',
    );
    this.readings.push(reading);
  }

  /** Restores the paragraph that was the `index`-th to be learned from. */
  restore(paragraph: string, index: number): Restored {
    const reading = this.readings[index];
    if (reading === undefined) return assemble(paragraph, 'stripped', []);
    const moved = goesOn(reading, this.readings[index - 1]);
    if (reading.doubtful) this.readAgain(reading, moved);
    settle(reading);
    const { words } = this.language;
    const { source, likely, bits, named } = reading;
    const { tokens } = source;
    const changes: Change[] = [];
    for (let i = 0; i < tokens.count; i++) {
      const start = tokens.start[i] ?? 0;
      const end = tokens.end[i] ?? 0;
      if (tokens.kind[i] === SYMBOL) {
        const read = paragraph.slice(start, end);
        const symbol = this.withStrokes(repairSymbol(read));
        if (symbol !== read) changes.push({ start, end, text: symbol, confidence: BY_TABLE });
      }
      const id = likely[i] ?? UNKNOWN;
      const spelled =
        named?.spelled.get(i) ??
        wordlikeAbbreviation(paragraph, start, end) ??
        (id === UNKNOWN ? this.abbreviation(paragraph, start, end) : undefined);
      if (tokens.kind[i] !== WORD || (id === UNKNOWN && spelled === undefined)) continue;
      const word = spelled ?? words[id] ?? '';
      if (word.length !== end - start || paragraph.startsWith(word, start)) continue;
      const read = paragraph.slice(start, end);
      const text = withCapitals(word, read);
      const confidence = spelled === undefined ? confidenceOf(bits[i] ?? 0) : BY_TABLE;
      if (read === 'DT' && NO_STROKE.test(paragraph.slice(end, end + 12))) continue;
      if (text !== read) changes.push({ start, end, text, confidence });
    }
    return assemble(paragraph, 'stripped', changes);
  }

  /** A document's symbol with the Đ of such codes as the table does not have whole: TTr-PLĐTBXH. */
  private withStrokes(symbol: string): string {
    const codes = /\d/.test(symbol)
      ? /(?<![A-Za-zÀ-\u036fḀ-ỹ])[A-Z]{3,12}(?![A-Za-zÀ-\u036fḀ-ỹ])/gu
      : /(?<![A-Za-zÀ-\u036fḀ-ỹ])[A-Z]{2,12}(?![A-Za-zÀ-\u036fḀ-ỹ])/gu;
    return symbol.replace(codes, (code) => this.abbreviation(code, 0, code.length) ?? code);
  }

  private abbreviation(text: string, start: number, end: number): string | undefined {
    return mayLackStroke(text.slice(start, end)) ? this.abbreviations.of(text, start, end) : undefined;
  }

  /** Decodes what is in doubt with the document's words, the words that are certain being as they were read. */
  private readAgain(reading: Reading, moved: boolean): void {
    const { source, known, sure, wanted } = reading;
    const gainsAt: GainsAt = (i) => {
      const words = this.words.gains(reading, i, isSmall(source, i));
      const names = known?.(i) ?? null;
      const other = wanted.get(i);
      if (names === null && other === undefined) return words;
      return (word) => (names?.(word) ?? 0) + (words?.(word) ?? 0) + (word === other ? AGREED : 0);
    };
    if (!moved && !mayChange(reading, gainsAt)) return;
    strippedLattice(source, this.language, this.lattice, gainsAt, sure);
    this.read(reading);
  }

  /** Decodes the lattice and takes over what was in doubt. */
  private read(reading: Reading): void {
    const { lattice, margins } = this;
    const { tokens } = reading.source;
    const path = this.decoder.decode(lattice);
    margins.follow(lattice, path);
    for (let i = 0; i < tokens.count; i++) {
      const word = lattice.word[path.candidate[i] ?? -1] ?? UNKNOWN;
      if (tokens.kind[i] !== WORD) {
        reading.sure[i] = tokens.kind[i] ?? UNKNOWN;
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

/** What two kinds of names tell, the second where both do. */
function both(one: Named | null, other: Named | null): Named | null {
  if (one === null || other === null) return one ?? other;
  return {
    gains: new Map([...one.gains, ...other.gains]),
    spelled: new Map([...one.spelled, ...other.spelled]),
  };
}

/** What words gain at a position by names, and where there is none by terms. */
function allOf(names: Named['gains'] | null, terms: TermGains | null): GainsAt | null {
  if (names === null && terms === null) return null;
  return (i) => {
    const name = names?.get(i);
    if (name !== undefined) return (word) => name.get(word) ?? 0;
    return terms?.has(i) === true ? (word) => terms.of(i, word) : null;
  };
}

/** Whether the words above that a row's cells go on were read anew, so that the cells are to be asked again. */
function goesOn(reading: Reading, above: Reading | undefined): boolean {
  const { source, bits, sure } = reading;
  if (source.above === null || above === undefined) return false;
  const before = source.above;
  source.above = wordsAbove(above.source, above.likely, source) ?? before;
  let moved = false;
  for (const [i, word] of source.above) {
    if (before.get(i) === word) continue;
    bits[i + 1] = 0;
    sure[i + 1] = -1;
    reading.doubtful = true;
    moved = true;
  }
  return moved;
}

/** Whether a word in doubt loses its lead by what the others gain. */
function mayChange({ source, sure, likely, bits }: Reading, gainsAt: GainsAt): boolean {
  for (let i = 0; i < sure.length; i++) {
    if ((sure[i] ?? 0) >= 0) continue;
    const gain = gainsAt(i);
    if (gain === null) continue;
    const packed = source.readings[i] ?? 0;
    const first = packed >> 8;
    const lead = gain(likely[i] ?? UNKNOWN) + (bits[i] ?? 0) * COST_UNIT;
    for (let word = first; word < first + (packed & 255); word++) if (gain(word) > lead) return true;
  }
  return false;
}

/** Whether a token is known to begin with a small letter. */
function isSmall({ text, tokens, cased }: StrippedText, position: number): boolean {
  const code = text.charCodeAt(tokens.start[position] ?? 0);
  return cased && code >= 0x61 && code <= 0x7a;
}
