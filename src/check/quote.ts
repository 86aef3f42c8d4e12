import type { PlanUnderCheck } from '../plan/facts.ts';

/** Longest quotation in a message, in characters. */
const LONGEST = 90;

/** The line of the normalised text that holds `offset`: its one-based number and its words, cut to fit a message. */
export function lineAt(plan: PlanUnderCheck, offset: number): { line: string; quote: string } {
  const { text } = plan.source;
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  let number = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) number++;
  return { line: String(number), quote: shorten(text.slice(start, end < 0 ? text.length : end)) };
}

/** The words on one line, at most as long as a message can take. */
export function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  const cut = line.lastIndexOf(' ', LONGEST);
  return `${line.slice(0, cut > LONGEST / 2 ? cut : LONGEST)}…`;
}

/** The words a value was read from, null where the pointer has no evidence. */
export function quoteOf(plan: PlanUnderCheck, pointer: string): string | null {
  return plan.evidence[pointer]?.quote ?? null;
}
