import { targetLexicon } from '../lexicon/targets.ts';
import type { SourceText } from '../plan/source-text.ts';
import { applyChanges, type Change } from './changes.ts';
import type { Draft } from './paragraphs.ts';
import { bitsOfDocument } from './repair/mark-readings.ts';
import { partFigures } from './repair/part-figures.ts';
import { recognizedChanges } from './repair/recognized.ts';
import { restoreParagraphs } from './repair/restore.ts';
import { partRunTogetherWords } from './repair/run-together-words.ts';
import { repairSlips } from './repair/slips.ts';

/**
 * Puts lost diacritics back and the readers' known slips right, block by block. A document of which a good part had
 * to be restored is 'restored' as a whole.
 */
export function repairWords(
  drafts: readonly Draft[],
  isRecognized: (page: number) => boolean,
): {
  drafts: readonly Draft[];
  diacritics: SourceText['diacritics'];
} {
  const restored = restoreParagraphs(drafts.map((draft) => draft.text));
  let length = 0;
  let touched = 0;
  const doubt = bitsOfDocument(
    drafts.flatMap(({ page, words }) =>
      isRecognized(page) ? words.map(({ confidence }) => confidence) : [],
    ),
  );
  const repaired = drafts.map((draft, index) => {
    length += draft.text.length;
    const result = restored[index];
    if (result === undefined || result.state === 'original') {
      return withoutSlips(parted(isRecognized(draft.page) ? withMarks(draft, doubt) : draft));
    }
    touched += draft.text.length;
    const restoredDraft = applyChanges(
      draft,
      result.tokens.flatMap((token): Change[] => {
        if (token.original.includes('\t')) return [];
        const { sourceStart: start, sourceEnd: end, confidence } = token;
        return [{ start, end, text: result.text.slice(token.start, token.end), confidence }];
      }),
    );
    return result.state === 'garbled' ? withSuspects(restoredDraft) : restoredDraft;
  });
  return { drafts: repaired, diacritics: touched * 3 > length ? 'restored' : 'original' };
}

/**
 * Two digits alone among words, neither counting anything nor behind a word that numbers follow: a garbling reader's
 * `14` may be "là", its `18` "lệ". Digits are never changed; these are marked, so that nothing rests on them unseen.
 */
const SUSPECT =
  /(?<=(?<!(?:^|\s)(?:từ|đến|nhất|thiểu|đa|khoảng|trên|dưới|hơn|quá|số|điều|khoản|mục|tháng|ngày|năm|quý|thứ|và|đạt|có|là|còn|gồm|khóa|lục|độ|án|an)\s)\p{Ll}\s)\d{2}(?=\s\p{Ll})/giu;

function withSuspects(draft: Draft): Draft {
  const { units } = targetLexicon();
  const suspects = [...draft.text.matchAll(SUSPECT)].filter(({ index }) => {
    const next = draft.text.slice(index + 3, index + 30);
    if (/^(?:tháng|ngày|năm|tuần|giờ|tuổi|triệu|tỷ|nghìn|nội dung|nhóm)/iu.test(next)) return false;
    return !units.find(next).some((unit) => unit.start === 0);
  });
  const marks = suspects.map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    original: text,
    confidence: SUSPECT_CONFIDENCE,
  }));
  return { ...draft, repairs: [...draft.repairs, ...marks].sort((a, b) => a.start - b.start) };
}

const SUSPECT_CONFIDENCE = 0.5;

/** A recognised block, its words' marks as the words around them want them. */
function withMarks(draft: Draft, doubt: number): Draft {
  const certainty = (start: number, end: number): number =>
    Math.min(
      1,
      ...draft.words.filter((word) => word.start < end && word.end > start).map((word) => word.confidence),
    );
  return applyChanges(draft, recognizedChanges(draft.text, certainty, doubt));
}

/** The block with blanks between words that stand run together. */
function parted(draft: Draft): Draft {
  const parts = [...partRunTogetherWords(draft.text), ...partFigures(draft.text)];
  if (parts.length === 0) return draft;
  parts.sort((a, b) => a.start - b.start);
  return applyChanges(
    draft,
    parts.map((part) => ({ ...part, confidence: PARTED_CONFIDENCE })),
  );
}

const PARTED_CONFIDENCE = 0.95;

function withoutSlips(draft: Draft): Draft {
  const { text, changes } = repairSlips(draft.text);
  if (changes.length === 0) return draft;
  return applyChanges(
    draft,
    changes.map(({ start, end, sourceStart, sourceEnd, confidence }) => ({
      start: sourceStart,
      end: sourceEnd,
      text: text.slice(start, end),
      confidence,
    })),
  );
}
