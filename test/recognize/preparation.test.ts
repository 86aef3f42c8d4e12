import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PageImage } from '../../src/plan/document.ts';
import { components } from '../../src/recognize/components.ts';
import { letterHeight } from '../../src/recognize/letters.ts';
import { onWhitePaper } from '../../src/recognize/paper.ts';
import { withoutPoints } from '../../src/recognize/points.ts';
import { prepare, type Step } from '../../src/recognize/prepare.ts';
import { pageFixture } from './fixtures.ts';

const lines = await pageFixture('lines.png');

async function altered(change: (image: Sharp) => Sharp): Promise<PageImage> {
  const { data, width, height } = lines;
  const { data: pixels, info } = await change(sharp(data, { raw: { width, height, channels: 1 } }))
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...lines, data: pixels, width: info.width, height: info.height };
}

describe('a page is turned level', () => {
  test.for([0, 0.8, 2, -3.5, 7, -11])('that leans by %s degrees', async (lean) => {
    const page = await altered((image) => image.rotate(lean, { background: '#fff' }));
    const own = (await prepare(lines)).angle;
    const { angle, image, scale } = await prepare(page);
    expect(Math.abs(angle + lean - own)).toBeLessThan(0.3);
    const radians = (angle * Math.PI) / 180;
    const width = page.width * Math.cos(radians) + page.height * Math.abs(Math.sin(radians));
    expect(Math.abs(image.width - width * scale)).toBeLessThan(2);
  });

  test.for([90, 270])('that lies on its side: %s', async (turn) => {
    const { angle, image } = await prepare(await altered((page) => page.rotate(turn)));
    expect(Math.abs(angle - 90)).toBeLessThan(1);
    expect(image.width).toBeGreaterThan(image.height);
  });
});

describe('a page is brought to a size that is read well', () => {
  test.for([
    [0.4, [15, 19]],
    [1, [17, 20]],
    [2.5, [15, 19]],
  ] as const)('drawn at %s times its size', async ([size, [least, most]]) => {
    const page = await altered((image) => image.resize({ width: Math.round(lines.width * size) }));
    const { letter, dpi, image, scale } = await prepare({ ...page, dpi: null });
    expect(letter).toBeGreaterThan(least);
    expect(letter).toBeLessThan(most);
    // 14 points is a usual size: without a word of the file, its letters tell the resolution.
    expect(dpi / letter).toBeCloseTo(1 / 0.089, 0);
    expect(image.width / page.width).toBeCloseTo(scale, 1);
  });
});

