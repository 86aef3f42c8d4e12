import pLimit from 'p-limit';
import type { Engine } from './engine.ts';

/** The work was not done in its time. */
export class TimeUp extends Error {
  constructor() {
    super('the time is up');
    this.name = 'TimeUp';
  }
}

/** Engines that are lent out one piece of work at a time. */
export interface EnginePool {
  /**
   * Does a piece of work with an engine, as soon as one is free. Rejects with what the work rejects with, or with
   * TimeUp; the engine is then ended, whatever it is doing, and the next piece of work gets a new one.
   */
  use<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
  /** Ends all engines. Work under way and work that waits is rejected. */
  close(): void;
}

/** A pool of at most `threads` engines, started when they are first needed; work may take `timeLimit` milliseconds. */
export function enginePool(start: () => Promise<Engine>, threads: number, timeLimit: number): EnginePool {
  const limit = pLimit({ concurrency: threads, rejectOnClear: true });
  const idle: Engine[] = [];
  const closing = new AbortController();
  closing.signal.addEventListener('abort', () => {
    for (const engine of idle.splice(0)) engine.stop();
  });

  return {
    use: (work) =>
      limit(async () => {
        closing.signal.throwIfAborted();
        const engine = idle.pop() ?? (await inTime(start(), (late) => late.stop()));
        try {
          const result = await inTime(work(engine));
          if (closing.signal.aborted) engine.stop();
          else idle.push(engine);
          return result;
        } catch (error) {
          engine.stop();
          throw error;
        }
      }),
    close: () => {
      limit.clearQueue();
      closing.abort(new Error('the pool is closed'));
    },
  };

  /** What comes too late is handed to `discard`. */
  async function inTime<T>(promise: Promise<T>, discard?: (late: T) => void): Promise<T> {
    const { promise: end, reject } = deferred();
    const timer = setTimeout(() => reject(new TimeUp()), timeLimit);
    const abort = (): void => reject(closing.signal.reason);
    closing.signal.addEventListener('abort', abort);
    try {
      return await Promise.race([promise, end]);
    } catch (error) {
      promise.then(discard, () => {});
      throw error;
    } finally {
      clearTimeout(timer);
      closing.signal.removeEventListener('abort', abort);
    }
  }
}

function deferred(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}
