import { applyChanges } from './changes.ts';
import type { Draft } from './paragraphs.ts';

const ABBREVIATION = /(?<![\p{L}\p{M}\d/-])\p{Lu}{4,9}(?![\p{L}\p{M}\d])/gu;
/** So many times the document has to write an abbreviation, and so many times for each of it with a letter more. */
const KNOWN = 3;
const FOR_EACH = 10;

/** Abbreviations of a recognised document whose last letter was read twice: `BHYTT` among many `BHYT`. */
export function repairDoubledLetters(
  drafts: readonly Draft[],
  isRecognized: (page: number) => boolean,
): readonly Draft[] {
  if (!drafts.some(({ page }) => isRecognized(page))) return drafts;
  const counts = new Map<string, number>();
  for (const { text } of drafts)
    for (const [word] of text.matchAll(ABBREVIATION)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isDoubled = (word: string): boolean => {
    const known = counts.get(word.slice(0, -1)) ?? 0;
    return word.at(-1) === word.at(-2) && known >= Math.max(KNOWN, FOR_EACH * (counts.get(word) ?? 0));
  };
  if (![...counts.keys()].some(isDoubled)) return drafts;
  return drafts.map((draft) => {
    if (!isRecognized(draft.page)) return draft;
    const doubled = [...draft.text.matchAll(ABBREVIATION)].filter(([word]) => isDoubled(word));
    return applyChanges(
      draft,
      doubled.map(({ index, 0: word }) => {
        const end = index + word.length;
        return { start: end - 1, end, text: '', confidence: 0.9 };
      }),
    );
  });
}
