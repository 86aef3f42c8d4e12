/**
 * CSV (RFC 4180, UTF-8, LF) that a spreadsheet does not take for formulas: a text that goes on after = + - @, or begins with a tab, a line
 * break or an apostrophe, gets an apostrophe before it. Reading it back is to take that one off again (`uncsv`), so no text is changed.
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(field).join(',')}\n`;
}

/** The text that was written, from a field as a CSV reader gives it. */
export function uncsv(field: string): string {
  return field.startsWith("'") ? field.slice(1) : field;
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^(?:[=+\-@].|[\t\r\n'])/s.test(value) ? `'${value}` : value;
  return safe === '' || /[",\r\n]/.test(safe) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
