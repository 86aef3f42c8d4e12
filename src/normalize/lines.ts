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
  /** What the line's place on the page tells; see ReadLine. */
  begins?: boolean;
  aside?: 'margin' | 'note';
  row?: 'continued' | 'repeated';
}

const ODD_BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** The non-empty lines of a document in reading order, NFC, each blank run one blank, tabs kept between cells. */
export function linesOf(document: ReadDocument): Line[] {
  const lines: Line[] = [];
  for (const page of document.pages) {
    let gap = lines.length === 0 ? 0 : 1;
    for (const { text: raw, style = {}, cells, words = [], begins, aside, row } of page.lines) {
      const trimmed = raw.trim();
      if (trimmed === '' && cells === undefined) {
        gap += 1;
        continue;
      }
      const isTidy = cells === undefined && isTidyLine(trimmed);
      const tidyCells = isTidy
        ? null
        : (cells?.map((cell) => cell.split('\n').map(clean).filter(Boolean).join('\n')) ?? tabCells(raw));
      const tidy = isTidy
        ? trimmed
        : tidyCells === null
          ? clean(raw.replaceAll('\t', ' '))
          : tidyCells.join('\t');
      if (tidy.trim() === '') {
        gap += 1;
        continue;
      }
      const text = isTidy ? tidy : tidy.normalize('NFC');
      const hard = document.mediaType === 'text/markdown' && / {2}$/.test(raw);
      const placeIn = words.length === 0 ? null : places(raw, tidy);
      lines.push({
        text,
        page: page.page,
        style: hard ? { ...style, closed: true } : style,
        cells: tidyCells,
        indent: tidyCells === null ? indentOf(raw) : 0,
        gap,
        words:
          placeIn === null
            ? []
            : words.map((word) => ({ ...word, start: placeIn(word.start), end: placeIn(word.end) })),
        ...(begins === undefined ? {} : { begins }),
        ...(aside === undefined ? {} : { aside }),
        ...(row === undefined ? {} : { row }),
      });
      gap = 0;
    }
  }
  return lines.map((line, index) => soloRow(lines, index) ?? line);
}

/** One for each character that may stay as it stands: letters, marks and blanks that are in NFC wherever they stand. */
const TIDY = new Uint8Array(0x10000);
for (const [from, to] of [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x2ff],
  [0x1e00, 0x1e99],
  [0x1ea0, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
] as const) {
  TIDY.fill(1, from, to + 1);
}

/** Whether a line may stay as it stands: nothing in it but such characters, and never two blanks together. */
function isTidyLine(line: string): boolean {
  for (let i = 0; i < line.length; i++) if (TIDY[line.charCodeAt(i)] !== 1) return false;
  return !line.includes('  ');
}

function indentOf(raw: string): number {
  let at = 0;
  while (raw.charCodeAt(at) === 0x20 || raw.charCodeAt(at) === 0x09) at++;
  return at;
}

/** The characters that `clean` changes: most lines have none of them. */
const ODD = new RegExp(`[${inClass(ODD_BLANKS)}${inClass(INVISIBLE)}]`);

/** A class of characters without its brackets. */
function inClass({ source }: RegExp): string {
  return source.slice(1, -1);
}

function clean(part: string): string {
  if (!part.includes('  ') && !ODD.test(part)) return part.trim();
  return part
    .replace(ODD_BLANKS, ' ')
    .replace(INVISIBLE, '')
    .replace(/[ ]{2,}/g, ' ')
    .trim();
}

/**
 * Where an offset of the line as read lies once blanks are collapsed, invisible characters are gone and the text is
 * composed. The characters of both are the same otherwise, in the same order.
 */
function places(raw: string, tidy: string): (offset: number) => number {
  const map: number[] = [];
  let at = 0;
  for (const char of raw) {
    // A blank that was dropped lies where the next character that was kept does.
    const isKept = tidy.startsWith(char, at);
    const isBlank = /\s/u.test(char);
    if (!isKept && isBlank && / |\n/.test(tidy.charAt(at))) {
      for (let i = 0; i < char.length; i++) map.push(at);
      at += 1;
      continue;
    }
    for (let i = 0; i < char.length; i++) map.push(at + (isKept ? i : 0));
    if (isKept) at += char.length;
  }
  map.push(at);
  const composed = tidy.normalize('NFC') === tidy;
  return (offset) => {
    const place = map[Math.min(offset, map.length - 1)] ?? 0;
    return composed ? place : tidy.slice(0, place).normalize('NFC').length;
  };
}

function tabCells(raw: string): string[] | null {
  if (!raw.includes('\t')) return null;
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
  let text = '';
  let start = 0;
  const words: ReadWord[] = [];
  for (const cell of line.cells) {
    if (cell !== '') {
      if (text !== '') text += ' ';
      words.push(...wordsIn(line.words, start, start + cell.length, text.length));
      text += cell;
    }
    start += cell.length + 1;
  }
  return { ...line, cells: null, text, words };
}

/** The words of a stretch of a line, their offsets counted from its start and moved on by `shift`. */
export function wordsIn(words: readonly ReadWord[], start: number, end: number, shift = 0): ReadWord[] {
  return words
    .filter((word) => word.start >= start && word.end <= end)
    .map((word) => ({ ...word, start: word.start - start + shift, end: word.end - start + shift }));
}
