import type { PageImage, PageWord, WordPage } from '../plan/document.ts';
import type { Box } from '../plan/record.ts';
import { withBar } from './bars.ts';
import { partedAtBlanks } from './blanks.ts';
import { settleCells } from './cells.ts';
import { erased } from './clean.ts';
import { columnsBeside } from './columns.ts';
import { partedAtDash, withDashLength } from './dashes.ts';
import { withEllipsisOfInk } from './ellipses.ts';
import type { Engine, EngineWord } from './engine.ts';
import { isDoubtful, isSlanted, judge } from './numbers.ts';
import { crop, type Grey, type Rect } from './pixels.ts';
import { type PreparedPage, type Step, scaled, upended } from './prepare.ts';
import { cellAround, type Rules } from './rules.ts';
import { separatorsIn, separatorsOf, withSeparator } from './separators.ts';
import { withCaseOfInk, withMarkOfInk } from './shapes.ts';
import { withStrokes } from './strokes.ts';
import { dashAlone, strips, tableCells } from './tables.ts';
import { unreadInk } from './unread.ts';
import { figuresBeside, hasMoreFigures } from './unread-figures.ts';

/** Pages that are read with less are tried upside down. */
const UPSIDE_DOWN = 0.6;
/** A word of a second reading that is less sure is no find. */
const FOUND = 0.5;
/** Second readings a page may cost, of places passed over and of doubtful figures. */
const MOST_PLACES = 24;
const MOST_FIGURES = 60;

/** A word with figures that has ink of another beside it is no surer: a second reading may be better, and is reported. */
const HALF_READ = 0.4;

/** How sure a dash is that is told by its shape. */
const BY_SHAPE = 0.9;
/** The small letters' height as a part of the em. */
const LETTER_OF_EM = 0.45;

/** A word and the other ways it was read. */
interface ReadWord extends EngineWord {
  alternatives?: string[];
}

/** Reads a prepared page; `page` is the image that it was made of. */
export async function readPage(
  page: PageImage,
  given: PreparedPage,
  engine: Engine,
  without: ReadonlySet<Step>,
): Promise<WordPage> {
  const { prepared, words: first } = await readUpright(given, engine, without);
  const { image, ink, rules, letter, dpi } = prepared;
  const words: ReadWord[] = first.filter((word) => !isRule(word, rules, letter));
  const passedOver = (): Rect[] =>
    unreadInk(
      ink,
      words.map(({ box }) => box),
      rules,
      letter,
    );
  if (!without.has('again')) {
    for (const place of passedOver().slice(0, MOST_PLACES)) {
      const again = await readPart(prepared, place, engine, 'block');
      // What stands at the edge of the place may have been read before.
      const fresh = again.filter(({ box }) => !words.some((word) => within(box, word.box)));
      words.push(...fresh.filter((word) => word.confidence >= FOUND && /[\p{L}\p{N}]/u.test(word.text)));
    }
  }
  const inCells = without.has('cells')
    ? words
    : await settleCells(words, rules, letter, (cell) =>
        readPart(prepared, inset(cell), engine, 'block', { edge: 0 }),
      );
  const settled = without.has('numbers') ? inCells : await settleFigures(prepared, inCells, rules, engine);
  const points = (pixels: number): number => (72 * pixels * prepared.scale) / dpi;
  return {
    width: points(page.width),
    height: points(page.height),
    words: settled.flatMap((word) => asInked(word, prepared)).map((word) => pageWord(word, image)),
    rules: [...rules.horizontal, ...rules.vertical].map((rule) => fractions(rule, image)),
    angle: prepared.angle,
    unread: passedOver().map((place) => fractions(place, image)),
  };
}

/** A word with the signs that its ink shows and the engine does not tell apart. */
function asInked(word: ReadWord, { ink, letter }: PreparedPage): ReadWord[] {
  const marked = withEllipsisOfInk(withMarkOfInk(withDashLength(word, ink), ink, letter), ink, letter);
  const shaped = withCaseOfInk(marked, ink);
  return partedAtDash(withBar(shaped, ink, letter), ink, letter).flatMap((part) =>
    partedAtBlanks(part, ink, letter),
  );
}

async function readUpright(
  prepared: PreparedPage,
  engine: Engine,
  without: ReadonlySet<Step>,
): Promise<{ prepared: PreparedPage; words: EngineWord[] }> {
  const words = await wordsOf(prepared, engine, without);
  if (without.has('sideways') || words.length === 0 || meanConfidence(words) >= UPSIDE_DOWN) {
    return { prepared, words };
  }
  const other = upended(prepared);
  const otherWords = await wordsOf(other, engine, without);
  return meanConfidence(otherWords) > meanConfidence(words) + 0.1
    ? { prepared: other, words: otherWords }
    : { prepared, words };
}

