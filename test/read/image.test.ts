import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PageFailure, PageFile, PageImage } from '../../src/plan/document.ts';
import { IMAGE_LIMITS, type ImageLimits, readImage } from '../../src/read/image.ts';

type ImageFormat = Parameters<typeof readImage>[0];

/** A page of 4 x 6 blank inches with a black corner, top left. */
function corner(channels: 1 | 3 | 4 = 3, dpi = 100): Sharp {
  const [width, height] = [4 * dpi, 6 * dpi];
  const data = Buffer.alloc(width * height * channels, 255);
  for (let y = 0; y < dpi; y++) data.fill(0, y * width * channels, (y * width + dpi) * channels);
  if (channels === 4) for (let at = 3; at < data.length; at += 4) data[at] = data[at - 1] === 0 ? 255 : 0;
  const image = sharp(data, { raw: { width, height, channels } });
  // Its metadata would make a grey image a coloured one.
  return channels === 1 ? image.toColourspace('b-w') : image.withMetadata({ density: dpi });
}

async function opened(
  format: ImageFormat,
  bytes: Uint8Array,
  limits: Partial<ImageLimits> = {},
): Promise<PageFile> {
  const reading = await readImage(format, 'a', bytes, { ...IMAGE_LIMITS, ...limits });
  if (reading.kind !== 'pages') throw new Error('no pages');
  return reading.file;
}

async function pageOf(...of: Parameters<typeof opened>): Promise<PageImage> {
  const page = (await opened(...of)).pages[0];
  if (page === undefined) throw new Error('no page');
  return page.image();
}

const at = ({ data, width, channels }: PageImage, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * channels, (y * width + x + 1) * channels),
];

describe('a page image', () => {
  test.each<[string, ImageFormat, () => Sharp, 1 | 3]>([
    ['a colour PNG', 'png', () => corner().png(), 3],
    ['a grey PNG', 'png', () => corner(1).png(), 1],
    ['a PNG of 16 bits', 'png', () => corner().toColourspace('rgb16').png(), 3],
    ['a grey PNG of 16 bits', 'png', () => corner(1).toColourspace('grey16').png(), 1],
    ['a PNG with a palette', 'png', () => corner().png({ palette: true, colours: 4 }), 3],
    ['a PNG on nothing', 'png', () => corner(4).png(), 3],
    ['a JPEG', 'jpeg', () => corner().jpeg(), 3],
    ['a grey JPEG', 'jpeg', () => corner(1).jpeg(), 1],
    ['a progressive JPEG', 'jpeg', () => corner().jpeg({ progressive: true }), 3],
    ['a JPEG for print', 'jpeg', () => corner().toColourspace('cmyk').jpeg(), 3],
    ['a WebP', 'webp', () => corner().webp(), 3],
    ['a WebP on nothing', 'webp', () => corner(4).webp(), 3],
    ['a TIFF', 'tiff', () => corner().tiff({ compression: 'lzw', xres: 100 / 25.4, yres: 100 / 25.4 }), 3],
    [
      'a fax',
      'tiff',
      () => corner(1).tiff({ bitdepth: 1, compression: 'ccittfax4', xres: 100 / 25.4, yres: 100 / 25.4 }),
      1,
    ],
  ])('%s', async (_, format, image, channels) => {
    const page = await pageOf(format, await image().toBuffer());
    expect(page).toMatchObject({ width: 400, height: 600, channels });
    expect(page.data.length).toBe(400 * 600 * channels);
    for (const value of at(page, 20, 20)) expect(value).toBeLessThan(60);
    for (const value of at(page, 300, 500)) expect(value).toBeGreaterThan(250);
    if (channels === 3 && format !== 'webp') expect(page.dpi).toBeCloseTo(100, 0);
  });

  test('stands upright, whichever way the camera was held', async () => {
    const turned = await corner().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const page = await pageOf('jpeg', turned);
    expect(page).toMatchObject({ width: 600, height: 400 });
    expect(at(page, 580, 20)[0]).toBeLessThan(60);
    expect(at(page, 20, 380)[0]).toBeGreaterThan(250);
  });

  test("has no resolution where the file's would make it no page", async () => {
    const image = sharp({ create: { width: 2480, height: 3508, channels: 3, background: 'white' } });
    expect(await pageOf('png', await image.png().toBuffer())).toMatchObject({ dpi: null });
    const camera = await image.withMetadata({ density: 72 }).jpeg().toBuffer();
    expect(await pageOf('jpeg', camera)).toMatchObject({ dpi: null });
  });

  test('is shown smaller where it is large', async () => {
    const page = await pageOf('png', await corner().png().toBuffer(), { imagePixels: 60_000 });
    expect(page).toMatchObject({ width: 200, height: 300 });
    expect(page.dpi).toBeCloseTo(50, 0);
  });
});

