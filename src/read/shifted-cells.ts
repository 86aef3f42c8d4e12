import type { Extent } from './heading-spans.ts';

/** A table needs so many columns for the place of a figure beside them to be told. */
const LEAST = 4;
/** So far from its column a figure may stand that a wider one before it has moved on. */
const FARTHEST = 4;

const FIGURE = /^(?:[-+]?\d[\d.,]*%?|[-–])$/;

/** Whether a line has so many figures that it may be a row of them. */
export function isShiftable(text: string): boolean {
  return text.split(/\s+/).filter((word) => FIGURE.test(word)).length >= LEAST - 1;
}

/**
 * The cells of a line whose figures stand beside the columns of its table, since one of them is wider than its column and
 * has moved the others on; null where the line is no such row.
 */
export function shiftedCells(text: string, columns: readonly Extent[]): string[] | null {
  const pieces = [...text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: words, index }) => ({
    words,
    start: index,
    end: index + words.length,
  }));
  const figures = pieces.filter(({ words }) => FIGURE.test(words)).length;
  if (columns.length < LEAST || pieces.length > columns.length) return null;
  if (figures < LEAST - 1 || 2 * figures < pieces.length) return null;
  const cells = columns.map(() => '');
  let next = columns.length - 1;
  for (const [at, piece] of [...pieces.entries()].reverse()) {
    // Those before it need a column each.
    const places = columns.flatMap((column, place) =>
      place <= next && place >= at && distance(piece, column) <= FARTHEST ? [place] : [],
    );
    const [best] = places.sort((one, other) => off(piece, columns[one]) - off(piece, columns[other]));
    if (best === undefined) return null;
    cells[best] = piece.words;
    next = best - 1;
  }
  return cells;
}

/** How many characters part a piece from a column; 0 where they meet. */
function distance(piece: Extent, column: Extent): number {
  return Math.max(0, column.start - piece.end, piece.start - column.end);
}

/** How far the middle of a piece is from that of a column. */
function off(piece: Extent, column: Extent | undefined): number {
  return column === undefined
    ? Number.POSITIVE_INFINITY
    : Math.abs(piece.start + piece.end - column.start - column.end);
}
