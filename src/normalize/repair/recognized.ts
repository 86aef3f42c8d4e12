import { fold } from '../../lexicon/fold.ts';
import { withLostBars, wordlikeAbbreviation } from './abbreviations.ts';
import { Decoder } from './decode.ts';
import { KnownTerms } from './known-terms.ts';
import { COST_UNIT, type LanguageModel, wordId } from './language-model.ts';
import { LatticeBuilder } from './lattice.ts';
import { canonicalTone } from './letters.ts';
import { lookAlikes } from './look-alikes.ts';
import { bitsOfDoubt, markBits } from './mark-readings.ts';
import { loadRepairModel } from './model.ts';
import { withCapitals } from './stripped.ts';
import { tokenBuffer, tokenize, UNKNOWN, WORD } from './tokens.ts';

const BEAM = 10;
/** A word that no text has stands as it was read only where nothing like it is known. */
const UNKNOWN_WORD = 14;
/** The most that a term speaks for a word, however long it is. */
const MOST_OF_TERM = 7 * COST_UNIT;
/** Other letters than were read are thought of where a word is in doubt. */
const LEAST_DOUBT = 1;

/** How sure a word that was put right is. */
const CONFIDENCE = 0.85;

export interface RecognizedChange {
  start: number;
  end: number;
  text: string;
  confidence: number;
}

/** What an unknown word was where recognition took T for I or read a vowel twice, with two marks: `Iruyền`, `NGHÈẺO`. */
function knownReading(read: string, language: LanguageModel): string | null {
  const isKnown = (word: string): boolean =>
    wordId(language, canonicalTone(word.normalize('NFC').toLowerCase())) !== UNKNOWN;
  if (/^I\p{Ll}{2}/u.test(read) && isKnown(`T${read.slice(1)}`)) return `T${read.slice(1)}`;
  for (let i = 1; i < read.length; i++) {
    const [one, other] = [read.charAt(i - 1), read.charAt(i)];
    if (one === other || fold(one) !== fold(other) || !/[aeiouy]/.test(fold(one))) continue;
    for (const at of [i, i - 1]) {
      const without = read.slice(0, at) + read.slice(at + 1);
      if (isKnown(without)) return without;
    }
  }
  return null;
}

function isBeforeNumber(text: string, word: string, end: number): boolean {
  return /^(?:tháng|ngày|năm|quý)$/.test(word) && /^\s\d/.test(text.slice(end, end + 2));
}

/**
 * The words of a recognised paragraph whose marks make no sense where they stand, with the marks that do: recognition
 * tells `chi` from `chỉ` by a few pixels, the language model by the words around them. Letters change in words in doubt
 * alone, for those that look like them; figures and symbols stay.
 * `certainty` gives 0–1 for a stretch of the paragraph: the surer a word was recognised, the more has to speak for another;
 * `documentDoubt` by how many bits its document is likelier to be misread than others.
 */
export function recognizedChanges(
  paragraph: string,
  certainty: (start: number, end: number) => number,
  documentDoubt = 0,
): RecognizedChange[] {
  const { language } = loadRepairModel();
  const tokens = tokenBuffer();
  const lattice = new LatticeBuilder();
  tokenize(paragraph, tokens);
  lattice.clear();
  const isShouting = paragraph === paragraph.toUpperCase();
  const readings = new Int32Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] === WORD)
      readings[i] =
        language.readings.get(fold(paragraph.slice(tokens.start[i], tokens.end[i]).toLowerCase())) ?? 0;
  }
  const terms = KnownTerms.of(language).find({ text: paragraph, tokens, readings });
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i] ?? WORD;
    if (kind !== WORD) {
      lattice.add(kind, 0);
      lattice.next();
      continue;
    }
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    const read = paragraph.slice(start, end);
    const lower = read.toLowerCase();
    if ((read === read.toUpperCase() && !isShouting) || isBeforeNumber(paragraph, lower, end)) {
      // An abbreviation among words: its letters mean nothing to the model. Nor is a month's or day's word any other.
      lattice.add(wordId(language, canonicalTone(lower)), 0);
      lattice.next();
      continue;
    }
    const own = wordId(language, canonicalTone(lower));
    const packed = language.readings.get(fold(lower));
    const canonical = canonicalTone(lower);
    const doubt = documentDoubt + bitsOfDoubt(certainty(start, end));
    if (own === UNKNOWN || packed === undefined)
      lattice.add(own, packed === undefined ? 0 : UNKNOWN_WORD * COST_UNIT);
    const costs = new Map<number, number>();
    if (packed !== undefined) {
      const first = packed >> 8;
      for (let id = first; id < first + (packed & 255); id++)
        costs.set(id, id === own ? 0 : markBits(language.words[id] ?? '', canonical, doubt));
    }
    if (doubt >= LEAST_DOUBT)
      for (const { word, bits } of lookAlikes(read)) {
        const id = wordId(language, canonicalTone(word));
        if (id !== UNKNOWN && !costs.has(id)) costs.set(id, Math.max(1, bits - doubt));
      }
    for (const [id, bits] of [...costs].sort(([one], [other]) => one - other))
      lattice.add(id, Math.round(bits * COST_UNIT) - Math.min(MOST_OF_TERM, terms?.of(i, id) ?? 0));
    lattice.next();
  }
  const path = new Decoder(language, BEAM).decode(lattice);
  const changes: RecognizedChange[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const id = lattice.word[path.candidate[i] ?? -1] ?? UNKNOWN;
    if (tokens.kind[i] !== WORD) continue;
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    const read = paragraph.slice(start, end);
    const abbreviation = wordlikeAbbreviation(paragraph, start, end) ?? withLostBars(paragraph, start, end);
    if (abbreviation !== undefined) {
      if (abbreviation !== read) changes.push({ start, end, text: abbreviation, confidence: CONFIDENCE });
      continue;
    }
    if (id === UNKNOWN) {
      const known = knownReading(read, language);
      if (known !== null) changes.push({ start, end, text: known, confidence: CONFIDENCE });
      continue;
    }
    const word = language.words[id] ?? '';
    if (word === canonicalTone(read.toLowerCase())) continue;
    changes.push({ start, end, text: withCapitals(word, read), confidence: CONFIDENCE });
  }
  return changes;
}
