import type { Box, PageOrigin, PageReason } from './record.ts';

/**
 * What a reader makes of a file: lines, where the format itself tells their order, else pages that have still to be
 * laid out or recognised.
 */
export type Reading = { kind: 'lines'; document: ReadDocument } | { kind: 'pages'; file: PageFile };

/** A file of pages that are looked at one by one, so that no more than a few are in memory. */
export interface PageFile {
  mediaType: string;
  /** In the order of the file. */
  pages: PageSource[];
  /** Frees what reading holds; the pages' functions must not be called afterwards. */
  close(): Promise<void>;
}

export interface PageSource {
  /** One-based. */
  page: number;
  /** The page's own text layer; null where the format has none. Throws a PageFailure. */
  layer(): Promise<WordPage | null>;
  /** What the page looks like. Throws a PageFailure. */
  image(): Promise<PageImage>;
}

/** Raw pixels, row by row from the top, without padding. */
export interface PageImage {
  data: Uint8Array;
  width: number;
  height: number;
  /** 1 grey, 3 red green blue. */
  channels: 1 | 3;
  /** Pixels an inch; null where the file does not say. */
  dpi: number | null;
}

/** The words of a page with their places, in no particular order. */
export interface WordPage {
  /** In points (1/72 inch) as the page is looked at; an estimate where the file does not say. */
  width: number;
  height: number;
  words: PageWord[];
  /** The ruled lines of its tables, each as its thin box. */
  rules: Box[];
  /**
   * Degrees clockwise that the page was turned by before it was read; boxes are fractions of the turned canvas (the
   * smallest upright one that holds the turned page). 0 for boxes on the page as it is.
   */
  angle: number;
  /** Ink that no word accounts for, though it looks like writing. */
  unread: Box[];
  /** How a text layer lies on its page; absent for words that were recognised. */
  layer?: LayerFacts;
}

/** Facts that help to tell a page that was written from a scan with another program's reading of it. */
export interface LayerFacts {
  /** Share of the words that are not seen: drawn invisibly or below an image, 0–1. */
  invisible: number;
  /** Share of the page that images cover, 0–1; null where it can't be told. */
  imageCovered: number | null;
  /** Nothing at all is drawn on the page. */
  blank: boolean;
}

export interface PageWord {
  text: string;
  /** 0–1. */
  confidence: number;
  box: Box;
  /** Height of the letters' em, as a fraction of the page's height; null where it is not known. */
  size: number | null;
  bold?: boolean;
  italic?: boolean;
  /** Name of its font where the file tells, such as `TimesNewRomanPS-BoldMT` or `.VnTime`. */
  font?: string;
  /** Other readings of the word, best first, where it was read more than once and the readings differ. */
  alternatives?: string[];
}

/** Why a single page could not be read. */
export type PageProblem = 'broken' | 'time' | 'memory' | 'too-large' | 'no-recognizer';

/** A page that gave nothing; the rest of the document goes on. */
export class PageFailure extends Error {
  constructor(
    readonly page: number,
    readonly problem: PageProblem,
    options?: ErrorOptions,
  ) {
    super(`page ${page}: ${problem}`, options);
    this.name = 'PageFailure';
  }
}

/** Pages of lines, in reading order. */
export interface ReadDocument {
  mediaType: string;
  pages: ReadPage[];
}

export interface ReadPage {
  /** One-based. */
  page: number;
  origin: PageOrigin;
  /** 0–1; 1 for text that was not recognised from an image. */
  confidence: number;
  lines: ReadLine[];
  /** Why the page was read the way it was; absent where there was no choice. */
  reason?: PageReason;
  /** Why the page gave nothing. */
  problem?: PageProblem;
  /** Ink that no word accounts for, though it looks like writing; on the page as it is. */
  unread?: Box[];
}

/** One line as it stands on the page, without its line break. */
export interface ReadLine {
  text: string;
  /** Present where the format tells: a wrapped continuation carries no style of its own. */
  style?: LineStyle;
  /** Cells of a table row that the format marks as such; `text` is then their join by tabs. */
  cells?: string[];
  /** One entry for each word of `text`, where positions are known. */
  words?: ReadWord[];
  /** Whether the line begins a paragraph, as far as its place on the page tells. */
  begins?: boolean;
  /** What is no part of the running text: the page's own, such as its number, or a note at its foot. */
  aside?: 'margin' | 'note';
  /** A row where a table goes on over a page's end: it goes on with the row before, or is a header row once more. */
  row?: 'continued' | 'repeated';
}

export interface LineStyle {
  bold?: boolean;
  italic?: boolean;
  /** Depth of a Markdown heading, 1–6. */
  heading?: number;
  /** The format itself ended a paragraph here: the line is complete and is not joined to another. */
  closed?: boolean;
}

export interface ReadWord {
  /** Half-open UTF-16 offsets into the line's text. */
  start: number;
  end: number;
  /** 0–1. */
  confidence: number;
  /** On the page as it is. */
  box: Box;
  /** Other readings, best first. */
  alternatives?: string[];
}
