import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, IDENTITY, type Matrix, matrixFrom, multiply, type Point, scaleOf, turn } from './matrix.ts';

/** One drawn character. Points and vectors are in points on the page as it is looked at, origin top left. */
export interface Glyph {
  /** As the font says it; several letters for a ligature. */
  text: string;
  /** Where its base line starts. */
  origin: Point;
  /** To the start of the next, without extra spacing. */
  advance: Point;
  /** One em upwards. */
  em: Point;
  /** Extra spacing that follows by the file's own setting. */
  spacing: number;
  font: GlyphFont;
  invisible: boolean;
  /** Its outline is drawn besides its inside, which makes it bolder. */
  outlined: boolean;
}

export interface GlyphFont {
  name: string;
  /** Shares of an em. */
  ascent: number;
  descent: number;
}

/** A painted stretch of a path: a line's segment or the box of a filled shape. */
export interface Stroke {
  from: Point;
  to: Point;
  /** Its thickness for a segment; null for a filled box, of which `from` and `to` are corners. */
  thickness: number | null;
}

export interface Drawing {
  glyphs: Glyph[];
  strokes: Stroke[];
}

/** What pdf.js gives for a page, without its types' `any`. */
export interface Operators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

export interface DrawingContext {
  /** From the file's coordinates to points on the page as it is looked at. */
  base: Matrix;
  /** A font that the operators name; null where it is not there. */
  font: (id: string) => FontData | null;
  /** Whether a piece of optional content is shown. */
  isShown: (content: unknown) => boolean;
  maxGlyphs: number;
}

export interface FontData extends GlyphFont {
  matrix: Matrix;
  vertical: boolean;
}

interface State {
  matrix: Matrix;
  font: FontData | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  mode: number;
  lineWidth: number;
  fillWhite: boolean;
  strokeWhite: boolean;
  fillAlpha: number;
  textMatrix: Matrix;
  /** In the text matrix's coordinates: where the next glyph and the line start. */
  at: Point;
  lineAt: Point;
}

/** Text rendering modes (ISO 32000-1, table 106). */
const FILL_AND_STROKE = 2;
const INVISIBLE = 3;
const CLIP_ONLY = 7;

const MAX_STROKES = 200_000;

/** What is drawn more than so often is no text of a page. */
export class TooMuchDrawn extends Error {}

/**
 * Follows a page's drawing operators and gives its characters and painted lines in the order they are drawn. What optional
 * content hides is left out.
 */
export function followOperators({ fnArray, argsArray }: Operators, context: DrawingContext): Drawing {
  const glyphs: Glyph[] = [];
  const strokes: Stroke[] = [];
  const saved: State[] = [];
  const shown: boolean[] = [];
  let state = initialState(context.base);
  /** Inside a mask nothing is seen as such. */
  let masks = 0;

  const isVisible = (): boolean => masks === 0 && !shown.includes(false);
  const save = (): void => {
    saved.push({ ...state });
  };
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const transform = (value: unknown): void => {
    const matrix = matrixFrom(value);
    if (matrix !== null) state.matrix = multiply(state.matrix, matrix);
  };
  const moveText = (x: number, y: number): void => {
    state.lineAt = [state.lineAt[0] + x, state.lineAt[1] + y];
    state.at = state.lineAt;
  };

  for (const [index, operator] of fnArray.entries()) {
    const args = listFrom(argsArray[index]);
    const first = args[0];
    switch (operator) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        transform(args);
        break;
      case OPS.paintFormXObjectBegin:
        save();
        transform(first);
        break;
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.beginGroup:
        save();
        if (masks > 0 || isMask(first)) masks++;
        break;
      case OPS.endGroup:
        restore();
        if (masks > 0) masks--;
        break;
      case OPS.beginAnnotation:
        saved.length = 0;
        shown.length = 0;
        masks = 0;
        state = initialState(context.base);
        transform(args[2]);
        transform(args[3]);
        break;
      case OPS.beginMarkedContent:
        shown.push(true);
        break;
      case OPS.beginMarkedContentProps:
        shown.push(first !== 'OC' || context.isShown(args[1]));
        break;
      case OPS.endMarkedContent:
        shown.pop();
        break;
      case OPS.setGState:
        for (const [name, value] of listFrom(first).map(listFrom)) {
          if (name === 'ca') state.fillAlpha = numberFrom(value, 1);
          else if (name === 'LW') state.lineWidth = numberFrom(value);
          else if (name === 'Font') setFont(state, listFrom(value), context);
        }
        break;
      case OPS.setLineWidth:
        state.lineWidth = numberFrom(first);
        break;
      case OPS.setFillRGBColor:
        state.fillWhite = isWhite(first);
        break;
      case OPS.setStrokeRGBColor:
        state.strokeWhite = isWhite(first);
        break;
      case OPS.setFillColorN:
        state.fillWhite = false;
        break;
      case OPS.setStrokeColorN:
        state.strokeWhite = false;
        break;
      case OPS.beginText:
        state.textMatrix = IDENTITY;
        state.at = [0, 0];
        state.lineAt = [0, 0];
        break;
      case OPS.setFont:
        setFont(state, args, context);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = numberFrom(first);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = numberFrom(first);
        break;
      case OPS.setHScale:
        state.horizontalScale = numberFrom(first, 100) / 100;
        break;
      case OPS.setLeading:
        state.leading = -numberFrom(first);
        break;
      case OPS.setTextRise:
        state.rise = numberFrom(first);
        break;
      case OPS.setTextRenderingMode:
        state.mode = numberFrom(first);
        break;
      case OPS.moveText:
        moveText(numberFrom(first), numberFrom(args[1]));
        break;
      case OPS.setLeadingMoveText:
        state.leading = numberFrom(args[1]);
        moveText(numberFrom(first), numberFrom(args[1]));
        break;
      case OPS.nextLine:
        moveText(0, state.leading);
        break;
      case OPS.setTextMatrix:
        state.textMatrix = matrixFrom(args.length === 1 ? first : args) ?? state.textMatrix;
        state.at = [0, 0];
        state.lineAt = [0, 0];
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        showText(state, listFrom(first), isVisible() ? glyphs : null);
        if (glyphs.length > context.maxGlyphs) throw new TooMuchDrawn();
        break;
      case OPS.constructPath:
        if (isVisible() && strokes.length < MAX_STROKES)
          paintPath(state, first, listFrom(args[1])[0], strokes);
        break;
    }
  }
  return { glyphs, strokes };
}

