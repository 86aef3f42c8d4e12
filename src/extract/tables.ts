import { namesCommuneParts } from '../lexicon/commune-parts.ts';
import { fold } from '../lexicon/fold.ts';
import {
  findIndicators,
  indicatorBehind,
  indicatorCounted,
  namesNoIndicator,
} from '../lexicon/indicators.ts';
import { organisationLexicon } from '../lexicon/organisation.ts';
import type { Span } from '../plan/source-text.ts';
import type { PlanNode, PlanSection, PlanTable, PlanTableCell, RegionName } from '../plan/tree.ts';
import { written } from './abbreviations.ts';
import { type Area, type Context, textOf } from './context.ts';
import { isCounted, isSize, unitInLabel, unitOpening } from './label-units.ts';
import { parseCell } from './quantities.ts';
import { Read, type Reading, Whole } from './reading.ts';
import { type Annex, annexOf, unitInCaption, unitNote } from './table-captions.ts';
import { type Head, headsOf, isUnitColumn, unitOf, writtenUnit } from './table-columns.ts';
import { carryLabels, markKinds, type RowReading, readRow } from './table-rows.ts';
import { measureOf, scaled } from './targets/cell-figures.ts';
import { joinedIndicators } from './targets/counted.ts';

/** A table as read, with what the targets need to know of it. Row and column indexes are those of the record. */
export interface TableReading {
  reading: Whole;
  columns: readonly ColumnReading[];
  rows: RowReading[];
  under: readonly PlanSection[];
  caption: string | null;
  /** Its title, or that of the annex which it is. */
  title: { text: string; span: Span } | null;
  /** What the annex it stands in is about, '' outside annexes. */
  annex: string;
  /** The label of the column that names the rows. */
  subject: string;
  /** Its rows are groups of people, its columns times. */
  byGroup: boolean;
  /** Its rows are places, so that its columns say what is counted. */
  ofPlaces: boolean;
  span: Span;
}

export interface ColumnReading {
  label: string;
  span: Span;
  indicator: string | null;
  unit: string | null;
  /** Its unit stands in its label or over the table, and is not only what the label names. */
  unitWritten: boolean;
  /** Its cells say when what the rows name is done. */
  timed: boolean;
}

/** "Trong đó: nữ": a part of what the column to the left counts. */
const PART = /^(?:trong đó|riêng)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** "Số học viên | Trong đó: Nữ": a part of those people, counted like them. */
const PART_OF_PEOPLE =
  /^(?:(?:trong đó|riêng)\s*:?\s*)?(?:lao động\s+)?(?:nam|nữ|phụ nữ|DTTS|người DTTS|dân tộc thiểu số)$/iu;
/** "Tỷ lệ (%)": how much of something, without saying of what. */
const RATE_ALONE = /(?:^|\s)(?:đạt\s+)?(?:(?:tỷ|tỉ) lệ\s*(?:\(?%\)?|đạt(?:\s*\(%\))?)?|\(?%\)?)$/iu;
const SERIAL = /^(?:stt|tt|so tt|so thu tu|#|no)\.?$/;
const PLACE_COLUMN =
  /^(?:don vi|dia phuong|xa|phuong|ten (?:xa|don vi|dia phuong|huyen)|xa, phuong|phuong, xa|huyen|dia ban|don vi hanh chinh|huyen, thanh pho)/;
/** Those whose figures a table gives row by row. */
const GROUP_COLUMN = /^(?:(?:cac )?(?:nhom )?doi tuong|nhom(?! nhiem vu)|thanh phan)(?![a-z])/;

/** Their tables are none of the plan's: before it a web page has one of its number, date and signer. */
const WITHOUT_TABLES: ReadonlySet<RegionName> = new Set(['letterhead', 'other']);

/** All tables of the plan in document order. */
export function extractTables(context: Context, area: Area): TableReading[] {
  const found: TableReading[] = [];
  const visit = (nodes: readonly PlanNode[], under: readonly PlanSection[], annex: Annex | null): void => {
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'planTable') {
        const note = unitNote(nodes.slice(0, index));
        const table = readTable(context, node, under, annex, note, area);
        if (table !== null) found.push(table);
      } else if (node.type === 'section') visit(node.children, [...under, node], annex);
    }
  };
  for (const part of context.tree.children) {
    if (WITHOUT_TABLES.has(part.name)) continue;
    visit(part.children, [], part.name === 'annex' ? annexOf(part.children) : null);
  }
  return found;
}

