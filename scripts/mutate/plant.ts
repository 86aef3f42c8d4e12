import type { CleanPlan } from './clean-plan.ts';
import type { Edit } from './fault.ts';

/** What may stand around the words of a line in a document without being part of what it says. */
const MARKS = /[\s|*#_>]/u;

/**
 * The document with the words changed; null where a place is not in the document in one piece. Lines of which all
 * words were taken out go with them. What is put behind the text is put behind the document.
 */
export function planted(clean: CleanPlan, edits: readonly Edit[]): string | null {
  let text = clean.source;
  const behind = { start: text.length, end: text.length };
  const inSource = edits.map((edit) => ({
    ...(edit.start === clean.plan.source.text.length ? behind : clean.inSource(edit)),
    words: edit.text,
  }));
  for (const { start, end, words } of inSource.toSorted((a, b) => (b.start ?? 0) - (a.start ?? 0))) {
    if (start === undefined || end === undefined) return null;
    const [from, to] = words === '' ? wholeLines(text, start, end) : [start, end];
    text = text.slice(0, from) + words + text.slice(to);
  }
  return text;
}

function wholeLines(text: string, start: number, end: number): [number, number] {
  let from = start;
  while (from > 0 && text[from - 1] !== '\n' && MARKS.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && text[to] !== '\n' && MARKS.test(text.charAt(to))) to++;
  const isWhole = (from === 0 || text[from - 1] === '\n') && (to === text.length || text[to] === '\n');
  return isWhole ? [from, Math.min(text.length, to + 1)] : [start, end];
}
