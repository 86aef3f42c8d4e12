import sharp, { type Sharp } from 'sharp';
import type { PageImage } from '../plan/document.ts';
import { components } from './components.ts';
import { letterHeight } from './letters.ts';
import { type Grey, inkLevel } from './pixels.ts';
import { leanOf } from './skew.ts';

/** The steps that can be left out, to measure what each is worth. */
export const STEPS = ['deskew', 'scale'] as const;
export type Step = (typeof STEPS)[number];

/** A page as it is given to the engine. */
export interface PreparedPage {
  image: Grey;
  /** Degrees clockwise that the page was turned by. */
  angle: number;
  /** Pixels of the image for one of the page as it came. */
  scale: number;
  /** Pixels an inch of `image`, estimated from its letters where the file does not say. */
  dpi: number;
}

/** Letters of this height are read as well as larger ones, and quicker (docs/recognition.md). */
const BEST_LETTER = 13.5;
/** The height of small letters in a text of 13 to 14 points, the usual size of official texts, in inches. */
const LETTER_INCHES = 0.089;
/** Scaling by less than this costs more sharpness than it gains. */
const WORTH_SCALING = 0.12;
/** A page is measured at no more than this many pixels a side. */
const MEASURED_SIDE = 1754;
/** Below this the engine's own tolerance is enough. */
const WORTH_TURNING = 0.3;
/** Whatever the letters' height says, no page grows beyond this. */
const MOST_PIXELS = 12_000_000;

/** Measures a page and does to it what makes it better readable, and nothing else. */
export async function prepare(
  page: PageImage,
  without: ReadonlySet<Step> = new Set(),
): Promise<PreparedPage> {
  const grey = await greyOf(page);
  const small = await scaled(grey, Math.min(1, MEASURED_SIDE / Math.max(grey.width, grey.height)));
  const level = inkLevel(small);
  const height = letterHeight(components(small, level));
  const letter = height === null ? null : (height * grey.width) / small.width;
  const scale = without.has('scale') ? 1 : bestScale(grey, letter, page.dpi);
  const lean = without.has('deskew') ? 0 : leanOf(small, level).angle;
  const angle = Math.abs(lean) < WORTH_TURNING ? 0 : lean;
  const image = await turned(await scaled(grey, scale), angle);
  return { image, angle, scale, dpi: resolution(page.dpi, letter) * scale };
}

function bestScale({ width, height }: Grey, letter: number | null, dpi: number | null): number {
  const wanted = letter !== null ? BEST_LETTER / letter : dpi !== null ? 150 / dpi : 1;
  const scale = Math.min(wanted, 4, Math.sqrt(MOST_PIXELS / (width * height)));
  return Math.abs(scale - 1) < WORTH_SCALING ? 1 : scale;
}

/** What the file says where that can be, else what the letters say. */
function resolution(stated: number | null, letter: number | null): number {
  if (stated !== null && stated >= 50 && stated <= 1200) return stated;
  return letter === null ? 150 : Math.min(Math.max(letter / LETTER_INCHES, 50), 1200);
}

async function greyOf({ data, width, height, channels }: PageImage): Promise<Grey> {
  if (channels === 1) return { data, width, height };
  return pixelsOf(sharp(data, { raw: { width, height, channels } }).greyscale());
}

async function scaled(image: Grey, scale: number): Promise<Grey> {
  if (scale === 1) return image;
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  return pixelsOf(sharpOf(image).resize({ width, height, fit: 'fill', kernel: 'lanczos3' }));
}

async function turned(image: Grey, angle: number): Promise<Grey> {
  return angle === 0 ? image : pixelsOf(sharpOf(image).rotate(angle, { background: '#fff' }));
}

function sharpOf({ data, width, height }: Grey): Sharp {
  return sharp(data, { raw: { width, height, channels: 1 } });
}

async function pixelsOf(pipeline: Sharp): Promise<Grey> {
  const { data, info } = await pipeline
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
