import type { Block, SourceText } from '../../src/plan/source-text.ts';

/** A normalised text as it stands: one block a line, tabs between cells, all on one page. */
export function sourceOf(text: string): SourceText {
  let start = 0;
  const blocks = text.split('\n').map((line): Block => {
    const block: Block = { start, end: start + line.length, page: 1, style: {}, gapAfter: false };
    if (line.includes('\t')) {
      let at = start;
      block.cells = line.split('\t').map((cell) => {
        const span = { start: at, end: at + cell.length };
        at = span.end + 1;
        return span;
      });
    }
    start = block.end + 1;
    return block;
  });
  return {
    text,
    blocks,
    pages: [
      {
        page: 1,
        origin: 'text',
        confidence: 1,
        reason: null,
        problem: null,
        unread: [],
        start: 0,
        end: text.length,
      },
    ],
    words: [],
    repairs: [],
    diacritics: 'original',
  };
}
