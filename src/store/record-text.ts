// Rows as PostgreSQL reads them: its records take it less than JSON, and are shorter.

const ESCAPED = /[\\",()]/g;

/**
 * A row, whose columns are in the order of its table, as an element of an array of records: what the record escapes, the array
 * escapes once more.
 */
export function recordText(row: object): string {
  let text = '';
  for (const value of Object.values(row)) text += `${text === '' ? '"(' : ','}${fieldText(value)}`;
  return `${text})"`;
}

function fieldText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return text === '' ? '\\"\\"' : text.replace(ESCAPED, escaped);
}

function escaped(letter: string): string {
  return letter === '"' || letter === '\\' ? `\\\\\\${letter}` : `\\\\${letter}`;
}
