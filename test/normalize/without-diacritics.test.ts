import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fold } from '../../src/lexicon/fold.ts';
import { flattenLayoutTables } from '../../src/normalize/layout-tables.ts';
import { linesOf } from '../../src/normalize/lines.ts';
import { joinParagraphs } from '../../src/normalize/paragraphs.ts';
import { readDocument } from '../../src/read/read.ts';

const ROOT = new URL('../fixtures/invented/', import.meta.url);

test.each(readdirSync(ROOT))('%s has the same paragraphs and cells without its diacritics', async (name) => {
  const file = ['source.txt', 'source.md'].find((each) => existsSync(new URL(`${name}/${each}`, ROOT)));
  if (file === undefined) return;
  const text = readFileSync(new URL(`${name}/${file}`, ROOT), 'utf8').normalize('NFC');
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  expect(await paragraphs(file, bare)).toEqual(await paragraphs(file, text));
});

/** The paragraphs of a text before anything of it is restored, in letters that have no marks. */
async function paragraphs(file: string, text: string): Promise<string[]> {
  const reading = await readDocument(file, new TextEncoder().encode(text));
  if (reading.kind !== 'lines') throw new Error(`${file} is no text`);
  const { document } = reading;
  const lines = flattenLayoutTables(linesOf(document));
  return joinParagraphs(lines, document.mediaType === 'text/markdown').map((draft) => fold(draft.text));
}
