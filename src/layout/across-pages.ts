import { distance } from 'fastest-levenshtein';
import type { LaidPage, RowPart, Table } from './page.ts';
import { textOfRun } from './runs.ts';

/** In points: how far the columns of one table may lie apart on two pages. */
const SAME_COLUMNS = 12;
/** Share of the letters that may be read differently in a header that stands there again. */
const MISREAD = 0.15;
const SERIAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,5}|[A-Za-z])[.)]?$/;

/** Marks, where a table goes on over a page's end, the header rows it repeats and the row that was broken. */
export function joinTables(pages: readonly LaidPage[]): void {
  let head: Table | null = null;
  pages.forEach((page, index) => {
    const body = page.parts.filter((part) => part.kind === 'row' || part.aside === undefined);
    const before = pages[index - 1]?.parts.findLast(
      (part) => part.kind === 'row' || part.aside === undefined,
    );
    const first = body[0];
    const goesOn =
      head !== null &&
      before?.kind === 'row' &&
      first?.kind === 'row' &&
      areSameColumns(before.table, first.table);
    if (goesOn && head !== null && first?.kind === 'row' && before?.kind === 'row')
      goOn(head, before, first.table);
    const last = body.at(-1);
    if (last?.kind !== 'row') head = null;
    else if (!goesOn || first?.kind !== 'row' || last.table !== first.table) head = last.table;
  });
}

function goOn(head: Table, before: RowPart, table: Table): void {
  let next = 0;
  while (next < table.rows.length) {
    const [above, row] = [head.rows[next], table.rows[next]];
    if (above === undefined || row === undefined || !saysTheSame(above, row)) break;
    row.row = 'repeated';
    next += 1;
  }
  const row = table.rows[next];
  if (row !== undefined && isContinued(before, row, head)) row.row = 'continued';
}

function areSameColumns(a: Table, b: Table): boolean {
  return (
    a.xs.length === b.xs.length &&
    a.xs.every((x, index) => {
      const shift = (b.xs[0] ?? 0) - (a.xs[0] ?? 0);
      return Math.abs((b.xs[index] ?? 0) - x - shift) < SAME_COLUMNS;
    })
  );
}

function saysTheSame(a: RowPart, b: RowPart): boolean {
  return a.cells.every((cell, index) => {
    const [text, other] = [textOfCell(cell), textOfCell(b.cells[index] ?? [])];
    return distance(text, other) <= MISREAD * Math.max(text.length, other.length);
  });
}

/** "Tháng" + "10/2026" */
const OPEN_TIME = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:ng[àa]y|th[áa]ng|qu[ýy]|n[ăa]m)$/iu;

/**
 * A row goes on with the one above where it has no number of its own, though rows have one, its cells are cells of
 * that row, one of them goes on in the middle of a sentence, and none is a figure under a figure or says the same again.
 */
function isContinued(above: RowPart, row: RowPart, { rows }: Table): boolean {
  const texts = row.cells.map(textOfCell);
  const before = above.cells.map(textOfCell);
  if (texts[0] !== '') return false;
  const serials = rows.filter(({ cells }) => SERIAL.test(textOfCell(cells[0] ?? []))).length;
  if (serials === 0 && before[0] === '') return false;
  const filled = texts.flatMap((text, index) => (text === '' ? [] : [{ text, above: before[index] ?? '' }]));
  return (
    filled.every(
      (cell) => cell.above !== '' && cell.above !== cell.text && !areFigures(cell.above, cell.text),
    ) &&
    filled.some(
      (cell) =>
        /^[\p{Ll}(,;]/u.test(cell.text) ||
        /[,(–-]$/.test(cell.above) ||
        (OPEN_TIME.test(cell.above) && /^[\dIV]/.test(cell.text)),
    )
  );
}

function areFigures(...texts: string[]): boolean {
  return texts.every((text) => /^[-+(]?\d[\d.,\s%)]*$/.test(text));
}

function textOfCell(lines: RowPart['cells'][number]): string {
  return lines.map(textOfRun).join(' ');
}