function readTable(
  context: Context,
  table: PlanTable,
  under: readonly PlanSection[],
  annex: Annex | null,
  noteAbove: string | null,
  area: Area,
): TableReading | null {
  const width = Math.max(...table.children.map((row) => row.children.length));
  const body = table.children.slice(table.header).filter((row) => row.furniture === undefined);
  if (width < 2 || body.length === 0) return null;
  const serial = isSerial(
    headsOf(table, 1, 1)[0],
    body.map((row) => row.children[0]),
  )
    ? 0
    : -1;
  const labelColumn = serial + 1;
  const heads = headsOf(table, width, labelColumn + 1);
  const columnIndexes = Array.from({ length: width }, (_, index) => index).filter(
    (index) => index > labelColumn,
  );
  const caption =
    table.caption === null ? null : context.source.text.slice(table.caption.start, table.caption.end);
  const note = noteAbove ?? unitInCaption(caption ?? '');
  const ownUnits = columnIndexes.some((index) => isUnitColumn(heads[index]?.text ?? ''));
  const columns = columnIndexes.map((index): ColumnReading => {
    const head = heads[index];
    const label = head?.text ?? '';
    const hit =
      firstIndicator(label, context) ??
      (namesNoIndicator(label) ? null : indicatorCounted(label, writtenUnit(label, head?.parts)));
    const cells = body.map((row) => row.children[index]?.value ?? '');
    const figures = cells.some((cell) => parseCell(cell) !== null);
    const unit = ownUnits ? unitBeside(label) : unitOf(label, hit, figures ? note : null, cells, head?.parts);
    // "Căn hộ hoàn thành (căn)" counts, "Thời gian hoàn thành" doesn't.
    const timed =
      organisationLexicon().columns.times.test(fold(label)) &&
      unitInLabel(label) === null &&
      !(/(?<!\d)20\d{2}(?!\d)/.test(label) && areFigures(cells));
    const unitWritten =
      unit === null ||
      note !== null ||
      writtenUnit(label, head?.parts) !== null ||
      unitOpening(label) !== unit;
    return { label, span: head?.span ?? table.span, indicator: hit, unit, unitWritten, timed };
  });
  for (const [index, column] of columns.entries()) {
    const left = columns[index - 1];
    if (
      column.indicator === null &&
      left !== undefined &&
      PART.test(column.label) &&
      !isOfOtherSize(column, left)
    )
      columns[index] = { ...column, indicator: left.indicator };
    if (column.indicator === null && left !== undefined && isRateOf(column, left))
      columns[index] = { ...column, indicator: left.indicator };
    const part = columns[index];
    if (part?.unit === null && left?.unit === 'người' && PART_OF_PEOPLE.test(column.label))
      columns[index] = { ...part, unit: left.unit, unitWritten: false };
  }
  for (const [index, column] of columns.entries()) {
    // "Doanh nghiệp thành lập mới | Vốn đăng ký": whose capital it is.
    const beside = indicatorBehind(
      column.label.replace(/\s*\([^()]*\)\s*$/u, ''),
      columns.slice(0, index).flatMap(({ indicator }) => indicator ?? []),
    );
    if (beside !== null) columns[index] = { ...column, indicator: beside };
  }
  const rowHead = fold(heads[labelColumn]?.text ?? '');
  const placed = namesCommuneParts(rowHead) ? 'hamlet' : PLACE_COLUMN.test(rowHead) ? 'unit' : null;
  const timed = new Set(columnIndexes.filter((_, index) => columns[index]?.timed === true));
  const rows = body.map((row) =>
    readRow(row.children, row.span, serial, labelColumn, columnIndexes, placed, timed, area),
  );
  carryLabels(rows);
  markKinds(rows, ownUnits || haveOwnUnits(rows));
  readGroupedByCommas(rows, columns);
  const title = annex?.single === true ? annex.title : null;
  const titled =
    table.caption !== null && !isLead(caption ?? '') ? { text: caption ?? '', span: table.caption } : title;
  const about = titled?.text ?? caption ?? annex?.title?.text ?? annex?.heading ?? '';
  const ofPlaces = isOfPlaces(rows, placed !== null);
  const byGroup = GROUP_COLUMN.test(rowHead) && columns.every(({ indicator }) => indicator === null);
  const named = byGroup
    ? namedByHeading(columns, rows, [about, ...headingsAbove(context, under)])
    : ofPlaces
      ? namedByTitle(columns, rows, written(about, context.abbreviations))
      : columns;
  return {
    reading: settled(table, named, rows, titled),
    columns: named,
    rows,
    under,
    caption,
    title: titled,
    annex: annex?.heading ?? '',
    subject: heads[labelColumn]?.text ?? '',
    byGroup,
    ofPlaces,
    span: table.span,
  };
}

