import { join } from 'node:path';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import type { Cell, ExportTable } from '../../store/export.ts';
import { type Exported, type ExportSource, inPlace } from './exporter.ts';

const TYPES = { text: 'STRING', integer: 'INT64', number: 'DOUBLE' } as const;

/** Rows that are held until they are written as a group. */
const GROUP = 20_000;

/** One Parquet file a table, columns typed as in the database. */
export async function exportParquet(source: ExportSource, folder: string): Promise<Exported> {
  const files: string[] = [];
  for (const table of source.tables) {
    const file = `${table.name}.parquet`;
    await inPlace(join(folder, file), async (beside) => {
      await parquetWriteRows({
        writer: fileWriter(beside),
        rows: rows(table, source),
        columns: table.columns.map(({ name, type }) => ({ name, type: TYPES[type], nullable: true })),
        rowGroupSize: GROUP,
        createdBy: 'kehoach',
      });
    });
    files.push(file);
  }
  return { files };
}

async function* rows(table: ExportTable, source: ExportSource): AsyncGenerator<Record<string, unknown>> {
  for await (const row of source.rows(table)) {
    yield Object.fromEntries(table.columns.map(({ name, type }, i) => [name, typed(row[i] ?? null, type)]));
  }
}

function typed(value: Cell, type: ExportTable['columns'][number]['type']): Cell | bigint {
  return type === 'integer' && typeof value === 'number' ? BigInt(value) : value;
}