/** The words of a page, those of its ruled tables cell by cell, and of columns beside each other each by itself. */
async function wordsOf(
  { image, ink, rules, letter, dpi }: PreparedPage,
  engine: Engine,
  without: ReadonlySet<Step>,
): Promise<EngineWord[]> {
  const cells = without.has('strips') ? [] : tableCells(ink, rules, letter);
  const boxes = cells.map(({ box }) => box);
  const columns = without.has('columns') ? [] : columnsBeside(ink, letter, boxes);
  const parts = [...boxes, ...columns];
  const words = await engine.read(parts.length === 0 ? image : erased(image, parts), { as: 'page', dpi });
  const dashes = new Map(cells.map((cell) => [cell.box, dashAlone(cell, letter)]));
  const apart: EngineWord[] = [...dashes.values()].flatMap((box) =>
    box === null ? [] : [{ text: '-', confidence: BY_SHAPE, box, em: letter / LETTER_OF_EM }],
  );
  const written = parts.filter((part) => (dashes.get(part) ?? null) === null);
  for (const strip of strips(image, written, letter)) {
    const read = await engine.read(strip.image, { as: 'block', dpi });
    apart.push(...read.map((word) => ({ ...word, box: strip.onPage(word.box) })));
  }
  return inOrder(words, apart).filter(({ text }) => text.trim() !== '');
}

/** Puts words before the first of others that stands wholly below them. */
function inOrder(words: readonly EngineWord[], apart: readonly EngineWord[]): EngineWord[] {
  const before = words.map((): EngineWord[] => []);
  const last: EngineWord[] = [];
  for (const word of apart) {
    const next = words.findIndex(({ box }) => box.y0 >= word.box.y1);
    (before[next] ?? last).push(word);
  }
  return [...words.flatMap((word, i) => [...(before[i] ?? []), word]), ...last];
}

/** By letters: one word of noise is not to outweigh a line. */
function meanConfidence(words: readonly EngineWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / (letters || 1);
}

/** Strokes of a ruled line that the engine took for letters. */
function isRule(
  { text, box, confidence }: EngineWord,
  { horizontal, vertical }: Rules,
  letter: number,
): boolean {
  if (/[\p{L}\p{N}]/u.test(text) && (confidence > 0.5 || text.length > 2)) return false;
  const near = 0.5 * letter;
  return [...horizontal, ...vertical].some(
    (rule) =>
      box.x0 >= rule.x0 - near &&
      box.x1 <= rule.x1 + near &&
      box.y0 >= rule.y0 - near &&
      box.y1 <= rule.y1 + near,
  );
}

/** Settles every doubtful word with figures by a second reading and by what its ink shows. */
async function settleFigures(
  prepared: PreparedPage,
  words: readonly ReadWord[],
  rules: Rules,
  engine: Engine,
): Promise<ReadWord[]> {
  let left = MOST_FIGURES;
  const settled: ReadWord[] = [];
  const isCovered = (place: Rect): boolean => words.some(({ box }) => touch(place, box));
  const hasLine = (word: Rect): boolean => {
    const middle = (word.y0 + word.y1) / 2;
    return words.some(({ box }) => box !== word && box.y0 < middle && box.y1 > middle);
  };
  for (const engineRead of words) {
    const read = withStrokes(engineRead, prepared.ink, prepared.letter, hasLine);
    const beside = /^\d|\d$/.test(read.text)
      ? figuresBeside(read.box, prepared.ink, prepared.letter, isCovered)
      : [];
    // What stands beside it, or within it and was passed over, makes it doubtful, however sure the engine is of the rest.
    const whole = beside.length === 0 && !hasMoreFigures(read.text, read.box, prepared.ink, prepared.letter);
    const word = whole
      ? read
      : { ...read, box: around(read.box, beside), confidence: Math.min(read.confidence, HALF_READ) };
    const patches = /\d[\d/⁄]/.test(word.text) ? separatorsOf(word.box, prepared.ink, prepared.letter) : [];
    const separators = patches.length;
    if (!isDoubtful(word, separators)) {
      settled.push(word);
      continue;
    }
    const misses = ({ text }: Pick<ReadWord, 'text'>): boolean =>
      hasMoreFigures(text, word.box, prepared.ink, prepared.letter);
    let second = left === 0 ? word : await readFigure(prepared, word, words, rules, engine);
    // Enlarged otherwise a figure is seen that was passed over twice.
    for (const closer of left === 0 || !misses(second) ? [] : OTHERWISE_CLOSER)
      if (misses(second)) second = await readFigure(prepared, word, words, rules, engine, closer);
    if (left > 0) left--;
    const first = misses(word) && !misses(second) ? second : word;
    const judged = judge(first, second, separators);
    const { text, alternatives } = judged;
    const confidence = misses(judged) ? Math.min(judged.confidence, HALF_READ) : judged.confidence;
    const [patch] = patches;
    const complete =
      separators === 1 && patch !== undefined && separatorsIn(text) === 0
        ? withSeparator(text, word.box, patch)
        : null;
    const others = [
      ...new Set([
        ...(word.alternatives ?? []),
        ...alternatives,
        ...(first === word ? [] : [word.text]),
        ...(complete === null ? [] : [text]),
      ]),
    ];
    settled.push({
      ...word,
      text: complete ?? text,
      confidence,
      ...(others.length > 0 ? { alternatives: others } : {}),
    });
  }
  return settled;
}