describe('what is not writing is taken off the page', () => {
  const ink = async (page: PageImage) => {
    const { image, level } = await prepare(page);
    return components(image, level).length;
  };

  test('dots that wait for a pen, but no ellipsis and no full stop', async () => {
    const clean = await ink(lines);
    const dotted = (dots: number) =>
      drawn(lines, (draw) => {
        for (let dot = 0; dot < dots; dot++) draw(945 + dot * 10, 82, 4, 4);
      });
    expect(await ink(dotted(40))).toBe(clean);
    expect(await ink(dotted(3))).toBeGreaterThan(clean);
  });

  test('specks far from letters', async () => {
    const specked = drawn(lines, (draw) => {
      for (let speck = 0; speck < 10; speck++) draw(10 + (speck % 2) * 40, 40 + speck * 30, 3, 3);
    });
    expect(await ink(specked)).toBe(await ink(lines));
  });

  test('points strewn over page and letters, but not the few that a page may have', async () => {
    const strewn = (every: number) => {
      const { width } = lines;
      const data = Uint8Array.from(lines.data);
      for (let at = width + 7; at < data.length - width; at += every) {
        const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
        if (around.every((step) => (lines.data[at + step] ?? 0) > 200)) data[at] = 0;
      }
      return { ...lines, data };
    };
    expect(Math.abs((await ink(strewn(997))) - (await ink(lines)))).toBeLessThan(3);
    const few = strewn(20011);
    expect(withoutPoints(few)).toBe(few);
  });

  test('the grey and the grain of its paper', async () => {
    const grain = new Grain();
    const page = await altered((image) => image.linear(0.7, 38));
    const grey = { ...page, data: page.data.map((value) => Math.min(255, value + grain.next())) };
    const { data } = onWhitePaper(grey);
    const paper = [...page.data].flatMap((value, at) => (value > 210 ? [data[at] ?? 0] : []));
    expect(paper.filter((value) => value === 255).length / paper.length).toBeGreaterThan(0.95);
    expect(onWhitePaper(lines)).toBe(lines);
  });

  test('a red seal over the text', async () => {
    const { data, width, height } = lines;
    const rgb = new Uint8Array(data.length * 3);
    data.forEach((value, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const ring = Math.abs(Math.hypot(x - 700, y - 200) - 120) < 6;
      rgb.set(value < 128 ? [20, 20, 20] : ring ? [225, 40, 50] : [255, 255, 255], at * 3);
    });
    const sealed: PageImage = { data: rgb, width, height, channels: 3, dpi: 200 };
    const ringed = (page: { image: { data: Uint8Array }; level: number }) =>
      page.image.data.filter((value) => value < page.level).length;
    const plain = ringed(await prepare(lines));
    expect(ringed(await prepare(sealed)) / plain).toBeCloseTo(1, 1);
    expect(ringed(await prepare(sealed, new Set(['seal']))) / plain).toBeGreaterThan(1.05);
  });

  test('but no red writing', async () => {
    const { data, width, height } = lines;
    const rgb = new Uint8Array(data.length * 3);
    data.forEach((value, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const ring = Math.abs(Math.hypot(x - 700, y - 500) - 120) < 6;
      const written = value < 128 ? (y < 100 ? [225, 40, 50] : [20, 20, 20]) : [255, 255, 255];
      rgb.set(ring && value >= 128 ? [225, 40, 50] : written, at * 3);
    });
    const letters = async (page: PageImage, without: Step[] = []) => {
      const { ink } = await prepare(page, new Set(without));
      return ink.filter(({ y1 }) => y1 < 100).length;
    };
    const page: PageImage = { data: rgb, width, height, channels: 3, dpi: 200 };
    const plain = await letters(lines);
    expect(plain).toBeGreaterThan(12);
    expect(Math.abs((await letters(page)) - plain)).toBeLessThan(0.1 * plain);
    expect(await letters(page, ['red'])).toBe(0);
  });
});

test('the height of letters is that of the small ones, whatever dots and rules there are', () => {
  const box = (height: number, count: number, fill = 0.5, width = height) =>
    Array.from({ length: count }, (_, index) => ({
      x0: index * 50,
      y0: 0,
      x1: index * 50 + width,
      y1: height,
      area: Math.round(width * height * fill),
    }));
  expect(letterHeight([...box(14, 60), ...box(20, 30), ...box(5, 40)])).toBeCloseTo(14, 0);
  expect(letterHeight([...box(14, 60), ...box(5, 2000, 0.9), ...box(3, 5, 1, 900)])).toBeCloseTo(14, 0);
  expect(letterHeight(box(14, 5))).toBeNull();
});

function drawn(
  page: PageImage,
  paint: (draw: (x: number, y: number, w: number, h: number) => void) => void,
): PageImage {
  const data = Uint8Array.from(page.data);
  paint((x, y, w, h) => {
    for (let row = y; row < y + h; row++) data.fill(0, row * page.width + x, row * page.width + x + w);
  });
  return { ...page, data };
}

/** Something like the grain of grey paper, the same each time. */
class Grain {
  private state = 7;

  next(): number {
    let sum = 0;
    for (let i = 0; i < 4; i++) {
      this.state = (this.state * 1103515245 + 12345) % 2147483648;
      sum += this.state / 2147483648;
    }
    return Math.round((sum - 2) * 20);
  }
}
