import { join } from 'node:path';
import { type Exported, type ExportSource, writeWhole } from './exporter.ts';

/** All records in one JSON array, one a line. */
export async function exportJson(source: ExportSource, folder: string): Promise<Exported> {
  await writeWhole(join(folder, 'plans.json'), array(source));
  return { files: ['plans.json'] };
}

async function* array(source: ExportSource): AsyncGenerator<string> {
  let before = '[\n';
  for await (const record of source.records()) {
    yield `${before}${JSON.stringify(record)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
