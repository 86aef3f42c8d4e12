import type { PlanRecord } from './plan/record.ts';

export interface PipelineInput {
  /** As it is to stand in the record; nothing is read from it. */
  path: string;
  bytes: Uint8Array;
}

export interface PipelineOptions {
  /** Language of the findings' messages. */
  lang?: 'vi' | 'en';
}

export interface ProcessedPlan {
  record: PlanRecord;
  /** The normalised text the record's evidence points into. */
  text: string;
}

/**
 * Takes one document through all stages. Throws a DocumentFailure where the bytes are no plan that can be
 * read; every other throw is a bug.
 */
export async function processDocument(input: PipelineInput, _options: PipelineOptions = {}): Promise<ProcessedPlan> {
  throw new Error(`not built yet: ${input.path}`);
}
