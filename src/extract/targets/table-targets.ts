import { fold } from '../../lexicon/fold.ts';
import { findIndicators } from '../../lexicon/indicators.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import { dayRange } from '../../plan/edtf.ts';
import type { Target } from '../../plan/record.ts';
import type { Span } from '../../plan/source-text.ts';
import { CERTAINTY } from '../certainty.ts';
import { type Context, textOf } from '../context.ts';
import { type DateMention, findDates } from '../dates.ts';
import { dutyColumns } from '../duty-tables.ts';
import { unitInLabel } from '../label-units.ts';
import { Read, type Reading, Whole } from '../reading.ts';
import { isUnitColumn } from '../table-columns.ts';
import type { RowReading } from '../table-rows.ts';
import type { ColumnReading, TableReading } from '../tables.ts';
import { isComparedRate, isPart, ofEverybody } from './bases.ts';
import { type CellFigure, cellFigures, eachInLabel, measureOf, scaled } from './cell-figures.ts';
import { withQuarters } from './due.ts';
import { isPartOfPopulation } from './group-words.ts';
import { groupBefore } from './groups-before.ts';
import { aimColumns } from './row-sentences.ts';
import { rowSubjects } from './row-subjects.ts';
import { type Schedule, scheduleOf, timeOfRow } from './schedules.ts';
import { aboutOf, bareYear, isCompared, reportingColumns, yearBelow } from './table-zones.ts';

