import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { PageImage } from '../../src/plan/document.ts';

/** An image of test/fixtures/recognize as a grey page. */
export async function pageFixture(name: string): Promise<PageImage> {
  const path = fileURLToPath(new URL(`../fixtures/recognize/${name}`, import.meta.url));
  const { data, info } = await sharp(path)
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 1, dpi: 200 };
}
