import { computed, effect, signal } from '@preact/signals';
import { en } from './words/en.ts';
import { vi } from './words/vi.ts';

export type Lang = 'vi' | 'en';

const KEPT = 'kehoach.lang';

export const lang = signal<Lang>('vi');

/** The words of the desk in the language that was chosen. */
export const words = computed(() => (lang.value === 'en' ? en : vi));

effect(() => {
  document.documentElement.lang = lang.value;
  document.title = words.value.name;
});

/** The language chosen before in this browser, else the one the desk was started in. */
export function firstLang(started: Lang): void {
  const kept = localStorage.getItem(KEPT);
  lang.value = kept === 'vi' || kept === 'en' ? kept : started;
}

export function chooseLang(chosen: Lang): void {
  localStorage.setItem(KEPT, chosen);
  lang.value = chosen;
}
