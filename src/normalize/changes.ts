import type { Draft } from './paragraphs.ts';

/** A stretch of a block's text and what to put in its place. */
export interface Change {
  start: number;
  end: number;
  text: string;
  /** 0–1. */
  confidence: number;
}

/** The block with its text changed; words and earlier repairs keep their places. Changes are sorted and disjoint. */
export function applyChanges(draft: Draft, changes: readonly Change[]): Draft {
  if (changes.length === 0) return draft;
  let text = '';
  let at = 0;
  const repairs: Draft['repairs'] = [];
  for (const change of changes) {
    text += draft.text.slice(at, change.start);
    const start = text.length;
    text += change.text;
    const original = draft.text.slice(change.start, change.end);
    repairs.push({ start, end: text.length, original, confidence: change.confidence });
    at = change.end;
  }
  text += draft.text.slice(at);
  const move = (offset: number): number => {
    let shift = 0;
    for (const change of changes) {
      if (change.start >= offset) break;
      const grown = change.text.length - (change.end - change.start);
      if (offset < change.end) return Math.min(offset, change.start + change.text.length) + shift;
      shift += grown;
    }
    return offset + shift;
  };
  const moved = <T extends { start: number; end: number }>(item: T): T => ({
    ...item,
    start: move(item.start),
    end: move(item.end),
  });
  return {
    ...draft,
    text,
    cells: draft.cells?.map(moved) ?? null,
    words: draft.words.map(moved),
    repairs: [
      ...draft.repairs
        .filter((old) => !changes.some((change) => old.start < change.end && change.start < old.end))
        .map(moved),
      ...repairs,
    ].sort((a, b) => a.start - b.start),
  };
}
