import type { SearchHit } from '../store/search.ts';
import type { Style } from './style.ts';

/** Letters of a line that are shown, around what was found in it. */
const WIDTH = 160;

/** Plans that were found, best first, each with its number, title and the line that fits best. */
export function searchPage(hits: readonly SearchHit[], words: string, { m, c }: Style): string {
  if (hits.length === 0) return `${m.found.nothing(words)}\n`;
  const shown = hits.flatMap(({ plan, line }) => [
    `${c.bold(plan.id)}  ${[plan.number, plan.issuer, plan.period].filter((part) => part !== null).join(' · ')}`,
    ...(plan.title === null ? [] : [`  ${plan.title}`]),
    `  ${snippet(line, c.yellow)}`,
  ]);
  return `${shown.join('\n')}\n`;
}

/** The part of a line around where everything stands closest together, with all that was found marked. */
function snippet({ text, marks }: SearchHit['line'], mark: (text: string) => string): string {
  const start = Math.max(0, (marks[0]?.start ?? 0) - WIDTH / 3);
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const end = from + WIDTH < text.length ? text.lastIndexOf(' ', from + WIDTH) : text.length;
  const to = end > from ? end : text.length;
  let written = from > 0 ? '… ' : '';
  let at = from;
  for (const found of marks.toSorted((one, other) => one.start - other.start)) {
    if (found.start < at || found.start >= to) continue;
    written += text.slice(at, found.start) + mark(text.slice(found.start, found.end));
    at = found.end;
  }
  return `${written}${text.slice(at, Math.max(at, to))}${to < text.length ? ' …' : ''}`.trim();
}
