import type { LayerFacts, WordPage } from '../plan/document.ts';
import type { PageReason } from '../plan/record.ts';
import { detectState } from './repair/detect.ts';
import { type Fluency, fluencyOf } from './repair/fluency.ts';

/** Of good Vietnamese, names and abbreviations included, at least so many words are known. */
const KNOWN_IN_GOOD = 0.85;
/** Of a text in another language so many words look broken at most; of a garbled encoding far more. */
const BROKEN_IN_FOREIGN = 0.08;
/** Of text in another language that is written in Latin letters, so many words are known by chance. */
const KNOWN_BY_CHANCE = 0.4;
/** Too few words to judge a page by. */
const FEW_WORDS = 6;
/** A page of which images cover so much is a scan. */
const SCAN_COVERAGE = 0.8;
/** Fewer words than this, printed over a scan, are its number, its date, a signature's stamp: not what the page says. */
const STAMP_WORDS = 60;

/**
 * Whether the words of a page's text layer can be used as they are: null, or why the page had better be read from its
 * image. Good is proper Vietnamese, and readable text in another language; not good is a layer without words, with
 * letters mapped to wrong characters, without diacritics, or written by another language's OCR, and a few visible words
 * over a scan. A page with nothing on it has no fault.
 */
export function faultOfLayer(words: WordPage['words'], facts?: LayerFacts): PageReason | null {
  if (facts?.blank) return null;
  const text = words.map((word) => word.text).join(' ');
  const meaningless = text.match(/[\p{Co}\ufffd]/gu)?.length ?? 0;
  if (meaningless * 5 > text.length) return 'broken-layer';
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty-layer';
  if (isStamped(words, facts)) return 'empty-layer';
  const fluency = fluencyOf(text);
  if (fluency.words < FEW_WORDS) return fluency.broken > 0.5 ? 'broken-layer' : null;
  const state = detectState(text);
  if (state === 'original' && fluency.known >= KNOWN_IN_GOOD) return null;
  if (fluency.known < KNOWN_BY_CHANCE || fluency.broken > BROKEN_IN_FOREIGN) return 'broken-layer';
  if (state === 'stripped') return 'stripped-layer';
  return state === 'garbled' ? 'foreign-layer' : null;
}

function isStamped(words: WordPage['words'], facts: LayerFacts | undefined): boolean {
  if (facts === undefined || words.length >= STAMP_WORDS) return false;
  return (facts.imageCovered ?? 0) >= SCAN_COVERAGE && facts.invisible < 0.5;
}

/** Of two readings of one page, whether the second is at least as good Vietnamese as the first. */
export function readsBetter(first: WordPage['words'], second: WordPage['words']): boolean {
  return goodWords(second) >= goodWords(first);
}

/** Known words that have kept their diacritics. */
function goodWords(words: WordPage['words']): number {
  const text = words.map((word) => word.text).join(' ');
  const { words: count, known }: Fluency = fluencyOf(text);
  return detectState(text) === 'original' ? count * known : (count * known) / 2;
}
