import { type Component, inkIn } from './components.ts';
import type { Rect } from './pixels.ts';

/** Stops and commas in a row, and what may stand behind them. */
const RUN = /[.,]{2,}(?=[)\]]?[.,;:]?$)/u;
/** Most marks in a row that were written: more is a dotted line. */
const MOST = 5;

/** Stops stand closer than the dots of an ellipsis, a quarter of the em and a third, in small letters' heights. */
const WIDE = 0.65;

/** A mark at the foot of the line is no larger, in small letters' heights. */
const WIDEST = 0.45;
const HIGHEST = 0.65;
const SPECK = 0.1;
/** How far below the line a comma reaches at least, and a stop at the most. */
const TAIL = 0.15;
const NO_TAIL = 0.1;

/**
 * A word that ends in several stops and commas as its ink has them: of `BHTN,...` the engine makes `BHTN....` or
 * `BHTN,,..`. Other words are as they were. `letter` is the height of small letters in pixels.
 */
export function withEllipsisOfInk<Word extends { text: string; box: Rect }>(
  word: Word,
  ink: readonly Component[],
  letter: number,
): Word {
  const { index, 0: read = '' } = RUN.exec(word.text) ?? {};
  if (index === undefined) return word;
  const behind = word.text.slice(index + read.length);
  const run = runBefore(behind, inkIn(ink, word.box), letter);
  // A comma below the tail of a letter can't be told from it.
  return run === null || run.replace('…', '...').length < read.length
    ? word
    : { ...word, text: word.text.slice(0, index) + run + behind };
}

/** The run of stops and commas before a bracket and a mark at the end of a word's ink; null where it can't be told. */
function runBefore(behind: string, own: readonly Component[], letter: number): string | null {
  const feet = own.filter(({ y0, y1 }) => y1 - y0 >= 0.7 * letter).map(({ y1 }) => y1);
  const foot = feet.sort((a, b) => a - b)[Math.floor(feet.length / 2)];
  if (foot === undefined) return null;
  const columns = columnsOf(own);
  for (const character of [...behind].reverse()) {
    const column = columns.pop();
    const isMark = column?.every((patch) => isSmall(patch, letter));
    if (column === undefined || isMark === /[)\]]/.test(character)) return null;
  }
  let run = '';
  const centres: number[] = [];
  for (let column = columns.pop(); column !== undefined; column = columns.pop()) {
    const [patch, ...others] = column;
    if (patch === undefined || others.length > 0 || !isSmall(patch, letter) || patch.y0 < foot - 0.4 * letter)
      break;
    const reach = (patch.y1 - foot) / letter;
    if (reach > NO_TAIL && reach < TAIL) return null;
    run = (reach >= TAIL ? ',' : '.') + run;
    centres.unshift((patch.x0 + patch.x1) / 2);
  }
  if (run.length < 2 || run.length > MOST || columns.length === 0) return null;
  const [first = 0, , third = 0] = centres.slice(run.indexOf('...'));
  return /^,?\.{3},?$/.test(run) && third - first >= 2 * WIDE * letter ? run.replace('...', '…') : run;
}

/** A word's patches from left to right, those above each other together. */
function columnsOf(own: readonly Component[]): Component[][] {
  const columns: { x1: number; patches: Component[] }[] = [];
  for (const patch of [...own].sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last !== undefined && patch.x0 < last.x1) {
      last.patches.push(patch);
      last.x1 = Math.max(last.x1, patch.x1);
    } else columns.push({ x1: patch.x1, patches: [patch] });
  }
  return columns.map(({ patches }) => patches);
}

function isSmall({ x0, x1, y0, y1 }: Component, letter: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return (
    width <= WIDEST * letter &&
    height <= HIGHEST * letter &&
    width >= SPECK * letter &&
    height >= SPECK * letter
  );
}
