import type { Evidence, PlanRecord } from '../plan/record.ts';

/** A line of the normalised text with the part of it that a finding is about. */
export interface Place {
  pointer: string;
  page: number;
  /** One-based line and columns (UTF-16 units) in the normalised text; `endColumn` is exclusive. */
  line: number;
  column: number;
  endColumn: number;
  lineText: string;
  evidence: Evidence;
}

/**
 * Where the values that JSON Pointers name stand in the text, in the order of the pointers, each place once. A value
 * without evidence of its own is found by what it is part of, or else by its first part; a value that the text does
 * not state has no place.
 */
export function placesOf(pointers: readonly string[], record: PlanRecord, text: string): Place[] {
  const places = new Map<number, Place>();
  for (const pointer of pointers) {
    const evidence = evidenceOf(pointer, record.evidence);
    if (evidence !== null && !places.has(evidence.start))
      places.set(evidence.start, place(pointer, evidence, text));
  }
  return [...places.values()];
}

function evidenceOf(pointer: string, evidence: PlanRecord['evidence']): Evidence | null {
  if (pointer === '') return null;
  const own = evidence[pointer];
  if (own !== undefined) return own;
  let first: Evidence | null = null;
  for (const [key, part] of Object.entries(evidence)) {
    if (key.startsWith(`${pointer}/`) && (first === null || part.start < first.start)) first = part;
  }
  if (first !== null) return first;
  const parent = pointer.slice(0, pointer.lastIndexOf('/'));
  return /^\/[^/]+\/\d/.test(parent) ? evidenceOf(parent, evidence) : null;
}

function place(pointer: string, evidence: Evidence, text: string): Place {
  const { start, end, page } = evidence;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', start);
  const lineEnd = nextBreak < 0 ? text.length : nextBreak;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < lineStart; at = text.indexOf('\n', at + 1)) line++;
  return {
    pointer,
    page,
    line,
    column: start - lineStart + 1,
    endColumn: Math.max(start + 1, Math.min(end, lineEnd)) - lineStart + 1,
    lineText: text.slice(lineStart, lineEnd),
    evidence,
  };
}
