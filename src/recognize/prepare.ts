import sharp, { type Sharp } from 'sharp';
import type { PageImage } from '../plan/document.ts';
import { erased, leaders, specks } from './clean.ts';
import { type Component, components } from './components.ts';
import { letterHeight } from './letters.ts';
import { onWhitePaper } from './paper.ts';
import { type Grey, inkLevel, isBlackAndWhite, type Rect } from './pixels.ts';
import { withoutPoints } from './points.ts';
import { withRedWriting } from './red.ts';
import { findRules, type Rules } from './rules.ts';
import { leanOf } from './skew.ts';

/** The steps of preparing and reading that can be left out, to measure what each is worth. */
export const STEPS = [
  'seal',
  'red',
  'points',
  'paper',
  'sideways',
  'strips',
  'columns',
  'scale',
  'leaders',
  'specks',
  'rules',
  'deskew',
  'again',
  'numbers',
  'cells',
] as const;
export type Step = (typeof STEPS)[number];

/** A page as it is given to the engine. */
export interface PreparedPage {
  image: Grey;
  /** What is darker is ink. */
  level: number;
  /** The ink of `image`, piece by piece. */
  ink: Component[];
  /** The ruled lines that were on the page; `image` is without them. */
  rules: Rules;
  /** Degrees clockwise that the page was turned by. */
  angle: number;
  /** Pixels of the image for one of the page as it came. */
  scale: number;
  /** Pixels an inch of `image`, estimated from its letters where the file does not say. */
  dpi: number;
  /** Height of the small letters in pixels of `image`; a guess where there are too few to tell. */
  letter: number;
}

/** Letters between these heights are read as they are; others are scaled to the best height. */
const READABLE = [11, 23] as const;
const BEST_LETTER = 17;
/** The height of small letters in a text of 13 to 14 points, the usual size of official texts, in inches. */
const LETTER_INCHES = 0.089;
/** Larger pages are measured on a smaller copy. */
const MEASURED_SIDE = 2600;
/** Below this, in degrees, the engine's own tolerance is enough. */
const WORTH_TURNING = 0.25;
/** The part of a page that is red at least where a seal is on it. */
const SEAL = 1 / 2000;
/** Whatever the letters' height says, no page grows beyond this. */
const MOST_PIXELS = 12_000_000;

/** Measures a page and does to it what makes it better readable, and nothing else. */
export async function prepare(
  page: PageImage,
  without: ReadonlySet<Step> = new Set(),
): Promise<PreparedPage> {
  const clean = (image: Grey): Grey => cleaned(image, without);
  const { luminance, unsealed } = greyOf(page);
  const isSealed = unsealed !== null && !without.has('seal');
  let grey = clean(isSealed ? unsealed : luminance);
  let measured = await measure(grey);
  if (isSealed && !without.has('red')) {
    const complete = withRedWriting(clean(luminance), grey, measured.letter);
    if (complete !== grey) {
      grey = complete;
      measured = await measure(grey);
    }
  }
  const { small, level, found, height, letter } = measured;
  const scale = without.has('scale') ? 1 : bestScale(grey, letter, page.dpi);
  const dpi = resolution(page.dpi, letter);
  const read = letter === null ? dpi * scale * LETTER_INCHES : letter * scale;
  const lean = height === null ? { angle: 0, sideways: false } : leanOf(found, height, small.height);

  const quarter = lean.sideways && !without.has('sideways') ? 90 : 0;
  const rest = without.has('deskew') || Math.abs(lean.angle) < WORTH_TURNING ? 0 : lean.angle;
  const angle = quarter + rest;
  const whole = await scaled(await turned(grey, angle), scale);
  const ink = whole === small ? found : components(whole, level);
  const dirt = letter === null ? [] : dirtOf(ink, read, without);
  const patches = new Set(dirt);
  const rules = findRules(whole, level, read);
  const drawn = without.has('rules') ? [] : [...rules.horizontal, ...rules.vertical];
  return {
    image: erased(whole, [...dirt, ...drawn]),
    level,
    ink: ink.filter((each) => !patches.has(each)),
    rules,
    angle,
    scale,
    dpi: dpi * scale,
    letter: read,
  };
}

