import { join } from 'node:path';
import type { ExportTable } from '../../store/export.ts';
import { csvLine } from '../csv.ts';
import { type Exported, type ExportSource, writeWhole } from './exporter.ts';

const TYPES = { text: 'string', integer: 'integer', number: 'number' };

/** One CSV file a table and a datapackage.json (Frictionless Data Package) that names columns, types and keys. */
export async function exportCsv(source: ExportSource, folder: string): Promise<Exported> {
  const files: string[] = [];
  for (const table of source.tables) {
    const file = `${table.name}.csv`;
    await writeWhole(join(folder, file), lines(table, source));
    files.push(file);
  }
  const description = `${JSON.stringify(dataPackage(source.tables), null, 2)}\n`;
  await writeWhole(join(folder, 'datapackage.json'), [description]);
  return { files: [...files, 'datapackage.json'] };
}

async function* lines(table: ExportTable, source: ExportSource): AsyncGenerator<string> {
  yield csvLine(table.columns.map((column) => column.name));
  for await (const row of source.rows(table)) yield csvLine(row);
}

function dataPackage(tables: readonly ExportTable[]): object {
  return {
    name: 'kehoach',
    profile: 'tabular-data-package',
    description:
      "Plans of Vietnamese People's Committees and what is read from them. A text that a spreadsheet would take for a formula has an apostrophe before it; one apostrophe at the beginning of a text is not part of it.",
    resources: tables.map(({ name, columns, key, plan }) => ({
      name,
      path: `${name}.csv`,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: columns.map((column) => ({ name: column.name, type: TYPES[column.type] })),
        missingValues: [''],
        primaryKey: key,
        ...(plan === 'plan_id'
          ? {
              foreignKeys: [{ fields: ['plan_id'], reference: { resource: 'plans', fields: ['id'] } }],
            }
          : {}),
      },
    })),
  };
}
