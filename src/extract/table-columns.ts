import { fold } from '../lexicon/fold.ts';
import { indicator } from '../lexicon/indicators.ts';
import { targetLexicon } from '../lexicon/targets.ts';
import type { Span } from '../plan/source-text.ts';
import type { PlanTable, PlanTableCell, PlanTableRow } from '../plan/tree.ts';
import { unitInLabel, unitOpening } from './label-units.ts';
import { parseCell } from './quantities.ts';

/** The heading of a column. */
export interface Head {
  text: string;
  /** The header's cells for the column, from the top. */
  parts: string[];
  span: Span;
}

const UNIT_COLUMN =
  /^(?:don vi(?: tinh| do)?|d\.? ?vi(?: tinh)?|dv\.?t|d\.v\.t|dv(?: tinh)?|don vi tinh \(dvt\))\.?$/;
const NUMBERING = /^\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?$/;
/** How far one figure is of another, in whatever unit those are. */
export const COMPARES = /so sánh|so với|tăng\s*[,/]\s*giảm/iu;

/** The columns' labels; a cell over several columns, none of them before `first`, belongs to each of them. */
export function headsOf(table: PlanTable, width: number, first: number): (Head | undefined)[] {
  const headers = table.children
    .slice(0, table.header)
    .filter((row) => !isNumbering(row.children.map(({ value }) => value.trim())));
  return Array.from({ length: width }, (_, column) => {
    const cells: PlanTableCell[] = [];
    headers.forEach((row, index) => {
      const own = row.children[column];
      if (own !== undefined && own.value.trim() !== '') {
        cells.push(own);
        return;
      }
      // An empty place with something below it belongs to the cell on its left, under the same heading.
      const below = headers
        .slice(index + 1)
        .some((lower) => (lower.children[column]?.value.trim() ?? '') !== '');
      if (!below || row.children.length !== width) return;
      const from =
        headers[index - 1] === undefined ? first : reach(headers[index - 1]?.children ?? [], column, first);
      const left = filledBefore(row.children, column, from);
      if (left !== undefined && !isWrapped(headers[index + 1], left.column, column)) cells.push(left.cell);
    });
    const top = cells[0];
    if (top === undefined) return undefined;
    const parts = [...new Set(cells.map((cell) => cell.value.replace(/\s+/g, ' ').trim()))];
    return { text: parts.join(' '), parts, span: top.span };
  });
}

/** A row of A, B, 1, 2, 3=2/1 or (1), (2) only numbers the columns. */
function isNumbering(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return /^\(?[1A]\)?$/.test(filled[0] ?? '') && filled.every((cell) => NUMBERING.test(cell));
}

/** Where the heading begins that reaches over a column. The columns that number and name the rows are not continued. */
function reach(cells: readonly PlanTableCell[], column: number, first: number): number {
  for (let i = column; i >= first; i--) if ((cells[i]?.value.trim() ?? '') !== '') return i;
  return first;
}

function filledBefore(
  cells: readonly PlanTableCell[],
  column: number,
  from: number,
): { cell: PlanTableCell; column: number } | undefined {
  for (let i = column - 1; i >= from; i--) {
    const cell = cells[i];
    if (cell !== undefined && cell.value.trim() !== '') return { cell, column: i };
  }
  return undefined;
}

/** "hữu cơ tại" below "Số hộ ủ phân", with none in lower case beside it: the next line of one heading, which reaches over no other. */
function isWrapped(below: PlanTableRow | undefined, left: number, column: number): boolean {
  const small = (at: number): boolean => /^\p{Ll}/u.test(below?.children[at]?.value.trim() ?? '');
  return small(left) && !small(column);
}

/** The column that gives each row's unit. */
export function isUnitColumn(label: string): boolean {
  return UNIT_COLUMN.test(fold(label).trim());
}

/** The unit that a column's label says; "Giấy chứng nhận (giấy)" over "Cấp lần đầu": one in brackets is for all that stands below. */
export function writtenUnit(label: string, parts: readonly string[] = []): string | null {
  const bracketed = parts.filter((part) => /[)\]]\s*$/.test(part)).map((part) => unitInLabel(part));
  return unitInLabel(label) ?? bracketed.findLast((unit) => unit !== null) ?? null;
}

/** The unit of a column: from its label, else the note above the table, else what its indicator is counted in, where the figures may be that. */
export function unitOf(
  label: string,
  id: string | null,
  note: string | null,
  cells: readonly string[],
  parts: readonly string[] = [],
): string | null {
  const written = writtenUnit(label, parts);
  if (written !== null) return written;
  if (note !== null) return COMPARES.test(label) ? null : note;
  const counted = unitOpening(label);
  const usual = id === null ? null : (indicator(id)?.unit ?? null);
  // "Tổ hợp tác thành lập mới": those that the label names, and not what its indicator is mostly counted in.
  if (counted !== null && usual !== 'đồng') return counted;
  if (usual === '%') return areShares(cells) ? usual : null;
  // "Hộ vay vốn" may be so many households or their money.
  return usual === 'đồng' && targetLexicon().units.find(label)[0]?.start === 0 ? null : usual;
}

/** Whether figures that nothing calls shares may be some: households in poverty are counted as often as they are given in per cent. */
function areShares(cells: readonly string[]): boolean {
  const figures = cells.flatMap((cell) => parseCell(cell) ?? []);
  if (figures.some((figure) => figure > 100)) return false;
  const sum = figures.reduce((total, figure) => total + figure, 0);
  return sum === 0 || !figures.some((figure) => Math.abs(2 * figure - sum) < 1e-6);
}
