import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Engine, type EngineWord, engineWord, failure, parametersOf } from './engine.ts';
import type { Model } from './model.ts';

/** The engine that scripts/build-engine makes. */
const ENGINE = fileURLToPath(new URL('./engine.wasm', import.meta.url));

/** Whether this copy of the program has the engine built for it. */
export function hasBuiltEngine(): boolean {
  return existsSync(ENGINE);
}

/** What the thread says: that it is ready, or the words of an image. */
type Message = 'ready' | Parameters<typeof engineWord>[0][];

/** Starts the engine built for this program. Rejects where it does not come up. */
export async function startBuiltEngine({ folder, gzip }: Model): Promise<Engine> {
  const { failed, fail } = failure();
  const thread = new Worker(new URL('./built-thread.mjs', import.meta.url), {
    workerData: { engine: ENGINE, model: join(folder, `vie.traineddata${gzip ? '.gz' : ''}`), gzip },
  });
  thread.on('error', fail);
  thread.on('exit', () => fail(new Error('the engine has ended')));
  const answer = async (): Promise<Message> => {
    let answered: (message: Message) => void = () => {};
    try {
      return await Promise.race([
        failed,
        new Promise<Message>((resolve) => {
          answered = resolve;
          thread.once('message', answered);
        }),
      ]);
    } finally {
      thread.off('message', answered);
    }
  };
  await answer();

  return {
    read: async ({ data, width, height }, options): Promise<EngineWord[]> => {
      thread.postMessage({ data, width, height, parameters: parametersOf(options) });
      const words = await answer();
      return words === 'ready' ? [] : words.map(engineWord);
    },
    stop: () => {
      void thread.terminate();
      fail(new Error('the engine was stopped'));
    },
  };
}
