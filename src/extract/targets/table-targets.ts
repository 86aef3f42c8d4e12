import { fold } from '../../lexicon/fold.ts';
import { findIndicators } from '../../lexicon/indicators.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import type { Target } from '../../plan/record.ts';
import { type Context, textOf } from '../context.ts';
import { type DateMention, findDates } from '../dates.ts';
import { Read, type Reading, Whole } from '../reading.ts';
import type { RowReading } from '../table-rows.ts';
import type { ColumnReading, TableReading } from '../tables.ts';

const RESULT_COLUMN =
  /(?<![a-z])(?:thuc hien|uoc(?: dat| thuc hien)?|ket qua|hien trang|cung ky|nam truoc|ty le (?:dat|hoan thanh)|so voi|tang giam|ghi chu)(?![a-z])/;
const UNIT_COLUMN = /^(?:don vi(?: tinh)?|dvt)$/;
const RELATION = /^\s*([≥≤<>]=?|trên|dưới|ít nhất|tối thiểu|không quá|tối đa)\s*/iu;

/**
 * A target for every figure of a table of targets: its columns are indicators, or its rows are and its columns are
 * years. Tables that report, budget or list duties give none.
 */
export function extractTableTargets(
  context: Context,
  tables: readonly TableReading[],
  period: Read<string> | null,
): Whole[] {
  return tables.flatMap((table, index) =>
    isTargetTable(context, table) ? inTable(context, table, index, period) : [],
  );
}

function isTargetTable(context: Context, table: TableReading): boolean {
  const figures = table.rows.flatMap((row) => row.cells.filter((cell) => cell.value !== null));
  if (figures.length < 2) return false;
  const headings = table.under.map((section) => textOf(context.source, section.heading).slice(0, 160));
  const words = [table.caption ?? '', ...headings.reverse(), table.annex];
  const zone = words.flatMap((text) =>
    targetLexicon()
      .sections.find(text)
      .map((hit) => hit.entry),
  )[0];
  if (zone === 'money' || zone === 'past') return false;
  const known =
    table.columns.some((column) => column.indicator !== null) ||
    table.rows.some((row) => findIndicators(row.label).length > 0);
  const aimed = table.columns.some((column) =>
    /^(?:mục tiêu|chỉ tiêu|kế hoạch)(?![\p{L}])/iu.test(column.label),
  );
  if (zone === undefined && aimed && known) return true;
  return zone === 'targets'
    ? figures.length * 3 >= table.rows.length
    : known && /chỉ tiêu|kế hoạch|giao/iu.test(words.join(' '));
}

function inTable(context: Context, table: TableReading, index: number, period: Read<string> | null): Whole[] {
  const unitColumn = table.columns.findIndex((column) => UNIT_COLUMN.test(fold(column.label)));
  const byRow = table.columns.every((column) => column.indicator === null) || unitColumn >= 0;
  let part: RowReading | null = null;
  return table.rows.flatMap((row, rowIndex) => {
    if (row.kind === 'heading') part = row;
    return table.columns.flatMap((column, columnIndex): Whole[] => {
      const cell = row.cells[columnIndex];
      if (cell === undefined || columnIndex === unitColumn) return [];
      const relation = RELATION.exec(cell.text)?.[1];
      const value = cell.value ?? (relation === undefined ? null : parse(cell.text.replace(RELATION, '')));
      if (value === null || RESULT_COLUMN.test(fold(column.label))) return [];
      const unit = byRow ? unitOfRow(row, unitColumn, column) : column.unit;
      const label = byRow
        ? { value: row.label, span: row.labelSpan }
        : { value: column.label, span: column.span };
      const id = byRow ? (findIndicators(row.label)[0]?.id ?? null) : column.indicator;
      // A figure under no heading has no name to be a target by.
      if (label.value === '') return [];
      const due = dueOf(context, table, column, period);
      // A share of thousands is a figure that slid under another column's heading.
      if (unit === '%' && Math.abs(value) > 1000) return [];
      const share = unit?.startsWith('%');
      const named = !byRow && row.kind === 'item' && row.place === null && row.label !== '';
      const group = row.kind === 'subtotal' || named ? row : null;
      const fields: Record<keyof Target, Reading> = {
        indicator: id === null ? null : new Read(id, label.span),
        label: new Read(label.value, label.span),
        group: group === null ? null : new Read(groupName(group, part), group.labelSpan),
        measure: new Read(measureOf(unit), cell.span),
        change: null,
        relation: new Read(relationOf(relation), cell.span),
        value: new Read(value, cell.span),
        unit: unit === null ? null : new Read(unit, cell.span),
        of: share ? baseOf(label.value, cell.span) : null,
        reference: null,
        due,
        place: byRow ? null : row.place,
        from: new Whole({
          table: new Read(index, cell.span),
          row: new Read(rowIndex, cell.span),
          column: new Read(columnIndex, cell.span),
        }),
      };
      return [new Whole(fields, cell.span)];
    });
  });
}

function parse(text: string): number | null {
  const plain = text.replace(/[%\s]/g, '').replaceAll('.', '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function unitOfRow(row: RowReading, unitColumn: number, column: ColumnReading): string | null {
  const written = unitColumn < 0 ? '' : (row.cells[unitColumn]?.text ?? '');
  if (written !== '') return written.toLowerCase() === '%' ? '%' : written;
  return /%|tỷ lệ|tỉ lệ/iu.test(row.label) ? '%' : column.unit;
}

function groupName(row: RowReading, part: RowReading | null): string {
  const own = row.label.replace(/^(?:Tổng cộng|Cộng|Tổng)\s*/iu, '').trim();
  return own !== '' ? own : (part?.label ?? row.label);
}

function measureOf(unit: string | null): Target['measure'] {
  if (unit === null) return 'count';
  if (unit.startsWith('%')) return 'share';
  if (/đồng/iu.test(unit)) return 'amount';
  return /\/(?:\d|vạn|1)/u.test(unit) ? 'ratio' : 'count';
}

function relationOf(sign: string | undefined): Target['relation'] {
  if (sign === undefined) return '=';
  return targetLexicon().relation(` ${sign}`, '') ?? '=';
}

function baseOf(label: string, span: { start: number; end: number }): Read<string> | null {
  const base = targetLexicon().bases.find(label)[0]?.entry;
  return base === undefined ? null : new Read(base, span);
}

function dueOf(
  context: Context,
  table: TableReading,
  column: ColumnReading,
  period: Read<string> | null,
): Read<string> | null {
  const own = last(findDates(column.label)) ?? bareYear(column.label);
  if (own !== null)
    return new Read(own.value, { start: column.span.start + own.start, end: column.span.start + own.end });
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

function last(dates: readonly DateMention[]): DateMention | null {
  return dates.at(-1) ?? null;
}

function bareYear(label: string): DateMention | null {
  const match = /(?<!\d)(20\d{2})(?!\d)/.exec(label);
  return match?.[1] === undefined
    ? null
    : { value: match[1], kind: 'year', start: match.index, end: match.index + 4 };
}
