import sharp from 'sharp';
import type { PageImage } from '../../src/plan/document.ts';

/** What a scanner, a copier and time do to a page. */
export interface Degradation {
  /** Degrees clockwise. */
  skew?: number;
  /** Standard deviation of the grey noise, of 255. */
  noise?: number;
  /** Sigma of the blur, in pixels. */
  blur?: number;
  /** How much of the distance from black to white is left, 0–1. */
  contrast?: number;
  /** Share of pixels that turn black or white. */
  speckle?: number;
  /** Black and white alone, as a fax machine sends it. */
  bilevel?: boolean;
  /** JPEG quality, 1–100; none is lossless. */
  jpeg?: number;
  /** A red round seal, its centre as fractions of the page. */
  seal?: { x: number; y: number };
}

/** A page as it looks after all that, as JPEG (with `jpeg`) or PNG. The same seed gives the same bytes. */
export async function degraded(page: PageImage, how: Degradation, seed: number): Promise<Buffer> {
  const { width, height } = page;
  const raw = { width, height, channels: page.channels };
  let image = sharp(page.data, { raw }).flatten({ background: 'white' }).toColourspace('srgb');
  if (how.seal !== undefined) {
    const size = Math.round(width * 0.17);
    const left = Math.min(width - size, Math.max(0, Math.round(how.seal.x * width - size / 2)));
    const top = Math.min(height - size, Math.max(0, Math.round(how.seal.y * height - size / 2)));
    image = sharp(
      await image
        .composite([{ input: seal(size), left, top }])
        .png()
        .toBuffer(),
    );
  }
  if (how.skew) image = sharp(await image.rotate(how.skew, { background: 'white' }).png().toBuffer());
  if (how.blur) image = image.blur(how.blur);
  if (how.contrast) image = image.linear(how.contrast, (255 * (1 - how.contrast)) / 2);
  if (how.seal === undefined) image = image.greyscale();
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const random = generator(seed);
  for (let at = 0; at < data.length; at += info.channels) {
    const shift = how.noise ? how.noise * (random() + random() + random() + random() - 2) * 1.73 : 0;
    const spot = how.speckle && random() < how.speckle ? (random() < 0.5 ? -255 : 255) : 0;
    for (let channel = 0; channel < info.channels; channel++) {
      data[at + channel] = Math.max(0, Math.min(255, (data[at + channel] ?? 0) + shift + spot));
    }
  }
  const { width: w, height: h, channels } = info;
  const result = sharp(data, { raw: { width: w, height: h, channels } }).withMetadata({
    density: page.dpi ?? 300,
  });
  if (how.bilevel) {
    return result
      .threshold(160)
      .png({ compressionLevel: 9, palette: true, colours: 2, dither: 0 })
      .toBuffer();
  }
  return how.jpeg === undefined
    ? result.png({ compressionLevel: 9, palette: how.seal === undefined, colours: 16 }).toBuffer()
    : result.jpeg({ quality: how.jpeg, mozjpeg: false }).toBuffer();
}

function seal(size: number): Buffer {
  const middle = size / 2;
  const star = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? middle * 0.32 : middle * 0.13;
    const angle = (Math.PI * i) / 5 - Math.PI / 2;
    return `${middle + radius * Math.cos(angle)},${middle + radius * Math.sin(angle)}`;
  }).join(' ');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><g fill="none" stroke="#d22" opacity="0.75">` +
      `<circle cx="${middle}" cy="${middle}" r="${middle * 0.95}" stroke-width="${size * 0.02}"/>` +
      `<circle cx="${middle}" cy="${middle}" r="${middle * 0.62}" stroke-width="${size * 0.01}"/>` +
      `<polygon points="${star}" fill="#d22" stroke="none"/></g></svg>`,
  );
}

/** Mulberry32: numbers from 0 to 1 that depend on the seed alone. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
