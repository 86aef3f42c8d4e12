import { en } from './en.ts';
import { type Messages, vi } from './vi.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES: Record<Language, Messages> = { vi, en };

/** All sentences in one language. */
export function messagesIn(lang: Language): Messages {
  return CATALOGUES[lang];
}
