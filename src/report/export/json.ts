import { join } from 'node:path';
import { correctionsOf } from './corrections.ts';
import { type Exported, type ExportSource, writeWhole } from './exporter.ts';

/** All records in one JSON array, one a line; in another what people corrected in them. */
export async function exportJson(source: ExportSource, folder: string): Promise<Exported> {
  await writeWhole(join(folder, 'plans.json'), array(source.records()));
  await writeWhole(join(folder, 'corrections.json'), array(correctionsOf(source)));
  return { files: ['plans.json', 'corrections.json'] };
}

async function* array(items: AsyncIterable<object>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const item of items) {
    yield `${before}${JSON.stringify(item)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
