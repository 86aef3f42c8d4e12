import { createHash } from 'node:crypto';
import { checkPlan } from './check/check.ts';
import { extractPlan } from './extract/extract.ts';
import { isPlan } from './extract/plan-or-not.ts';
import { normalizeDocument } from './normalize/normalize.ts';
import { parsePlan } from './parse/parse.ts';
import { DocumentFailure } from './plan/failure.ts';
import { planId } from './plan/plan-id.ts';
import type { PlanRecord } from './plan/record.ts';
import type { Repair } from './plan/source-text.ts';
import { readDocument } from './read/read.ts';

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
  /** What was changed on the way from the words as read to that text, white space aside. */
  repairs: Repair[];
}

/**
 * Takes one document through all stages. Throws a DocumentFailure where the bytes are no plan that can be
 * read; every other throw is a bug.
 */
export async function processDocument(
  { path, bytes }: PipelineInput,
  { lang = 'vi' }: PipelineOptions = {},
): Promise<ProcessedPlan> {
  const document = readDocument(path, bytes);
  const source = normalizeDocument(document);
  const tree = parsePlan(source);
  if (!isPlan(source, tree)) throw new DocumentFailure('not-a-plan', path);
  const extraction = extractPlan(source, tree);
  const findings = checkPlan({ ...extraction, source, tree }, { lang });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const record: PlanRecord = {
    schemaVersion: 1,
    id: planId(extraction.facts, sha256),
    status: 'complete',
    source: {
      path,
      sha256,
      mediaType: document.mediaType,
      bytes: bytes.length,
      pages: source.pages.map(({ page, origin, confidence }) => ({ page, origin, confidence })),
      diacritics: source.diacritics,
    },
    ...extraction.facts,
    findings,
    evidence: extraction.evidence,
  };
  return { record, text: source.text, repairs: source.repairs };
}
