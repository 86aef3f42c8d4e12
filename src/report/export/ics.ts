import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { dayRange, isUncertain } from '../../plan/edtf.ts';
import type { Deadline, PlanRecord } from '../../plan/record.ts';
import { type Exported, type ExportSource, writeWhole } from './exporter.ts';
import { firstOccurrence } from './recurrence.ts';

/**
 * The deadlines of all plans as one iCalendar file (RFC 5545) of whole days: one on a time of more than a day stands on its last; one that
 * returns begins on its first day in the plan's time. Deadlines without a day, or that return in a plan without a date, are left and counted.
 */
export async function exportIcs(source: ExportSource, folder: string): Promise<Exported> {
  const count = { left: 0 };
  await writeWhole(join(folder, 'deadlines.ics'), calendar(source, count));
  return { files: ['deadlines.ics'], left: count.left };
}

async function* calendar(source: ExportSource, count: { left: number }): AsyncGenerator<string> {
  yield lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kehoach//deadlines//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
  ]);
  for await (const record of source.records()) {
    const seen = new Map<string, number>();
    for (const [position, deadline] of record.deadlines.entries()) {
      const day = dayOf(deadline, record);
      if (day === null) count.left += 1;
      else yield lines(event(deadline, position, day, record, seen));
    }
  }
  yield lines(['END:VCALENDAR']);
}

function dayOf({ due, recurrence }: Deadline, record: PlanRecord): string | null {
  if (recurrence === null) return due === null ? null : (dayRange(due)?.last ?? null);
  const start = due ?? record.period ?? record.issuedOn;
  const from = start === null ? null : dayRange(start);
  return from === null ? null : firstOccurrence(recurrence, from.first);
}

function event(
  deadline: Deadline,
  position: number,
  day: string,
  record: PlanRecord,
  seen: Map<string, number>,
): string[] {
  const { text, due, recurrence, action, agency } = deadline;
  const identity = JSON.stringify([record.id, text, due, recurrence, action, agency]);
  const times = (seen.get(identity) ?? 0) + 1;
  seen.set(identity, times);
  const uid = createHash('sha256').update(`${identity} ${times}`).digest('hex').slice(0, 32);
  const issued = record.issuedOn === null ? null : dayRange(record.issuedOn);
  const heading = [record.number, record.title].filter((part) => part !== null).join(' · ');
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@kehoach`,
    // No clock: the stamp is the plan's day, or the first there is.
    `DTSTAMP:${(issued?.first ?? '1970-01-01').replaceAll('-', '')}T000000Z`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    ...(recurrence === null ? [] : [`RRULE:${recurrence}`]),
    `SUMMARY:${escaped(action ?? text)}`,
    `DESCRIPTION:${escaped([agency, text, heading, `kehoach show ${record.id} --at /deadlines/${position}`].filter((part) => part !== null && part !== '').join('\n'))}`,
    `CATEGORIES:${escaped(record.issuer?.place?.name ?? record.id)}`,
    ...(due !== null && isUncertain(due) ? ['STATUS:TENTATIVE'] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  let written = '';
  for (const letter of text.replace(/\r\n?/g, '\n')) {
    if (letter === '\n') written += '\\n';
    else if (letter === '\\' || letter === ';' || letter === ',') written += `\\${letter}`;
    else if (letter >= ' ' || letter === '\t') written += letter;
  }
  return written;
}

function lines(content: readonly string[]): string {
  return content.map((line) => `${folded(line)}\r\n`).join('');
}

/** Lines of at most 75 bytes, of whole letters (RFC 5545, 3.1). */
function folded(line: string): string {
  let written = '';
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > 75) {
      written += '\r\n ';
      bytes = 1;
    }
    written += letter;
    bytes += size;
  }
  return written;
}
