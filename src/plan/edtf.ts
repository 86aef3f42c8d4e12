/**
 * The part of EDTF (ISO 8601-2:2019, level 1) that a plan's dates need: years, months, days, the
 * quarters 33–36 in a month's place, X for a digit that can't be read, and intervals of these.
 */
const SINGLE = /^(\d{3}[\dX])(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/;

/** The first and last day a date may mean, as ISO days: `2025-01-X0` spans 2025-01-10 to 2025-01-30. */
export interface DayRange {
  first: string;
  last: string;
}

export function isEdtf(value: string): boolean {
  return dayRange(value) !== null;
}

/** The days an EDTF value covers, null where it is not one (or is an impossible date such as 2025-02-30). */
export function dayRange(value: string): Readonly<DayRange> | null {
  let range = recent.get(value);
  if (range === undefined) {
    range = rangeOf(value);
    if (recent.size >= REMEMBERED) recent.clear();
    recent.set(value, range);
  }
  return range;
}

/** A plan has few dates, and every rule asks for their days. */
const recent = new Map<string, DayRange | null>();
const REMEMBERED = 1024;

function rangeOf(value: string): DayRange | null {
  const [from, to, ...rest] = value.split('/');
  if (from === undefined || rest.length > 0) return null;
  const first = singleRange(from);
  if (to === undefined || first === null) return first;
  const last = singleRange(to);
  return last === null || last.last < first.first ? null : { first: first.first, last: last.last };
}

/** Whether a digit of the date could not be read. */
export function isUncertain(value: string): boolean {
  return value.includes('X');
}

/** A day as EDTF; null where the calendar has no such day. */
export function edtfDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** A quarter of a year (1–4) as EDTF, e.g. `2023-33` for the first quarter of 2023. */
export function edtfQuarter(year: number, quarter: number): string {
  return `${pad(year, 4)}-${32 + quarter}`;
}

function singleRange(value: string): DayRange | null {
  const match = SINGLE.exec(value);
  if (match === null) return null;
  const [, year = '', month, day] = match;
  const years = readings(year);
  if (month === undefined) return span(years.map((y) => [edge(y, 1, 1), edge(y, 12, 31)]));
  const months = readings(month);
  if (day === undefined) {
    return span(
      years.flatMap((y) =>
        months.flatMap((m): [string, string][] => {
          if (m >= 33 && m <= 36) {
            const start = (m - 33) * 3 + 1;
            return [[edge(y, start, 1), edge(y, start + 2, daysIn(y, start + 2))]];
          }
          return m >= 1 && m <= 12 ? [[edge(y, m, 1), edge(y, m, daysIn(y, m))]] : [];
        }),
      ),
    );
  }
  const days = readings(day);
  return span(
    years.flatMap((y) =>
      months.flatMap((m) =>
        days.flatMap((d): [string, string][] => {
          const iso = edtfDay(y, m, d);
          return iso === null ? [] : [[iso, iso]];
        }),
      ),
    ),
  );
}

/** Every number a string of digits and X may stand for. */
function readings(digits: string): number[] {
  const at = digits.indexOf('X');
  if (at < 0) return [Number(digits)];
  return Array.from({ length: 10 }, (_, digit) => digits.slice(0, at) + digit + digits.slice(at + 1)).flatMap(
    readings,
  );
}

function span(ranges: [string, string][]): DayRange | null {
  const [head] = ranges;
  if (head === undefined) return null;
  let [first, last] = head;
  for (const [from, to] of ranges) {
    if (from < first) first = from;
    if (to > last) last = to;
  }
  return { first, last };
}

function edge(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
