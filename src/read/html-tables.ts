import type { Element, ElementContent, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
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
 * header in each of its columns. A table that is never closed, or nested too deep, stays text.
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
    const table = tableIn(text.slice(open.lastIndex, end.index));
    if (table === null) {
      open.lastIndex = close.lastIndex;
      continue;
    }
    const { rows, outside } = table;
    const above = text.slice(from, begin.index) + (outside === '' ? '' : `\n\n${outside}\n\n`);
    parts.push({ kind: 'text', text: above }, { kind: 'rows', rows: placed(rows) });
    from = close.lastIndex;
    open.lastIndex = from;
  }
  return [...parts, { kind: 'text', text: text.slice(from) }];
}

const html = unified().use(rehypeParse, { fragment: true }).freeze();
/** What begins a line within a cell. */
const BREAKS = /^(?:br|p|div|li)$/;

/** Null for elements nested so deep that the parser gives up. */
function tableIn(source: string): ReturnType<typeof readTable> | null {
  try {
    return readTable(source);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The rows of a table, and the words in none of its cells, which are its caption's. */
function readTable(source: string): { rows: Row[]; outside: string } {
  const rows: Row[] = [];
  let outside = '';
  const visit = (nodes: readonly RootContent[], inHead: boolean): void => {
    for (const node of nodes) {
      if (node.type === 'text') outside += node.value;
      if (node.type !== 'element') continue;
      if (node.tagName === 'tr') rows.push(readRow(node, inHead));
      else visit(node.children, inHead || node.tagName === 'thead');
    }
  };
  visit(html.parse(`<table>${source}</table>`).children, false);
  return { rows: rows.filter(({ cells }) => cells.length > 0), outside: plainText(outside) };
}

function readRow({ children }: Element, inHead: boolean): Row {
  const cells = children
    .filter((node) => node.type === 'element')
    .filter(({ tagName }) => /^t[dh]$/.test(tagName));
  return {
    header: inHead || (cells.length > 0 && cells.every(({ tagName }) => tagName === 'th')),
    cells: cells.map((cell) => ({
      text: wordsOf(cell.children),
      columns: span(cell.properties.colSpan, WIDEST),
      rows: span(cell.properties.rowSpan, LONGEST),
    })),
  };
}

function wordsOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      return `${BREAKS.test(node.tagName) ? LINE_END : ''}${wordsOf(node.children)}`;
    })
    .join('');
}

function span(value: unknown, most: number): number {
  const cells = Number(value ?? 1);
  return Number.isInteger(cells) ? Math.min(most, Math.max(1, cells)) : 1;
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

/** Kept apart from the line ends of the source, which say nothing. */
const LINE_END = '\u2028';

function plainText(text: string): string {
  return text.replace(/\s+/g, (blank) => (blank.includes(LINE_END) ? '\n' : ' ')).trim();
}
