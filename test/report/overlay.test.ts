import sharp from 'sharp';
import { expect, test } from 'vitest';
import { overlayPicture } from '../../src/report/overlay.ts';

test('values of a page have boxes in the colour of their field, others none', async () => {
  const image = {
    data: new Uint8Array(200 * 100).fill(255),
    width: 200,
    height: 100,
    channels: 1,
    dpi: 72,
  } as const;
  const found = { page: 1, start: 0, end: 1, quote: 'x', confidence: 1 };
  const picture = await overlayPicture(image, 1, {
    '/number': { ...found, boxes: [[0.1, 0.2, 0.2, 0.2]] },
    '/targets/0/value': { ...found, page: 2, boxes: [[0.6, 0.2, 0.2, 0.2]] },
  });
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number) => [
    ...data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3),
  ];
  const [red = 0, green = 0] = pixel(40, 30);
  expect(red).toBeGreaterThan(green + 20);
  expect(pixel(140, 30)).toEqual([255, 255, 255]);
});
