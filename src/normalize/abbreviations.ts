import { repairSymbolPart } from '../lexicon/document-types.ts';
import { applyChanges, type Change } from './changes.ts';
import type { Draft } from './paragraphs.ts';

/** Abbreviations of three letters and more; shorter ones may stand for anything. */
const ABBREVIATION = /[A-Z]{3,}/g;
const LONGEST = 8;
/** What an abbreviation ends, or begins, where it is a part of something else. */
const PART_BEHIND = /[A-Za-zÀ-\u036fḀ-ỹ\d/-]$/u;
const PART_BEFORE = /^[A-Za-zÀ-\u036fḀ-ỹ\d/-]/u;

/** Puts Đ and misread letters back into the abbreviations of bodies (`BCD` for BCĐ), by the table of document symbols. */
export function repairAbbreviations(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const changes: Change[] = [];
    ABBREVIATION.lastIndex = 0;
    for (let match = ABBREVIATION.exec(draft.text); match !== null; match = ABBREVIATION.exec(draft.text)) {
      const text = repairSymbolPart(match[0]);
      // THU in a heading of capitals is no ThU.
      if (text === match[0] || text.toUpperCase() === match[0] || match[0].length > LONGEST) continue;
      const start = match.index;
      const end = start + match[0].length;
      // Looked at last: hardly any abbreviation needs repair.
      if (PART_BEHIND.test(draft.text.slice(Math.max(0, start - 2), start))) continue;
      if (PART_BEFORE.test(draft.text.slice(end, end + 2))) continue;
      changes.push({ start, end, text, confidence: 0.9 });
    }
    return changes.length === 0 ? draft : applyChanges(draft, changes);
  });
}