/** "Kinh phí (triệu đồng)", "So sánh (%)" beside a column of units. */
function unitBeside(label: string): string | null {
  return /\)\s*$/u.test(label) ? unitInLabel(label) : null;
}

/** "Số người tham gia BHYT | Tỷ lệ (%)", under the same heading or none: the share that those are. */
function isRateOf(column: ColumnReading, left: ColumnReading): boolean {
  const rate = RATE_ALONE.exec(column.label);
  return (
    rate !== null &&
    column.unit === '%' &&
    left.unit !== '%' &&
    left.label.startsWith(column.label.slice(0, rate.index).trim())
  );
}

/** "Diện tích (ha)", "Tổng vốn (tỷ đồng)": most rows are counted in units of their own, and sum up none. */
function haveOwnUnits(rows: readonly RowReading[]): boolean {
  const items = rows.filter(({ kind }) => kind === 'item');
  const units = items.flatMap(({ label }) => (/[)\]]$/u.test(label) ? (unitInLabel(label) ?? []) : []));
  return units.length * 2 > items.length || new Set(units).size > 2;
}

/** "1,234" people in a spreadsheet's form: things that are counted have no thousandths. Beside a figure that dots group, such a comma is a dot that was misread. */
function readGroupedByCommas(rows: readonly RowReading[], columns: readonly ColumnReading[]): void {
  if (rows.some(({ cells }) => cells.some(({ text }) => /^\d{1,3}(?:\.\d{3})+$/u.test(text)))) return;
  const unitAt = columns.findIndex(({ label }) => isUnitColumn(label));
  const read = (cells: readonly RowReading['cells'][number][]): void => {
    const commas = cells.filter(({ text }) => text.includes(','));
    if (!commas.every(({ text }) => /^[1-9]\d{0,2},\d{3}$/u.test(text))) return;
    for (const cell of commas) cell.value = Number(cell.text.replace(',', ''));
  };
  if (unitAt >= 0) {
    for (const { cells } of rows) if (isCounted(cells[unitAt]?.text ?? '')) read(cells);
    return;
  }
  columns.forEach(({ unit }, at) => {
    if (isCounted(unit ?? '')) read(rows.flatMap(({ cells }) => cells[at] ?? []));
  });
}

/** Most cells are plain figures, and no years: "Lộ trình thực hiện Năm 2026" is a column of what is to be reached. */
function areFigures(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const figures = filled.filter((cell) => parseCell(cell) !== null && !/^(?:19|20)\d{2}$/.test(cell.trim()));
  return figures.length * 2 > filled.length;
}

/** "Chỉ tiêu cụ thể như sau:" leads to a table without naming it. */
function isLead(caption: string): boolean {
  return !/^(?:bảng|biểu|phụ biểu)/iu.test(caption) && /:\s*$|(?:như sau|dưới đây)\s*[.:]?$/iu.test(caption);
}

/** A caption without the note on the unit that ends it. */
function captionOf(text: string): string {
  return text
    .replace(/\s*\((?:đơn vị(?: tính)?|đvt)\s*:[^()]*\)[\s:.]*$/iu, '')
    .replace(/[\s:.]+$/, '')
    .replace(/\s+/g, ' ');
}

/** Most rows are places, or some where their column is headed as one of places: groups of them and bodies may stand between. */
function isOfPlaces(rows: readonly RowReading[], headed: boolean): boolean {
  const items = rows.filter(({ kind }) => kind === 'item');
  const places = items.filter(({ place }) => place !== null).length;
  return items.length > 1 && (places * 2 > items.length || (headed && places > 1));
}

/** The first indicator that a heading names, as it stands or with the document's short forms written out. */
function firstIndicator(heading: string, { abbreviations }: Context): string | null {
  return joinedIndicators(heading)[0] ?? joinedIndicators(written(heading, abbreviations))[0] ?? null;
}