describe('several pages', () => {
  test('are the pages of a TIFF', async () => {
    const bytes = readFileSync('test/fixtures/scans/bilevel-300/lam-dong-tiem-chung-2026.tiff');
    const { mediaType, pages } = await opened('tiff', bytes);
    expect(mediaType).toBe('image/tiff');
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(await pages[0]?.layer()).toBeNull();
    const images = await Promise.all(pages.map((page) => page.image()));
    for (const image of images) expect(image).toMatchObject({ width: 2475, height: 3504, channels: 1 });
    expect(images[0]?.dpi).toBeCloseTo(300, 0);
    const inks = images.map(({ data }) => data.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0));
    expect(new Set(inks).size).toBe(3);
  });

  test('too many are not opened', async () => {
    const bytes = readFileSync('test/fixtures/scans/bilevel-300/lam-dong-tiem-chung-2026.tiff');
    await expect(opened('tiff', bytes, { pages: 2 })).rejects.toMatchObject({
      code: 'too-many-pages',
      detail: '3',
    });
  });

  test('a broken one leaves the others', async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 300 * 300 }, (_, i) => (i * i) % 251));
    const frame = await sharp(noise, { raw: { width: 300, height: 300, channels: 1 } })
      .png()
      .toBuffer();
    const bytes = await sharp([frame, frame, frame], { join: { animated: true } })
      .tiff({ compression: 'deflate' })
      .toBuffer();
    // The strips of the second page lie in the middle of the file.
    bytes.fill(0xff, Math.round(bytes.length * 0.45), Math.round(bytes.length * 0.5));
    const { pages } = await opened('tiff', bytes);
    const results = await Promise.allSettled(pages.map((page) => page.image()));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('bad images', () => {
  const problemOf = async (page: Promise<PageImage>): Promise<unknown> =>
    page.then(
      () => 'none',
      (failure: PageFailure) => failure.problem,
    );

  test.each<[ImageFormat, () => Sharp]>([
    ['png', () => corner().png()],
    ['jpeg', () => corner().jpeg()],
    ['jpeg', () => corner().jpeg({ progressive: true })],
    ['webp', () => corner().webp()],
    ['tiff', () => corner().tiff({ compression: 'lzw' })],
  ])('a %s that ends in the middle is no page', async (format, image) => {
    const bytes = await image().toBuffer();
    const half = bytes.subarray(0, Math.round(bytes.length / 2));
    const result = await pageOf(format, half).then(
      () => 'a page',
      (error: Error) => error.name,
    );
    expect(['PageFailure', 'DocumentFailure']).toContain(result);
  });

  test('a header alone is damaged', async () => {
    await expect(opened('png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  test('a small file of a huge picture is not decoded', async () => {
    const bytes = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    await expect(opened('png', bytes, { inputPixels: 1e6 })).rejects.toMatchObject({
      code: 'too-large',
      detail: '2000 × 1000 px',
    });
  });

  test('a huge page among others is one page lost', async () => {
    const frames = await Promise.all(
      [1, 2].map((n) =>
        sharp({ create: { width: 500, height: 500, channels: 3, background: n === 1 ? 'white' : 'black' } })
          .png()
          .toBuffer(),
      ),
    );
    const bytes = await sharp(frames, { join: { animated: true } })
      .tiff()
      .toBuffer();
    const { pages } = await opened('tiff', bytes, { inputPixels: 200_000 });
    expect(await Promise.all(pages.map((page) => problemOf(page.image())))).toEqual([
      'too-large',
      'too-large',
    ]);
  });
});
