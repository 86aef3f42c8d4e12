import { fold } from '../lexicon/fold.ts';
import { findIndicators, indicator } from '../lexicon/indicators.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import {
  findCommune,
  findDistrict,
  findPlaces,
  findProvince,
  type GazetteerPlace,
  type Within,
} from '../lexicon/places.ts';
import type { Span } from '../plan/source-text.ts';
import type { PlanNode, PlanSection, PlanTable, PlanTableCell } from '../plan/tree.ts';
import type { Context } from './context.ts';
import { parseCell } from './quantities.ts';
import { Read, type Reading, Whole } from './reading.ts';

/** A table as read, with what the targets need to know of it. Row and column indexes are those of the record. */
export interface TableReading {
  reading: Whole;
  columns: ColumnReading[];
  rows: RowReading[];
  under: readonly PlanSection[];
  caption: string | null;
  /** What the annex it stands in is about, '' outside annexes. */
  annex: string;
  /** The label of the column that names the rows. */
  subject: string;
  span: Span;
}

export interface ColumnReading {
  label: string;
  span: Span;
  indicator: string | null;
  unit: string | null;
}

export interface RowReading {
  label: string;
  labelSpan: Span;
  place: Whole | null;
  kind: 'item' | 'total' | 'subtotal' | 'heading';
  cells: { text: string; value: number | null; span: Span }[];
}

/** Where a table's places are to be looked for. */
export interface TableArea {
  on: string | null;
  within: Within;
}

