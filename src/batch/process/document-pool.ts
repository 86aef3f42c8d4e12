import { availableParallelism } from 'node:os';
import pLimit, { type LimitFunction } from 'p-limit';
import type { PipelineInput, PipelineOptions, ProcessedPlan } from '../../pipeline.ts';
import { DocumentFailure } from '../../plan/failure.ts';
import type { PreparedPlan } from '../../store/prepared.ts';
import { DocumentProcess, ProcessEnded } from './document-process.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './limits.ts';
import { type Outcome, planOf } from './outcome.ts';

export interface PoolOptions {
  /** Documents that are read at a time, each in a process of its own. */
  jobs: number;
  /** The recognizer's model; see `findModel`. */
  model?: string | undefined;
  limits?: Partial<DocumentLimits>;
}

/**
 * Reads documents in processes of their own, which are started when they are needed and used for many documents. A
 * document that crashes, hangs or takes too much memory is the only one to suffer.
 */
export class DocumentPool {
  readonly #slots: LimitFunction;
  readonly #limits: DocumentLimits;
  readonly #jobs: number;
  readonly #model: string | null;
  readonly #idle: DocumentProcess[] = [];
  readonly #all = new Set<DocumentProcess>();

  constructor({ jobs, model, limits }: PoolOptions) {
    this.#slots = pLimit(jobs);
    this.#limits = { ...DOCUMENT_LIMITS, ...limits };
    this.#jobs = jobs;
    this.#model = model ?? null;
  }

  /** Does what `processDocument` does. What ends the process is a DocumentFailure. */
  async read(input: PipelineInput, options: PipelineOptions): Promise<ProcessedPlan> {
    return planOf(await this.#alone(input, (child) => child.read([input], options)));
  }

  /**
   * The same for what a server is told of plans: reads some documents one after the other, and tells what became of the first
   * of them, at least one. Documents that take no time are best given together: each time that one process waits for
   * the other costs both some.
   */
  async prepare(
    inputs: readonly PipelineInput[],
    options: PipelineOptions,
  ): Promise<Outcome<PreparedPlan>[]> {
    const [first, ...others] = inputs;
    if (first === undefined) return [];
    try {
      if (others.length > 0) return await this.#inProcess((child) => child.prepare(inputs, options));
    } catch (error) {
      // Which of them it was shows when they are read one by one.
      if (!(error instanceof ProcessEnded)) throw error;
    }
    return [await this.#alone(first, (child) => child.prepare([first], options))];
  }

  /** Ends all processes. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((child) => child.end()));
    this.#all.clear();
  }

  /** Reads one document. */
  async #alone<T>(
    { path }: PipelineInput,
    read: (child: DocumentProcess) => Promise<Outcome<T>[]>,
  ): Promise<Outcome<T>> {
    for (;;) {
      let isFresh = true;
      try {
        const [outcome] = await this.#inProcess((child) => {
          isFresh = child.isFresh;
          return read(child);
        });
        return outcome ?? { error: new Error('nothing was answered') };
      } catch (error) {
        if (!(error instanceof ProcessEnded)) throw error;
        // What becomes of a document must not depend on what its process did before.
        if (isFresh || error.code === 'too-slow') {
          return { error: new DocumentFailure(error.code, path, error.detail) };
        }
      }
    }
  }

  #inProcess<T>(read: (child: DocumentProcess) => Promise<T>): Promise<T> {
    return this.#slots(async () => {
      const child = this.#idle.pop() ?? this.#start();
      try {
        return await read(child);
      } finally {
        if (child.isUsable) this.#idle.push(child);
        else {
          this.#all.delete(child);
          await child.end();
        }
      }
    });
  }

  #start(): DocumentProcess {
    const { activeCount, pendingCount } = this.#slots;
    // A document that is alone has all cores for the images of its pages.
    const together = Math.max(1, Math.min(this.#jobs, activeCount + pendingCount));
    const threads = Math.ceil(availableParallelism() / together);
    const child = new DocumentProcess(this.#limits, { threads, model: this.#model });
    this.#all.add(child);
    return child;
  }
}
