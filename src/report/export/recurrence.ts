const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Four years, so that the 29th of February is among them, and a bit. */
const MOST_DAYS = 1500;

/**
 * The first day from `from` on that a rule of the record falls on (`FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15`), as a calendar's DTSTART has to;
 * `from` itself where the rule names no days. Null where no day fits.
 */
export function firstOccurrence(rule: string, from: string): string | null {
  const parts = new Map(
    rule.split(';').map((part): [string, string[]] => {
      const [name = '', values = ''] = part.split('=');
      return [name, values.split(',')];
    }),
  );
  const months = parts.get('BYMONTH');
  const days = parts.get('BYMONTHDAY');
  const weekdays = parts.get('BYDAY');
  const start = Date.parse(from);
  for (let i = 0; i < MOST_DAYS; i++) {
    const day = new Date(start + i * 86_400_000);
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    const date = day.getUTCDate();
    if (months !== undefined && !months.includes(String(day.getUTCMonth() + 1))) continue;
    if (days !== undefined && !days.some((each) => Number(each) === date || Number(each) === date - last - 1))
      continue;
    if (weekdays !== undefined && !weekdays.includes(DAYS[day.getUTCDay()] ?? '')) continue;
    return day.toISOString().slice(0, 10);
  }
  return null;
}
