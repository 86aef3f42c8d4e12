import { join } from 'node:path';
import { type Exported, type ExportSource, inPlace } from './exporter.ts';

/** A copy of the database, whole and in one file, also while it is being written to. */
export async function exportSqlite({ copyTo }: ExportSource, folder: string): Promise<Exported> {
  if (copyTo === null) return { files: [] };
  await inPlace(join(folder, 'plans.sqlite'), copyTo);
  return { files: ['plans.sqlite'] };
}
