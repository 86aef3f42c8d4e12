import { fold } from '../lexicon/fold.ts';
import { mayBeNumbered } from '../lexicon/numbering.ts';
import { applyChanges, type Change } from './changes.ts';
import type { Draft } from './paragraphs.ts';

const LETTER = /^([a-zđ])\s*\)/u;
/** The letters of a list in their order (Nghị định 30/2020/NĐ-CP, phụ lục I). */
const ORDER = 'abcdđeghiklmnopqrstuvxy';
/** A letter with marks that no list has, or followed by debris. */
const ODD_LETTER = /^([A-Za-zÀ-\u036fḀ-ỹ][A-Za-zÀ-\u036fḀ-ỹ]?)(?=\s?\)\s)/u;
/** What recognition made of a letter and is none of a list's: where the ones before and after leave one out, it is that. */
const ANY_SIGN = /^([A-Za-zÀ-\u036fḀ-ỹ\d]{1,2})(?=\s?\)\s\p{Lu})/u;
/** Signs that stand in no list and are taken for a letter: `ø)` for `g)`, `€)` for `c)`. */
const NO_LETTER = /^([øœæðþ€©®¢£@&]{1,2})(?=\s?\)\s)/iu;
/** A Roman numeral read with l, 1 or | for I, before a heading in capitals. */
const MISREAD_ROMAN = /^([IVXl1|]{1,5})(?=\s*(?:[.:]|[./]{2}|\/)\s*\p{Lu}[\p{Lu}\s,-]{3,})/u;

/**
 * Puts right the list markers that readers get wrong: `d)` where the order a, b, c, d, đ, e wants `đ)`
 * (Nghị định 30/2020/NĐ-CP, phụ lục I, khoản 6 điểm đ), and Roman numerals with l or 1 for I.
 */
export function repairEnumerators(
  drafts: readonly Draft[],
  isRecognized: (page: number) => boolean = () => false,
): Draft[] {
  let before = '';
  const romans = repairedRomans(drafts, isRecognized);
  return drafts.map((draft, index) => {
    const numeral = romans.get(index);
    if (numeral !== undefined) return applyChanges(draft, [numeral]);
    if (!mayBeNumbered(draft.text)) return draft;
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
    const sign = ANY_SIGN.exec(draft.text)?.[1];
    if (
      sign !== undefined &&
      !ORDER.includes(sign) &&
      before !== '' &&
      isRecognized(draft.page) &&
      followedBy(drafts, index) === ORDER.charAt(ORDER.indexOf(expected) + 1)
    ) {
      before = expected;
      return applyChanges(draft, [{ start: 0, end: sign.length, text: expected, confidence: 0.85 }]);
    }
    const other = NO_LETTER.exec(draft.text)?.[1];
    if (other !== undefined && before !== '' && isRecognized(draft.page)) {
      const next = followedBy(drafts, index);
      if (next === null || ORDER.indexOf(next) > ORDER.indexOf(expected)) {
        before = expected;
        return applyChanges(draft, [{ start: 0, end: other.length, text: expected, confidence: 0.85 }]);
      }
    }
    const letter = LETTER.exec(draft.text)?.[1];
    if (letter === undefined) return draft;
    if (letter === 'đ' && before === 'c' && isRecognized(draft.page) && followedBy(drafts, index) !== 'd') {
      before = 'd';
      return applyChanges(draft, [{ start: 0, end: 1, text: 'd', confidence: 0.85 }]);
    }
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

/** The number of a part before its heading in capitals. */
const PART = /^([IVXHl1|]{1,5})(?=\s*(?:[.:]|[./]{2}|\/)\s*\p{Lu}[\p{Lu}\s,;-]{3,})/u;

/** The same without its stop, or with a last stroke that its stop was taken for the foot of: `IL MỤC TIÊU`. */
const UNSTOPPED = /^([IVXH]{1,5}|[IVXH]{0,4}L)(?=\s+\p{Lu}{2}[\p{Lu}\d\s,;–-]{3,}(?:\([^()]*\))?$)/u;
/** A numeral with strokes taken for H, before any heading. */
const STROKES = /^(?=[IVX]*H)([IVXH]{2,5})(?=\s*\.\s*\p{Lu})/u;

/**
 * Recognition takes `I` for 1, and loses strokes of `III` and the stop behind it: where the parts before and after count
 * otherwise, and only strokes are missing or upright, the numeral is the one that is due.
 */
function repairedRomans(
  drafts: readonly Draft[],
  isRecognized: (page: number) => boolean,
): Map<number, Change> {
  const parts = drafts.flatMap(({ text, page, cells }, index) => {
    const read = mayBeNumbered(text) ? (PART.exec(text) ?? STROKES.exec(text))?.[1] : undefined;
    const bare = read === undefined && isRecognized(page) ? UNSTOPPED.exec(text)?.[1] : undefined;
    const numeral = read ?? bare;
    if (numeral === undefined) return [];
    // Rows have their numbers in cells of their own, without a stop.
    if (bare !== undefined && cells?.[0]?.end === bare.length) return [];
    const value = romanOf(upright(numeral));
    return [{ index, read: numeral, page, value, stopped: read !== undefined, inRow: cells !== null }];
  });
  const changes = new Map<number, Change>();
  let last = 0;
  for (const [at, { index, read, page, value, stopped, inRow }] of parts.entries()) {
    const due = last + 1;
    const after = parts[at + 1];
    const next = after?.value;
    // What begins to count anew, an annex, says nothing of the last part before it.
    const isLast = next === undefined || (next === 1 && !/^\d+$/.test(read));
    const isHeading = !inRow || (after?.inRow === true && after.stopped);
    const dueText = ROMANS[due] ?? '';
    const strokes = (text: string): string => text.replace(/[l1|ILH]/g, '');
    const isOff = value === last || /^\d+$|H/.test(read) || (!stopped && value === due);
    // A number that stands twice with as many strokes as are due, or more, may be the document's own fault.
    const isOwn = value === last && dueText.length <= read.length;
    const fits = next === due + 1 || (!isOwn && (isLast || next === due));
    if (isRecognized(page) && isOff && fits && dueText !== '' && strokes(dueText) === strokes(read)) {
      const text = stopped ? dueText : `${dueText}.`;
      changes.set(index, { start: 0, end: read.length, text, confidence: 0.85 });
      last = due;
    } else if (!stopped && isHeading && value > 0 && next === value + 1 && upright(read) === ROMANS[value]) {
      // Only its stop is missing: it stands twice in the document itself.
      changes.set(index, { start: 0, end: read.length, text: `${upright(read)}.`, confidence: 0.85 });
      last = value;
    } else if (stopped) last = value;
  }
  return changes;
}

/** Two strokes close together are taken for H. */
function upright(read: string): string {
  return read.replaceAll('H', 'II').replace(/[l1|L]/g, 'I');
}

const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** 0 for what is no numeral. */
function romanOf(text: string): number {
  return Math.max(0, ROMANS.indexOf(text));
}
