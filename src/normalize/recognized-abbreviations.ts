import { typeByAbbreviation } from '../lexicon/document-types.ts';
import { applyChanges, type Change } from './changes.ts';
import type { Draft } from './paragraphs.ts';
import { isKnownAbbreviation } from './repair/abbreviations.ts';

/** What stands for an abbreviation, of capitals or with a stroke among them that was read as a figure. */
const ABBREVIATION = /(?<![\p{L}\p{M}\d])[A-ZĐ][A-ZĐ1]{1,9}(?![\p{L}\p{M}\d])/gu;
const NUMERAL = /^[IVXL1]+$/;
/** Letters that recognition takes for others in capitals, or reads twice, and what they were; `rare` ones hardly stand in short forms. */
const MISREAD: readonly { read: string; was: string; rare?: boolean }[] = [
  { read: 'V', was: 'Y' },
  { read: 'Y', was: 'V' },
  { read: 'G', was: 'C' },
  { read: 'O', was: 'Q' },
  { read: 'O', was: 'C' },
  { read: 'I', was: 'T' },
  { read: 'L', was: 'T' },
  { read: '1', was: 'T' },
  { read: 'E', was: 'P', rare: true },
  { read: 'F', was: 'P', rare: true },
  { read: 'TI', was: 'T' },
  { read: 'YV', was: 'V' },
];
/** Shorter abbreviations may stand for anything, but in a document's symbol and for the unit that keeps a copy. */
const LONG = 3;
const IN_SYMBOL = /\d\/(?:\d{4}\/)?(?:[A-ZĐ]+-)*$/u;
const COPY = /^\P{L}*Lưu\s?:/u;
/** One letter hardly makes another abbreviation of a known one as long as this. */
const UNMISTAKABLE = 7;
/** An abbreviation that no table has is known from a document that has it as often. */
const OFTEN = 3;

const CONFIDENCE = 0.85;

/**
 * Abbreviations of recognised pages in which one letter was misread, so that they are none that is known, by those
 * that are, or that the document has more often: `BHVT` among many `BHYT`.
 */
export function repairRecognizedAbbreviations(
  drafts: readonly Draft[],
  isRecognized: (page: number) => boolean,
): Draft[] {
  const counts = new Map<string, number>();
  const settled = new Set<string>();
  for (const { text, page } of drafts) {
    if (!isRecognized(page)) continue;
    for (const { index, 0: token } of text.matchAll(ABBREVIATION)) {
      counts.set(token, (counts.get(token) ?? 0) + 1);
      if (
        token.length >= LONG ||
        COPY.test(text) ||
        IN_SYMBOL.test(text.slice(Math.max(0, index - 24), index))
      )
        settled.add(token);
    }
  }
  const meant = new Map<string, string>();
  for (const token of settled) {
    const spelled = spelledAs(token, counts);
    if (spelled !== undefined) meant.set(token, spelled);
  }
  if (meant.size === 0) return [...drafts];
  return drafts.map((draft) =>
    isRecognized(draft.page)
      ? applyChanges(
          draft,
          [...draft.text.matchAll(ABBREVIATION)].flatMap(({ index: start, 0: token }): Change[] => {
            const text = meant.get(token);
            return text === undefined
              ? []
              : [{ start, end: start + token.length, text, confidence: CONFIDENCE }];
          }),
        )
      : draft,
  );
}

function spelledAs(token: string, counts: ReadonlyMap<string, number>): string | undefined {
  if (NUMERAL.test(token) || isKnownAbbreviation(token) || typeByAbbreviation(token) !== null)
    return undefined;
  const count = counts.get(token) ?? 0;
  const isCertain = (form: string, rare: boolean): boolean => {
    const found = counts.get(form) ?? 0;
    if (token.length < LONG || token.length >= UNMISTAKABLE || (rare && token.length > LONG))
      return isKnownAbbreviation(form);
    return found > count && (found >= OFTEN * count || isKnownAbbreviation(form));
  };
  for (const { read, was, rare = false } of MISREAD)
    for (const { index } of token.matchAll(new RegExp(read, 'g'))) {
      const form = token.slice(0, index) + was + token.slice(index + read.length);
      if (isCertain(form, rare)) return form;
    }
  return undefined;
}
