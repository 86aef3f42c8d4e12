import { isSerialHead } from '../lexicon/numbering.ts';

/** Tables wider than this are none. */
const WIDEST = 40;
/** Every full row counts, or two of them with the '' between would pass for one of twice the width. */
const FULL_ROW = -1;
const SHORT_ROW = -0.5;
const MISSING_CELLS = 1.5;
/** A heading over the whole width. */
const LONE_CELL = 0;
const EMPTY_ROW = 1.5;
const EMPTY_CELL = 0.02;
/** Behind the last row stands no ''. */
const ENDS_IN_BREAK = 1.5;
/** Where cells are merged, fewer are empty, and the first least of all; the last may well be, as before a serial number. */
const GAP_IN_SHORT_ROW = 1.5;
const GAP_AT_ITS_END = 0.4;
const GAP_AT_ITS_START = 1;
/** A '' before a serial number and words ends a row rather than stands in one, surely so before I or A. */
const SERIAL_INSIDE = 1.5;
const PART_INSIDE = 2.5;
/** A number stands beside what it numbers, even in a row with a cell too many. */
const SERIAL_ALONE = 2;
/** Nor does a row of words alone begin with other words where rows are numbered. */
const WORDS_ONLY = 2;
/** Some tables have a row that is longer than the rest. */
const MOST_TOO_MANY = 3;
const TOO_MANY = 1;

const SERIAL = /^[*_]*(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,5}|[A-Za-zÀ-\u036fḀ-ỹ]|-)[.)]?[*_]*$/u;
/** What hardly is a figure. */
const PART_SERIAL = /\p{Lu}|\d\.\d/u;

/**
 * Breaks a table's cells, read one after the other, into rows. Between two rows stands a '' that looks just like an
 * empty cell, so the whole table decides: the width and the breaks are taken under which the most rows have exactly
 * that many cells. Rows with merged cells keep fewer. `width` is 0 where
 * a row is too wide for a table; then every '' breaks.
 */
export function splitRows(cells: readonly string[]): { rows: string[][]; width: number } {
  let best: { cost: number; rows: string[][]; width: number } | null = null;
  const longest = longestRun(cells);
  const widest = Math.min(cells.length, WIDEST);
  if (longest > WIDEST) return { rows: breaksAtEvery(cells), width: 0 };
  const clues = cluesIn(cells);
  const named = namedColumns(cells, clues);
  const [least, most] = named < longest ? [Math.max(1, longest - MOST_TOO_MANY), widest] : [named, named];
  for (let width = least; width <= most; width++) {
    const { cost, rows } = breaksAt(cells, width, clues);
    if (best === null || cost < best.cost - 1e-9) best = { cost, rows, width };
  }
  return best ?? { rows: [], width: 0 };
}

/** How many columns a header of one row names, right below which the rows are numbered; 0 where the table has no such header. */
function namedColumns(cells: readonly string[], clues: Clues): number {
  const end = cells.indexOf('');
  const single = end > 2 && between(clues.begins, end + 1, end + 2) > 0;
  return single && isSerialHead((cells[0] ?? '').replace(/[*_]/g, '').trim()) ? end : 0;
}

function breaksAtEvery(cells: readonly string[]): string[][] {
  const rows: string[][] = [[]];
  for (const cell of cells) {
    if (cell === '') rows.push([]);
    else rows.at(-1)?.push(cell);
  }
  return rows.filter((row) => row.length > 0);
}

/**
 * How many cells before each place are empty and are numbers, and what those cost inside a row that seem to begin one;
 * which cells are serial numbers of rows or words where rows should begin with numbers; for each place the first at or
 * behind it where a row may end.
 */
interface Clues {
  serial: boolean[];
  wordy: boolean[];
  ends: Uint32Array;
  empty: number[];
  numbers: number[];
  begins: number[];
}