/** The headings over a table, the nearest first. */
function headingsAbove(context: Context, under: readonly PlanSection[]): string[] {
  return under.map(({ heading }) => textOf(context.source, heading).slice(0, 160)).reverse();
}

/** Columns of figures over groups of people are about the one thing that the table's title names, else the nearest heading that names any. */
function namedByHeading(
  columns: readonly ColumnReading[],
  rows: readonly RowReading[],
  above: readonly string[],
): readonly ColumnReading[] {
  const named = above.map((text) => new Set(findIndicators(text).map(({ id }) => id)));
  const [id, ...others] = named.find((ids) => ids.size > 0) ?? [];
  return id === undefined || others.length > 0 ? columns : withIndicator(columns, rows, id);
}

/** Columns of figures over places that name nothing themselves are about what those to their left name and the title too, or where none names any, about the one thing that the title names. */
function namedByTitle(
  columns: readonly ColumnReading[],
  rows: readonly RowReading[],
  title: string,
): readonly ColumnReading[] {
  const titled = new Set(findIndicators(title).map(({ id }) => id));
  // "Căn hộ hoàn thành (căn)" counts what only its unit tells.
  const own = new Set(
    columns.flatMap(({ label, indicator }) => (findIndicators(label).length > 0 ? (indicator ?? []) : [])),
  );
  if (own.size > 0) return likeTheirLeft(columns, rows, titled, title);
  const [id, ...others] = titled;
  return id === undefined || others.length > 0 ? columns : withIndicator(columns, rows, id);
}

/** "Lớp xóa mù chữ | Số học viên | Trường đạt chuẩn": a column that names nothing is about what the one before it names, where the title names that too. */
function likeTheirLeft(
  columns: readonly ColumnReading[],
  rows: readonly RowReading[],
  titled: ReadonlySet<string>,
  title: string,
): readonly ColumnReading[] {
  let left: ColumnReading | undefined;
  return columns.map((column, index) => {
    if (column.indicator !== null) left = column;
    const figures = rows.some((row) => (row.cells[index]?.value ?? null) !== null);
    const id = left?.indicator ?? null;
    if (column.indicator !== null || id === null || !titled.has(id) || !figures) return column;
    if (namesNoIndicator(column.label) || isTitled(column.label, title)) return column;
    if (isOfOtherSize(column, left)) return column;
    return { ...column, indicator: id };
  });
}

/** "Chỉ tiêu mã số vùng trồng và trồng cây phân tán": what the title names beside is about itself. */
function isTitled(label: string, title: string): boolean {
  const words = label
    .replace(/\s*\([^()]*\)\s*$/u, '')
    .replace(/^(?:tổng )?số\s/iu, '')
    .toLowerCase();
  return /\s/u.test(words) && title.toLowerCase().includes(words);
}

/** "Trồng rừng (ha) | Sản lượng gỗ (m3)": a size of another kind is of something else, and so is money beside a size. */
function isOfOtherSize({ unit }: ColumnReading, left: ColumnReading | undefined): boolean {
  if (unit === null || unit === left?.unit) return false;
  return isSize(unit) || (isMoney(unit) && left !== undefined && left.unit !== null && !isMoney(left.unit));
}

function isMoney(unit: string): boolean {
  return measureOf(scaled(unit).unit) === 'amount';
}

/** The columns, with an indicator for those of figures that have none. */
function withIndicator(
  columns: readonly ColumnReading[],
  rows: readonly RowReading[],
  id: string,
): readonly ColumnReading[] {
  return columns.map((column, index) => {
    const figures = rows.some((row) => (row.cells[index]?.value ?? null) !== null);
    const cells = rows.map((row) => row.cells[index]?.text ?? '');
    if (column.indicator !== null || !figures) return column;
    return { ...column, indicator: id, unit: column.unit ?? unitOf(column.label, id, null, cells) };
  });
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

function settled(
  table: PlanTable,
  columns: readonly ColumnReading[],
  rows: readonly RowReading[],
  caption: { text: string; span: Span } | null,
): Whole {
  const reading: Record<string, Reading> = {
    caption: caption === null ? null : new Read(captionOf(caption.text), caption.span),
    page: new Read(table.page, table.span),
    columns: columns.map(
      ({ label, span, indicator: id, unit, unitWritten }) =>
        new Whole({
          label: new Read(label, span),
          indicator: id === null ? null : new Read(id, span),
          unit: unit === null || !unitWritten ? null : new Read(unit, span),
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
