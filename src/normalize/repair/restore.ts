import { repairSymbol } from '../../lexicon/document-types.ts';
import { Decoder } from './decode.ts';
import { detectState, type TextState } from './detect.ts';
import { GarbledRepair } from './garbled-repair.ts';
import type { LanguageModel } from './language-model.ts';
import { LatticeBuilder } from './lattice.ts';
import { Margins } from './margins.ts';
import { loadRepairModel, type RepairModel } from './model.ts';
import { assemble, type Change, type Restored } from './restored.ts';
import { strippedLattice, withCapitals } from './stripped.ts';
import { SYMBOL, type Tokens, tokenBuffer, tokenize, UNKNOWN, WORD } from './tokens.ts';

const BEAM_STRIPPED = 10;
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
    garbled = new GarbledRepair(model ?? loadRepairModel());
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
