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
const WITHOUT_YEAR = /^(quý\s+(?:IV|I{1,3}|[1-4])|tháng\s+\d{1,2})$/iu;
/** "Quý II, III/2025", "Tháng 3 và tháng 4": several of one year, or from one to another. */
const SEVERAL =
  /^(quý|tháng)\s+(?:IV|I{1,3}|\d{1,2})(?:\s*(?:[,;+&-]|và|đến)\s*(?:(?:quý|tháng)\s+)?(?:IV|I{1,3}|\d{1,2})(?![\dA-Za-zÀ-\u036fḀ-ỹ]))+(?:\s*(?:\/|năm)\s*((?:19|20)\d{2}))?$/iu;

/** The times that a cell of a column of times names; here bare years and spans of years are some, too. */
export function timesInCell(text: string, period: Read<string> | null): CellTime[] {
  const whole = { start: 0, end: text.length, recurrence: null };
  const trimmed = text.trim().replace(/[.;,]$/u, '');
  const year = BARE_YEAR.exec(trimmed)?.[1];
  if (year !== undefined) return [{ ...whole, due: year }];
  // A quarter without a year is one of the plan's year.
  if (WITHOUT_YEAR.test(trimmed) && period !== null && /^\d{4}$/.test(period.value)) {
    const dated = findDates(`${trimmed}/${period.value}`)[0];
    if (dated !== undefined) return [{ ...whole, due: dated.value }];
  }
  const several = severalOf(trimmed, period);
  if (several.length > 0) return several;
  const dates = findDates(text).map(({ start, end, value }) => ({
    start,
    end,
    due: value,
    recurrence: null,
  }));
  const recurring = recurringTimes(text).filter(
    (time) => !dates.some((date) => time.start < date.end && date.start < time.end),
  );
  const found = [...dates, ...recurring].sort((a, b) => a.start - b.start);
  return found.length > 0 ? found : countedTimes(text);
}

/** Each of several quarters or months, or the one span of them. */
function severalOf(text: string, period: Read<string> | null): CellTime[] {
  const [, kind, stated] = SEVERAL.exec(text) ?? [];
  const year = stated ?? (period !== null && /^\d{4}$/.test(period.value) ? period.value : null);
  if (kind === undefined || year === null) return [];
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
  if (times.some(({ due }) => due === null)) return [];
  const [from, to] = times;
  if (!/-|đến/u.test(text)) return times;
  if (times.length !== 2 || from?.due == null || to?.due == null || from.due >= to.due) return [];
  return [{ start: 0, end: text.length, due: `${from.due}/${to.due}`, recurrence: null }];
}
