import type { ExportSource } from './exporter.ts';

/** What people corrected, one object a value: a record has no room for what was read before. */
export async function* correctionsOf(source: ExportSource): AsyncGenerator<object> {
  const table = source.tables.find(({ name }) => name === 'corrected_values');
  if (table === undefined) return;
  const at = (column: string): number => table.columns.findIndex(({ name }) => name === column);
  const json = (cell: unknown): unknown => (typeof cell === 'string' ? JSON.parse(cell) : null);
  for await (const row of source.rows(table)) {
    yield {
      plan: row[at('plan_id')],
      pointer: row[at('pointer')],
      value: json(row[at('value')]),
      former: json(row[at('former')]),
      by: row[at('reviewer')],
      at: row[at('made_at')],
    };
  }
}
