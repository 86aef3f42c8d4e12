import { availableParallelism } from 'node:os';
import pLimit, { type LimitFunction } from 'p-limit';
import type { PipelineInput, PipelineOptions, ProcessedPlan } from '../../pipeline.ts';
import { DocumentFailure } from '../../plan/failure.ts';
import type { PreparedPlan } from '../../store/prepared.ts';
import { DocumentProcess, ProcessEnded } from './document-process.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './limits.ts';

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
  read(input: PipelineInput, options: PipelineOptions): Promise<ProcessedPlan> {
    return this.#inProcess(input.path, (child) => child.read(input, options));
  }

  /** The same, for what a server is told of the plan. */
  prepare(input: PipelineInput, options: PipelineOptions): Promise<PreparedPlan> {
    return this.#inProcess(input.path, (child) => child.prepare(input, options));
  }

  /** Ends all processes. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((child) => child.end()));
    this.#all.clear();
  }

  #inProcess<T>(path: string, read: (child: DocumentProcess) => Promise<T>): Promise<T> {
    return this.#slots(() => this.#attempt(path, read));
  }

  async #attempt<T>(path: string, read: (child: DocumentProcess) => Promise<T>): Promise<T> {
    const child = this.#idle.pop() ?? this.#start();
    const { isFresh } = child;
    try {
      return await read(child);
    } catch (error) {
      if (!(error instanceof ProcessEnded)) throw error;
      // What becomes of a document must not depend on what its process did before.
      if (isFresh || error.code === 'too-slow') {
        throw new DocumentFailure(error.code, path, error.detail);
      }
      this.#all.delete(child);
      return this.#attempt(path, read);
    } finally {
      if (child.isUsable) this.#idle.push(child);
      else {
        this.#all.delete(child);
        await child.end();
      }
    }
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