/** "Tốc độ tăng trưởng GRDP" is a rate that rises and falls itself; "Tăng trưởng năm 2025" beside a stock is how much that grows. */
const CHANGE =
  /^(?:(?:mức|kế hoạch|chỉ tiêu|số\s+\p{Ll}+)\s+)?(?<change>giảm|tăng(?!\s+trưởng))(?![A-Za-zÀ-\u036fḀ-ỹ])|^(?:(?:số|mức|tỷ lệ|tỉ lệ)\s+)?(?<grown>tăng)\s+trưởng(?=\s*(?:\(|$|năm\s|so với\s))|(?<![A-Za-zÀ-\u036fḀ-ỹ])(?<more>tăng|giảm)(?:\s+(?:mới|thêm|so với)(?![A-Za-zÀ-\u036fḀ-ỹ])|\s*(?:\([^()]*\)\s*)?$)/iu;

/**
 * A target for every figure of a table of targets: its columns are indicators, or its rows are and its columns are
 * years. Tables that report, budget or list duties give none.
 */
export function extractTableTargets(
  context: Context,
  tables: readonly TableReading[],
  period: Read<string> | null,
): Whole[] {
  return tables.flatMap((table, index) => {
    const about = aboutOf(context, table);
    if (about === 'money' || about === 'past') return [];
    // "Nhiệm vụ | Chỉ tiêu năm 2026 | Đơn vị chủ trì": what each duty is to reach.
    if (dutyColumns(table) !== null) return inTable(context, table, index, period, aimsBesideDuties(table));
    const schedule = scheduleOf(table, period, context.issuedOn);
    if (about === null && schedule === null) return [];
    return inTable(context, table, index, period, schedule);
  });
}

function aimsBesideDuties(table: TableReading): Schedule {
  return {
    counted: new Map(aimColumns(table).map((at) => [at, table.columns[at]?.unit ?? null])),
    byRow: true,
  };
}

function inTable(
  context: Context,
  table: TableReading,
  index: number,
  period: Read<string> | null,
  schedule: Schedule | null,
): Whole[] {
  const reports = reportingColumns(table, Number(context.issuedOn?.slice(0, 4) ?? 0));
  const unitColumn = table.columns.findIndex((column) => isUnitColumn(column.label));
  const byRow =
    table.byGroup ||
    unitColumn >= 0 ||
    (schedule?.byRow !== false &&
      !table.ofPlaces &&
      !isOfLevels(table) &&
      table.columns.every((column) => column.indicator === null) &&
      !countSeveral(table.columns.filter((_, at) => !reports.has(at))));
  const onlyUnit = sameUnit(table.columns.filter((_, at) => !reports.has(at)));
  const naming = byRow ? namingColumn(table) : -1;
  const nameOf = (row: RowReading): { value: string; span: Span } => {
    const cell = row.cells[naming];
    return cell === undefined || cell.text === ''
      ? { value: row.label, span: row.labelSpan }
      : { value: cell.text, span: cell.span };
  };
  const subjects = byRow
    ? rowSubjects(
        table.rows.map((row) => ({ ...row, label: nameOf(row).value })),
        (row) => unitOfRow(row, unitColumn, onlyUnit),
      )
    : [];
  let part: RowReading | null = null;
  return table.rows.flatMap((row, rowIndex) => {
    if (row.kind === 'heading') part = row;
    return table.columns.flatMap((column, columnIndex): Whole[] => {
      const cell = row.cells[columnIndex];
      if (cell === undefined || column.timed || columnIndex === unitColumn || reports.has(columnIndex))
        return [];
      if (schedule?.counted.has(columnIndex) === false) return [];
      const label = byRow ? nameOf(row) : { value: column.label, span: column.span };
      // A figure under no heading has no name to be a target by.
      if (label.value === '') return [];
      const counted = byRow
        ? unitOfRow(row, unitColumn, column)
        : (column.unit ?? schedule?.counted.get(columnIndex) ?? null);
      const subject = subjects[rowIndex];
      // The rows of a schedule name pieces of work, and no part of the population.
      const isGroup =
        schedule === null &&
        (row.kind === 'subtotal' ||
          (!byRow && row.kind === 'item' && row.place === null && row.label !== ''));
      const named: Named = {
        label,
        id: byRow && !table.byGroup ? (subject?.id ?? null) : column.indicator,
        group:
          isGroup || (table.byGroup && row.kind === 'item')
            ? new Read(groupName(row, part), row.labelSpan)
            : null,
        ofPeople: subject?.group === true ? new Read(groupName(row, part), row.labelSpan) : null,
        due: dueOf(context, table, row, column, period),
        place: byRow ? null : row.place,
        from: new Whole({
          table: new Read(index, cell.span),
          row: new Read(rowIndex, cell.span),
          column: new Read(columnIndex, cell.span),
        }),
      };
      return cellFigures(cell, column.label, row.label).flatMap(
        (figure) => targetOf(figure, cell.span, counted, named) ?? [],
      );
    });
  });
}

/** "Mầm non", "Tiểu học": rows of which each is a level of schools, and names nothing that is counted. */
function isOfLevels({ rows }: TableReading): boolean {
  const items = rows.filter(({ kind }) => kind === 'item');
  return items.length > 1 && items.every(({ label }) => targetLexicon().isDivision(label));
}

/** "Tiêu chí | Nội dung tiêu chí | Chỉ tiêu": the column that tells what is counted of the field that the row names; -1 for none. */
function namingColumn({ columns, rows, subject }: TableReading): number {
  if (!/^(?:(?:ten|nhom) )?(?:tieu chi|linh vuc|nhom chi tieu)$/.test(fold(subject))) return -1;
  return columns.findIndex(
    ({ label }, at) =>
      /^(?:noi dung|ten|cac)?\s?(?:tieu chi|chi tieu|noi dung)(?: thanh phan| cu the)?$/.test(fold(label)) &&
      rows.every(({ cells }) => cells[at]?.value == null && !/^[\d≥≤<>]/u.test(cells[at]?.text ?? '')),
  );
}

/** What the row and the column say of a cell's figures. */
interface Named {
  label: { value: string; span: Span };
  id: string | null;
  group: Read<string> | null;
  /** The group, where it is people that are counted. */
  ofPeople: Read<string> | null;
  due: Read<string> | null;
  place: Whole | null;
  from: Whole;
}

function targetOf(figure: CellFigure, span: Span, counted: string | null, named: Named): Whole | null {
  const { label, id } = named;
  const { scale, unit } = unitOfFigure(figure, counted);
  const value = Number((figure.value * scale).toPrecision(15));
  // A share of thousands is a figure that slid under another column's heading.
  if (unit === '%' && Math.abs(value) > 1000) return null;
  const all = { start: PART_LEAD.exec(label.value)?.[0].length ?? 0, end: label.value.length };
  const changes = CHANGE.exec(label.value)?.groups;
  const worded = (changes?.change ?? changes?.grown ?? changes?.more)?.toLowerCase();
  const change = figure.change ?? (worded === undefined ? null : worded === 'giảm' ? 'decrease' : 'increase');
  const measure =
    measureOf(unit) === 'count' && eachInLabel(label.value) !== null ? 'ratio' : measureOf(unit);
  const group = named.group ?? (unit === 'người' ? named.ofPeople : null);
  const concerned =
    group === null ? (partOf(label.value) ?? groupBefore(label.value, all, { measure })) : null;
  const fields: Record<keyof Target, Reading> = {
    indicator: id === null ? null : new Read(id, label.span, CERTAINTY.tableTarget.indicator),
    label: new Read(label.value, label.span),
    group:
      group ??
      (concerned === null
        ? null
        : new Read(
            label.value.slice(concerned.start, concerned.end),
            label.span,
            CERTAINTY.tableTarget.group,
          )),
    measure: new Read(measure, span),
    change: change === null ? null : new Read(change, figure.change === null ? label.span : span),
    relation: new Read(figure.relation, span),
    value: new Read(value, span),
    unit: unit === null ? null : new Read(unit, span),
    of: unit?.startsWith('%')
      ? (baseOf(label.value, id, span) ??
        (isComparedRate(label.value) ? new Read('other' as const, span) : null) ??
        basedOn(
          change !== null
            ? null
            : concerned === null
              ? ofEverybody(label.value)
              : isPart(label.value, { label: all, group: concerned }, unit)
                ? null
                : 'group',
          span,
        ))
      : null,
    reference: null,
    due: named.due,
    place: named.place,
    from: named.from,
  };
  return new Whole(fields, span);
}

function basedOn(base: 'group' | 'population' | null, span: Span): Read<string> | null {
  return base === null ? null : new Read<string>(base, span);
}

const PART_LEAD = /^trong đó\s*:?\s+/iu;

/** "Trong đó: thuộc hộ nghèo (người)": a column for a part of the people whom the one before it counts. */
function partOf(label: string): Span | null {
  const lead = /^thuộc\s/iu.test(label.replace(PART_LEAD, '')) ? (PART_LEAD.exec(label)?.[0].length ?? 0) : 0;
  const end = label.replace(/\s*\([^()]*\)$/u, '').length;
  return lead === 0 || end <= lead ? null : { start: lead, end };
}

/** The unit that a cell has of its own, else what its row or column is counted in. */
function unitOfFigure(figure: CellFigure, counted: string | null): { unit: string | null; scale: number } {
  const outer = scaled(counted);
  if (figure.unit === null) return outer;
  const own = scaled(figure.unit);
  return outer.unit !== null && own.unit !== null && outer.unit.startsWith(own.unit)
    ? { unit: outer.unit, scale: own.scale }
    : own;
}

/** "Số lớp | Số học viên": the columns name what is counted, several things, of whatever the rows name. */
function countSeveral(columns: readonly ColumnReading[]): boolean {
  const units = columns.flatMap(({ label }) => (HOW_MUCH.test(label) ? [] : (unitInLabel(label) ?? [])));
  return new Set(units).size > 1;
}

/** "Năm 2026 Số người", "Năm 2026 Tỷ lệ (%)": a time, and so many or so much of whatever the row names. */
const HOW_MUCH =
  /^(?:(?:kế hoạch|chỉ tiêu|mục tiêu|đến)\s)*(?:năm\s)?20\d{2}\s(?:số (?:lượng|người|tuyệt đối)|(?:tỷ|tỉ) lệ|%)(?:\s*\([^()]*\))?$/iu;

/** A column whose unit is that of all the others; null where they differ. */
function sameUnit(columns: readonly ColumnReading[]): ColumnReading | null {
  const [first] = columns;
  return first !== undefined && columns.every(({ unit }) => unit === first.unit) ? first : null;
}

function unitOfRow(row: RowReading, unitColumn: number, column: ColumnReading | null): string | null {
  const written = unitColumn < 0 ? '' : (row.cells[unitColumn]?.text ?? '');
  // "Năm 2026 Số lượng | Năm 2026 Tỷ lệ (%)": so many of what the row counts, and that share.
  if (column !== null && written !== '' && unitInLabel(column.label) === '%') return '%';
  if (written !== '') return written;
  return unitInLabel(row.label) ?? column?.unit ?? null;
}

function groupName(row: RowReading, part: RowReading | null): string {
  const own = row.label.replace(/^(?:Tổng cộng|Cộng|Tổng|Trong đó)[\s:]*/iu, '').trim();
  return own !== '' ? own : (part?.label ?? row.label);
}

/** A share's base; an indicator's own name (tăng trưởng GRDP) is none. */
function baseOf(label: string, id: string | null, span: Span): Read<string> | null {
  // "Tỷ lệ bóng đèn LED trên tổng số bóng đèn", "Tỷ trọng kinh tế số trong GRDP": of the whole that is named.
  if (
    /^(?:tỷ lệ|tỉ lệ|hồ sơ)\s[^;]*\strên tổng\s|^(?:tỷ trọng|tỉ trọng)\s[^;]*\s(?:trong|vào|trên)\s(?!địa bàn)/iu.test(
      label,
    )
  )
    return new Read<string>('other', span);
  // "Kế hoạch năm 2025 Tỷ lệ (%)": the heading of the column, and not what its shares are of.
  const base = targetLexicon()
    .bases.find(label)
    .find(({ entry, start }) => entry !== 'plan' || start > 0);
  if (base === undefined || isPartOfPopulation(label.slice(base.start))) return null;
  const named = findIndicators(label).some(
    (mention) => mention.id === id && mention.start <= base.start && base.end <= mention.end,
  );
  return base.entry === 'other' && named ? null : new Read(base.entry, span);
}

function dueOf(
  context: Context,
  table: TableReading,
  row: RowReading,
  column: ColumnReading,
  period: Read<string> | null,
): Read<string> | null {
  const dates = withQuarters(column.label, period).filter(({ start }) => !isCompared(column.label, start));
  const own =
    yearBelow(column.label) ?? last(dates) ?? bareYear(column.label) ?? monthOf(column.label, period);
  const ofRow = timeOfRow(table.columns, row, period);
  if (ofRow !== null && (own === null || isWithin(ofRow.value, own.value))) return ofRow;
  if (own !== null)
    return new Read(own.value, { start: column.span.start + own.start, end: column.span.start + own.end });
  const pointed = timeAbove(context, table);
  if (pointed !== null) return pointed;
  const titled = table.title === null ? undefined : findDates(table.title.text)[0];
  if (table.title !== null && titled !== undefined)
    return new Read(titled.value, {
      start: table.title.span.start + titled.start,
      end: table.title.span.start + titled.end,
    });
  for (const section of [...table.under].reverse()) {
    const text = textOf(context.source, section.heading);
    const date = findDates(text)[0];
    if (date !== undefined)
      return new Read(date.value, {
        start: section.heading.start + date.start,
        end: section.heading.start + date.end,
      });
  }
  return period === null ? null : new Read(period.value, period.span, 0.9);
}

/** "chuẩn bị đủ theo biểu dưới đây, xong trước ngày 31/8/2023": the time that a paragraph right above sets for what its table lists. */
function timeAbove({ source }: Context, table: TableReading): Read<string> | null {
  const nodes = table.under.at(-1)?.children ?? [];
  // The caption may stand between.
  const above = nodes
    .filter((node) => node.type === 'paragraph' && node.span.end <= table.span.start)
    .slice(-2);
  for (const { span } of above.reverse()) {
    const text = textOf(source, span);
    const at = text.search(POINTS_BELOW);
    if (at < 0) continue;
    const [sentence = ''] = /^.*?(?=[.;](?:\s|$)|$)/su.exec(text.slice(at)) ?? [];
    const until = findDates(sentence).find(({ start }) => UNTIL.test(sentence.slice(0, start)));
    if (until === undefined) continue;
    const start = span.start + at;
    return new Read(until.value, { start: start + until.start, end: start + until.end });
  }
  return null;
}

const POINTS_BELOW = /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:bảng|biểu|phụ biểu)\s+(?:dưới đây|sau|số\s+\d|\d)/iu;
const UNTIL = /(?:trước|chậm nhất(?:\s+(?:là|vào))?|(?:đến|tới)(?:\s+hết)?)\s*(?:ngày\s*)?$/iu;

/** "Tháng 3", "T.3", "6 tháng đầu năm": a column for a month of the plan's only year. */
function monthOf(label: string, period: Read<string> | null): DateMention | null {
  const [, alone, first] = MONTH.exec(label) ?? [];
  const month = alone ?? first;
  return month === undefined || period === null || !/^\d{4}$/.test(period.value)
    ? null
    : { value: `${period.value}-${month.padStart(2, '0')}`, kind: 'month', start: 0, end: label.length };
}

const MONTH =
  /^(?:(?:đến|hết)\s+)*(?:tháng\s*|T\.?\s?)(0?[1-9]|1[0-2])$|(?:^|\s)0?([369])\s+tháng\s+đầu\s+năm$/iu;

function isWithin(time: string, other: string): boolean {
  const [inner, outer] = [dayRange(time), dayRange(other)];
  return inner !== null && outer !== null && outer.first <= inner.first && inner.last <= outer.last;
}

function last(dates: readonly DateMention[]): DateMention | null {
  return dates.at(-1) ?? null;
}
