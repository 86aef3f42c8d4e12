import type { PageImage, PageWord, WordPage } from '../plan/document.ts';
import type { Box } from '../plan/record.ts';
import type { Engine, EngineWord } from './engine.ts';
import type { Grey, Rect } from './pixels.ts';
import type { PreparedPage } from './prepare.ts';

/** Reads a prepared page; `page` is the image that it was made of. */
export async function readPage(page: PageImage, prepared: PreparedPage, engine: Engine): Promise<WordPage> {
  const { image, angle, dpi } = prepared;
  const words = await engine.read(image, { as: 'page', dpi });
  const pointsPerPixel = (72 / dpi) * prepared.scale;
  return {
    width: page.width * pointsPerPixel,
    height: page.height * pointsPerPixel,
    words: words.filter(({ text }) => text.trim() !== '').map((word) => pageWord(word, image)),
    rules: [],
    angle,
    unread: [],
  };
}

function pageWord({ text, confidence, box, em }: EngineWord, image: Grey): PageWord {
  return { text, confidence, box: fractions(box, image), size: em / image.height };
}

function fractions({ x0, y0, x1, y1 }: Rect, { width, height }: Grey): Box {
  return [x0 / width, y0 / height, (x1 - x0) / width, (y1 - y0) / height];
}
