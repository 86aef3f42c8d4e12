import { characterText } from './characters.ts';
import type { Glyph } from './drawing.ts';
import { dot, type Point } from './matrix.ts';

/** A drawn character with text. */
export interface Letter {
  text: string;
  /** On its base line, in points on the page as it is looked at. */
  start: Point;
  end: Point;
  /** Unit vectors along the line and upwards. */
  along: Point;
  up: Point;
  /** Height of the em in points. */
  size: number;
  /** Extra spacing that the file asks for behind it. */
  spacing: number;
  /** Ends of the upright through its start, from its font's lowest to its highest. */
  descent: Point;
  ascent: Point;
  font: string;
  bold: boolean;
  italic: boolean;
  invisible: boolean;
}

/** The same letter drawn again within this share of an em is one letter; if it is not exactly there, a bold one. */
const DRAWN_AGAIN = 0.12;
const EXACTLY = 0.005;
/** What leans more than this (the sine) is italic. */
const SLANT = 0.15;

/** The letters of a page in the order they are drawn, each once however often it is drawn in its place. */
export function lettersOf(glyphs: readonly Glyph[]): Letter[] {
  const letters: Letter[] = [];
  const drawn = new Map<string, Letter[]>();
  for (const glyph of glyphs) {
    const letter = letterOf(glyph);
    if (letter === null) continue;
    if (letter.text !== ' ') {
      const [places, own] = placesOf(letter);
      const same = places
        .flatMap((place) => drawn.get(place) ?? [])
        .find((other) => distance(other, letter) < DRAWN_AGAIN);
      if (same !== undefined) {
        same.bold ||=
          letter.bold || (distance(same, letter) > EXACTLY && same.invisible === letter.invisible);
        same.invisible &&= letter.invisible;
        continue;
      }
      const others = drawn.get(own);
      if (others === undefined) drawn.set(own, [letter]);
      else others.push(letter);
    }
    letters.push(letter);
  }
  return letters;
}

/** Names of the squares of an em in which the same letter may stand, and of its own. */
function placesOf({ text, start, size }: Letter): [places: string[], own: string] {
  const [columns, rows] = start.map((value) => {
    const at = value / size;
    const square = Math.floor(at);
    return at - square < DRAWN_AGAIN
      ? [square, square - 1]
      : at - square > 1 - DRAWN_AGAIN
        ? [square, square + 1]
        : [square];
  });
  const places = (columns ?? []).flatMap((column) => (rows ?? []).map((row) => `${text} ${column} ${row}`));
  return [places, places[0] ?? ''];
}

/** In ems. */
function distance(a: Letter, b: Letter): number {
  return Math.hypot(a.start[0] - b.start[0], a.start[1] - b.start[1]) / a.size;
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
    descent: [em[0] * font.descent, em[1] * font.descent],
    ascent: [em[0] * font.ascent, em[1] * font.ascent],
    font: font.name,
    bold: glyph.outlined || /bold|black|heavy|demi/i.test(font.name),
    italic: /italic|oblique/i.test(font.name) || Math.abs(dot(along, up)) > SLANT,
    invisible: glyph.invisible,
  };
}