const FIGURES = '0123456789.,';

/** A word with figures read by itself and larger; in a ruled table, its whole cell. */
async function readFigure(
  prepared: PreparedPage,
  read: ReadWord,
  words: readonly ReadWord[],
  rules: Rules,
  engine: Engine,
  closer = CLOSER,
): Promise<Pick<ReadWord, 'text' | 'confidence'>> {
  const { text, box } = read;
  const pure = /^[\d.,%/\-()]+$/.test(text);
  const cell = cellAround(box, rules);
  const alone = cell !== null && words.filter((word) => within(word.box, cell)).length === 1;
  const place = alone && hasRoom(cell, prepared.letter) ? inset(cell) : box;
  const again = await readPart(prepared, place, engine, 'line', {
    ...(isSlanted(text) ? { characters: FIGURES } : pure ? { characters: `${FIGURES}%/-()` } : {}),
    closer,
  });
  return again.length === 0
    ? read
    : {
        text: again.map((word) => word.text).join(''),
        confidence: Math.min(...again.map(({ confidence }) => confidence)),
      };
}

function touch(one: Rect, other: Rect): boolean {
  return one.x0 < other.x1 && one.x1 > other.x0 && one.y0 < other.y1 && one.y1 > other.y0;
}

function around(box: Rect, patches: readonly Rect[]): Rect {
  const all = [box, ...patches];
  return {
    x0: Math.min(...all.map(({ x0 }) => x0)),
    y0: Math.min(...all.map(({ y0 }) => y0)),
    x1: Math.max(...all.map(({ x1 }) => x1)),
    y1: Math.max(...all.map(({ y1 }) => y1)),
  };
}

function within({ x0, y0, x1, y1 }: Rect, cell: Rect): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= cell.x0 && x < cell.x1 && y >= cell.y0 && y < cell.y1;
}

/** A cell of one or two lines: a taller one is read as a page is. */
function hasRoom({ x0, y0, x1, y1 }: Rect, letter: number): boolean {
  return x1 - x0 > letter && y1 - y0 > letter && y1 - y0 < 6 * letter;
}

function inset({ x0, y0, x1, y1 }: Rect): Rect {
  return { x0: x0 + 2, y0: y0 + 2, x1: x1 - 2, y1: y1 - 2 };
}

/** What a second look at a part of a page is enlarged by. */
const CLOSER = 1.5;
/** And further looks, where it still sees fewer figures than there are. */
const OTHERWISE_CLOSER = [1, 2, 2.5] as const;

async function readPart(
  { image, dpi, letter }: PreparedPage,
  place: Rect,
  engine: Engine,
  as: 'block' | 'line',
  {
    characters,
    edge = Math.round(0.25 * letter),
    closer = CLOSER,
  }: { characters?: string; edge?: number; closer?: number } = {},
): Promise<EngineWord[]> {
  const outer = { x0: place.x0 - edge, y0: place.y0 - edge, x1: place.x1 + edge, y1: place.y1 + edge };
  const margin = Math.round(letter);
  const part = await scaled(crop(image, outer, margin), closer);
  const words = await engine.read(part, {
    as,
    dpi: dpi * closer,
    ...(characters === undefined ? {} : { characters }),
  });
  const onPage = ({ x0, y0, x1, y1 }: Rect): Rect => {
    const [left, top] = [outer.x0 - margin, outer.y0 - margin];
    return {
      x0: Math.max(0, Math.floor(x0 / closer) + left),
      y0: Math.max(0, Math.floor(y0 / closer) + top),
      x1: Math.min(image.width, Math.ceil(x1 / closer) + left),
      y1: Math.min(image.height, Math.ceil(y1 / closer) + top),
    };
  };
  return words
    .filter(({ text }) => text.trim() !== '')
    .map((word) => ({ ...word, box: onPage(word.box), em: word.em / closer }));
}

function pageWord({ text, confidence, box, em, alternatives }: ReadWord, image: Grey): PageWord {
  return {
    text,
    confidence,
    box: fractions(box, image),
    size: em / image.height,
    ...(alternatives === undefined ? {} : { alternatives }),
  };
}

function fractions({ x0, y0, x1, y1 }: Rect, { width, height }: Grey): Box {
  return [x0 / width, y0 / height, (x1 - x0) / width, (y1 - y0) / height];
}
