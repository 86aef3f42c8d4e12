import { fold } from '../lexicon/fold.ts';
import type { SearchHit } from '../store/search.ts';
import type { Style } from './style.ts';

/** Letters of a line that are shown, around what was found in it. */
const WIDTH = 160;

/** Plans that were found, best first, each with its number, title and the line that fits best. */
export function searchPage(hits: readonly SearchHit[], words: string, { m, c }: Style): string {
  if (hits.length === 0) return `${m.found.nothing(words)}\n`;
  const wanted = fold(words.normalize('NFC')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const shown = hits.flatMap(({ plan, line }) => [
    `${c.bold(plan.id)}  ${[plan.number, plan.issuer, plan.period].filter((part) => part !== null).join(' · ')}`,
    ...(plan.title === null ? [] : [`  ${plan.title}`]),
    `  ${snippet(line.text, wanted, c.yellow)}`,
  ]);
  return `${shown.join('\n')}\n`;
}

/** The part of a line around the first of the words, with all of them marked. */
function snippet(line: string, wanted: readonly string[], mark: (text: string) => string): string {
  const folded = fold(line);
  const found = wanted.length === 0 ? -1 : folded.search(pattern(wanted));
  const start = Math.max(0, found - WIDTH / 3);
  const from = start === 0 ? 0 : line.indexOf(' ', start) + 1;
  const end = from + WIDTH < line.length ? line.lastIndexOf(' ', from + WIDTH) : line.length;
  const to = end > from ? end : line.length;
  let written = from > 0 ? '… ' : '';
  let at = from;
  for (const match of wanted.length === 0 ? [] : folded.slice(0, to).matchAll(pattern(wanted))) {
    if (match.index < at) continue;
    written += line.slice(at, match.index) + mark(line.slice(match.index, match.index + match[0].length));
    at = match.index + match[0].length;
  }
  return `${written}${line.slice(at, to)}${to < line.length ? ' …' : ''}`.trim();
}

function pattern(wanted: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
