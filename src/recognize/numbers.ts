import { separatorsIn } from './separators.ts';

/** Two readings of one word with figures, and what is to be believed. */
export interface Judged {
  text: string;
  /** 0–1. */
  confidence: number;
  alternatives: string[];
}

interface Reading {
  text: string;
  /** 0–1. */
  confidence: number;
}

/** No figure that was read in two ways is passed with more: the reader of the record has to look. */
const DISPUTED = 0.5;

/** Whether a word with figures is worth a second look; its ink shows `separators` dots and commas between them. */
export function isDoubtful({ text, confidence }: Reading, separators: number): boolean {
  if (!/\d/.test(text)) return false;
  return confidence < 0.9 || separatorsIn(text) < separators || isSlanted(text);
}

/** Whether a word is figures with the slash of another slant, which a seven is taken for: `9⁄1`. */
export function isSlanted(text: string): boolean {
  return /^\d{1,2}⁄\d{1,3}$/.test(text);
}

/**
 * Settles two readings of a word with figures. Where they agree, the surer one's confidence holds; where they differ, the
 * better one is kept, the other stays beside it, and the confidence is one that is reported, but where the ink shows the
 * `separators` that only one of them has. A word that has fewer than its ink is always one to be reported.
 */
export function judge(first: Reading, second: Reading, separators: number): Judged {
  const judged = settled(first, second);
  if (separatorsIn(judged.text) < separators)
    return { ...judged, confidence: Math.min(judged.confidence, DISPUTED) };
  const confirmed = separators > 0 && separatorsLost(first.text, judged.text);
  return confirmed ? { ...judged, confidence: second.confidence } : judged;
}

function settled(first: Reading, second: Reading): Judged {
  if (first.text === second.text) {
    return { text: first.text, confidence: Math.max(first.confidence, second.confidence), alternatives: [] };
  }
  const [kept, other] = better(first, second) ? [first, second] : [second, first];
  return {
    text: kept.text,
    confidence: Math.min(kept.confidence, DISPUTED),
    alternatives: [other.text],
  };
}

/**
 * The words of a place's better reading. Where its other reading has other figures, those of the better one get a
 * confidence that is reported and the others beside them; where the other had seen no figures, they stand.
 */
export function disputed<Word extends Reading & { alternatives?: string[] }>(
  kept: readonly Word[],
  other: readonly Reading[],
): Word[] {
  const figures = (words: readonly Reading[]): string[] =>
    words.map(({ text }) => text).filter((text) => /\d/.test(text));
  const alternatives = figures(other).filter((text) => !kept.some((word) => word.text === text));
  if (alternatives.length === 0) return [...kept];
  const agreed = new Set(figures(other));
  return kept.map((word) =>
    /\d/.test(word.text) && !agreed.has(word.text)
      ? { ...word, confidence: Math.min(word.confidence, DISPUTED), alternatives }
      : word,
  );
}

/** The first reading stands unless the second shows a dot or comma that the first has lost, or is much surer. */
function better(first: Reading, second: Reading): boolean {
  if (isSlanted(first.text) && second.text === first.text.replace('⁄', '7')) return false;
  if (separatorsLost(second.text, first.text)) return true;
  if (separatorsLost(first.text, second.text)) return false;
  return first.confidence >= second.confidence - 0.1;
}

/** Whether `text` is `full` without the dots of its thousands or its comma, the usual fault of reading figures. */
function separatorsLost(text: string, full: string): boolean {
  const bare = (read: string): string => read.replace(/(?<=\d)[.,](?=\d)/g, '');
  return (
    /^\d{1,3}(?:\.\d{3})*(?:,\d+)?(?!\d)/.test(full) && bare(full) === bare(text) && full.length > text.length
  );
}
