import type { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createWorker, OEM, type Worker } from 'tesseract.js';
import {
  type Engine,
  type EngineWord,
  engineWord,
  failure,
  parametersOf,
  type ReadingOptions,
} from './engine.ts';
import type { Model } from './model.ts';
import type { Grey } from './pixels.ts';

/** Starts the engine that tesseract.js publishes. Rejects where it does not come up. */
export async function startPublishedEngine(model: Model): Promise<Engine> {
  const { failed, fail } = failure();
  const starting = createWorker('vie', OEM.LSTM_ONLY, {
    langPath: model.folder,
    gzip: model.gzip,
    cacheMethod: 'none',
    workerPath: fileURLToPath(new URL('./published-thread.mjs', import.meta.url)),
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

async function read(worker: Worker, image: Grey, options: ReadingOptions): Promise<EngineWord[]> {
  await worker.setParameters({ ...parametersOf(options), classify_enable_learning: '0' });
  const { data } = await worker.recognize(serialized(image), {}, { text: false, blocks: true });
  return (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) =>
      paragraph.lines.flatMap((line) =>
        line.words.map(({ text, confidence, bbox }) =>
          engineWord({ text, confidence, box: bbox, row: line.rowAttributes.rowHeight }),
        ),
      ),
    ),
  );
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
