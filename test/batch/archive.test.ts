import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { Archive } from '../../src/batch/archive.ts';
import { ingest } from '../../src/batch/ingest.ts';
import type { PipelineInput, ProcessedPlan } from '../../src/pipeline.ts';
import type { PageOrigin } from '../../src/plan/record.ts';
import type { PlacedText } from '../../src/plan/source-text.ts';
import { inventedRecord } from '../report/invented.ts';
import { folderWith } from './folder.ts';
import { MemoryStore } from './memory-store.ts';

const WIDTH = 600;
const HEIGHT = 800;
const TEXT = 'KẾ HOẠCH\nsố trẻ <5 tuổi\t96';

/** Two lines, the second a row of two cells; "tuổi" was read as "tuôi". */
const placed: PlacedText = {
  text: TEXT,
  blocks: [
    { start: 0, end: 8, page: 1, style: {}, gapAfter: false },
    {
      start: 9,
      end: 26,
      page: 1,
      style: {},
      gapAfter: false,
      cells: [
        { start: 9, end: 23 },
        { start: 24, end: 26 },
      ],
    },
  ],
  words: [
    word(0, 2, [0.4, 0.1, 0.05, 0.02]),
    word(3, 8, [0.46, 0.1, 0.12, 0.02]),
    word(9, 11, [0.1, 0.2, 0.05, 0.02]),
    word(12, 15, [0.16, 0.2, 0.06, 0.02]),
    word(16, 18, [0.23, 0.2, 0.03, 0.02]),
    word(19, 23, [0.27, 0.2, 0.07, 0.02]),
    { ...word(24, 26, [0.7, 0.2, 0.04, 0.02]), alternatives: ['98'] },
  ],
  repairs: [{ start: 19, end: 23, original: 'tuôi', confidence: 0.9 }],
};

function word(start: number, end: number, box: [number, number, number, number]) {
  return { start, end, page: 1, confidence: 0.9, box };
}

function planOf({ path, bytes }: PipelineInput, origin: PageOrigin): ProcessedPlan {
  const record = inventedRecord({
    source: {
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'image/png',
      bytes: bytes.length,
      pages: [{ page: 1, origin, confidence: 0.9, reason: null }],
      diacritics: 'original',
    },
  });
  return { record, text: TEXT, repairs: [], placed };
}

async function workshop(origin: PageOrigin = 'ocr') {
  const picture = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const cwd = folderWith({ 'in/a.png': picture });
  const out = join(cwd, 'out');
  const store = new MemoryStore();
  let read = 0;
  const run = async (isArchived = true): Promise<number> => {
    read = 0;
    const archive = isArchived ? await Archive.open(out, '1.2.3') : undefined;
    await ingest({
      paths: ['in'],
      out,
      cwd,
      lang: 'vi',
      store,
      process: async (input) => {
        read++;
        return planOf(input, origin);
      },
      ...(archive === undefined ? {} : { archive }),
    });
    return read;
  };
  return { folder: join(out, 'archive'), run };
}

const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

test('a scan gets its copies, the same bytes each time, and only where they are missing', async () => {
  const [one, other] = [await workshop(), await workshop()];
  expect(await one.run()).toBe(1);
  await other.run();
  const made = hashes(one.folder);
  expect(Object.keys(made).map((name) => name.replace(/^[^.]*/, ''))).toEqual(['.alto.xml', '.pdf']);
  expect(hashes(other.folder)).toEqual(made);

  const file = join(one.folder, Object.keys(made)[0] ?? '');
  const before = statSync(file).mtimeMs;
  expect(await one.run()).toBe(0);
  expect(statSync(file).mtimeMs).toBe(before);
  rmSync(file);
  expect(await one.run()).toBe(1);
  expect(hashes(one.folder)).toEqual(made);
});

test('copies can be asked for later', async () => {
  const { folder, run } = await workshop();
  expect(await run(false)).toBe(1);
  expect(await run()).toBe(1);
  expect(Object.keys(hashes(folder))).toHaveLength(2);
});

test('a document that has its words in itself gets none', async () => {
  const { folder, run } = await workshop('text-layer');
  await run();
  expect(readdirSync(folder)).toEqual([]);
  expect(await run()).toBe(0);
});

test('the PDF shows the image and holds the words, in order and in place', async () => {
  const { folder, run } = await workshop();
  await run();
  const name = readdirSync(folder).find((each) => each.endsWith('.pdf')) ?? '';
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(folder, name))) }).promise;
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  const words = items.flatMap((item) =>
    'str' in item && item.str.trim() !== '' ? [{ ...item, str: item.str.trim() }] : [],
  );
  expect(words.map(({ str }) => str)).toEqual(['KẾ', 'HOẠCH', 'số', 'trẻ', '<5', 'tuổi', '96']);
  const { width, height } = page.getViewport({ scale: 1 });
  for (const [index, { transform }] of words.entries()) {
    const [x = 0, y = 0, , h = 0] = placed.words[index]?.box ?? [];
    expect(Number(transform[4]) / width).toBeCloseTo(x, 2);
    expect(Math.abs(1 - Number(transform[5]) / height - (y + h))).toBeLessThan(0.01);
  }
  const metadata = await pdf.getMetadata();
  expect(JSON.stringify(metadata.info)).toContain('kehoach 1.2.3');
  expect(readFileSync(join(folder, name), 'latin1')).toContain('pdfaid:part>2');
});

test('ALTO has the words with places, confidences and other readings', async () => {
  const { folder, run } = await workshop();
  await run();
  const name = readdirSync(folder).find((each) => each.endsWith('.xml')) ?? '';
  const strings: XmlElement[] = [];
  const blocks: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'String') strings.push(element);
    if (element.name === 'TextBlock') blocks.push(element);
    for (const child of element.children) if ('attributes' in child) visit(child as XmlElement);
  };
  const root = parseXml(readFileSync(join(folder, name), 'utf8')).root;
  if (root === null) throw new Error('no root');
  visit(root);
  expect(blocks).toHaveLength(3);
  expect(strings.map(({ attributes }) => attributes.CONTENT)).toEqual([
    'KẾ',
    'HOẠCH',
    'số',
    'trẻ',
    '<5',
    'tuổi',
    '96',
  ]);
  expect(strings[0]?.attributes).toMatchObject({
    HPOS: '240',
    VPOS: '80',
    WIDTH: '30',
    HEIGHT: '16',
    WC: '0.9',
  });
  expect(strings[5]?.text).toBe('tuôi');
  expect(strings[6]?.text).toBe('98');
});
