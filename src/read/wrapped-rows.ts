import { SERIAL_HEAD } from '../lexicon/numbering.ts';
import type { ReadLine } from '../plan/document.ts';

/** A serial number, or a part's, in a row's first cell. */
const SERIAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,5}|[A-H])\s*[.)]?$/;
const FIGURE = /^[-+]?\d[\d.,\s]*%?$/;
/** The words of a cell that go on with what stands above them. */
const GOES_ON = /^[\p{Ll}(,;:.&/)–-]/u;
/** A row of its own below a number: `- Trong đó: …`, `a) …`. */
const ITEM = /^(?:[-–+•]\s*\p{L}|[a-zđ]\s*[).]\s)/u;
/** `(1) (2) (3)` below the header. */
const NUMBERING = /^(?:\(?\d{1,2}\)?|[A-Z])$/;

/**
 * Marks the lines of text tables that go on with the row above them, where cells were broken over lines: by the serial
 * numbers, by empty lines between rows, else by cells that go on in small letters. Tables have three columns, or two
 * of which the first numbers the rows.
 */
export function markWrappedRows(lines: readonly ReadLine[]): ReadLine[] {
  const result = [...lines];
  for (let i = 0; i < lines.length; ) {
    const first = lines[i];
    const cells = first === undefined ? null : cellsOf(first);
    if (cells === null) {
      i += 1;
      continue;
    }
    const table: TableLine[] = [];
    let gap = false;
    let end = i;
    for (; end < lines.length; end++) {
      const line = lines[end];
      const own = line === undefined ? null : cellsOf(line, cells.length);
      if (own === null && (gap || line?.text.trim() !== '')) break;
      if (own !== null && own.length !== cells.length) break;
      if (own !== null) table.push({ index: end, cells: own, gap });
      gap = own === null;
    }
    const continued = new Set(continuedIn(table));
    if (continued.size > 0)
      for (const { index, cells: own } of table) {
        const line = result[index];
        const kept = continued.has(index) ? ({ row: 'continued' } as const) : {};
        if (line !== undefined) result[index] = { ...line, text: own.join('\t'), cells: [...own], ...kept };
      }
    i = end;
  }
  return result;
}

interface TableLine {
  index: number;
  cells: readonly string[];
  /** An empty line stands above it. */
  gap: boolean;
}

/** The cells of a line; of tabs behind the last word some of the `width` may be missing. */
function cellsOf({ cells, text }: ReadLine, width = 0): readonly string[] | null {
  if (cells !== undefined) return cells;
  if (!text.includes('\t')) return null;
  const own = text.split('\t').map((cell) => cell.trim());
  return [...own, ...new Array<string>(Math.max(0, width - own.length)).fill('')];
}

function continuedIn(table: readonly TableLine[]): number[] {
  const width = table[0]?.cells.length ?? 0;
  if (table.length < 2 || width < 2) return [];
  const serials = table.flatMap(({ cells }, at) => (SERIAL.test(cells[0] ?? '') ? [at] : []));
  const head = table.findIndex(({ cells }) => SERIAL_HEAD.test(cells[0] ?? ''));
  const others = table.filter(({ cells: [cell = ''] }, at) => cell !== '' && at !== head).length;
  const numbered =
    serials.length > 0 && (head >= 0 || serials.length > 1) && serials.length * 5 >= others * 4;
  if (!numbered && width < 3) return [];
  const at = blocksOf(table, serials) ?? (numbered ? byNumber(table, serials) : byWords(table));
  return at.flatMap((line) => table[line]?.index ?? []);
}

/** Where empty lines stand between rows, and somewhere a row has two lines. */
function blocksOf(table: readonly TableLine[], serials: readonly number[]): number[] | null {
  let blocks = 0;
  const blockOf = table.map(({ gap }, at) => {
    if (gap || at === 0) blocks += 1;
    return blocks;
  });
  if (blocks < 3 || blocks === table.length) return null;
  if (new Set(serials.map((line) => blockOf[line])).size !== serials.length) return null;
  return table.flatMap(({ gap }, at) => (gap || at === 0 ? [] : [at]));
}

/** Rows begin with their numbers; where these stand at the middle of their rows, as far above them as the rows end below. */
function byNumber(table: readonly TableLine[], serials: readonly number[]): number[] {
  const isNumbering = (line: TableLine): boolean =>
    line.cells.every((cell) => cell === '' || NUMBERING.test(cell));
  const rows = serials.filter((at) => !table.slice(at, at + 1).some(isNumbering));
  const [firstRow] = rows;
  if (firstRow === undefined) return [];
  const head = table.findIndex(({ cells }) => SERIAL_HEAD.test(cells[0] ?? ''));
  const headEnd = head < 0 ? 0 : headerEnd(table, head, firstRow);
  const headLines = table.flatMap((_, at) => (at > 0 && at < headEnd && isOfHeader(table[at]) ? [at] : []));
  const begins = middleRows(table, rows, headEnd);
  const raised = begins === null ? rows.filter((at) => isBesideLabel(table, at, headEnd)) : [];
  const found = begins ?? new Set(rows.map((at) => (raised.includes(at) ? at - 1 : at)));
  let row: string[] = [];
  const continued = table.flatMap((line, at): number[] => {
    if (at < headEnd) return [];
    const isNew = begins === null && !raised.includes(at) && (at === headEnd || isRow(line.cells, row));
    if (found.has(at) || isNew) {
      row = [...line.cells];
      return [];
    }
    row = row.map((cell, column) => cell || (line.cells[column] ?? ''));
    return [at];
  });
  return [...headLines, ...continued];
}

