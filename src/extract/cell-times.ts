import { countedTimes } from './counted-times.ts';
import { findDates } from './dates.ts';
import type { Read } from './reading.ts';
import { recurringTimes } from './rhythms.ts';

/** A time that a cell of a column of times names; offsets are into its text. */
export interface CellTime {
  start: number;
  end: number;
  due: string | null;
  recurrence: string | null;
}

const BARE_YEAR = /^(?:năm\s+)?((?:19|20)\d{2})$/iu;
/** "Quý II, III/2025", "Tháng 3 và tháng 4": several of one year, or from one to another. */
const SEVERAL =
  /^(quý|tháng)\s+(?:IV|I{1,3}|\d{1,2})(?:\s*(?:[,;+&-]|và|đến)\s*(?:(?:quý|tháng)\s+)?(?:IV|I{1,3}|\d{1,2})(?![\dA-Za-zÀ-\u036fḀ-ỹ]))+(?:\s*(?:\/|năm)\s*((?:19|20)\d{2})|(\s+(?:hằng|hàng) năm))?$/iu;

/** The times that a cell of a column of times names; here bare years and spans of years are some, too. */
export function timesInCell(text: string, period: Read<string> | null): CellTime[] {
  const whole = { start: 0, end: text.length, recurrence: null };
  const trimmed = text.trim().replace(/[.;,]$/u, '');
  const year = BARE_YEAR.exec(trimmed)?.[1];
  if (year !== undefined) return [{ ...whole, due: year }];
  const alone = timeAlone(trimmed, period);
  if (alone !== null) return [{ ...whole, due: alone }];
  const several = severalOf(trimmed, period) ?? severalYears(trimmed);
  if (several !== null) return several;
  const dates = findDates(text).map(({ start, end, value }) => ({
    start,
    end,
    due: value,
    recurrence: null,
  }));
  const span = spanOf(text, dates);
  if (span !== null) return [{ ...whole, due: span }];
  const recurring = recurringTimes(text).filter(
    (time) => !dates.some((date) => time.start < date.end && date.start < time.end),
  );
  const found = [...dates, ...recurring].sort((a, b) => a.start - b.start);
  return found.length > 0 ? found : [...timesEach(trimmed), ...countedTimes(text)];
}

/** A cell that is one time in a short form, or one of the plan's only year: "T3/2026", "Quý IV", "Trước 30/6", "6 tháng đầu năm". */
function timeAlone(text: string, period: Read<string> | null): string | null {
  const only = period !== null && /^\d{4}$/.test(period.value) ? period.value : null;
  const { months, half } = PART_OF_YEAR.exec(text)?.groups ?? {};
  if (months !== undefined) {
    const year = half?.match(/\d{4}/)?.[0] ?? only;
    if (year === null) return null;
    return /^đầu/iu.test(half ?? '') ? `${year}-${months.padStart(2, '0')}` : year;
  }
  const { kind, number, year = only } = SHORTLY.exec(text)?.groups ?? {};
  if (number !== undefined && year !== null)
    return findDates(`${/^t/iu.test(kind ?? '') ? 'tháng' : 'quý'} ${number}/${year}`)[0]?.value ?? null;
  const { day, month } = DAY_ALONE.exec(text)?.groups ?? {};
  return day === undefined || only === null
    ? null
    : (findDates(`ngày ${day}/${month}/${only}`)[0]?.value ?? null);
}

const PART_OF_YEAR =
  /^(?:trong\s+)?0?(?<months>[369])\s+tháng\s+(?<half>(?:đầu|cuối)\s+năm(?:\s+(?:19|20)\d{2})?)$/iu;
/** A quarter or month without a year, or in a short form. */
const SHORTLY =
  /^(?:(?:trong|hết|đến|trước|cuối|đầu)\s+)*(?:(?<kind>quý|tháng|[QT]\.?)\s*(?<number>IV|I{1,3}|\d{1,2}))(?:\s*(?:\/|năm)\s*(?<year>(?:19|20)\d{2}))?$/iu;
/** "Trước ngày 15/11", "31/12". */
const DAY_ALONE =
  /^(?:(?:hoàn thành|xong|trước|chậm nhất|muộn nhất|đến|hết|vào|trong|là|ngày)\s+)*(?<day>\d{1,2})\/(?<month>0?[1-9]|1[0-2])$/iu;

