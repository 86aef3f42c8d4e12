import type { Box, PageOrigin } from './record.ts';

/** What a reader makes of a file: its pages of lines, in reading order. */
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
  box: Box;
}
