import { isSerialHead } from '../lexicon/numbering.ts';
import type { ReadLine } from '../plan/document.ts';

/** A serial number, or a part's, in a row's first cell. */
const SERIAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,5}|[A-H])\s*[.)]?$/;
const FIGURE = /^[-+]?\d[\d.,\s]*%?$/;
/** The words of a cell that go on with what stands above them. */
const GOES_ON = /^[\p{Ll}(,;:.&/)–-]/u;
/** A short form, alone or with small letters behind it. */
const SHORT_FORM = /^\p{Lu}{2,8}(?:[,;)]|\s\p{Ll}.*)?$/u;
/** A row of its own below a number: `- Trong đó: …`, `a) …`. */
const ITEM = /^(?:[-–+•]\s*[A-Za-zÀ-\u036fḀ-ỹ]|[a-zđ]\s*[).]\s)/u;
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
  const head = table.findIndex(({ cells }) => isSerialHead(cells[0] ?? ''));
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

/** Rows begin with their numbers, or have them at their middles. */
function byNumber(table: readonly TableLine[], serials: readonly number[]): number[] {
  const isNumbering = (line: TableLine): boolean =>
    line.cells.every((cell) => cell === '' || NUMBERING.test(cell));
  const rows = serials.filter((at) => !table.slice(at, at + 1).some(isNumbering));
  const [firstRow] = rows;
  if (firstRow === undefined) return [];
  const head = table.findIndex(({ cells }) => isSerialHead(cells[0] ?? ''));
  const headEnd = head < 0 ? 0 : headerEnd(table, head, firstRow);
  const upper = table[head]?.cells ?? [];
  const headLines = table.flatMap((line, at) =>
    at > 0 &&
    at < headEnd &&
    (isOfHeader(line) || (at > head && isUnnamed(line))) &&
    (!standsBelow(upper, line) || goesOnWith(table[at - 1], line))
      ? [at]
      : [],
  );
  const found = rowStarts(table, rows, headEnd);
  let row: string[] = [];
  const continued = table.flatMap((line, at): number[] => {
    if (at < headEnd) return [];
    if (found.starts.has(at) || (!found.centred && (at === headEnd || isRow(line.cells, row)))) {
      row = [...line.cells];
      return [];
    }
    row = row.map((cell, column) => cell || (line.cells[column] ?? ''));
    return [at];
  });
  return [...headLines, ...continued];
}

/** A line of figures or words right of the columns that number and name the rows. */
function isUnnamed({ cells: [number = '', label = ''] }: TableLine): boolean {
  return number === '' && label === '';
}

/** Whether each cell of a line goes on with the one right above it. */
function goesOnWith(above: TableLine | undefined, line: TableLine): boolean {
  return (
    goesOn(line) && line.cells.every((cell, column) => cell === '' || (above?.cells[column] ?? '') !== '')
  );
}

/** Whether a header's line names columns of which some share the heading above: it is a row of its own. */
function standsBelow(upper: readonly string[], { cells }: TableLine): boolean {
  return cells.some(
    (cell, column) =>
      column > 2 &&
      cell !== '' &&
      upper[column] === '' &&
      upper.slice(2, column).some((heading) => heading !== ''),
  );
}

/** What a line costs that stands in a row where it seems not to belong: the first that goes on, another that begins anew, one with no row. */
const BEGINS_WITHIN = 2;
const BEGINS_ANEW = 1;
const BEGINS_UNNAMED = 0.5;
const ABOVE_NONE = 3;

/**
 * The lines that rows begin at: those of their numbers, or where numbers and figures stand at the middles of their rows
 * (`centred`), lines above them, as many as the row has below or one less. Of both readings the one that fits the words better.
 */
function rowStarts(
  table: readonly TableLine[],
  numbered: readonly number[],
  start: number,
): { starts: ReadonlySet<number>; centred: boolean } {
  const anchors = table.flatMap((line, at) =>
    at >= start && (numbered.includes(at) || hasOwnFigures(line)) ? [at] : [],
  );
  const top = anchors.reduce(
    (sum, at, index) => sum + anew(table, at + 1, anchors[index + 1] ?? table.length),
    ABOVE_NONE * ((anchors[0] ?? start) - start),
  );
  const centred = centredStarts(table, anchors, start);
  return centred !== null && centred.cost < top
    ? { starts: new Set(centred.starts), centred: true }
    : { starts: new Set(numbered), centred: false };
}

/** The cheapest way to give the lines between two rows' numbers to the one above and the one below; null where there are none. */
function centredStarts(
  table: readonly TableLine[],
  anchors: readonly number[],
  start: number,
): { cost: number; starts: number[] } | null {
  let ways = new Map<number, { cost: number; starts: number[] }>([[start, { cost: 0, starts: [] }]]);
  anchors.forEach((anchor, index) => {
    const next = anchors[index + 1];
    const ends =
      next === undefined ? [table.length] : Array.from({ length: next - anchor }, (_, i) => anchor + 1 + i);
    const further = new Map<number, { cost: number; starts: number[] }>();
    for (const [from, way] of ways) {
      const above = anchor - from;
      const begins = above === 0 ? 0 : beginning(table[from]);
      for (const end of ends) {
        const below = end - anchor - 1;
        const uneven = below === above || below === above + 1 ? 0 : Math.abs(below - above);
        const cost = way.cost + begins + uneven + anew(table, anchor + 1, end);
        const best = further.get(end);
        if (best === undefined || cost < best.cost) further.set(end, { cost, starts: [...way.starts, from] });
      }
    }
    ways = further;
  });
  return ways.get(table.length) ?? null;
}

/** What it costs to begin a row with a line that goes on with another, or has neither number nor label. */
function beginning(line: TableLine | undefined): number {
  if (goesOnAnywhere(line)) return BEGINS_WITHIN;
  return line === undefined || isUnnamed(line) ? BEGINS_UNNAMED : 0;
}

/** How many of the lines begin anew, which they should not behind a row's first. */
function anew(table: readonly TableLine[], from: number, to: number): number {
  return BEGINS_ANEW * table.slice(from, to).filter((line) => !goesOnAnywhere(line)).length;
}

/** A total, or an item of the row above: words that go on with nothing, and figures beside them. */
function hasOwnFigures({ cells }: TableLine): boolean {
  const [number = '', label = '', ...others] = cells;
  return (
    number === '' &&
    label !== '' &&
    !GOES_ON.test(ITEM.test(label) ? '' : label) &&
    others.some((cell) => FIGURE.test(cell))
  );
}

/** The header's lines behind that of `TT`: what goes on in small letters, and the row that numbers the columns. */
function headerEnd(table: readonly TableLine[], head: number, firstRow: number): number {
  let end = head + 1;
  while (end < firstRow) {
    const line = table[end];
    if (
      line === undefined ||
      (!isOfHeader(line) &&
        !isUnnamed(line) &&
        !line.cells.every((cell) => cell === '' || NUMBERING.test(cell)))
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
  const words = line?.cells.filter((cell) => cell !== '' && !isSerialHead(cell)) ?? [];
  return words.length > 0 && words.every((cell) => GOES_ON.test(cell));
}

function goesOnAnywhere(line: TableLine | undefined): boolean {
  if (line === undefined) return false;
  const words = line.cells.filter((cell) => cell !== '');
  // "bằng vật liệu", and below it "HDPE": a short form alone.
  return words.some((cell) => GOES_ON.test(cell)) || (words.length === 1 && SHORT_FORM.test(words[0] ?? ''));
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
