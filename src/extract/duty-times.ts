import type { Context } from './context.ts';
import { findDates } from './dates.ts';
import { countedTimes, recurringTimes, timesOf } from './deadline-times.ts';
import type { DeadlineReading } from './deadlines.ts';
import type { Duty } from './duty-tables.ts';
import { Read, Whole } from './reading.ts';

interface Time {
  start: number;
  end: number;
  due: string | null;
  recurrence: string | null;
}

/** The deadlines of the tables of duties, row by row: here bare years and spans of years are times, too. */
export function dutyDeadlines(
  context: Context,
  duties: readonly Duty[],
  period: Read<string> | null,
): DeadlineReading[] {
  return duties.flatMap(({ text, time, agency }) => {
    const leading = rhythmBefore(context, text, agency);
    if (time === null) return leading;
    const times = timesIn(time.text, period);
    const raw = context.source.text.slice(time.span.start, time.span.end);
    const inColumn = times.map((found) => {
      const alone = times.length === 1 && !/thường xuyên/iu.test(time.text);
      const at = raw === time.text && !alone ? shifted(found, time.span.start) : time.span;
      const words = alone ? time.text : time.text.slice(found.start, found.end);
      return {
        span: at,
        whole: new Whole(
          {
            text: new Read(words.replace(/[\s;.,:]+$/u, ''), at),
            due: found.due === null ? null : new Read(found.due, at),
            recurrence: found.recurrence === null ? null : new Read(found.recurrence, at),
            action: new Read(text.value, text.span),
            agency: new Read(agency.name.value, agency.name.span),
          },
          at,
        ),
      };
    });
    return [...leading, ...inColumn];
  });
}

/** "Hằng năm tổ chức …": the rhythm that a row's duty begins with, beside what the column of times says. */
function rhythmBefore(context: Context, text: Read<string>, agency: Duty['agency']): DeadlineReading[] {
  const [time] = timesOf(text.value);
  if (time === undefined || time.start > 0 || time.recurrence === null) return [];
  const behind = time.end + (/^[\s,:]*/u.exec(text.value.slice(time.end))?.[0].length ?? 0);
  const raw = context.source.text.slice(text.span.start, text.span.end);
  const isAsRead = raw.startsWith(text.value.slice(0, behind));
  const at = isAsRead ? { start: text.span.start, end: text.span.start + time.end } : text.span;
  const due = isAsRead ? { start: text.span.start + behind, end: text.span.end } : text.span;
  return [
    {
      span: at,
      whole: new Whole(
        {
          text: new Read(text.value.slice(0, time.end), at),
          due: null,
          recurrence: new Read(time.recurrence, at),
          action: new Read(text.value.slice(behind), due),
          agency: new Read(agency.name.value, agency.name.span),
        },
        at,
      ),
    },
  ];
}

function shifted({ start, end }: Time, by: number): { start: number; end: number } {
  return { start: start + by, end: end + by };
}

const BARE_YEAR = /^(?:năm\s+)?((?:19|20)\d{2})$/iu;
const WITHOUT_YEAR = /^(quý\s+(?:IV|I{1,3}|[1-4])|tháng\s+\d{1,2})$/iu;

function timesIn(text: string, period: Read<string> | null): Time[] {
  const whole = { start: 0, end: text.length, recurrence: null };
  const trimmed = text.trim().replace(/[.;,]$/u, '');
  const year = BARE_YEAR.exec(trimmed)?.[1];
  if (year !== undefined) return [{ ...whole, due: year }];
  // A quarter without a year is one of the plan's year.
  if (WITHOUT_YEAR.test(trimmed) && period !== null && /^\d{4}$/.test(period.value)) {
    const dated = findDates(`${trimmed}/${period.value}`)[0];
    if (dated !== undefined) return [{ ...whole, due: dated.value }];
  }
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
