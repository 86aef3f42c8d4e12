import { afterAll, describe, expect, test } from 'vitest';
import { PageFailure, type PageImage } from '../../src/plan/document.ts';
import { openRecognizer } from '../../src/recognize/recognizer.ts';
import { pageFixture } from './fixtures.ts';

const recognizer = openRecognizer({ threads: 2, model: 'best_int' });
afterAll(() => recognizer.close());

const textOf = ({ words }: { words: { text: string }[] }): string => words.map(({ text }) => text).join(' ');

describe('a scanned page', () => {
  test('gives its words with their places', async () => {
    const page = await recognizer.recognize(await pageFixture('lines.png'));
    expect(textOf(page)).toContain('Điều 19. Trách nhiệm của Sở Công Thương');
    expect(page).toMatchObject({ width: expect.closeTo(504, 0), height: expect.closeTo(151, 0) });
    const heading = page.words.find(({ text }) => text === 'Điều');
    const expected = [0.157, 0.125, 0.053, 0.085];
    expected.forEach((part, index) => {
      expect(Math.abs((heading?.box[index] ?? 0) - part)).toBeLessThan(0.01);
    });
    // 14 points, of a page that is 151 points high.
    expect(heading?.size).toBeCloseTo(14 / 151, 1);
  });

  test('is read alike by all threads, whatever they read before', async () => {
    const image = await pageFixture('lines.png');
    const half = { ...image, height: 210, data: image.data.subarray(0, image.width * 210) };
    const [first, , ...others] = await Promise.all(
      [image, half, image, half, image].map((each) => recognizer.recognize(each)),
    );
    expect(others[0]).toEqual(first);
    expect(others[2]).toEqual(first);
  });
});

describe('an image that cannot be read', () => {
  const images: [string, PageImage, string][] = [
    [
      'pixels are missing',
      { data: new Uint8Array(10), width: 100, height: 100, channels: 1, dpi: null },
      'broken',
    ],
    [
      'too large',
      { data: new Uint8Array(), width: 50_000, height: 50_000, channels: 1, dpi: null },
      'too-large',
    ],
  ];
  test.for(images)('fails alone: %s', async ([, image, problem]) => {
    await expect(recognizer.recognize(image, 7)).rejects.toMatchObject({ page: 7, problem });
    expect(textOf(await recognizer.recognize(await pageFixture('lines.png')))).toContain('Sở Công Thương');
  });

  test('no words on an empty page', async () => {
    const blank = {
      data: new Uint8Array(90_000).fill(255),
      width: 300,
      height: 300,
      channels: 1 as const,
      dpi: 72,
    };
    expect(await recognizer.recognize(blank)).toMatchObject({
      words: [],
      width: expect.closeTo(300),
      height: expect.closeTo(300),
    });
  });
});

test('a page that takes too long costs itself alone', async () => {
  const hasty = openRecognizer({ threads: 1, model: 'best_int', timeLimit: 1 });
  const failed = hasty.recognize(await pageFixture('lines.png'), 3);
  await expect(failed).rejects.toBeInstanceOf(PageFailure);
  await expect(failed).rejects.toMatchObject({ page: 3, problem: 'time' });
  hasty.close();
});
