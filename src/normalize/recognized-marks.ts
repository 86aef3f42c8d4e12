import { applyChanges } from './changes.ts';
import type { Line } from './lines.ts';
import type { Draft } from './paragraphs.ts';

/** What recognition makes of specks and of the edges of stamps and signatures: signs without a letter or figure. */
const DEBRIS = /^(?:\p{Lm}|[^\p{L}\p{N}])+$/u;
/** What it makes of the dash before an item. */
const BULLET = /^[~¬»=_–—](?=\s?[\p{L}\d])/u;
/** Specks before a line's first word, and a quotation mark that nothing closes. */
const SPECK = /^(?:[ˆ^¬|\\°`´'’:;,.*•]+\s+(?=\p{Lu})|["“'‘](?=\p{Lu})(?=[^"”'’]*$))/u;
/** Đ is read as the Icelandic letter that looks the same, or as both one after the other. */
const ETH = /ÐĐ|ĐÐ|Ð|(?<=\p{L})ð(?=\p{L})/gu;

/** Lines of recognised pages that have no letter and no figure are dropped. */
export function dropDebris(lines: readonly Line[], isRecognized: (page: number) => boolean): Line[] {
  const kept: Line[] = [];
  let gap = 0;
  for (const line of lines) {
    if (line.cells === null && isRecognized(line.page) && DEBRIS.test(line.text)) {
      // What they stood between does not belong together.
      gap = Math.max(gap, line.gap, 1);
    } else {
      kept.push(gap > line.gap ? { ...line, gap } : line);
      gap = 0;
    }
  }
  return kept;
}

/** Dashes before items, and the letter Đ, as they stood on recognised pages before they were read. */
export function repairBullets(drafts: readonly Draft[], isRecognized: (page: number) => boolean): Draft[] {
  return drafts.map((draft) => {
    if (!isRecognized(draft.page)) return draft;
    const changes = [...draft.text.matchAll(ETH)].map(({ index, 0: read }) => ({
      start: index,
      end: index + read.length,
      text: read === 'ð' ? 'đ' : 'Đ',
      confidence: CONFIDENCE,
    }));
    const first = (pattern: RegExp): number =>
      draft.cells === null ? (pattern.exec(draft.text)?.[0].length ?? 0) : 0;
    if (first(BULLET) > 0) changes.unshift({ start: 0, end: 1, text: '-', confidence: CONFIDENCE });
    else if (first(SPECK) > 0) {
      changes.unshift({ start: 0, end: first(SPECK), text: '', confidence: CONFIDENCE });
    }
    return applyChanges(draft, changes);
  });
}

const CONFIDENCE = 0.95;
