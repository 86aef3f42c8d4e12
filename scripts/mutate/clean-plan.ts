import { checkPlan } from '../../src/check/check.ts';
import { extractPlan } from '../../src/extract/extract.ts';
import { isPlan } from '../../src/extract/plan-or-not.ts';
import { normalizeDocument } from '../../src/normalize/normalize.ts';
import { parsePlan } from '../../src/parse/parse.ts';
import type { PlanUnderCheck } from '../../src/plan/facts.ts';
import type { Finding } from '../../src/plan/record.ts';
import type { Span } from '../../src/plan/source-text.ts';
import { readDocument } from '../../src/read/read.ts';
import { align } from './align.ts';

/** A plan as its document has it, before anything is planted in it. */
export interface CleanPlan {
  path: string;
  /** The document's text in NFC. */
  source: string;
  plan: PlanUnderCheck;
  findings: Finding[];
  /** Where a span of the normalised text stands in the document; null where it does not stand there in one piece. */
  inSource(span: Span): Span | null;
}

/** Takes a text document through all stages; null where it is no plan or no text. */
export async function readPlan(
  path: string,
  source: string,
): Promise<{ plan: PlanUnderCheck; findings: Finding[] } | null> {
  const reading = await readDocument(path, new TextEncoder().encode(source));
  if (reading.kind !== 'lines') return null;
  const text = normalizeDocument(reading.document);
  const tree = parsePlan(text);
  if (!isPlan(text, tree)) return null;
  const plan = { ...extractPlan(text, tree), source: text, tree };
  return { plan, findings: checkPlan(plan) };
}

/** Reads a document that faults are to be planted in; null where it is no plan or no text. */
export async function cleanPlan(path: string, bytes: Uint8Array): Promise<CleanPlan | null> {
  const source = new TextDecoder().decode(bytes).normalize('NFC');
  const read = await readPlan(path, source);
  if (read === null) return null;
  const { text } = read.plan.source;
  const to = align(text, source);
  const inSource = ({ start, end }: Span): Span | null => {
    const words = text.slice(start, end);
    const first = to[start + (words.length - words.trimStart().length)] ?? -1;
    const last = to[start + words.trimEnd().length - 1] ?? -1;
    if (words.trim() === '' || first < 0 || last < first) return null;
    return { start: first, end: last + 1 };
  };
  return { path, source, ...read, inSource };
}