const SERIAL = /^(?:stt|tt|so tt|so thu tu|#|no)\.?$/;
const TOTAL =
  /^(?:tong(?: cong| so)?|cong|toan (?:tinh|thanh pho|huyen|quan|xa|phuong|nganh)|tong toan .*)\s*:?$/;
const SUBTOTAL = /^(?:cong|tong)\s+\S/;
const PLACE_COLUMN =
  /^(?:don vi|dia phuong|xa|phuong|ten (?:xa|don vi|dia phuong|huyen)|xa, phuong|phuong, xa|huyen|dia ban|don vi hanh chinh|huyen, thanh pho)/;
const UNIT_IN_LABEL = /\(\s*(?:ĐVT|Đơn vị(?: tính)?)?\s*:?\s*([^()]{1,20})\)\s*$/u;

/** All tables of the plan in document order. */
export function extractTables(context: Context, area: TableArea): TableReading[] {
  const found: TableReading[] = [];
  const visit = (nodes: readonly PlanNode[], under: readonly PlanSection[], annex: Annex | null): void => {
    for (const node of nodes) {
      if (node.type === 'planTable') {
        const table = readTable(context, node, under, annex, area);
        if (table !== null) found.push(table);
      } else if (node.type === 'section') visit(node.children, [...under, node], annex);
    }
  };
  for (const part of context.tree.children) {
    if (part.name === 'other') continue;
    visit(part.children, [], part.name === 'annex' ? annexOf(part.children) : null);
  }
  return found;
}

interface Annex {
  /** The lines that head it. */
  heading: string;
  /** Its title, which is its table's where it is but one table; null where it has none. */
  title: { text: string; span: Span } | null;
  single: boolean;
}

const ANNEX_NUMBER =
  /^(?:phụ lục|phụ biểu|biểu mẫu|biểu số|biểu|mẫu số)(?:\s+(?:số\s+)?(?:[IVXL]+|\d+[\p{L}\d./-]*))?\s*[:.–-]?\s*/iu;

function annexOf(nodes: readonly PlanNode[]): Annex {
  const before = nodes.findIndex((node) => node.type === 'planTable');
  const lines = nodes
    .slice(0, Math.min(4, before < 0 ? 4 : before))
    .flatMap((node) => (node.type === 'paragraph' && node.value.length < 300 ? [node] : []))
    .filter((node) => node.value !== '' && !/^\(?\s*(?:ban hành )?kèm theo/iu.test(node.value));
  const titled = lines.flatMap(({ value, span }) => {
    const number = ANNEX_NUMBER.exec(value)?.[0].length ?? 0;
    const text = value.slice(number).trimEnd();
    return /\p{L}{2}/u.test(text) && !/^\(?\s*đơn vị(?: tính)?\s*:/iu.test(text)
      ? [{ text, span: { start: span.start + number, end: span.start + number + text.length } }]
      : [];
  });
  const [first] = titled;
  const last = titled.at(-1);
  return {
    heading: lines
      .map(({ value }) => value)
      .filter((value) => !/kèm theo/iu.test(value))
      .join(' '),
    title:
      first === undefined || last === undefined
        ? null
        : {
            text: titled.map(({ text }) => text).join(' '),
            span: { start: first.span.start, end: last.span.end },
          },
    single: nodes.filter((node) => node.type === 'planTable').length === 1,
  };
}

function readTable(
  context: Context,
  table: PlanTable,
  under: readonly PlanSection[],
  annex: Annex | null,
  area: TableArea,
): TableReading | null {
  const width = Math.max(...table.children.map((row) => row.children.length));
  const body = table.children.slice(table.header);
  if (width < 2 || body.length === 0) return null;
  const heads = headsOf(table, width);
  const serial = isSerial(
    heads[0],
    body.map((row) => row.children[0]),
  )
    ? 0
    : -1;
  const labelColumn = serial + 1;
  const columnIndexes = Array.from({ length: width }, (_, index) => index).filter(
    (index) => index > labelColumn,
  );
  const columns = columnIndexes.map((index): ColumnReading => {
    const head = heads[index];
    const label = head?.text ?? '';
    const hit = findIndicators(label)[0]?.id ?? null;
    return { label, span: head?.span ?? table.span, indicator: hit, unit: unitOf(label, hit) };
  });
  const placed = PLACE_COLUMN.test(fold(heads[labelColumn]?.text ?? ''));
  const timed = new Set(
    columnIndexes.filter((index) => organisationLexicon().columns.times.test(fold(heads[index]?.text ?? ''))),
  );
  const rows = body.map((row) =>
    readRow(row.children, row.span, serial, labelColumn, columnIndexes, placed, timed, area),
  );
  markTotals(rows);
  const caption =
    table.caption === null ? null : context.source.text.slice(table.caption.start, table.caption.end);
  const titled =
    table.caption !== null && /^(?:bảng|biểu|phụ biểu)/iu.test(caption ?? '')
      ? { text: caption ?? '', span: table.caption }
      : annex?.single === true
        ? annex.title
        : null;
  return {
    reading: settled(table, columns, rows, titled),
    columns,
    rows,
    under,
    caption,
    annex: annex?.heading ?? '',
    subject: heads[labelColumn]?.text ?? '',
    span: table.span,
  };
}

interface Head {
  text: string;
  /** The header's cells for the column, from the top. */
  parts: string[];
  span: Span;
}

/** The columns' labels; a cell over several columns belongs to each of them. */
function headsOf(table: PlanTable, width: number): (Head | undefined)[] {
  const headers = table.children.slice(0, table.header);
  return Array.from({ length: width }, (_, column) => {
    const cells = headers.flatMap((row, index) => {
      const own = row.children[column];
      const spanning = index < headers.length - 1 && row.children.length === width;
      const cell = own?.value.trim() === '' && spanning ? leftOf(row.children, column) : own;
      return cell === undefined || cell.value.trim() === '' || /^\(?\d{1,2}\)?$/.test(cell.value)
        ? []
        : [cell];
    });
    const first = cells[0];
    if (first === undefined) return undefined;
    const parts = [...new Set(cells.map((cell) => cell.value.replace(/\s+/g, ' ').trim()))];
    return { text: parts.join(' '), parts, span: first.span };
  });
}

function leftOf(cells: readonly PlanTableCell[], column: number): PlanTableCell | undefined {
  // The label column of a header is not continued to its right.
  for (let i = column - 1; i > 1; i--) if (cells[i]?.value.trim() !== '') return cells[i];
  return undefined;
}

function isSerial(head: Head | undefined, cells: readonly (PlanTableCell | undefined)[]): boolean {
  if (head?.parts.some((part) => SERIAL.test(fold(part).trim())) === true) return true;
  const values = cells.map((cell) => cell?.value.trim() ?? '').filter((value) => value !== '');
  const serial = values.filter((value) =>
    /^(?:\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,5}|[A-Ha-h])[.)]?$/.test(value),
  ).length;
  const ones = values.filter((value) => /^(?:1|I|A|1\.1)[.)]?$/.test(value)).length;
  return values.length >= 2 && ones > 0 && serial * 4 >= values.length * 3;
}

