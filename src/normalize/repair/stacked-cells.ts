import type { StrippedText } from './stripped.ts';
import { UNKNOWN, WORD } from './tokens.ts';

const TAB = 0x09;

/**
 * The words that cells of a row go on, by the token before the cell: those that end the cells above them, where the rows
 * have as many cells and the lower one opens with a small letter, as where the lines of a table's header stand in
 * rows of their own. `likely` has the words of the row above. Null where none goes on.
 */
export function wordsAbove(
  above: StrippedText,
  likely: ArrayLike<number>,
  row: StrippedText,
): ReadonlyMap<number, number> | null {
  const ends = lastWords(above, likely);
  if (ends === null) return null;
  let found: Map<number, number> | null = null;
  let cell = 0;
  let at = 0;
  for (let i = 0; i < row.tokens.count; i++) {
    const start = row.tokens.start[i] ?? 0;
    let opens = false;
    for (; at < start; at++) {
      if (row.text.charCodeAt(at) !== TAB) continue;
      cell++;
      opens = true;
    }
    const word = ends.at(cell) ?? UNKNOWN;
    if (!opens || i === 0 || word === UNKNOWN || row.tokens.kind[i] !== WORD) continue;
    const letter = row.text.charCodeAt(start);
    if (letter < 0x61 || letter > 0x7a || row.tokens.kind[i - 1] === WORD) continue;
    found ??= new Map();
    found.set(i - 1, word);
  }
  for (; at < row.text.length; at++) if (row.text.charCodeAt(at) === TAB) cell++;
  return cell + 1 === ends.length ? found : null;
}

/** The word that ends each cell of a row, UNKNOWN where something else does; null for what is no row. */
function lastWords({ text, tokens }: StrippedText, likely: ArrayLike<number>): number[] | null {
  const cells = text.split('\t');
  if (cells.length < 2) return null;
  let to = -1;
  let i = 0;
  return cells.map((cell) => {
    to += cell.length + 1;
    let word = UNKNOWN;
    for (; i < tokens.count && (tokens.end[i] ?? 0) <= to; i++)
      if (tokens.end[i] === to && tokens.kind[i] === WORD) word = likely[i] ?? UNKNOWN;
    return Math.max(UNKNOWN, word);
  });
}
