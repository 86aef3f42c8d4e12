import type { Block, PlacedText, PlacedWord, Span } from '../../plan/source-text.ts';

/** A word where it stands on its page. */
export interface LaidWord extends PlacedWord {
  /** As the record has it, repaired. */
  content: string;
  /** Other readings: what stood there before the repair, and what recognition weighed. */
  readings: string[];
}

/** Words of a block that stand side by side. */
export type LaidLine = LaidWord[];

/** A block's lines, or those of one cell of a table's row. */
export interface LaidBlock {
  lines: LaidLine[];
}

/** The blocks of each page in reading order; words without letters of their own (dropped marks) are left out. */
export function layText({ text, blocks, words, repairs }: PlacedText): Map<number, LaidBlock[]> {
  const pages = new Map<number, LaidBlock[]>();
  let next = 0;
  let repaired = 0;
  for (const block of blocks) {
    for (const part of partsOf(block)) {
      const own: LaidWord[] = [];
      for (; (words[next]?.start ?? Number.POSITIVE_INFINITY) < part.end; next++) {
        const word = words[next];
        const content = word === undefined ? '' : text.slice(word.start, word.end).trim();
        if (word === undefined || content === '' || word.end <= part.start) continue;
        while ((repairs[repaired]?.end ?? Number.POSITIVE_INFINITY) <= word.start) repaired++;
        const repair = repairs[repaired];
        const before = repair !== undefined && covers(word, repair) ? [repair.original] : [];
        const readings = [...new Set([...before, ...(word.alternatives ?? [])])].filter(
          (reading) => reading !== content,
        );
        own.push({ ...word, content, readings });
      }
      for (const [page, lines] of linesOf(own)) {
        const laid = pages.get(page) ?? [];
        laid.push({ lines });
        pages.set(page, laid);
      }
    }
  }
  return pages;
}

function partsOf(block: Block): readonly Span[] {
  return block.cells ?? [block];
}

function covers(word: Span, repair: Span): boolean {
  return repair.start >= word.start && repair.end <= word.end;
}

/** A new line begins where a word stands below the last one or back at the left. */
function linesOf(words: readonly LaidWord[]): Map<number, LaidLine[]> {
  const pages = new Map<number, LaidLine[]>();
  let last: LaidWord | undefined;
  for (const word of words) {
    const lines = pages.get(word.page) ?? [];
    pages.set(word.page, lines);
    const line = lines.at(-1);
    if (line === undefined || last === undefined || last.page !== word.page || !beside(last, word)) {
      lines.push([word]);
    } else line.push(word);
    last = word;
  }
  return pages;
}

function beside(left: LaidWord, right: LaidWord): boolean {
  const [x, y, width, height] = left.box;
  const [nextX, nextY, , nextHeight] = right.box;
  const overlap = Math.min(y + height, nextY + nextHeight) - Math.max(y, nextY);
  return overlap * 2 > Math.min(height, nextHeight) && nextX > x + width / 2;
}