function readRow(
  cells: readonly PlanTableCell[],
  span: Span,
  serial: number,
  labelColumn: number,
  columnIndexes: readonly number[],
  placed: boolean,
  timed: ReadonlySet<number>,
  area: TableArea,
): RowReading {
  const own = cells[labelColumn];
  const number = serial < 0 ? undefined : cells[serial];
  // A merged cell puts the words of a total row under the serial numbers.
  const labelCell = own !== undefined && own.value.trim() !== '' ? own : (number ?? own);
  const { text: label, span: labelSpan } = labelOf(labelCell, span);
  const values = columnIndexes.map((index) => {
    const cell = cells[index];
    const text = cell?.value.replace(/\s+/g, ' ').trim() ?? '';
    const value = timed.has(index) ? null : parseCell(text);
    return { text, value, span: cell?.span ?? { start: span.end, end: span.end } };
  });
  const empty = values.every(({ text }) => text === '');
  const place = placeOf(label, labelSpan, placed, area);
  return { label, labelSpan, place, kind: empty && label !== '' ? 'heading' : 'item', cells: values };
}

/** A row's label without a list marker and closing punctuation. */
function labelOf(cell: PlanTableCell | undefined, row: Span): { text: string; span: Span } {
  if (cell === undefined) return { text: '', span: row };
  const marker = LABEL_MARKER.exec(cell.value)?.[0].length ?? 0;
  const words = cell.value
    .slice(marker)
    .replace(/[\s;.,:]+$/u, (tail) => (/^\.{2,}/u.test(tail) ? tail : ''));
  if (words === '') return { text: cell.value.replace(/\s+/g, ' ').trim(), span: cell.span };
  const start = cell.span.start + marker;
  return { text: words.replace(/\s+/g, ' ').trim(), span: { start, end: start + words.length } };
}

const LABEL_MARKER = /^\s*(?:(?:[IVXL]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2})*)\s*[.)]|[-–+•])\s+(?=\p{L})/u;

function markTotals(rows: RowReading[]): void {
  const totals = rows.filter((row) => row.kind === 'item' && TOTAL.test(fold(row.label)));
  for (const row of totals)
    row.kind = totals.length > 1 && row !== totals.at(-1) && row !== totals[0] ? 'subtotal' : 'total';
  if (totals.length > 1 && totals[0] !== rows[0])
    for (const row of totals.slice(0, -1)) row.kind = 'subtotal';
  for (const row of rows) {
    if (row.kind === 'item' && SUBTOTAL.test(fold(row.label))) row.kind = 'subtotal';
    if (row.kind !== 'item' && row.kind !== 'heading') row.place = row.kind === 'total' ? null : row.place;
  }
}

function placeOf(label: string, span: Span, placed: boolean, { on, within }: TableArea): Whole | null {
  const typed = findPlaces(label, on).find((hit) => hit.start === 0 && hit.end === label.length);
  const found: GazetteerPlace | null =
    typed !== undefined || (placed && /^\p{Lu}/u.test(label))
      ? within.district !== undefined
        ? findCommune(label, on, within)
        : (findDistrict(label, on, within.province) ??
          findCommune(label, on, within) ??
          findProvince(label, on))
      : null;
  const name = found?.name ?? typed?.name;
  if (name === undefined) return null;
  const code = on === null ? null : (found?.code ?? null);
  return new Whole(
    { name: new Read(name, span), code: code === null ? null : new Read(code, span, 0.9) },
    span,
  );
}

function unitOf(label: string, id: string | null): string | null {
  const written = UNIT_IN_LABEL.exec(label)?.[1]?.trim();
  if (written !== undefined && /^(?:%|[\p{Ll}\s²/.]{1,20})$/u.test(written)) return written;
  if (/%|tỷ lệ|tỉ lệ/iu.test(label)) return '%';
  return id === null ? null : (indicator(id)?.unit ?? null);
}

function settled(
  table: PlanTable,
  columns: readonly ColumnReading[],
  rows: readonly RowReading[],
  caption: { text: string; span: Span } | null,
): Whole {
  const reading: Record<string, Reading> = {
    caption:
      caption === null
        ? null
        : new Read(caption.text.replace(/[\s:.]+$/, '').replace(/\s+/g, ' '), caption.span),
    page: new Read(table.page, table.span),
    columns: columns.map(
      ({ label, span, indicator: id, unit }) =>
        new Whole({
          label: new Read(label, span),
          indicator: id === null ? null : new Read(id, span),
          unit: unit === null ? null : new Read(unit, span),
        }),
    ),
    rows: rows.map(
      (row) =>
        new Whole({
          label: new Read(row.label, row.labelSpan),
          place: row.place,
          kind: new Read(row.kind, row.labelSpan),
          cells: row.cells.map(
            ({ text, value, span }) =>
              new Whole(
                { text: new Read(text, span), value: value === null ? null : new Read(value, span) },
                span,
              ),
          ),
        }),
    ),
  };
  return new Whole(reading);
}
