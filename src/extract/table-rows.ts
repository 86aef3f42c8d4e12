import { isCommunePart } from '../lexicon/commune-parts.ts';
import { fold } from '../lexicon/fold.ts';
import {
  findCommune,
  findDistrict,
  findPlaces,
  findProvince,
  type GazetteerPlace,
} from '../lexicon/places.ts';
import type { Span } from '../plan/source-text.ts';
import type { PlanTableCell } from '../plan/tree.ts';
import { type Area, withoutClosing } from './context.ts';
import { parseCell } from './quantities.ts';
import { Read, Whole } from './reading.ts';

export interface RowReading {
  label: string;
  labelSpan: Span;
  place: Whole | null;
  kind: 'item' | 'total' | 'subtotal' | 'heading';
  /** How deep its serial number or list marker puts it, from 0 (A, I) down; null where it has neither. */
  depth: number | null;
  cells: { text: string; value: number | null; span: Span }[];
}

const TOTAL =
  /^(?:(?:tong(?: cong| so)?|cong)(?:\s*\([ivx\d\s+]*\))?|(?:chung )?toan (?:tinh|thanh pho|huyen|quan|xa|phuong|nganh)|tong (?:cong )?toan .*)\s*:?$/;
/** Where diacritics are lost, cộng looks like the công of công nghiệp. */
const SUBTOTAL =
  /^(?:tong(?! (?:ket|hop|cuc|cong ty|lien doan|dieu tra|ra soat|duyet|ve sinh|dai ly)\b)|cong(?! (?:nghiep|trinh|nghe|dan|an|chuc|tac|nhan|doan|suat|ty|khai|vien|dong|lap|cong|viec|bo)\b))\s+\S/;
/** From the outermost: the marks of a table's levels. */
const LEVELS = [
  /^[A-H]$/,
  /^[IVXL]{1,5}$/,
  /^\d{1,3}$/,
  /^\d{1,3}\.\d{1,2}$/,
  /^\d{1,3}(?:\.\d{1,2}){2}$/,
  /^\d{1,3}(?:\.\d{1,2}){3}$/,
  /^[a-zđ]$/,
  /^[-–•]$/,
  /^\+$/,
];

/** A row of the body: its label without marks, its place, and a cell for each of `columnIndexes`. */
export function readRow(
  cells: readonly PlanTableCell[],
  span: Span,
  serial: number,
  labelColumn: number,
  columnIndexes: readonly number[],
  placed: Placed,
  timed: ReadonlySet<number>,
  area: Area,
): RowReading {
  const own = cells[labelColumn];
  const number = serial < 0 ? undefined : cells[serial];
  // A merged cell puts the words of a total row under the serial numbers.
  const labelCell = own !== undefined && own.value.trim() !== '' ? own : (number ?? own);
  const numbered = labelCell === own && (number?.value.trim() ?? '') !== '';
  const { text: label, span: labelSpan, marker } = labelOf(labelCell, span, numbered);
  const values = columnIndexes.map((index) => {
    const cell = cells[index];
    const text = cell?.value.replace(/\s+/g, ' ').trim() ?? '';
    const value = timed.has(index) ? null : parseCell(text);
    return { text, value, span: cell?.span ?? { start: span.end, end: span.end } };
  });
  const empty = values.every(({ text }) => text === '');
  const kind = empty && label !== '' ? 'heading' : 'item';
  const depth = depthOf(number === labelCell ? '' : (number?.value ?? '')) ?? depthOf(marker);
  return { label, labelSpan, place: placeOf(label, labelSpan, placed, area), kind, depth, cells: values };
}

/**
 * Gives rows without a label that of the row above where its cell reaches down to them: they say something else in columns
 * that it fills as well, in words. Figures alone may as well be a sum.
 */
export function carryLabels(rows: RowReading[]): void {
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    if (row.label !== '' || above === undefined || above.kind !== 'item' || above.label === '') return;
    const filled = row.cells.flatMap((cell, at) =>
      cell.text === '' ? [] : [{ cell, over: above.cells[at] }],
    );
    const tells = filled.some(({ cell }) => cell.value === null && /[A-Za-zÀ-\u036fḀ-ỹ\d]/u.test(cell.text));
    const goesOn = filled.some(({ cell, over }) => over?.text === '' || /^\p{Ll}/u.test(cell.text));
    if (filled.length < 2 || !tells || goesOn || filled.some(({ cell }) => isSum(cell.text))) return;
    row.label = above.label;
    row.labelSpan = above.labelSpan;
    row.place = above.place;
  });
}