/** "Tháng 9/2026 - 5/2027", "Từ 15/3/2026 đến 30/4/2026": from one time to the other. */
function spanOf(text: string, times: readonly { start: number; end: number; due: string }[]): string | null {
  const [from, to, ...others] = times;
  if (from === undefined || to === undefined || others.length > 0) return null;
  const between = text.slice(from.end, to.start);
  const joined = /^\s*(?:[-–]|đến(?:\s+(?:hết|ngày))*)\s*$/iu.test(between);
  const alone = /^\s*(?:từ\s+(?:ngày\s+)?)?$/iu.test(text.slice(0, from.start));
  return joined && alone && from.due.length === to.due.length && from.due < to.due
    ? `${from.due}/${to.due}`
    : null;
}

/** "01 lần/quý", "02 lần/năm": how often. */
function timesEach(text: string): CellTime[] {
  const [, times = '', each = ''] =
    /^(?:ít nhất\s+|tối thiểu\s+)?0?([124])\s+lần\s*\/\s*(?:0?1\s+)?(tuần|tháng|quý|năm)$/iu.exec(text) ?? [];
  const recurrence = RATES[`${times}/${each.toLowerCase()}`];
  return recurrence === undefined ? [] : [{ start: 0, end: text.length, due: null, recurrence }];
}

const RATES: Readonly<Record<string, string>> = {
  '1/tuần': 'FREQ=WEEKLY',
  '1/tháng': 'FREQ=MONTHLY',
  '1/quý': 'FREQ=MONTHLY;INTERVAL=3',
  '1/năm': 'FREQ=YEARLY',
  '2/năm': 'FREQ=MONTHLY;INTERVAL=6',
  '4/năm': 'FREQ=MONTHLY;INTERVAL=3',
};

/** "Năm 2026, 2027": each of several years. */
function severalYears(text: string): CellTime[] | null {
  if (!/^(?:năm\s+)?(?:19|20)\d{2}(?:\s*(?:[,;]|và)\s*(?:năm\s+)?(?:19|20)\d{2})+$/iu.test(text)) return null;
  return [...text.matchAll(/(?:năm\s+)?(\d{4})/giu)].map(({ 0: words, 1: due = '', index }) => {
    return { start: index, end: index + words.length, due, recurrence: null };
  });
}

/** Each of several quarters or months, or the one span of them. */
function severalOf(text: string, period: Read<string> | null): CellTime[] | null {
  const [, kind, stated, yearly] = SEVERAL.exec(text) ?? [];
  const year = stated ?? (period !== null && /^\d{4}$/.test(period.value) ? period.value : null);
  if (kind === undefined) return null;
  if (yearly !== undefined) return /^tháng/iu.test(kind) && !/-|đến/u.test(text) ? eachYear(text) : null;
  if (year === null) return null;
  const parts = [
    ...text.matchAll(
      /(?:(?:quý|tháng)\s+)?(?<![\dA-Za-zÀ-\u036fḀ-ỹ])(?:IV|I{1,3}|\d{1,2})(?![\dA-Za-zÀ-\u036fḀ-ỹ])/giu,
    ),
  ];
  const times = parts.map((part, index): CellTime => {
    const numeral = /\S+$/u.exec(part[0])?.[0] ?? '';
    const end = index === parts.length - 1 ? text.length : part.index + part[0].length;
    const due = findDates(`${kind} ${numeral}/${year}`)[0]?.value ?? null;
    return { start: part.index, end, due, recurrence: null };
  });
  if (times.some(({ due }) => due === null)) return null;
  const [from, to] = times;
  if (!/-|đến/u.test(text)) return times;
  if (times.length !== 2 || from?.due == null || to?.due == null || from.due >= to.due) return null;
  return [{ start: 0, end: text.length, due: `${from.due}/${to.due}`, recurrence: null }];
}

/** "Tháng 6, tháng 12 hằng năm": each of the months, every year. */
function eachYear(text: string): CellTime[] {
  const months = [...text.matchAll(/(?:tháng\s+)?(?<!\d)(0?[1-9]|1[0-2])(?!\d)/giu)];
  return months.map(({ 0: words, 1: month, index }, at) => {
    const end = at === months.length - 1 ? text.length : index + words.length;
    return { start: index, end, due: null, recurrence: `FREQ=YEARLY;BYMONTH=${Number(month)}` };
  });
}
