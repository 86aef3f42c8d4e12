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

/** Whether a word with figures is worth a second look. */
export function isDoubtful({ text, confidence }: Reading): boolean {
  return /\d/.test(text) && confidence < 0.9;
}

/**
 * Settles two readings of a word with figures. Where they agree, the surer one's confidence holds; where they differ, the
 * better one is kept, the other stays beside it, and the confidence is one that is reported.
 */
export function judge(first: Reading, second: Reading): Judged {
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

/** The first reading stands unless the second shows a thousands dot that the first has lost, or is much surer. */
function better(first: Reading, second: Reading): boolean {
  if (separatorsLost(second.text, first.text)) return true;
  if (separatorsLost(first.text, second.text)) return false;
  return first.confidence >= second.confidence - 0.1;
}

/** Whether `text` is `full` without the dots of its thousands, the usual fault of reading figures. */
function separatorsLost(text: string, full: string): boolean {
  return (
    /^\d{1,3}(\.\d{3})+(?!\d)/.test(full) &&
    full.replaceAll('.', '') === text.replaceAll('.', '') &&
    full.length > text.length
  );
}
