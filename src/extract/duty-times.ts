import { type CellTime, timesInCell } from './cell-times.ts';
import type { Context } from './context.ts';
import { timesOf } from './deadline-times.ts';
import type { DeadlineReading } from './deadlines.ts';
import type { Duty } from './duty-tables.ts';
import { Read, Whole } from './reading.ts';

/** The deadlines of the tables of duties, row by row: here bare years and spans of years are times, too. */
export function dutyDeadlines(
  context: Context,
  duties: readonly Duty[],
  period: Read<string> | null,
): DeadlineReading[] {
  return duties.flatMap(({ text, time, agency }) => {
    const leading = rhythmBefore(context, text, agency);
    if (time === null) return leading;
    const times = timesInCell(time.text, period);
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

function shifted({ start, end }: CellTime, by: number): { start: number; end: number } {
  return { start: start + by, end: end + by };
}
