import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { PageImage } from '../../src/plan/document.ts';

/** Dots an inch at which pages of a PDF are drawn. */
const DRAWN = 200;

/** The page images of a folder, or those that a PDF is drawn as, as files: what the installed Tesseract is given. */
export async function pageFiles(path: string): Promise<string[]> {
  if (statSync(path).isDirectory()) {
    return readdirSync(path)
      .filter((name) => /\.(png|jpe?g|tiff?|webp)$/i.test(name))
      .sort(new Intl.Collator('en', { numeric: true }).compare)
      .map((name) => join(path, name));
  }
  if (extname(path).toLowerCase() !== '.pdf') return [path];
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-ocr-'));
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(path));
  const files: string[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: DRAWN / 72, render: 'bitmap' });
    const file = join(folder, `${page.number + 1}.png`);
    const png = await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .withMetadata({ density: DRAWN })
      .png()
      .toBuffer();
    writeFileSync(file, png);
    files.push(file);
  }
  document.destroy();
  library.destroy();
  return files;
}

export async function pageImage(file: string): Promise<PageImage> {
  const image = sharp(file).flatten({ background: '#fff' });
  const { channels, density } = await image.metadata();
  const grey = channels !== undefined && channels < 3;
  const { data, info } = await (grey
    ? image.toColourspace('b-w').extractChannel(0)
    : image.toColourspace('srgb')
  )
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: grey ? 1 : 3, dpi: density ?? null };
}
