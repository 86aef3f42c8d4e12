import type { LineStyle, ReadDocument, ReadWord } from '../plan/document.ts';

/** A line under normalisation: blanks collapsed, furniture not yet dropped. */
export interface Line {
  text: string;
  page: number;
  style: LineStyle;
  /** Cells of a table row, else null. A cell of a layout table may hold several lines. */
  cells: string[] | null;
  /** Blanks the line begins with, as read. */
  indent: number;
  /** Empty lines between this line and the one before it. */
  gap: number;
  /** Offsets into `text`. */
  words: ReadWord[];
}

const ODD_BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** The non-empty lines of a document in reading order, NFC, each blank run one blank, tabs kept between cells. */
export function linesOf(document: ReadDocument): Line[] {
  const lines: Line[] = [];
  for (const page of document.pages) {
    let gap = lines.length === 0 ? 0 : 1;
    for (const { text: raw, style = {}, cells, words = [], indent, gap: room = 0 } of page.lines) {
      const clean = (part: string): string =>
        part
          .replace(ODD_BLANKS, ' ')
          .replace(INVISIBLE, '')
          .replace(/[ ]{2,}/g, ' ')
          .trim();
      const tidyCells =
        cells?.map((cell) => cell.split('\n').map(clean).filter(Boolean).join('\n')) ?? tabCells(raw, clean);
      const text = tidyCells === null ? clean(raw.replaceAll('\t', ' ')) : tidyCells.join('\t');
      if (text.trim() === '') {
        gap += 1;
        continue;
      }
      const hard = document.mediaType === 'text/markdown' && / {2}$/.test(raw);
      lines.push({
        text: text.normalize('NFC'),
        page: page.page,
        style: hard ? { ...style, closed: true } : style,
        cells: tidyCells,
        indent: tidyCells === null ? (indent ?? /^[ \t]*/.exec(raw)?.[0].length ?? 0) : 0,
        gap: Math.max(gap, room),
        words: words.map((word) => ({
          ...word,
          start: placeIn(raw, word.start),
          end: placeIn(raw, word.end),
        })),
      });
      gap = 0;
    }
  }
  return lines.map((line, index) => soloRow(lines, index) ?? line);
}

/** Where an offset of the line as read lies once blanks are collapsed and invisible characters are gone. */
function placeIn(raw: string, offset: number): number {
  return raw
    .slice(0, offset)
    .replace(ODD_BLANKS, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trimStart().length;
}

function tabCells(raw: string, clean: (part: string) => string): string[] | null {
  const cells = raw.split('\t').map(clean);
  return cells.length > 1 && cells.filter((cell) => cell !== '').length > 1 ? cells : null;
}

/** A tabbed line with no row beside it is running text whose tabs only align it. */
function soloRow(lines: readonly Line[], index: number): Line | null {
  const line = lines[index];
  if (line?.cells == null || line.style.closed === true) return null;
  const neighbours = [lines[index - 1], lines[index + 1]];
  if (neighbours.some((other) => other?.cells != null)) return null;
  if (line.cells.some((cell) => cell.includes('\n')) || line.cells.length > 3) return null;
  return { ...line, cells: null, text: line.cells.filter((cell) => cell !== '').join(' ') };
}
