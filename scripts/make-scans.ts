// Makes official-looking PDFs and scans of plans whose text is known: docs/evaluation.md says how they are measured.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { normalizeDocument } from '../src/normalize/normalize.ts';
import { parsePlan } from '../src/parse/parse.ts';
import type { PageImage } from '../src/plan/document.ts';
import { readDocument } from '../src/read/read.ts';
import { scriptArguments } from './arguments.ts';
import { type Degradation, degraded } from './make-scans/degrade.ts';
import { imagePdf } from './make-scans/image-pdf.ts';
import { officialPage } from './make-scans/official-page.ts';

const USAGE = `node dist/scripts/make-scans.js [--look LOOK…] [--chromium PATH] --out DIR FILE…

Renders texts of plans as official documents DIR/LOOK/<name>.pdf, named after their folder (or file), and scans them.
  --look LOOK      digital, clean-300, bilevel-300, seal-200, poor-150, photo-200; several are allowed, all without it
  --chromium PATH  a Chromium that prints PDFs (chromium); the font Tinos has to be installed
  --pages          one image file a page beside the PDF
  --tiff           all pages in one TIFF beside the PDF
  --truth          what stands on the pages, DIR/text/<name>.txt, with a form feed between them`;

const LOOKS: Record<string, { dpi: number; how: Degradation }> = {
  'clean-300': { dpi: 300, how: {} },
  'bilevel-300': { dpi: 300, how: { bilevel: true } },
  'seal-200': { dpi: 200, how: { skew: 0.8, noise: 6, jpeg: 75, seal: { x: 0.66, y: 0.75 } } },
  'poor-150': {
    dpi: 150,
    how: { skew: -0.6, noise: 14, blur: 0.6, contrast: 0.7, speckle: 0.002, jpeg: 60 },
  },
  'photo-200': { dpi: 200, how: { skew: 2.2, blur: 0.8, contrast: 0.8, noise: 8, jpeg: 70 } },
};

const { values, positionals } = scriptArguments(USAGE, {
  allowPositionals: true,
  options: {
    look: { type: 'string', multiple: true },
    chromium: { type: 'string', default: 'chromium' },
    out: { type: 'string' },
    pages: { type: 'boolean', default: false },
    tiff: { type: 'boolean', default: false },
    truth: { type: 'boolean', default: false },
  },
});
if (values.out === undefined || positionals.length === 0) {
  console.error(USAGE);
  process.exit(2);
}
const out = resolve(values.out);
const looks = values.look ?? ['digital', ...Object.keys(LOOKS)];
for (const file of positionals) await make(resolve(file));

async function make(file: string): Promise<void> {
  const stem = basename(file, extname(file));
  const name = stem === 'source' ? basename(dirname(file)) : stem;
  const reading = await readDocument(file, readFileSync(file));
  if (reading.kind !== 'lines') throw new Error(`${file} is no text`);
  const source = normalizeDocument(reading.document);
  const pdf = print(officialPage(source, parsePlan(source)));
  if (looks.includes('digital')) writeFileSync(join(folderOf('digital'), `${name}.pdf`), pdf);
  if (values.truth) writeFileSync(join(folderOf('text'), `${name}.txt`), (await pageTexts(pdf)).join('\f'));
  for (const [look, { dpi, how }] of Object.entries(LOOKS)) {
    if (!looks.includes(look)) continue;
    const images = [];
    for (const [index, page] of (await rasterised(pdf, dpi)).entries()) {
      const data = await degraded(page, how, index + 1);
      const { width, height } = await sharp(data).metadata();
      images.push({ data, width, height });
      if (values.pages) {
        const ending = how.jpeg === undefined ? 'png' : 'jpg';
        writeFileSync(join(folderOf(look), `${name}-${index + 1}.${ending}`), data);
      }
    }
    writeFileSync(join(folderOf(look), `${name}.pdf`), await imagePdf(images, dpi));
    if (values.tiff) {
      const pages = images.map(({ data }) => data);
      const joined = sharp(pages, { join: { animated: true } });
      await (how.bilevel ? joined.flatten().greyscale().toColourspace('b-w') : joined)
        .tiff({
          xres: dpi / 25.4,
          yres: dpi / 25.4,
          ...(how.bilevel ? { bitdepth: 1, compression: 'ccittfax4' } : { compression: 'lzw' }),
        })
        .toFile(join(folderOf(look), `${name}.tiff`));
    }
    console.log(`${name} ${look}: ${images.length} pages`);
  }
}

function folderOf(look: string): string {
  const folder = join(out, look);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function print(html: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'make-scans-'));
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    writeFileSync(page, html);
    const { status, stderr } = spawnSync(
      values.chromium,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--no-pdf-header-footer',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      { encoding: 'utf8', timeout: 120_000 },
    );
    if (status !== 0) throw new Error(`chromium ended with ${status}: ${stderr}`);
    return readFileSync(pdf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of each page as Chromium has set it, its number included. */
async function pageTexts(pdf: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const texts = Array.from(document.pages(), (page) =>
    `${page.getText()}\n`.normalize('NFC').replace(/\r\n?/g, '\n'),
  );
  document.destroy();
  library.destroy();
  return texts;
}

async function rasterised(pdf: Buffer, dpi: number): Promise<PageImage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages: PageImage[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: dpi / 72, render: 'bitmap' });
    const grey = await sharp(data, { raw: { width, height, channels: 4 } })
      .flatten({ background: 'white' })
      .greyscale()
      .raw()
      .toBuffer();
    pages.push({ data: grey, width, height, channels: 1, dpi });
  }
  document.destroy();
  library.destroy();
  return pages;
}
