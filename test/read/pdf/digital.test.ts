import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { type PipelineOptions, processDocument } from '../../../src/pipeline.ts';
import { PageFailure, type WordPage } from '../../../src/plan/document.ts';
import { closePdfProcess } from '../../../src/read/pdf.ts';
import { layersOf, textOf } from './pages.ts';
import { tinyPdf } from './tiny-pdf.ts';

afterAll(closePdfProcess);

const fixture = (name: string): Uint8Array => readFileSync(`test/fixtures/pdf/${name}`);

describe('a digital plan', () => {
  test('gives its words with their places, and its ruled lines', async () => {
    const [first, second, ...more] = await layersOf(fixture('digital.pdf'));
    expect(more).toEqual([]);
    expect(first).toMatchObject({ angle: 0, layer: { invisible: 0, imageCovered: 0 } });
    expect(textOf(first ?? { words: [] })).toContain('3 Yên Minh 92.480 97,1');
    expect(textOf(second ?? { words: [] })).toContain('PHÓ CHỦ TỊCH Nông Văn Tiệp');
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

describe('pages that can not be read', () => {
  const scan = 'q 200 0 0 400 0 0 cm /Im Do Q';
  const nothing: WordPage = { width: 200, height: 400, words: [], rules: [], angle: 0, unread: [] };
  const read = async (): Promise<WordPage> => nothing;
  const fail = (_: unknown, page: number): Promise<WordPage> => Promise.reject(new PageFailure(page, 'time'));

  test.each<[string, string[], PipelineOptions['recognize'], string, string | null]>([
    ['a scan that nobody recognises', [scan], undefined, 'unread-pages', '1/1: no-recognizer'],
    ['a scan beside a blank page', [scan, ''], undefined, 'unread-pages', '1/2: no-recognizer'],
    ['a scan whose recognition fails', [scan], fail, 'unread-pages', '1/1: time'],
    ['a scan without a word', [scan], read, 'not-a-plan', null],
    ['a blank page, which is not even looked at', [''], fail, 'not-a-plan', null],
  ])('%s', async (_, contents, recognize, code, detail) => {
    const bytes = tinyPdf(contents.map((content) => ({ content })));
    const options = recognize === undefined ? {} : { recognize };
    await expect(processDocument({ path: 'a.pdf', bytes }, options)).rejects.toMatchObject({ code, detail });
  });
});
