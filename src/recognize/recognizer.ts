import { availableParallelism } from 'node:os';
import { PageFailure, type PageImage, type PageProblem, type WordPage } from '../plan/document.ts';
import { findModel, type Model } from './model.ts';
import { readPage } from './page.ts';
import { enginePool, TimeUp } from './pool.ts';
import { prepare, type Step } from './prepare.ts';
import { startEngine } from './start-engine.ts';

export interface RecognizerOptions {
  /** Pages that are read at a time, each by a thread of its own; as many as there are cores where it is missing. */
  threads?: number;
  /** `fast`, `best_int`, or a folder with vie.traineddata; see findModel. */
  model?: string | undefined;
  /** After so many milliseconds a page is given up. */
  timeLimit?: number;
  /** Steps to leave out, to measure what they are worth. */
  without?: ReadonlySet<Step>;
}

export interface Recognizer {
  model: Model;
  /**
   * Reads the words off a page. The same image gives the same words, whatever was read before or is read beside it.
   * Throws a PageFailure where the page cannot be read; `page` is the number it names.
   */
  recognize(image: PageImage, page?: number): Promise<WordPage>;
  /** Ends all threads; pages that are being read fail. */
  close(): void;
}

/** Long enough for a crowded page on a slow and busy machine; a page that hangs holds nobody up for ever. */
const TIME_LIMIT = 180_000;
/** No page has more: a sheet of A1 at 300 dots an inch. */
const MOST_PIXELS = 70_000_000;

/** Opens a pool of readers; their threads start with the first pages. Throws where the model asked for is not there. */
export function openRecognizer({
  threads = availableParallelism(),
  model: wanted,
  timeLimit = TIME_LIMIT,
  without = new Set(),
}: RecognizerOptions = {}): Recognizer {
  const model = findModel(wanted);
  const pool = enginePool(() => startEngine(model), threads, timeLimit);
  return {
    model,
    recognize: async (image, page = 1) => {
      if (image.width * image.height > MOST_PIXELS) throw new PageFailure(page, 'too-large');
      if (image.data.length !== image.width * image.height * image.channels)
        throw new PageFailure(page, 'broken');
      try {
        return await pool.use(async (engine) =>
          readPage(image, await prepare(image, without), engine, without),
        );
      } catch (error) {
        throw new PageFailure(page, problemOf(error), { cause: error });
      }
    },
    close: () => pool.close(),
  };
}

function problemOf(error: unknown): PageProblem {
  if (error instanceof TimeUp) return 'time';
  return /memory|allocation/i.test(String(error)) ? 'memory' : 'broken';
}
