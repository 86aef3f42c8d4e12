import { repairSymbolPart } from '../lexicon/document-types.ts';
import { applyChanges, type Change } from './changes.ts';
import type { Draft } from './paragraphs.ts';

/** Abbreviations of three letters and more; shorter ones may stand for anything. */
const ABBREVIATION = /(?=[A-Z]{3})(?<![\p{L}\p{M}\d/-])[A-Z]{3,8}(?![\p{L}\p{M}\d/-])/gu;

/** Puts Đ and misread letters back into the abbreviations of bodies (`BCD` for BCĐ), by the table of document symbols. */
export function repairAbbreviations(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    if (!/[A-Z]{3}/.test(draft.text)) return draft;
    const changes: Change[] = [];
    for (const match of draft.text.matchAll(ABBREVIATION)) {
      const text = repairSymbolPart(match[0]);
      // THU in a heading of capitals is no ThU.
      if (text.toUpperCase() === match[0]) continue;
      changes.push({ start: match.index, end: match.index + match[0].length, text, confidence: 0.9 });
    }
    return applyChanges(draft, changes);
  });
}
