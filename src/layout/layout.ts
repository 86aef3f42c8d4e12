import type { ReadLine, WordPage } from '../plan/document.ts';

/** The pages of a document, their words put into lines in reading order; one entry for each page given. */
export function layOut(pages: readonly WordPage[]): ReadLine[][] {
  return pages.map((page) => linesOf(page));
}

function linesOf({ words }: WordPage): ReadLine[] {
  const lines: WordPage['words'][] = [];
  for (const word of [...words].sort((a, b) => a.box[1] - b.box[1])) {
    const middle = word.box[1] + word.box[3] / 2;
    const line = lines.findLast((other) =>
      other.some(({ box: [, top, , height] }) => middle > top && middle < top + height),
    );
    if (line === undefined) lines.push([word]);
    else line.push(word);
  }
  return lines.map((line) => {
    let text = '';
    const placed = line
      .sort((a, b) => a.box[0] - b.box[0])
      .map(({ text: letters, confidence, box }) => {
        if (text !== '') text += ' ';
        const start = text.length;
        text += letters;
        return { start, end: text.length, confidence, box };
      });
    return { text, words: placed };
  });
}
