import { groupLines } from './lines.ts';
import type { RepairModel } from './model.ts';
import { restoreParagraphs } from './restore.ts';
import type { RestoredToken } from './restored.ts';
import { repairSlips } from './slips.ts';

/** A line of a restored text. */
export interface RestoredLine {
  line: string;
  /** What changed in it, with offsets into the line as it was and as it is. */
  tokens: RestoredToken[];
}

/**
 * Restores a text line by line: hard-wrapped lines are put together and decoded as paragraphs, then parted again where
 * they were, so that the result has the same lines. Text whose diacritics stand has only its known slips put right.
 */
export function restoreLines(lines: readonly string[], model?: RepairModel): RestoredLine[] {
  const groups = groupLines(lines);
  const restored = restoreParagraphs(
    groups.map(({ from, to }) => lines.slice(from, to).join('\n')),
    model,
  );
  const result: RestoredLine[] = lines.map((line) => ({ line, tokens: [] }));
  for (const [g, { from, to }] of groups.entries()) {
    const paragraph = restored[g];
    if (paragraph === undefined) continue;
    let { text, tokens } = paragraph;
    if (paragraph.state === 'original') {
      const slips = repairSlips(text);
      text = slips.text;
      tokens = slips.changes;
    }
    const parts = text.split('\n');
    let start = 0;
    let sourceStart = 0;
    let next = 0;
    for (let i = from; i < to; i++) {
      const line = parts[i - from] ?? '';
      const own: RestoredToken[] = [];
      for (
        let token = tokens[next];
        token !== undefined && token.start <= start + line.length;
        token = tokens[++next]
      ) {
        own.push({
          ...token,
          start: token.start - start,
          end: token.end - start,
          sourceStart: token.sourceStart - sourceStart,
          sourceEnd: token.sourceEnd - sourceStart,
        });
      }
      result[i] = { line, tokens: own };
      start += line.length + 1;
      sourceStart += (lines[i]?.length ?? 0) + 1;
    }
  }
  return result;
}
