import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { processDocument } from '../../../src/pipeline.ts';
import type { WordPage } from '../../../src/plan/document.ts';
import { closePdfProcess, readPdf } from '../../../src/read/pdf.ts';

afterAll(closePdfProcess);

const fixture = (name: string): Uint8Array => readFileSync(`test/fixtures/pdf/${name}`);

async function layersOf(bytes: Uint8Array): Promise<(WordPage | null)[]> {
  const reading = await readPdf('a.pdf', bytes);
  if (reading.kind !== 'pages') throw new Error('no pages');
  const layers = await Promise.all(reading.file.pages.map((page) => page.layer()));
  await reading.file.close();
  return layers;
}

const wordsOf = (page: WordPage | null | undefined): string =>
  (page?.words ?? []).map(({ text }) => text).join(' ');

describe('a digital plan', () => {
  test('gives its words with their places, and its ruled lines', async () => {
    const [first, second, ...more] = await layersOf(fixture('digital.pdf'));
    expect(more).toEqual([]);
    expect(first).toMatchObject({ angle: 0, layer: { invisible: 0, imageCovered: 0 } });
    expect(wordsOf(first)).toContain('3 Yên Minh 92.480 97,1');
    expect(wordsOf(second)).toContain('PHÓ CHỦ TỊCH Nông Văn Tiệp');
    const word = first?.words.find(({ text }) => text === '214/KH-UBND');
    expect(word?.box.map((share) => share.toFixed(2))).toEqual(['0.25', '0.11', '0.14', '0.02']);
    expect(first?.words.filter(({ bold }) => bold).map(({ text }) => text)).toContain('248.730');
    expect(
      first?.words
        .filter(({ italic }) => italic)
        .map(({ text }) => text)
        .slice(0, 2),
    ).toEqual(['Hà', 'Giang,']);
    expect(first?.rules.length).toBeGreaterThan(8);
  });

  test('becomes a record without being looked at', async () => {
    let looked = 0;
    const { record } = await processDocument(
      { path: 'a.txt', bytes: fixture('digital.pdf') },
      {
        recognize: () => {
          looked++;
          throw new Error('a digital page was rendered');
        },
      },
    );
    expect(looked).toBe(0);
    expect(record.source).toMatchObject({
      mediaType: 'application/pdf',
      pages: [
        { origin: 'text-layer', confidence: 1 },
        { origin: 'text-layer', confidence: 1 },
      ],
    });
    expect(record).toMatchObject({
      number: '214/KH-UBND',
      issuedOn: '2024-04-03',
      signer: { name: 'Nông Văn Tiệp' },
    });
    expect(record.evidence['/number']?.boxes).not.toEqual([]);
  });
});
