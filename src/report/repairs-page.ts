import { z } from 'zod';
import type { Style } from './style.ts';

/** Below this a repair is pointed out. */
const DOUBTFUL = 0.6;

export const Repairs = z.array(
  z.object({
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    original: z.string(),
    confidence: z.number().min(0).max(1),
  }),
);

/**
 * What was changed between the words as read and the normalised text, in order, a line each: the line of the text, the
 * words as read, what they became, how sure that is. Doubtful ones are marked.
 */
export function repairsPage(text: string, repairs: z.infer<typeof Repairs>, { m, c }: Style): string {
  if (repairs.length === 0) return `${m.repairs.none}\n`;
  let line = 1;
  let at = 0;
  const lines = repairs.map(({ start, end, original, confidence }) => {
    for (; at < start; at++) if (text.charCodeAt(at) === 0x0a) line++;
    const change = `${m.repairs.line(line)}: ${original} → ${text.slice(start, end)}`;
    const sureness = `${Math.round(confidence * 100)} %`;
    return confidence < DOUBTFUL
      ? `${c.yellow('?')} ${change}  ${c.yellow(sureness)}`
      : `  ${change}  ${c.dim(sureness)}`;
  });
  const doubtful = repairs.filter(({ confidence }) => confidence < DOUBTFUL).length;
  return `${lines.join('\n')}\n\n${m.repairs.summary(repairs.length, doubtful)}\n`;
}
