import type { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Model } from './model.ts';
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

const MODES = {
  page: PSM.AUTO,
  block: PSM.SINGLE_BLOCK,
  line: PSM.SINGLE_LINE,
  word: PSM.SINGLE_WORD,
  scattered: PSM.SPARSE_TEXT,
} as const;

/** Ascent and descent that the engine measures of a line, as a part of the em of usual book faces. */
const ROW_OF_EM = 0.93;

/** Starts an engine. Rejects where it does not come up. */
export async function startEngine(model: Model): Promise<Engine> {
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be waiting when the thread dies.
  failed.catch(() => {});
  const starting = createWorker('vie', OEM.LSTM_ONLY, {
    langPath: model.folder,
    gzip: model.gzip,
    cacheMethod: 'none',
    workerPath: fileURLToPath(new URL('./thread.mjs', import.meta.url)),
    errorHandler: (error: unknown) => fail(error instanceof Error ? error : new Error(String(error))),
  });
  const worker = await Promise.race([starting, failed]);
  const thread = threadOf(worker);
  thread.on('error', (error: Error) => fail(error));
  thread.on('exit', () => fail(new Error('the engine has ended')));

  return {
    read: async (image, options) => {
      const reading = read(worker, image, options);
      reading.catch(() => {});
      return Promise.race([reading, failed]);
    },
    stop: () => {
      void worker.terminate();
      fail(new Error('the engine was stopped'));
    },
  };
}

async function read(
  worker: Worker,
  image: Grey,
  { as, dpi, characters = '' }: ReadingOptions,
): Promise<EngineWord[]> {
  await worker.setParameters({
    tessedit_pageseg_mode: MODES[as],
    user_defined_dpi: String(Math.round(dpi)),
    tessedit_char_whitelist: characters,
    debug_file: '/dev/null',
    // What one page teaches must not change how the next is read: pages come in any order.
    classify_enable_learning: '0',
    tessedit_enable_doc_dict: '0',
  });
  const { data } = await worker.recognize(serialized(image), {}, { text: false, blocks: true });
  return (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) =>
      paragraph.lines.flatMap((line) =>
        line.words.map((word) => ({
          text: word.text.normalize('NFC'),
          confidence: word.confidence / 100,
          box: rectOf(word.bbox),
          em: line.rowAttributes.rowHeight / ROW_OF_EM,
        })),
      ),
    ),
  );
}

function rectOf({ x0, y0, x1, y1 }: Rect): Rect {
  return { x0, y0, x1, y1 };
}

/**
 * An image as Leptonica keeps it in memory (its format spix): it is copied as it is, where a greymap's pixels are read
 * one by one. Rows are padded to words of four bytes, of which the last comes first.
 */
function serialized({ data, width, height }: Grey): Buffer {
  const wordsARow = Math.ceil(width / 4);
  const size = 4 * wordsARow * height;
  const header = Buffer.from(
    Int32Array.of(width, height, BITS_A_PIXEL, wordsARow, COLOURS_IN_MAP, size).buffer,
  );
  const pixels = Buffer.alloc(size, 255);
  for (let y = 0; y < height; y++) pixels.set(data.subarray(y * width, (y + 1) * width), 4 * wordsARow * y);
  return Buffer.concat([Buffer.from('spix'), header, pixels.swap32()]);
}

const BITS_A_PIXEL = 8;
const COLOURS_IN_MAP = 0;

/** The thread behind a worker, which tesseract.js has but does not declare. */
function threadOf(worker: Worker & { worker?: EventEmitter }): EventEmitter {
  if (worker.worker === undefined) throw new Error('tesseract.js has no thread to watch');
  return worker.worker;
}
