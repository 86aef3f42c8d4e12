import { join } from 'node:path';
import { type Exported, type ExportSource, writeWhole } from './exporter.ts';

/** JSON Lines: one record a line. */
export async function exportJsonl(source: ExportSource, folder: string): Promise<Exported> {
  await writeWhole(join(folder, 'plans.jsonl'), lines(source));
  return { files: ['plans.jsonl'] };
}

async function* lines(source: ExportSource): AsyncGenerator<string> {
  for await (const record of source.records()) yield `${JSON.stringify(record)}\n`;
}