function cluesIn(cells: readonly string[]): Clues {
  const head = (cells[0] ?? '').replace(/[*_]/g, '').trim();
  const numbered = isSerialHead(head) || SERIAL.test(head);
  const summed = (worth: (cell: string, index: number) => number): number[] => {
    const sums = [0];
    cells.forEach((cell, index) => {
      sums.push((sums.at(-1) ?? 0) + worth(cell, index));
    });
    return sums;
  };
  const ends = new Uint32Array(cells.length + 2);
  ends[cells.length + 1] = cells.length + 1;
  for (let at = cells.length; at >= 0; at--)
    ends[at] = at === cells.length || cells[at] === '' ? at : (ends[at + 1] ?? 0);
  const serial = cells.map((cell) => numbered && SERIAL.test(cell));
  return {
    serial,
    wordy: cells.map((cell) => numbered && cell !== '' && !SERIAL.test(cell)),
    ends,
    empty: summed((cell) => (cell === '' ? 1 : 0)),
    numbers: summed((cell) => (/\d/.test(cell) && !/[A-Za-zÀ-\u036fḀ-ỹ]/u.test(cell) ? 1 : 0)),
    begins: summed((cell, index) => {
      const wordy = /[A-Za-zÀ-\u036fḀ-ỹ]{3}.*[A-Za-zÀ-\u036fḀ-ỹ]{2}/su.test(cells[index + 1] ?? '');
      if (cells[index - 1] !== '' || serial[index] !== true || !wordy) return 0;
      return PART_SERIAL.test(cell) ? PART_INSIDE : SERIAL_INSIDE;
    }),
  };
}

function between(counts: readonly number[], start: number, end: number): number {
  return (counts[end] ?? 0) - (counts[start] ?? 0);
}

/** The most cells that follow one another without a ''. */
function longestRun(cells: readonly string[]): number {
  let run = 0;
  let longest = 1;
  for (const cell of cells) {
    run = cell === '' ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** The cheapest way to break the cells into rows of about `width`, found from the end. */
function breaksAt(cells: readonly string[], width: number, clues: Clues): { cost: number; rows: string[][] } {
  const count = cells.length;
  const costs = new Float64Array(count + 2).fill(Number.POSITIVE_INFINITY);
  const lengths = new Uint32Array(count + 2);
  costs[count] = ENDS_IN_BREAK;
  costs[count + 1] = 0;
  const { ends } = clues;
  for (let start = count - 1; start >= 0; start--) {
    const last = Math.min(count, start + width + MOST_TOO_MANY);
    for (let end = ends[start + 1] ?? count; end <= last; end = ends[end + 1] ?? count + 1) {
      const length = end - start;
      const gaps = between(clues.empty, start, end);
      const own =
        rowCost(
          length,
          gaps,
          {
            opensEmpty: cells[start] === '',
            opensNumbered: clues.serial[start] === true,
            endsEmpty:
              cells[end - 1] === '' && (end === count || between(clues.begins, end + 1, end + 2) > 0),
          },
          width,
        ) +
        between(clues.begins, start + 1, end) +
        (clues.wordy[start] === true && gaps > 0 && between(clues.numbers, start, end) === 0
          ? WORDS_ONLY
          : 0);
      const cost = own + (costs[end + 1] ?? 0);
      if (cost < (costs[start] ?? 0)) {
        costs[start] = cost;
        lengths[start] = length;
      }
    }
  }
  const rows: string[][] = [];
  for (let start = 0; start < count; ) {
    const length = Math.max(1, lengths[start] ?? 1);
    rows.push(cells.slice(start, start + length));
    start += length + 1;
  }
  return { cost: costs[0] ?? 0, rows };
}

/** What a row's first cell is, and whether its last is an empty one before a row that surely begins with a number. */
interface Ends {
  opensEmpty: boolean;
  opensNumbered: boolean;
  endsEmpty: boolean;
}

function rowCost(length: number, gaps: number, ends: Ends, width: number): number {
  const empty = gaps === length;
  if (length === width) return empty ? EMPTY_ROW : FULL_ROW + gaps * EMPTY_CELL;
  if (empty) return 2 * EMPTY_ROW;
  const inner = ends.endsEmpty ? gaps - 1 : gaps;
  if (length > width) {
    const heads = ends.opensNumbered && length - gaps === 2;
    return (length - width) * TOO_MANY + gaps * (heads ? EMPTY_CELL : GAP_IN_SHORT_ROW);
  }
  if (length === 1) return ends.opensNumbered ? SERIAL_ALONE : LONE_CELL;
  const missing = MISSING_CELLS * (1 - length / width);
  return (
    SHORT_ROW +
    missing +
    inner * GAP_IN_SHORT_ROW +
    (gaps - inner) * GAP_AT_ITS_END +
    (ends.opensEmpty ? GAP_AT_ITS_START : 0)
  );
}
