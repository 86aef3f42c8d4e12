import type { TextState } from './detect.ts';

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

/** A piece of a text and what is to stand in its place. */
export interface Change {
  start: number;
  end: number;
  text: string;
  confidence: number;
}

/** Writes a text anew with its changes, noting where each comes to stand. */
export function assemble(paragraph: string, state: TextState, changes: readonly Change[]): Restored {
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
