import { mayHoldShifted, unshifted } from '../lexicon/legacy-encodings.ts';
import { applyChanges, type Change } from './changes.ts';
import type { Draft } from './paragraphs.ts';

const WORD = /[\p{L}\p{M}]+/gu;
/** Letters that Pinyin writes and Vietnamese does not. */
const PINYIN = /[āēīōūǎǐǒǔǖǘǚ]/iu;
/** Letters that no language of Vietnam writes. */
const NO_OTHERS = /[Ěě\u0195\u01b5-\u01f7]/;
const CONFIDENCE = 0.98;

/**
 * Words in which a PDF's letters stand a few code points from their own: `định kǶ`, `đội ngǜ`. A name with ĕ alone may be one
 * of the Central Highlands (`Mĕng`): it is read where the document has small words of the kind.
 */
export function repairShiftedLetters(drafts: readonly Draft[]): readonly Draft[] {
  const found = drafts.map(({ text }) => (mayHoldShifted(text) && !PINYIN.test(text) ? changesIn(text) : []));
  if (found.every((changes) => changes.length === 0)) return drafts;
  const sure = found.some((changes, index) =>
    changes.some(({ start, end }) => /^\p{Ll}/u.test(drafts[index]?.text.slice(start, end) ?? '')),
  );
  return drafts.map((draft, index) => {
    const changes = (found[index] ?? []).filter(
      ({ start, end }) => sure || NO_OTHERS.test(draft.text.slice(start, end)),
    );
    return applyChanges(draft, changes);
  });
}

function changesIn(text: string): Change[] {
  return [...text.matchAll(WORD)].flatMap(({ index, 0: word }): Change[] => {
    const read = unshifted(word);
    return read === null
      ? []
      : [{ start: index, end: index + word.length, text: read, confidence: CONFIDENCE }];
  });
}
