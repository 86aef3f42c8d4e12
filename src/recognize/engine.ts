import type { Grey, Rect } from './pixels.ts';

/** A word as the engine reads it off an image. */
export interface EngineWord {
  text: string;
  /** 0–1. */
  confidence: number;
  box: Rect;
  /** Height of the em of its line's letters in pixels, an estimate. */
  em: number;
}

export interface ReadingOptions {
  /** How the image is laid out: a whole page, one block, one line, one word, or words here and there. */
  as: 'page' | 'block' | 'line' | 'word' | 'scattered';
  dpi: number;
  /** The only characters that may be read; all where it is missing. */
  characters?: string;
}

/** One thread that reads images, one at a time. */
export interface Engine {
  /** Words in the engine's order of reading. Rejects where the thread has died; the engine is of no use then. */
  read(image: Grey, options: ReadingOptions): Promise<EngineWord[]>;
  /** Ends the thread, whatever it is doing; a reading under way is rejected. */
  stop(): void;
}

/** Tesseract's page segmentation modes. */
const MODES = { page: 3, block: 6, line: 7, word: 8, scattered: 11 } as const;

/** What Tesseract is told before it reads an image. */
export function parametersOf({ as, dpi, characters = '' }: ReadingOptions): Record<string, string> {
  return {
    tessedit_pageseg_mode: String(MODES[as]),
    user_defined_dpi: String(Math.round(dpi)),
    tessedit_char_whitelist: characters,
    debug_file: '/dev/null',
    // What one page teaches must not change how the next is read: pages come in any order.
    tessedit_enable_doc_dict: '0',
  };
}

/** Ascent and descent that Tesseract measures of a line, as a part of the em of usual book faces. */
const ROW_OF_EM = 0.93;

/** A word as Tesseract tells it: its confidence 0–100, the height of its line without room between lines. */
export function engineWord(word: { text: string; confidence: number; box: Rect; row: number }): EngineWord {
  const { x0, y0, x1, y1 } = word.box;
  return {
    text: word.text.normalize('NFC'),
    confidence: Math.floor(word.confidence) / 100,
    box: { x0, y0, x1, y1 },
    em: word.row / ROW_OF_EM,
  };
}

/** A promise that only ever rejects, and what makes it do so; nobody need be waiting for it. */
export function failure(): { failed: Promise<never>; fail: (error: Error) => void } {
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  return { failed, fail };
}
