import { readFileSync } from 'node:fs';
import { PDFParse } from 'pdf-parse';
import { afterAll, expect, test } from 'vitest';
import { closePdfProcess } from '../../../src/read/pdf.ts';
import { layersOf, textOf } from './pages.ts';

afterAll(closePdfProcess);

/** How often each letter occurs, blanks aside. */
function letters(text: string): [string, number][] {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFC').replace(/\s/g, ''))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

test.each(['digital.pdf', 'malformed/qpdf-enc-R3-V2-O-master.pdf'])(
  '%s has the letters that pdf-parse finds in it',
  async (name) => {
    const pdf = readFileSync(`test/fixtures/pdf/${name}`);
    const parser = new PDFParse({ data: new Uint8Array(pdf) });
    const { text } = await parser.getText({ pageJoiner: '' });
    await parser.destroy();
    const found = letters(text);
    expect(found.length).toBeGreaterThan(5);
    expect(letters((await layersOf(pdf)).map(textOf).join(' '))).toEqual(found);
  },
);
