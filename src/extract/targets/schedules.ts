import { fold } from '../../lexicon/fold.ts';
import { organisationLexicon } from '../../lexicon/organisation.ts';
import { dayRange } from '../../plan/edtf.ts';
import { type CellTime, timesInCell } from '../cell-times.ts';
import { isSize, unitInLabel, unitNamed } from '../label-units.ts';
import { Read } from '../reading.ts';
import { isUnitColumn } from '../table-columns.ts';
import type { RowReading } from '../table-rows.ts';
import type { ColumnReading, TableReading } from '../tables.ts';
import { measureOf, scaled } from './cell-figures.ts';

/** A table that schedules the plan's work: so many classes for so many people, row by row, each at its own time. */
export interface Schedule {
  /** The columns that count, with their units; null is the unit that each row has of its own, or none. */
  counted: ReadonlyMap<number, string | null>;
  /** Its rows name what is counted, and not its columns. */
  byRow: boolean;
}

const MONEY =
  /^(?:kinh phi|du toan|don gia|thanh tien|so tien|muc chi|gia tri|tong muc dau tu|nguon von|von)(?![a-z])/;
/** What lists of what is built say of it. */
const INVESTMENT = /(?<![a-z])(?:muc dau tu|von|tmdt)(?![a-z])/;
/** "Số học viên/lớp": how large each is. */
const OF_EACH = /\/\s*(?:1\s*)?(?:lớp|khóa|khoá|đợt|buổi|cuộc|hội nghị|lượt|lần)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** What a column of figures is called where the rows name what is counted. */
const AMOUNT = /^(?:so luong|khoi luong|quy mo|ke hoach|chi tieu)(?![a-z])/;
const LENGTHS_OF_TIME = new Set(['ngày', 'tiết', 'giờ', 'tuần', 'tháng', 'phút', 'buổi']);

/**
 * Reads a table as one that schedules work: with a column of times ahead, columns that count, and none of who is in
 * charge, which would make it one of duties. Null where it is none.
 */
export function scheduleOf(
  { columns, rows }: TableReading,
  period: Read<string> | null,
  issued: string | null,
): Schedule | null {
  if (columns.some(({ label }) => organisationLexicon().columns.leads.test(fold(label)))) return null;
  const items = rows.filter(({ kind }) => kind === 'item');
  const most = (found: readonly unknown[]): boolean => found.length * 2 > items.length;
  const timed = items.filter((row) =>
    timesOfRow(columns, row, period).some(
      ({ due, recurrence }) => recurrence !== null || (due !== null && isAhead(due, period, issued)),
    ),
  );
  if (items.length < 2 || !most(timed)) return null;
  const hasUnits = columns.some(({ label }) => isUnitColumn(label));
  const figured = columns.flatMap((column, index) =>
    !column.timed && most(items.filter((row) => (row.cells[index]?.value ?? null) !== null))
      ? [{ label: column.label, unit: unitInLabel(column.label) ?? unitNamed(column.label), index }]
      : [],
  );
  if (figured.some(({ label }) => INVESTMENT.test(fold(label)))) return null;
  const costs = figured.some(({ label, unit }) => isMoney(label, unit));
  const counting = figured.filter(({ label, unit }) => {
    if (
      isMoney(label, unit) ||
      OF_EACH.test(label) ||
      (unit !== null && LENGTHS_OF_TIME.has(unit.toLowerCase()))
    )
      return false;
    // A list of what is bought or built says how much of it, and what it costs.
    if (unit === null) return !costs && (hasUnits || AMOUNT.test(fold(label)));
    return !costs || !isSize(unit);
  });
  if (counting.length === 0) return null;
  return {
    counted: new Map(counting.map(({ index, unit }) => [index, unit])),
    byRow: hasUnits || counting.every(({ unit }) => unit === null),
  };
}

/** The time that a row's own cell in the column of times sets. */
export function timeOfRow(
  columns: readonly ColumnReading[],
  row: RowReading,
  period: Read<string> | null,
): Read<string> | null {
  const cell = row.cells[columns.findIndex(({ timed }) => timed)];
  const due = timesOfRow(columns, row, period).findLast((time) => time.due !== null)?.due ?? null;
  return cell === undefined || due === null ? null : new Read(due, cell.span);
}

function timesOfRow(
  columns: readonly ColumnReading[],
  row: RowReading,
  period: Read<string> | null,
): CellTime[] {
  const text = row.cells[columns.findIndex(({ timed }) => timed)]?.text ?? '';
  return text === '' ? [] : timesInCell(text, period);
}

/** Whether a time is not over when the plan begins, nor begins when that is over. */
function isAhead(due: string, period: Read<string> | null, issued: string | null): boolean {
  const [days, covered] = [dayRange(due), period === null ? null : dayRange(period.value)];
  if (days === null) return false;
  return days.last >= (covered?.first ?? issued ?? '') && days.first <= (covered?.last ?? '9999');
}

function isMoney(label: string, unit: string | null): boolean {
  return MONEY.test(fold(label)) || (unit !== null && measureOf(scaled(unit).unit) === 'amount');
}
