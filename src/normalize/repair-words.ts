import type { SourceText } from '../plan/source-text.ts';
import { applyChanges, type Change } from './changes.ts';
import type { Draft } from './paragraphs.ts';
import { restoreParagraphs } from './repair/restore.ts';
import { repairSlips } from './repair/slips.ts';

/**
 * Puts lost diacritics back and the readers' known slips right, block by block. A document of which a good part had
 * to be restored is 'restored' as a whole.
 */
export function repairWords(drafts: readonly Draft[]): {
  drafts: readonly Draft[];
  diacritics: SourceText['diacritics'];
} {
  const restored = restoreParagraphs(drafts.map((draft) => draft.text));
  let length = 0;
  let touched = 0;
  const repaired = drafts.map((draft, index) => {
    length += draft.text.length;
    const result = restored[index];
    if (result === undefined || result.state === 'original') return withoutSlips(draft);
    touched += draft.text.length;
    return applyChanges(
      draft,
      result.tokens.flatMap((token): Change[] => {
        if (token.original.includes('\t')) return [];
        const { sourceStart: start, sourceEnd: end, confidence } = token;
        return [{ start, end, text: result.text.slice(token.start, token.end), confidence }];
      }),
    );
  });
  return { drafts: repaired, diacritics: touched * 3 > length ? 'restored' : 'original' };
}

function withoutSlips(draft: Draft): Draft {
  const { text, changes } = repairSlips(draft.text);
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
