import { fold } from '../../lexicon/fold.ts';
import { findIndicators } from '../../lexicon/indicators.ts';
import { targetLexicon } from '../../lexicon/targets.ts';
import { type Context, textOf } from '../context.ts';
import type { DateMention } from '../dates.ts';
import { COMPARES } from '../table-columns.ts';
import type { ColumnReading, TableReading } from '../tables.ts';
import { cellFigures, measureOf, scaled } from './cell-figures.ts';

/** What a table may be of. */
type TableZone = 'targets' | 'past' | 'money';

const RESULT_COLUMN =
  /(?<![a-z])(?:(?<!(?:lo trinh|ke hoach|chi tieu|muc tieu|tien do|nhiem vu|giao|phai|can) )thuc hien|uoc(?: dat| thuc hien)?|ket qua|hien trang|hien hanh|hien co|hien tai|(?<!(?:thang|phan) )dau nam|dau ky|dang (?:tham gia|co|quan ly|hoat dong)$|thuc trang|da (?:dat|co|thuc hien)|cung ky|nam truoc|ty le (?:dat|hoan thanh)|so sanh|chenh lech|tang ?[,/(-]? ?(?:hoac )?giam|ghi chu)(?![a-z])|(?<![a-z])u?th (?:nam )?20\d\d|20\d\d u?th(?![a-z])|^(?:[a-z%]+ ){0,3}so voi(?![a-z])|^(?:%|ty le)? ?20\d\d ?\/ ?20\d\d|^toc do (?:tang|phat trien)(?! truong)(?![a-z])/;

/** What the title of a table and the headings above it say it is; null where they don't. */
export function tableZone(context: Context, table: TableReading): TableZone | null {
  const planned = table.columns.some((column) => yearOf(column) > runningYear(table));
  const said = wordsAbove(context, table).map((text) =>
    WORK_AND_MONEY.test(text) && sharesOutWork(table) ? 'targets' : zoneOf(text, planned),
  );
  return said.find((zone) => zone !== undefined) ?? null;
}

/** "Khối lượng, kinh phí phân theo xã": what is to be done, and the money that goes with it. */
const WORK_AND_MONEY =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:khối lượng|diện tích|số lượng|quy mô|công trình|chỉ tiêu)(?:\s+thực hiện)?\s*(?:,|và|,\s*và)\s+(?:nhu cầu\s+)?(?:kinh phí|vốn)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** A table that gives each place its part of the work, in units other than those of money. */
function sharesOutWork({ ofPlaces, columns }: TableReading): boolean {
  return ofPlaces && columns.some(({ unit }) => unit !== null && measureOf(scaled(unit).unit) === 'count');
}

function wordsAbove(context: Context, table: TableReading): string[] {
  const headings = table.under.map((section) => textOf(context.source, section.heading).slice(0, 160));
  return [table.caption ?? '', ...headings.reverse(), table.annex];
}

/** A title of what the plan sets: "Kế hoạch trồng rừng năm 2025". */
const SETS =
  /^(?:(?:bảng|biểu|phụ biểu)[^.:]{0,12}[.:]\s*)?(?:kế hoạch|giao|phân bổ|phân khai|lộ trình)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;
/** "Phương tiện các xã phải chuẩn bị năm 2023": what is asked of those whom it names. */
const ASKS =
  /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:phải|cần)\s+(?:chuẩn bị|có|đạt|hoàn thành|huy động|thực hiện)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu;

