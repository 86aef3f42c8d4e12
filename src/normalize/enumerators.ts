import { fold } from '../lexicon/fold.ts';
import { applyChanges } from './changes.ts';
import type { Draft } from './paragraphs.ts';

const LETTER = /^([a-zđ])\s*\)/u;
/** The letters of a list in their order (Nghị định 30/2020/NĐ-CP, phụ lục I). */
const ORDER = 'abcdđeghiklmnopqrstuvxy';
/** A letter with marks that no list has, or followed by debris. */
const ODD_LETTER = /^(\p{L}\p{L}?)(?=\s?\)\s)/u;
/** A Roman numeral read with l, 1 or | for I, before a heading in capitals. */
const MISREAD_ROMAN = /^([IVXl1|]{1,5})(?=\s*[.:]\s*\p{Lu}[\p{Lu}\s,-]{3,})/u;

/**
 * Puts right the list markers that readers get wrong: `d)` where the order a, b, c, d, đ, e wants `đ)`
 * (Nghị định 30/2020/NĐ-CP, phụ lục I, khoản 6 điểm đ), and Roman numerals with l or 1 for I.
 */
export function repairEnumerators(drafts: readonly Draft[]): Draft[] {
  let before = '';
  return drafts.map((draft, index) => {
    const roman = MISREAD_ROMAN.exec(draft.text)?.[1];
    if (roman !== undefined && /[l1|]/.test(roman) && !/^\d+$/.test(roman)) {
      const text = roman.replace(/[l1|]/g, 'I');
      return applyChanges(draft, [{ start: 0, end: roman.length, text, confidence: 0.95 }]);
    }
    const expected = ORDER.charAt(ORDER.indexOf(before || ' ') + 1);
    const odd = ODD_LETTER.exec(draft.text)?.[1];
    if (
      odd !== undefined &&
      before !== '' &&
      odd !== expected &&
      fold(odd).startsWith(fold(expected)) &&
      !LETTER.test(draft.text)
    ) {
      before = expected;
      return applyChanges(draft, [{ start: 0, end: odd.length, text: expected, confidence: 0.9 }]);
    }
    const letter = LETTER.exec(draft.text)?.[1];
    if (letter === undefined) return draft;
    const misread = letter === 'd' && before === 'd' && followedBy(drafts, index) !== 'đ';
    before = misread ? 'đ' : letter;
    return misread ? applyChanges(draft, [{ start: 0, end: 1, text: 'đ', confidence: 0.95 }]) : draft;
  });
}

/** The next list letter below the same heading. */
function followedBy(drafts: readonly Draft[], index: number): string | null {
  for (let i = index + 1; i < drafts.length && i < index + 30; i++) {
    const text = drafts[i]?.text ?? '';
    const letter = LETTER.exec(text)?.[1];
    if (letter !== undefined) return letter;
    if (/^(?:\d{1,2}\.|[IVX]+\.)\s/.test(text)) return null;
  }
  return null;
}
