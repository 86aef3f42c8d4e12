import type { PipePart } from './pipe-cells.ts';

interface Cell {
  text: string;
  columns: number;
  rows: number;
}

interface Row {
  cells: Cell[];
  header: boolean;
}

/** No sheet of paper has more columns, no plan's cell reaches over more rows. What is wider is no table, and keeps its cells as they come. */
const WIDEST = 100;
const LONGEST = 1000;

/**
 * Splits a Markdown text into running text and the tables that a converter wrote as HTML (`<table>`), which can say that
 * cells are merged. All rows of a table have its width: a merged cell's text stands in the first of its places, in the
 * header in each of its columns. A table that is never closed stays text.
 */
export function readHtmlTables(text: string): PipePart[] {
  if (!/<table\b/i.test(text)) return [{ kind: 'text', text }];
  const parts: PipePart[] = [];
  const [open, close] = [/<table\b[^<>]*>/gi, /<\/table\s*>/gi];
  let from = 0;
  for (let begin = open.exec(text); begin !== null; begin = open.exec(text)) {
    close.lastIndex = open.lastIndex;
    const end = close.exec(text);
    if (end === null) break;
    const { rows, outside } = readTable(text.slice(open.lastIndex, end.index));
    const above = text.slice(from, begin.index) + (outside === '' ? '' : `\n\n${outside}\n\n`);
    parts.push({ kind: 'text', text: above }, { kind: 'rows', rows: placed(rows) });
    from = close.lastIndex;
    open.lastIndex = from;
  }
  return [...parts, { kind: 'text', text: text.slice(from) }];
}

const TAG = /<!--[^>]*>|<(\/?)([a-z][a-z\d]*)([^<>]*)>/gi;
/** What begins a line within a cell. */
const BREAKS = /^(?:br|p|div|li)$/;

/** The rows of a table, and the words in none of its cells, which are its caption's. */
function readTable(source: string): { rows: Row[]; outside: string } {
  const rows: Row[] = [];
  let outside = '';
  let cell: Cell | null = null;
  let inHead = false;
  let from = 0;
  for (const tag of source.matchAll(TAG)) {
    const words = source.slice(from, tag.index);
    if (cell !== null) cell.text += words;
    else outside += words;
    from = tag.index + tag[0].length;
    const [, closing = '', written = '', attributes = ''] = tag;
    const name = written.toLowerCase();
    if (name === 'thead') inHead = closing === '';
    else if (name === 'tr') {
      cell = null;
      if (closing === '') rows.push({ cells: [], header: inHead });
    } else if (name === 'td' || name === 'th') {
      cell = closing === '' ? newCell(attributes) : null;
      if (cell !== null) addCell(rows, cell, inHead);
      const row = rows.at(-1);
      if (row !== undefined && !inHead && closing === '')
        row.header = name === 'th' && (row.cells.length === 1 || row.header);
    } else if (cell !== null && BREAKS.test(name)) cell.text += '\u2028';
  }
  if (cell !== null) cell.text += source.slice(from);
  else outside += source.slice(from);
  return { rows: rows.filter(({ cells }) => cells.length > 0), outside: plainText(outside) };
}

function newCell(attributes: string): Cell {
  return { text: '', columns: span(attributes, 'col', WIDEST), rows: span(attributes, 'row', LONGEST) };
}

/** A cell may stand in no row where the converter left out the tag. */
function addCell(rows: Row[], cell: Cell, header: boolean): void {
  const row = rows.at(-1);
  if (row === undefined) rows.push({ cells: [cell], header });
  else row.cells.push(cell);
}

function span(attributes: string, over: 'col' | 'row', most: number): number {
  const value = new RegExp(`\\b${over}span\\s*=\\s*["']?\\s*(\\d{1,4})`, 'i').exec(attributes)?.[1];
  return Math.min(most, Math.max(1, Number(value ?? 1)));
}

function placed(rows: readonly Row[]): string[][] {
  const header = headerRows(rows);
  const taken: number[] = [];
  const texts = rows.map(({ cells }, index) => {
    const row: string[] = [];
    let column = 0;
    for (const cell of cells) {
      while ((taken[column] ?? 0) > index) column += 1;
      const columns = Math.min(cell.columns, Math.max(1, WIDEST - column));
      for (let at = column; at < column + columns; at++) {
        taken[at] = index + cell.rows;
        if (at === column || index < header) row[at] = plainText(cell.text);
      }
      column += columns;
    }
    return row;
  });
  return texts.map((row) =>
    Array.from({ length: taken.length > WIDEST ? row.length : taken.length }, (_, at) => row[at] ?? ''),
  );
}

/** The rows that say they are header, or those that the first one's cells reach down to beside cells over several columns. */
function headerRows(rows: readonly Row[]): number {
  const first = rows.findIndex(({ header }) => !header);
  const marked = first < 0 ? 0 : first;
  const top = rows[0]?.cells ?? [];
  const grouped = top.length > 1 && top.some(({ columns }) => columns > 1);
  return Math.max(marked, grouped ? Math.max(...top.map((cell) => cell.rows)) : 0);
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function plainText(text: string): string {
  return text
    .replace(/\s+/g, (blank) => (blank.includes('\u2028') ? '\n' : ' '))
    .replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/gi, (whole, code?: string, name?: string) =>
      code === undefined
        ? (ENTITIES[(name ?? '').toLowerCase()] ?? whole)
        : String.fromCodePoint(Math.max(32, Number(code))),
    )
    .trim();
}
