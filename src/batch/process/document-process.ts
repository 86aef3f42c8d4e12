import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { PipelineInput, PipelineOptions, ProcessedPlan } from '../../pipeline.ts';
import { DocumentFailure, type FailureCode, isFailureCode } from '../../plan/failure.ts';
import type { PreparedPlan } from '../../store/prepared.ts';
import { ENGINE_FLAGS } from './engine-flags.ts';
import type { DocumentLimits } from './limits.ts';
import { Answer, type Request, type Result, type Start } from './messages.ts';
import type { Outcome } from './outcome.ts';

/** Node runs the compiled file, also where the sources are run through a translator, as in tests. */
const CHILD = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? '../../../dist/src/batch/process/child.js' : './child.js',
    import.meta.url,
  ),
);

const MB = 1024 * 1024;

/** The process ended before it had answered. */
export class ProcessEnded extends Error {
  constructor(
    readonly code: Extract<FailureCode, 'too-slow' | 'too-much-memory' | 'crashed'>,
    readonly detail: string | null,
  ) {
    super(`the process ended: ${code}`);
    this.name = 'ProcessEnded';
  }
}

/** A process that reads one document after the other. It keeps no program alive that has nothing else to do. */
export class DocumentProcess {
  readonly #child: ChildProcess;
  readonly #limits: DocumentLimits;
  #documents = 0;
  #memory = 0;

  constructor(limits: DocumentLimits, options: Pick<Start, 'threads' | 'model'>) {
    this.#limits = limits;
    const start: Start = { ...options, memoryBytes: limits.memoryBytes, busySeconds: limits.busySeconds };
    this.#child = fork(CHILD, [JSON.stringify(start)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${Math.round(limits.heapBytes / MB)}`, ...ENGINE_FLAGS],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    this.#child.on('error', () => this.#child.kill('SIGKILL'));
    this.#rest();
  }

  /** Whether it has not read anything yet. */
  get isFresh(): boolean {
    return this.#documents === 0;
  }

  /** Whether it can read another document. */
  get isUsable(): boolean {
    const { documents, recycleBytes } = this.#limits;
    return this.#isRunning && this.#documents < documents && this.#memory <= recycleBytes;
  }

  /**
   * Reads documents, one after the other, and tells what became of the first of them: at least one, and as many as do not take
   * long. An error is what `processDocument` throws, a fault of the program a plain Error. Throws ProcessEnded where a document
   * was the end of the process.
   */
  async read(
    documents: readonly PipelineInput[],
    options: PipelineOptions,
  ): Promise<Outcome<ProcessedPlan>[]> {
    const results = await this.#ask('plan', documents, options);
    return results.map((result, at) =>
      result.got === 'plan' ? { plan: result.plan } : { error: errorOf(result, documents[at]) },
    );
  }

  /** The same, for what a server is told of the plans. */
  async prepare(
    documents: readonly PipelineInput[],
    options: PipelineOptions,
  ): Promise<Outcome<PreparedPlan>[]> {
    const results = await this.#ask('prepared', documents, options);
    return results.map((result, at) =>
      result.got === 'prepared' ? { plan: result.plan } : { error: errorOf(result, documents[at]) },
    );
  }

  async #ask(
    as: Request['as'],
    documents: readonly PipelineInput[],
    { lang = 'vi', places = false }: PipelineOptions,
  ): Promise<Result[]> {
    this.#documents++;
    this.#child.ref();
    this.#child.channel?.ref();
    try {
      const { results, memory } = await this.#answerTo({
        documents: documents.map(({ path, bytes }) => ({ path, bytes })),
        lang,
        places,
        as,
      });
      this.#documents += results.length - 1;
      this.#memory = memory;
      return results;
    } finally {
      this.#rest();
    }
  }

  /** Ends the process, whatever it is doing. */
  async end(): Promise<void> {
    if (!this.#isRunning) return;
    this.#child.ref();
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  get #isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  #rest(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  #answerTo(request: Request): Promise<Exclude<Answer, { got: 'step' }>> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      let isLate = false;
      const late = (): void => {
        isLate = true;
        child.kill('SIGKILL');
      };
      let timer = setTimeout(late, this.#limits.idleSeconds * 1000);
      const settle = (): void => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
      };
      const onMessage = (message: unknown): void => {
        const { data } = Answer.safeParse(message);
        clearTimeout(timer);
        if (data?.got === 'step') {
          timer = setTimeout(late, this.#limits.idleSeconds * 1000);
          return;
        }
        settle();
        if (data === undefined) reject(new ProcessEnded('crashed', 'no answer'));
        else resolve(data);
      };
      const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
        settle();
        reject(isLate ? new ProcessEnded('too-slow', null) : endedBy(code, signal));
      };
      if (!this.#isRunning) {
        settle();
        reject(endedBy(child.exitCode, child.signalCode));
        return;
      }
      child.on('message', onMessage);
      child.on('exit', onExit);
      child.send(request, () => {
        // A process that can't be reached is about to exit.
      });
    });
  }
}

/** What a document is said to have failed with. */
function errorOf(result: Result, document: PipelineInput | undefined): Error {
  if (result.got !== 'failure') return new Error('something else was asked for');
  const { code, detail } = result;
  if (code === null || !isFailureCode(code)) return new Error(detail ?? 'unknown');
  return new DocumentFailure(code, document?.path ?? '', detail);
}

/** What the end of a process means: the watchdog's signals, or the engine's own way to end when its heap is full. */
function endedBy(code: number | null, signal: NodeJS.Signals | null): ProcessEnded {
  if (signal === 'SIGALRM') return new ProcessEnded('too-slow', null);
  if (signal === 'SIGKILL' || signal === 'SIGABRT') return new ProcessEnded('too-much-memory', null);
  return new ProcessEnded('crashed', signal ?? `exit ${code}`);
}