/** What the figures of a table are, as its columns tell, too; null where nothing does. */
export function aboutOf(context: Context, table: TableReading): TableZone | null {
  const named = tableZone(context, table);
  const zone = named === 'money' && isOfRatesAhead(context, table) ? 'targets' : named;
  if (zone === 'money' || zone === 'past') return zone;
  const figures = table.rows.flatMap((row) =>
    row.cells.filter((cell, at) => table.columns[at]?.timed === false && cellFigures(cell).length > 0),
  );
  if (figures.length < 2) return null;
  const title = table.title?.text ?? table.caption ?? '';
  const known =
    table.columns.some((column) => column.indicator !== null) ||
    table.rows.some((row) => findIndicators(row.label).length > 0) ||
    (SETS.test(title) && findIndicators(title).length > 0);
  const aimed = table.columns.filter(
    ({ label }) =>
      /^(?:mục tiêu|chỉ tiêu|kế hoạch|KH(?=\s(?:năm\s)?20\d\d))(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(label) &&
      !/(?<![A-Za-zÀ-\u036fḀ-ỹ])vốn(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(label),
  );
  // "Thực hiện năm 2024 | Kế hoạch năm 2025": planned beside what was reached, whatever it is.
  const planned = aimed.some(
    (column) => measureOf(scaled(column.unit).unit) !== 'amount' && yearOf(column) > runningYear(table),
  );
  if (zone === null && ((aimed.length > 0 && (known || planned)) || ASKS.test(title))) return 'targets';
  const sets =
    zone === 'targets'
      ? figures.length * 3 >= table.rows.length
      : known && /chỉ tiêu|kế hoạch|giao|lộ trình/iu.test(wordsAbove(context, table).join(' '));
  return sets ? 'targets' : null;
}

/** "Tiến độ giải ngân lũy kế (%) | Hết quý I/2026 | Hết quý II/2026": how much of the money is to be spent by when, and no sums. */
function isOfRatesAhead(context: Context, { columns, rows }: TableReading): boolean {
  const ahead = columns.filter(({ label }) => {
    const year = Number(/(?<!\d)20\d{2}(?!\d)/u.exec(label)?.[0] ?? 0);
    return year > 0 && year >= Number(context.issuedOn?.slice(0, 4) ?? 0);
  });
  return (
    ahead.length > 1 &&
    rows.every(({ label }) => /^(?:tổng\s+)?(?:tỷ lệ|tỉ lệ)(?![A-Za-zÀ-\u036fḀ-ỹ])/iu.test(label))
  );
}

/** What a heading says its tables are. One of forecasts or results that names targets too is about those of the years to come. */
function zoneOf(text: string, planned: boolean): TableZone | undefined {
  const zones = targetLexicon()
    .sections.find(text)
    .map((hit) => hit.entry);
  const ahead =
    zones.includes('targets') ||
    /(?<![A-Za-zÀ-\u036fḀ-ỹ])(?:kế hoạch|dự kiến)\s+(?:năm|giai đoạn)\s/iu.test(text);
  return zones[0] === 'past' && planned && ahead ? 'targets' : zones[0];
}

/** Its year, that in which a school year or a span of years ends; 0 where it names none. */
function yearOf({ label }: ColumnReading): number {
  const below = yearBelow(label);
  if (below !== null) return Number(below.value);
  const first = bareYear(label);
  const last = first === null ? null : /^\s*[-–]\s*(20\d{2})(?!\d)/u.exec(label.slice(first.end));
  return Number(last?.[1] ?? first?.value ?? 0);
}

/** The year whose results stand beside the planned ones; that of no column where there are none. */
function runningYear(table: TableReading): number {
  const years = table.columns
    .filter((column) => RESULT_COLUMN.test(fold(column.label)) && !COMPARES.test(column.label))
    .map(yearOf)
    .filter((year) => year > 0);
  return years.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...years);
}

/**
 * The columns that report: results, what was planned for a year that others are planned after, and the years before the
 * one that the plan was issued in, beside later ones.
 */
export function reportingColumns(table: TableReading, issued: number): Set<number> {
  const running = runningYear(table);
  const planned = table.columns.some((column) => yearOf(column) > running);
  // Beside a column of an earlier year those without a year are the plan's.
  const ahead = table.columns.some((column) => {
    const year = yearOf(column);
    return year >= issued || (year === 0 && column.unit !== null);
  });
  return new Set(
    table.columns.flatMap((column, index) => {
      const year = yearOf(column);
      const reports =
        RESULT_COLUMN.test(fold(column.label)) ||
        (planned && year > 0 && year <= running) ||
        (ahead && year > 0 && year < issued);
      return reports ? [index] : [];
    }),
  );
}

/** "tăng so với năm 2025": the time that a figure is compared with, and not its own. */
export function isCompared(label: string, at: number): boolean {
  return /so với(?:\s+[A-Za-zÀ-\u036fḀ-ỹ]+){0,3}\s*$/iu.test(label.slice(0, at));
}

export function bareYear(label: string): DateMention | null {
  const match = /(?<!\d)(20\d{2})(?!\d)/.exec(label);
  return match?.[1] === undefined || isCompared(label, match.index)
    ? null
    : { value: match[1], kind: 'year', start: match.index, end: match.index + 4 };
}

/** "Kế hoạch giai đoạn 2026 - 2030 2027": the year alone that stands below a heading with years of its own. */
export function yearBelow(label: string): DateMention | null {
  const match = YEAR_BELOW.exec(label);
  const year = match?.[1];
  if (year === undefined || match === null) return null;
  const start = match.index + match[0].lastIndexOf(year);
  return isCompared(label, start) ? null : { value: year, kind: 'year', start, end: start + 4 };
}

const YEAR_BELOW = /(?<!\d)20\d{2}\s.*?(?<![-–]\s?|năm\s)(?<=\s)(20\d{2})(?=\s*(?:\([^()]*\)\s*)?$)/iu;
