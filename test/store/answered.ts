import type Libsql from 'libsql';
import { expect } from 'vitest';

/** The columns of a row, by name, in order. */
export type Row = [name: string, value: unknown][];

export function rowsOf(database: Libsql.Database, query: string): Row[] {
  return database
    .prepare(query)
    .all()
    .map((row) => Object.entries(row ?? {}));
}

/** A page of the documentation with what the database answers to each of its queries; every one must have an answer. */
export function answered(page: string, database: Libsql.Database): string {
  let examples = 0;
  const renewed = page.replace(
    /(^```sql\n(.*?)^```\n\n```text\n).*?(^```$)/gms,
    (_, before, query, after) => {
      const rows = rowsOf(database, query);
      expect(rows.length, query).toBeGreaterThan(0);
      examples++;
      return `${before}${printed(rows)}${after}`;
    },
  );
  expect(examples).toBe(page.split('```sql').length - 1);
  return renewed;
}

/** Rows under their columns' names, in columns of even width. */
function printed(rows: Row[]): string {
  const [head = []] = rows;
  const lines = [head.map(([name]) => name), ...rows.map((row) => row.map(([, value]) => cell(value)))];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  lines.splice(
    1,
    0,
    widths.map((width) => '-'.repeat(width)),
  );
  return lines
    .map(
      (line) =>
        `${line
          .map((text, at) => text.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function cell(value: unknown): string {
  return value === null ? 'NULL' : String(value).replace(/\s+/g, ' ');
}