function initialState(matrix: Matrix): State {
  return {
    matrix,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    lineWidth: 1,
    fillWhite: false,
    strokeWhite: false,
    fillAlpha: 1,
    textMatrix: IDENTITY,
    at: [0, 0],
    lineAt: [0, 0],
  };
}

function setFont(state: State, [id, size]: readonly unknown[], context: DrawingContext): void {
  state.font = typeof id === 'string' ? context.font(id) : null;
  state.fontSize = numberFrom(size);
}

/** Moves the text position past the glyphs and adds them to `glyphs`, unless that is null. ISO 32000-1, 9.4.4. */
function showText(state: State, items: readonly unknown[], glyphs: Glyph[] | null): void {
  const { font, fontSize, horizontalScale } = state;
  if (font === null || fontSize === 0) return;
  const matrix = multiply(state.matrix, state.textMatrix);
  const along = ([x, y]: Point, amount: number): Point =>
    font.vertical ? [x, y + amount] : [x + amount * horizontalScale, y];
  for (const item of items) {
    if (typeof item === 'number') {
      state.at = along(state.at, (-item * fontSize) / 1000);
      continue;
    }
    const glyph = glyphFrom(item, font);
    if (glyph === null) continue;
    const extra = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    const amount = glyph.advance * fontSize;
    const start: Point = [state.at[0], state.at[1] + state.rise];
    glyphs?.push({
      text: glyph.text,
      origin: apply(matrix, start),
      advance: turn(matrix, along([0, 0], amount)),
      em: turn(matrix, [0, fontSize]),
      spacing: extra * horizontalScale * Math.hypot(matrix[0], matrix[1]),
      font,
      invisible: state.mode === INVISIBLE || state.mode === CLIP_ONLY || state.fillAlpha === 0,
      outlined: state.mode === FILL_AND_STROKE,
    });
    state.at = along(state.at, font.vertical ? amount - extra : amount + extra);
  }
}

/** The text of one of pdf.js' glyphs and its advance in ems. */
function glyphFrom(
  item: unknown,
  font: FontData,
): { text: string; advance: number; isSpace: boolean } | null {
  if (typeof item !== 'object' || item === null) return null;
  if (!('unicode' in item && 'width' in item && 'isSpace' in item)) return null;
  const width = numberFrom(item.width);
  const vertical = 'vmetric' in item ? numberFrom(listFrom(item.vmetric)[0], -1000) : -1000;
  return {
    text: typeof item.unicode === 'string' ? item.unicode : '',
    advance: font.vertical ? vertical / 1000 : width * font.matrix[0],
    isSpace: item.isSpace === true,
  };
}

/** pdf.js' own codes in a path's data. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;

const STROKING: readonly unknown[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];
const FILLING: readonly unknown[] = [OPS.fill, OPS.eoFill, OPS.rawFillPath, ...STROKING.slice(2)];

function paintPath(state: State, operator: unknown, data: unknown, strokes: Stroke[]): void {
  if (!(data instanceof Float32Array)) return;
  const isStroked = STROKING.includes(operator) && !state.strokeWhite;
  const isFilled = FILLING.includes(operator) && !state.fillWhite && state.fillAlpha > 0;
  if (!isStroked && !isFilled) return;
  const thickness = state.lineWidth * scaleOf(state.matrix);
  let path: Point[] = [];
  let isStraight = true;
  const end = (): void => {
    const [start] = path;
    if (start !== undefined && isFilled && isStraight && path.length > 1) {
      const xs = path.map(([x]) => x);
      const ys = path.map(([, y]) => y);
      strokes.push({
        from: [Math.min(...xs), Math.min(...ys)],
        to: [Math.max(...xs), Math.max(...ys)],
        thickness: null,
      });
    }
    path = [];
    isStraight = true;
  };
  const lineTo = (point: Point): void => {
    const from = path.at(-1);
    if (from !== undefined && isStroked) strokes.push({ from, to: point, thickness });
    path.push(point);
  };
  for (let i = 0; i < data.length; ) {
    const code = data[i++];
    const point = (): Point => apply(state.matrix, [data[i++] ?? 0, data[i++] ?? 0]);
    if (code === MOVE) {
      end();
      path.push(point());
    } else if (code === LINE) lineTo(point());
    else if (code === CURVE) {
      i += 4;
      path.push(point());
      isStraight = false;
    } else if (code === CLOSE) {
      const [start] = path;
      if (start !== undefined) lineTo(start);
    } else return;
    // A drawing, not a table: what is kept of one path is bounded, so that spreading it stays safe.
    if (path.length > 1000) isStraight = false;
    if (path.length > 2000) path = path.slice(-1);
  }
  end();
}

function isMask(group: unknown): boolean {
  return typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
}

/** pdf.js gives colours as `#rrggbb`. */
function isWhite(color: unknown): boolean {
  return typeof color === 'string' && /^#(?:f[a-f]){3}$/i.test(color);
}

function listFrom(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value instanceof Float32Array ? Array.from(value) : [];
}

function numberFrom(value: unknown, otherwise = 0): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