/** A number and figures between the two lines of a label, which alone stand above and below them. */
function isBesideLabel(table: readonly TableLine[], at: number, start: number): boolean {
  const isLabelAlone = (line: TableLine | undefined): boolean => {
    const [number = '', label = '', ...others] = line?.cells ?? [];
    return number === '' && label !== '' && others.every((cell) => cell === '');
  };
  return (
    at > start &&
    table[at]?.cells[1] === '' &&
    isLabelAlone(table[at - 1]) &&
    isLabelAlone(table[at + 1]) &&
    goesOnAnywhere(table[at + 1])
  );
}

/** The header's lines behind that of `TT`: what goes on in small letters, and the row that numbers the columns. */
function headerEnd(table: readonly TableLine[], head: number, firstRow: number): number {
  let end = head + 1;
  while (end < firstRow) {
    const line = table[end];
    if (
      line === undefined ||
      (!isOfHeader(line) && !line.cells.every((cell) => cell === '' || NUMBERING.test(cell)))
    )
      break;
    end += 1;
  }
  return end;
}

/** The second line of a header's cells: words that go on, or, right of an empty label, most columns' units and times. */
function isOfHeader(line: TableLine | undefined): boolean {
  if (line === undefined) return false;
  const [number = '', label = '', ...others] = line.cells;
  const words = others.filter((cell) => cell !== '');
  const isBelow = number === '' && label === '' && words.length * 2 > others.length;
  return goesOn(line) || (isBelow && !words.some((cell) => FIGURE.test(cell) || NUMBERING.test(cell)));
}

function goesOn(line: TableLine | undefined): boolean {
  const words = line?.cells.filter((cell) => cell !== '' && !SERIAL_HEAD.test(cell)) ?? [];
  return words.length > 0 && words.every((cell) => GOES_ON.test(cell));
}

/** The lines rows begin at whose numbers stand at their middles; null where numbers stand at the top. */
function middleRows(
  table: readonly TableLine[],
  rows: readonly number[],
  start: number,
): ReadonlySet<number> | null {
  if ((rows[0] ?? start) <= start) return null;
  const begins = new Set<number>();
  let from = start;
  for (const [index, middle] of rows.entries()) {
    if (middle < from) return null;
    begins.add(from);
    const next = rows[index + 1];
    if (next === undefined) break;
    const above = middle - from;
    const ends = [above, above + 1, above - 1]
      .map((below) => middle + below + 1)
      .filter((end) => end > middle && end <= next);
    const end = ends.find((line) => mayBegin(table[line])) ?? ends[0];
    if (end === undefined) return null;
    from = end;
  }
  return begins;
}

function mayBegin(line: TableLine | undefined): boolean {
  const [number = '', label = ''] = line?.cells ?? [];
  return (number !== '' || label !== '') && !goesOnAnywhere(line);
}

function goesOnAnywhere(line: TableLine | undefined): boolean {
  return line?.cells.some((cell) => GOES_ON.test(cell)) ?? false;
}

/** Whether a line without a number is a row of its own below `row`. */
function isRow(cells: readonly string[], row: readonly string[]): boolean {
  if ((cells[0] ?? '') !== '') return true;
  if (cells.some((cell, column) => FIGURE.test(cell) && FIGURE.test(row[column] ?? ''))) return true;
  const words = cells.filter((cell) => cell !== '');
  const label = cells.slice(1).find((cell) => cell !== '') ?? '';
  if (!GOES_ON.test(label) && words.length >= cells.length - 1 && !words.some((cell) => GOES_ON.test(cell)))
    return cells.length > 2 || row.every((cell) => cell !== '');
  const figures = words.some((cell) => FIGURE.test(cell));
  return figures && (ITEM.test(label) || (/^\p{Lu}/u.test(label) && (cells[1] ?? '') !== ''));
}

/** Without numbers a line goes on with the row above where its words do and it has no figures of its own. */
function byWords(table: readonly TableLine[]): number[] {
  let row: string[] = [];
  return table.flatMap((line, at): number[] => {
    const { cells } = line;
    const [first = ''] = cells;
    const opens = first === '' ? goesOnAnywhere(line) : /^\p{Ll}/u.test(first);
    const clash = cells.some((cell, column) => FIGURE.test(cell) && (row[column] ?? '') !== '');
    if (at > 0 && opens && !clash && !cells.some((cell) => ITEM.test(cell))) {
      row = row.map((cell, column) => cell || (cells[column] ?? ''));
      return [at];
    }
    row = [...cells];
    return [];
  });
}
