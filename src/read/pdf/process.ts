import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { PageProblem } from '../../plan/document.ts';
import { Answer, type Request } from './messages.ts';

/** Node runs the compiled file, also where the sources are run through a translator, as in tests. */
const CHILD = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? '../../../dist/src/read/pdf/child.js' : './child.js',
    import.meta.url,
  ),
);
const HEAP_MEGABYTES = 400;
/** A process that holds more than this part of what it may is replaced by a new one when it is idle. */
const RECYCLED = 1 / 2;
/** Times are of the processor; a process that waits for ever, or gets little of it on a busy machine, has so many times as long. */
const PATIENCE = 30;

/** The process ended before it had answered. */
export class ProcessEnded extends Error {
  constructor(readonly problem: Extract<PageProblem, 'time' | 'memory' | 'broken'>) {
    super(`the PDF process ended: ${problem}`);
    this.name = 'ProcessEnded';
  }
}

/** Asks the process something. Throws ProcessEnded. */
export type Ask = (request: Request) => Promise<Answer>;

/**
 * The process that PDFs are read in, one for all documents. It starts with the first request and anew after it ended; it
 * keeps no program alive that has nothing else to do, and ends with it.
 */
export class PdfProcess {
  readonly #memoryBytes: number;
  #child: ChildProcess | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #starts = 0;
  /** Bytes that the process held when it last answered. */
  #held = 0;

  constructor(memoryBytes: number) {
    this.#memoryBytes = memoryBytes;
  }

  /** Which of the processes runs; what another one had opened is gone. */
  get generation(): number {
    return this.#starts;
  }

  /** Id of the running process; null where none runs. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /**
   * Does `work` when all earlier work is done. What becomes of it must not depend on what the process did before: where
   * the process ends, the work is done once more in a fresh one. Not where it ran out of time, of which only its own
   * counts. Throws ProcessEnded.
   */
  run<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    const attempt = async (): Promise<T> => {
      const isFresh = this.#child === null;
      this.#child ??= this.#start();
      try {
        const done = await work((request) => this.#ask(request));
        // Not before: what the work's next request asks for may be open there.
        if (this.#held > RECYCLED * this.#memoryBytes) await this.#end();
        return done;
      } catch (error) {
        if (!(error instanceof ProcessEnded) || error.problem === 'time' || isFresh) throw error;
        await this.#end();
        return attempt();
      }
    };
    const turn = this.#turn.then(attempt);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Ends the process once the work at hand is done; the next request starts another. */
  async close(): Promise<void> {
    const end = this.#turn.then(() => this.#end());
    this.#turn = end;
    await end;
  }

  #start(): ChildProcess {
    this.#starts++;
    this.#held = 0;
    const child = fork(CHILD, [String(this.#memoryBytes)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    child.once('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    child.on('error', () => child.kill('SIGKILL'));
    child.unref();
    child.channel?.unref();
    return child;
  }

  async #ask(request: Request): Promise<Answer> {
    const child = this.#child;
    if (child === null) throw new ProcessEnded('broken');
    child.ref();
    child.channel?.ref();
    try {
      const answer = await answerOf(child, request);
      this.#held = answer.memory;
      return answer;
    } finally {
      child.unref();
      child.channel?.unref();
    }
  }

  async #end(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    this.#child = null;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

function answerOf(child: ChildProcess, request: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(
      () => {
        isLate = true;
        child.kill('SIGKILL');
      },
      request.seconds * PATIENCE * 1000,
    );
    const settle = (): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    const onMessage = (message: unknown): void => {
      settle();
      const answer = Answer.safeParse(message);
      if (answer.success) resolve(answer.data);
      else reject(new ProcessEnded('broken'));
    };
    const onExit = (_code: number | null, signal: NodeJS.Signals | null): void => {
      settle();
      reject(
        new ProcessEnded(isLate || signal === 'SIGALRM' ? 'time' : isMemory(signal) ? 'memory' : 'broken'),
      );
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send(request, () => {
      // A process that can't be reached is about to exit.
    });
  });
}

/** The watchdog's signal, or the engine's own way to end when its heap is full. */
function isMemory(signal: NodeJS.Signals | null): boolean {
  return signal === 'SIGKILL' || signal === 'SIGABRT';
}