function isSum(text: string): boolean {
  const folded = fold(text);
  return TOTAL.test(folded) || SUBTOTAL.test(folded);
}

/** A row's label without a list marker and closing punctuation. Where the row has its number in another cell, "X. Tân An" is a commune and no tenth item. */
function labelOf(
  cell: PlanTableCell | undefined,
  row: Span,
  numbered: boolean,
): { text: string; span: Span; marker: string } {
  if (cell === undefined) return { text: '', span: row, marker: '' };
  const marked = LABEL_MARKER.exec(cell.value)?.[0] ?? '';
  const written = numbered && /^\s*[A-Z]/u.test(marked) ? '' : marked;
  const marker = written.length;
  const words = withoutClosing(cell.value.slice(marker));
  if (words === '') return { text: cell.value.replace(/\s+/g, ' ').trim(), span: cell.span, marker: '' };
  const start = cell.span.start + marker;
  return {
    text: words.replace(/\s+/g, ' ').trim(),
    span: { start, end: start + words.length },
    marker: written,
  };
}

const LABEL_MARKER =
  /^\s*(?:(?:[IVXL]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2})*)\s*[.)]\s+|[-–+•]\s*)(?=[A-Za-zÀ-\u036fḀ-ỹ])/u;

function depthOf(mark: string): number | null {
  const plain = mark.trim().replace(/[.)]+$/, '');
  const depth = LEVELS.findIndex((level) => level.test(plain));
  return depth < 0 ? null : depth;
}

/**
 * Tells totals, subtotals and headings from items. A numbered row without figures heads rows only where deeper
 * ones follow it. Rows that each have a unit of their own (`ownUnits`) are no sums of others.
 */
export function markKinds(rows: RowReading[], ownUnits: boolean): void {
  rows.forEach((row, index) => {
    if (row.kind !== 'heading' || row.depth === null) return;
    const next = rows[index + 1];
    if (next === undefined || (next.depth !== null && next.depth <= row.depth)) row.kind = 'item';
  });
  const totals = rows.filter((row) => row.kind === 'item' && TOTAL.test(fold(row.label)));
  for (const row of totals)
    row.kind = totals.length > 1 && row !== totals.at(-1) && row !== totals[0] ? 'subtotal' : 'total';
  if (totals.length > 1 && totals[0] !== rows[0])
    for (const row of totals.slice(0, -1)) row.kind = 'subtotal';
  const sums = rows.filter((row) => row.kind === 'item' && !ownUnits && SUBTOTAL.test(fold(row.label)));
  for (const row of sums) {
    // "Tổng thu ngân sách nhà nước": the one sum, above all that it sums up or without a number below it.
    const last = row === rows.at(-1) && row.depth === null && sums.length === 1;
    row.kind = totals.length === 0 && (row === rows[0] || last) ? 'total' : 'subtotal';
  }
  for (const row of rows) {
    if (row.kind === 'total') row.place = null;
  }
}

/** "Xã Xá Nhè": a unit that its type names, in a spelling that the gazetteer hasn't. */
const UNLISTED =
  /^(?:(?:Xã|Phường|Thị trấn|Đặc khu|Huyện|Thị xã)\s|(?:X|P|TT|H|TX)\.)\s*(\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ'’]*(?:\s\p{Lu}[A-Za-zÀ-\u036fḀ-ỹ'’]*){0,4})$/u;

/** What the head of the rows says that they name: units of the administration, or parts of a commune. */
type Placed = 'unit' | 'hamlet' | null;

function placeOf(label: string, span: Span, placed: Placed, { on, within }: Area): Whole | null {
  const typed = findPlaces(label, on).find((hit) => hit.start === 0 && hit.end === label.length);
  if (typed === undefined && (isCommunePart(label) || (placed === 'hamlet' && /^\p{Lu}/u.test(label))))
    return new Whole({ name: new Read(label, span), code: null }, span);
  const found: GazetteerPlace | null =
    typed !== undefined || (placed === 'unit' && /^\p{Lu}/u.test(label))
      ? within.district !== undefined
        ? findCommune(label, on, within)
        : (findDistrict(label, on, within.province) ??
          findCommune(label, on, within) ??
          findProvince(label, on))
      : null;
  const name = found?.name ?? typed?.name ?? UNLISTED.exec(label)?.[1];
  if (name === undefined) return null;
  const code = on === null ? null : (found?.code ?? null);
  return new Whole(
    { name: new Read(name, span), code: code === null ? null : new Read(code, span, 0.9) },
    span,
  );
}
