import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageWord, WordPage } from '../../plan/document.ts';
import type { Box } from '../../plan/record.ts';
import { type FontData, followOperators } from './drawing.ts';
import { lettersOf } from './letters.ts';
import { matrixFrom } from './matrix.ts';
import type { PageObjects } from './pdfium.ts';
import { rulesOf } from './rules.ts';
import { type DrawnWord, wordsOf } from './words.ts';

/** Letters a word is counted as at most against the limit of words. */
const LETTERS_A_WORD = 8;
/** Places are told to so small a part of the page. */
const PARTS = 1e5;
/** Words that are not seen were recognised by another program, and how sure it was the file does not say. */
const RECOGNISED = 0.9;
/** Up to this, a share of an em, fonts are believed what they say of their height. */
const MAX_HEIGHT = 1.3;

/**
 * The words and ruled lines of a page with their places on the page as it is looked at. Where most letters run
 * otherwise than from left to right, the page is turned until they do. `objects` is what else is known of the page. Throws
 * where there are more words than `maxWords`.
 */
export async function layerOf(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  objects: PageObjects | null,
  maxWords: number,
): Promise<WordPage> {
  const [operators, content] = await Promise.all([
    page.getOperatorList(),
    document.getOptionalContentConfig(),
  ]);
  const viewport = page.getViewport({ scale: 1 });
  const base = matrixFrom(viewport.transform);
  const { width, height } = viewport;
  if (base === null || !(width > 0 && height > 0)) throw new Error('the page has no size');
  const fonts = new Map<string, FontData | null>();
  const { glyphs, strokes } = followOperators(operators, {
    base,
    font: (id) => {
      const known = fonts.get(id);
      if (known !== undefined) return known;
      const font = fontFrom(page.commonObjs.has(id) ? page.commonObjs.get(id) : null);
      fonts.set(id, font);
      return font;
    },
    isShown: (group) => group === null || group === undefined || content.isVisible(group),
    maxGlyphs: maxWords * LETTERS_A_WORD,
  });
  const isOnPage = (box: Rectangle): boolean =>
    box.right > 0 && box.left < width && box.bottom > 0 && box.top < height;
  const words = wordsOf(lettersOf(glyphs)).filter(isOnPage);
  const turns = mainTurns(words);
  const placed = (box: Rectangle): Box => turned(fractions(box, width, height), turns);
  const turnedHeight = turns % 2 === 0 ? height : width;
  const hidden = words.filter((word) => word.invisible).length / (words.length || 1);
  const invisible = Math.max(hidden, objects?.textBelow ?? 0);
  const confidence = invisible > 0.5 ? RECOGNISED : 1;
  return {
    width,
    height,
    words: words.map((word) => pageWord(word, confidence, placed(word), turnedHeight)),
    rules: rulesOf(strokes).filter(isOnPage).map(placed),
    angle: ((4 - turns) % 4) * 90,
    unread: [],
    layer: {
      invisible: rounded(invisible),
      imageCovered: objects === null ? null : rounded(objects.imageCovered),
      blank: objects?.isBlank ?? false,
    },
  };
}

interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function pageWord(word: DrawnWord, confidence: number, box: Box, pageHeight: number): PageWord {
  return {
    text: word.text,
    confidence,
    box,
    size: rounded(word.size / pageHeight),
    ...(word.bold ? { bold: true } : {}),
    ...(word.italic ? { italic: true } : {}),
    ...(word.font === '' ? {} : { font: word.font }),
  };
}

/** The quarter turns clockwise that more than half of the letters run in. */
function mainTurns(words: readonly DrawnWord[]): number {
  const letters = [0, 0, 0, 0];
  let all = 0;
  for (const { text, turns } of words) {
    letters[turns] = (letters[turns] ?? 0) + text.length;
    all += text.length;
  }
  return Math.max(
    0,
    letters.findIndex((count) => count * 2 > all),
  );
}

function fractions({ left, top, right, bottom }: Rectangle, width: number, height: number): Box {
  const share = (value: number, whole: number): number => Math.min(1, Math.max(0, value / whole));
  const [x0, x1] = [share(left, width), share(right, width)];
  const [y0, y1] = [share(top, height), share(bottom, height)];
  return [x0, y0, x1 - x0, y1 - y0];
}

/** A box on the page turned back by quarter turns. */
function turned([x, y, width, height]: Box, turns: number): Box {
  const box: Box =
    turns === 1
      ? [y, 1 - x - width, height, width]
      : turns === 2
        ? [1 - x - width, 1 - y - height, width, height]
        : turns === 3
          ? [1 - y - height, x, height, width]
          : [x, y, width, height];
  return [rounded(box[0]), rounded(box[1]), rounded(box[2]), rounded(box[3])];
}

/** A font of pdf.js, null where it could not be loaded. */
function fontFrom(font: unknown): FontData | null {
  if (typeof font !== 'object' || font === null || !('name' in font)) return null;
  const matrix = matrixFrom('fontMatrix' in font ? font.fontMatrix : null) ?? [0.001, 0, 0, 0.001, 0, 0];
  const share = (value: unknown, otherwise: number): number =>
    typeof value === 'number' && value !== 0 && Math.abs(value) <= MAX_HEIGHT ? value : otherwise;
  return {
    name: typeof font.name === 'string' ? font.name.replace(/^[A-Z]{6}\+/, '') : '',
    ascent: share('ascent' in font ? font.ascent : null, 0.8),
    descent: share('descent' in font ? font.descent : null, -0.2),
    matrix,
    vertical: 'vertical' in font && font.vertical === true,
  };
}

function rounded(value: number): number {
  return Math.round(value * PARTS) / PARTS;
}
