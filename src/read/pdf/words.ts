import { characterText, raised } from './characters.ts';
import type { Glyph } from './drawing.ts';
import type { Point } from './matrix.ts';

/** A word as drawn: points on the page as it is looked at, origin top left. */
export interface DrawnWord {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Height of the em. */
  size: number;
  /** Which way its letters run: quarter turns clockwise from left to right. */
  turns: 0 | 1 | 2 | 3;
  font: string;
  bold: boolean;
  italic: boolean;
  invisible: boolean;
}

/** In ems: from here on a gap parts words. Blanks are 0.2 or more in text fonts, kerning stays below 0.1. */
const WORD_GAP = 0.17;
/** Letters may overlap by so much. */
const OVERLAP = 0.5;
/** Off the base line by more, a letter begins another word. */
const OFF_LINE = 0.15;
const OFF_LINE_RAISED = 0.75;
/** A raised digit is smaller than what it stands on by this. */
const RAISED_SIZE = 0.85;
/** The same letter drawn again within this is the same letter drawn bold. */
const DRAWN_AGAIN = 0.12;

interface Letter {
  text: string;
  start: Point;
  end: Point;
  /** Unit vectors along the line and upwards. */
  along: Point;
  up: Point;
  size: number;
  spacing: number;
  glyph: Glyph;
  bold: boolean;
  italic: boolean;
}

/** Puts the letters of a page together into words. Letters are expected in the order they are drawn. */
export function wordsOf(glyphs: readonly Glyph[]): DrawnWord[] {
  const words: Letter[][] = [];
  let word: Letter[] = [];
  for (const letter of lettersOf(glyphs)) {
    const last = word.at(-1);
    const blank = letter.text.trim() === '';
    if (last !== undefined && (blank || !continues(last, letter))) {
      words.push(word);
      word = [];
    }
    if (blank) continue;
    const base = word[0];
    const isRaised =
      base !== undefined && letter.size < base.size * RAISED_SIZE && heightOver(base, letter) > OFF_LINE;
    word.push(isRaised ? { ...letter, text: raised(letter.text) } : letter);
  }
  if (word.length > 0) words.push(word);
  return words.map(drawnWord).filter(({ text }) => text !== '');
}

/** The letters with text, each once however often it is drawn in its place. */
function lettersOf(glyphs: readonly Glyph[]): Letter[] {
  const letters: Letter[] = [];
  const places = new Map<string, Letter[]>();
  for (const glyph of glyphs) {
    const letter = letterOf(glyph);
    if (letter === null) continue;
    if (letter.text.trim() === '') {
      letters.push(letter);
      continue;
    }
    const cell = letter.size || 1;
    const [column, row] = [Math.round(letter.start[0] / cell), Math.round(letter.start[1] / cell)];
    const near = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => places.get(`${letter.text} ${column + dx} ${row + dy}`) ?? []),
    );
    const same = near.find(
      (other) =>
        Math.hypot(other.start[0] - letter.start[0], other.start[1] - letter.start[1]) <
        DRAWN_AGAIN * letter.size,
    );
    if (same !== undefined) {
      same.bold = true;
      continue;
    }
    const place = `${letter.text} ${column} ${row}`;
    const others = places.get(place);
    if (others === undefined) places.set(place, [letter]);
    else others.push(letter);
    letters.push(letter);
  }
  return letters;
}

function letterOf(glyph: Glyph): Letter | null {
  const { origin, advance, em, font } = glyph;
  const size = Math.hypot(...em);
  const length = Math.hypot(...advance);
  if (!(size > 0) || !Number.isFinite(size + length + origin[0] + origin[1])) return null;
  const text = characterText(glyph.text, font.name);
  if (text === '') return null;
  const up: Point = [em[0] / size, em[1] / size];
  const along: Point = length > 0 ? [advance[0] / length, advance[1] / length] : [-up[1], up[0]];
  return {
    text,
    start: origin,
    end: [origin[0] + advance[0], origin[1] + advance[1]],
    along,
    up,
    size,
    spacing: glyph.spacing,
    glyph,
    bold: glyph.outlined || /bold|black|heavy|semibold|demi/i.test(font.name),
    // A slant that the font has not, or the text matrix has.
    italic: /italic|oblique/i.test(font.name) || Math.abs(dot(along, up)) > 0.15,
  };
}

function continues(last: Letter, next: Letter): boolean {
  if (dot(last.along, next.along) < 0.98) return false;
  const size = Math.max(last.size, next.size);
  const step: Point = [next.start[0] - last.end[0], next.start[1] - last.end[1]];
  const gap = dot(step, last.along) - Math.max(0, last.spacing);
  const off = heightOver(last, next);
  const smaller = Math.min(last.size, next.size) < size * RAISED_SIZE;
  if (Math.abs(off) > (smaller ? OFF_LINE_RAISED : OFF_LINE)) return false;
  return gap < WORD_GAP * size && gap > -OVERLAP * size;
}

/** In ems of the larger, by how much a letter stands above another's base line. */
function heightOver(base: Letter, letter: Letter): number {
  const step: Point = [letter.start[0] - base.start[0], letter.start[1] - base.start[1]];
  // Upwards and square to the line, also for slanted letters.
  const square: Point =
    dot([base.along[1], -base.along[0]], base.up) < 0
      ? [-base.along[1], base.along[0]]
      : [base.along[1], -base.along[0]];
  return dot(step, square) / Math.max(base.size, letter.size);
}

function drawnWord(letters: Letter[]): DrawnWord {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { start, end, glyph } of letters) {
    for (const height of [glyph.font.ascent, glyph.font.descent]) {
      for (const [x, y] of [start, end]) {
        xs.push(x + glyph.em[0] * height);
        ys.push(y + glyph.em[1] * height);
      }
    }
  }
  const most = (has: (letter: Letter) => boolean): boolean => letters.filter(has).length * 2 > letters.length;
  const [first] = letters;
  return {
    text: letters
      .map(({ text }) => text)
      .join('')
      .normalize('NFC')
      .trim(),
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
    size: Math.max(...letters.map(({ size }) => size)),
    turns: turnsOf(first?.along ?? [1, 0]),
    font: first?.glyph.font.name ?? '',
    bold: most((letter) => letter.bold),
    italic: most((letter) => letter.italic),
    invisible: most(({ glyph }) => glyph.invisible),
  };
}

function turnsOf([x, y]: Point): DrawnWord['turns'] {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1];
}
