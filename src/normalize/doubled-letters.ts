import { applyChanges, type Change } from './changes.ts';
import type { Draft } from './paragraphs.ts';

const ABBREVIATION = /(?<![A-Za-zÀ-\u036fḀ-ỹ\d/-])\p{Lu}{3,9}(?![A-Za-zÀ-\u036fḀ-ỹ\d])/gu;
/**
 * So many times the document has to write an abbreviation, and so many times for each of it with a letter more that was
 * read without doubt.
 */
const KNOWN = 3;
const FOR_EACH = 10;
const IN_DOUBT = 0.9;
/** Below this any letter may be one too many. */
const IN_GREAT_DOUBT = 0.5;

/**
 * Abbreviations of a recognised document with a letter too many: the last one read twice (`BHYTT` among many `BHYT`), and
 * any where recognition was in great doubt (`BCPĐ`).
 */
export function repairDoubledLetters(
  drafts: readonly Draft[],
  isRecognized: (page: number) => boolean,
): readonly Draft[] {
  if (!drafts.some(({ page }) => isRecognized(page))) return drafts;
  const all = new Map<string, number>();
  const sure = new Map<string, number>();
  for (const draft of drafts) {
    for (const { index, 0: word } of draft.text.matchAll(ABBREVIATION)) {
      all.set(word, (all.get(word) ?? 0) + 1);
      if (certaintyOf(draft, index, word) >= IN_DOUBT) sure.set(word, (sure.get(word) ?? 0) + 1);
    }
  }
  return drafts.map((draft) => {
    if (!isRecognized(draft.page)) return draft;
    const changes = [...draft.text.matchAll(ABBREVIATION)].flatMap(({ index, 0: word }): Change[] => {
      if (word.length < 4) return [];
      const at = letterTooMany(word, certaintyOf(draft, index, word), all, sure);
      return at < 0 ? [] : [{ start: index + at, end: index + at + 1, text: '', confidence: 0.9 }];
    });
    return changes.length === 0 ? draft : applyChanges(draft, changes);
  });
}

function certaintyOf({ words }: Draft, start: number, word: string): number {
  const own = words.filter((each) => each.start < start + word.length && each.end > start);
  return Math.min(1, ...own.map(({ confidence }) => confidence));
}

/** Where the letter too many stands; -1 where there is none. */
function letterTooMany(
  word: string,
  certainty: number,
  all: ReadonlyMap<string, number>,
  sure: ReadonlyMap<string, number>,
): number {
  const least = Math.max(KNOWN, FOR_EACH * (sure.get(word) ?? 0));
  const known = (at: number): number => all.get(word.slice(0, at) + word.slice(at + 1)) ?? 0;
  const last = word.length - 1;
  if (word.at(-1) === word.at(-2) && known(last) >= least) return last;
  if (certainty >= IN_GREAT_DOUBT) return -1;
  for (let at = 1; at < last; at++) if (known(at) >= least) return at;
  return -1;
}
