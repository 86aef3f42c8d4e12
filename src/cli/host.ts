import type { Outcome } from '../batch/process/outcome.ts';
import type { PipelineInput, PipelineOptions, ProcessedPlan } from '../pipeline.ts';
import type { Language } from '../report/messages/messages.ts';
import { type Style, styleFor } from '../report/style.ts';
import type { PreparedPlan } from '../store/prepared.ts';

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** What reads documents apart from the program itself. */
export interface DocumentReaders {
  read(input: PipelineInput, options: PipelineOptions): Promise<ProcessedPlan>;
  /** The same for what a server is told of plans: what became of the first of some documents, at least one. */
  prepare(inputs: readonly PipelineInput[], options: PipelineOptions): Promise<Outcome<PreparedPlan>[]>;
  close(): Promise<void>;
}

/** What the commands need of the world around them. */
export interface Host {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Data and reports. */
  stdout: Output;
  /** Messages and progress. */
  stderr: Output;
  process(input: PipelineInput, options: PipelineOptions): Promise<ProcessedPlan>;
  /** Processes that read so many documents at a time, for commands that read many; `process` reads where there is none. */
  openPool?(jobs: number): DocumentReaders;
  /** Aborted when the user asks to stop. */
  signal?: AbortSignal;
}

/** How text on an output is to look: coloured on a terminal unless NO_COLOR is set, or where FORCE_COLOR is. */
export function styleOn(output: Output, lang: Language, env: Host['env']): Style {
  const isTerminal = output.isTTY === true && env.TERM !== 'dumb';
  const colors = !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || isTerminal);
  return styleFor(lang, {
    colors,
    ...(output.isTTY && output.columns !== undefined ? { width: output.columns } : {}),
  });
}
