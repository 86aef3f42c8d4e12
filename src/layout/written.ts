import type { ReadLine, ReadWord } from '../plan/document.ts';
import { boxOnPage, type Frame } from './frame.ts';
import type { LinePart, RowPart } from './page.ts';
import type { Run } from './runs.ts';

/** A line of text with the places of its words on the page as it is. */
export function writtenLine({ line, begins, aside }: LinePart, frame: Frame): ReadLine {
  const writing = new Writing(frame);
  writing.line(line);
  return {
    text: writing.text,
    ...styleOf([line]),
    words: writing.words,
    ...(begins === undefined ? {} : { begins }),
    ...(aside === undefined ? {} : { aside }),
  };
}

/** A row of a table; each cell has its lines from the top, which '\\n' parts. */
export function writtenRow({ cells, row }: RowPart, frame: Frame): ReadLine {
  const writing = new Writing(frame);
  const starts: number[] = [];
  cells.forEach((lines, column) => {
    if (column > 0) writing.text += '\t';
    starts.push(writing.text.length);
    lines.forEach((line, index) => {
      if (index > 0 && !isBrokenSymbol(writing.text, line.pieces[0]?.text ?? '')) writing.text += '\n';
      writing.line(line);
    });
  });
  return {
    text: writing.text,
    style: { ...styleOf(cells.flat()).style, closed: true },
    cells: starts.map((start, index) =>
      writing.text.slice(start, (starts[index + 1] ?? writing.text.length + 1) - 1),
    ),
    words: writing.words,
    ...(row === undefined ? {} : { row }),
  };
}

class Writing {
  text = '';
  readonly words: ReadWord[] = [];
  readonly #frame: Frame;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  line(run: Run): void {
    run.pieces.forEach(({ text, box, word }, index) => {
      if (index > 0) this.text += ' ';
      const start = this.text.length;
      this.text += text;
      this.words.push({
        start,
        end: this.text.length,
        confidence: word.confidence,
        box: boxOnPage(box, this.#frame),
        ...(word.alternatives === undefined ? {} : { alternatives: word.alternatives }),
      });
    });
  }
}

/** `58/NQ-` before `CP`, `KT-` before `XH`: a symbol that a narrow cell broke at its hyphen. */
function isBrokenSymbol(before: string, next: string): boolean {
  return (
    /(?:^|\s)(?:(?=\S*[\d/])\S*[A-Za-zÀ-\u036fḀ-ỹ\d]|\p{Lu}{2,})-$/u.test(before) &&
    /^[A-Za-zÀ-\u036fḀ-ỹ\d]/u.test(next)
  );
}

/** A style holds of a line where it holds of more than half of its letters. */
function styleOf(runs: readonly Run[]): Pick<ReadLine, 'style'> {
  let all = 0;
  let bold = 0;
  let italic = 0;
  for (const { text, word } of runs.flatMap(({ pieces }) => pieces)) {
    all += text.length;
    if (word.bold === true) bold += text.length;
    if (word.italic === true) italic += text.length;
  }
  const style = {
    ...(bold * 2 > all ? { bold: true } : {}),
    ...(italic * 2 > all ? { italic: true } : {}),
  };
  return Object.keys(style).length === 0 ? {} : { style };
}