/** Without strewn points, on white paper. */
function cleaned(image: Grey, without: ReadonlySet<Step>): Grey {
  const bare = without.has('points') ? image : withoutPoints(image);
  return without.has('paper') ? bare : onWhitePaper(bare);
}

/** What is known of a page before anything is done to it; `height` is that of the small letters of `small`. */
async function measure(grey: Grey): Promise<{
  small: Grey;
  level: number;
  found: Component[];
  height: number | null;
  letter: number | null;
}> {
  const small = await scaled(grey, shrinkToMeasure(grey));
  const level = inkLevel(small);
  const found = components(small, level);
  const height = letterHeight(found);
  const letter = height === null ? null : (height * grey.width) / small.width;
  return { small, level, found, height, letter };
}

/** The page turned on its head. */
export function upended(page: PreparedPage): PreparedPage {
  const { data, width, height } = page.image;
  const turn = ({ x0, y0, x1, y1 }: Rect): Rect => ({
    x0: width - x1,
    y0: height - y1,
    x1: width - x0,
    y1: height - y0,
  });
  return {
    ...page,
    image: { data: Uint8Array.from(data).reverse(), width, height },
    ink: page.ink.map((each) => ({ ...turn(each), area: each.area })),
    rules: { horizontal: page.rules.horizontal.map(turn), vertical: page.rules.vertical.map(turn) },
    angle: page.angle + 180,
  };
}

function dirtOf(found: readonly Component[], letter: number, without: ReadonlySet<Step>): Component[] {
  return [
    ...(without.has('leaders') ? [] : leaders(found, letter)),
    ...(without.has('specks') ? [] : specks(found, letter)),
  ];
}

function shrinkToMeasure({ width, height }: Grey): number {
  const side = Math.max(width, height);
  return side <= MEASURED_SIDE ? 1 : MEASURED_SIDE / 1.5 / side;
}

function bestScale({ width, height }: Grey, letter: number | null, dpi: number | null): number {
  const now = letter ?? (dpi ?? 150) * LETTER_INCHES;
  if (now >= READABLE[0] && now <= READABLE[1]) return 1;
  return Math.min(BEST_LETTER / now, 4, Math.sqrt(MOST_PIXELS / (width * height)));
}

/** What the file says where that can be, else what the letters say. */
function resolution(stated: number | null, letter: number | null): number {
  if (stated !== null && stated >= 50 && stated <= 1200) return stated;
  return letter === null ? 150 : Math.min(Math.max(letter / LETTER_INCHES, 50), 1200);
}

/**
 * A page in grey and, where it has a seal's worth of red, its red channel: red ink is as light as paper there, so that
 * seals vanish from over the text; black and blue stay.
 */
function greyOf({ data, width, height, channels }: PageImage): { luminance: Grey; unsealed: Grey | null } {
  if (channels === 1) return { luminance: { data, width, height }, unsealed: null };
  const [luminance, redness] = [new Uint8Array(width * height), new Uint8Array(width * height)];
  let red = 0;
  for (let at = 0, from = 0; at < luminance.length; at++, from += 3) {
    const r = data[from] ?? 0;
    const g = data[from + 1] ?? 0;
    const b = data[from + 2] ?? 0;
    luminance[at] = (77 * r + 150 * g + 29 * b) >> 8;
    redness[at] = r;
    if (r - g > 60 && r - b > 60) red++;
  }
  return {
    luminance: { data: luminance, width, height },
    unsealed: red > luminance.length * SEAL ? { data: redness, width, height } : null,
  };
}

/** An image at so many times its size. */
export async function scaled(image: Grey, scale: number): Promise<Grey> {
  if (scale === 1) return image;
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  return pixelsOf(sharpOf(image).resize({ width, height, fit: 'fill', kernel: 'lanczos3' }));
}

async function turned(image: Grey, angle: number): Promise<Grey> {
  if (angle === 0) return image;
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  // Blending the edges of black and white letters makes them thicker, and they are read worse.
  const interpolator = isBlackAndWhite(image) ? 'nearest' : 'bicubic';
  return pixelsOf(sharpOf(image).affine([cos, -sin, sin, cos], { background: '#fff', interpolator }));
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
