import { join } from 'node:path';
import { correctionsOf } from './corrections.ts';
import { type Exported, type ExportSource, writeWhole } from './exporter.ts';

/** JSON Lines: one record a line; in another file what people corrected in them. */
export async function exportJsonl(source: ExportSource, folder: string): Promise<Exported> {
  await writeWhole(join(folder, 'plans.jsonl'), lines(source.records()));
  await writeWhole(join(folder, 'corrections.jsonl'), lines(correctionsOf(source)));
  return { files: ['plans.jsonl', 'corrections.jsonl'] };
}

async function* lines(items: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`;
}
