import type { Evidence } from '../plan/record.ts';
import { evidenceFor, type SourceText, type Span } from '../plan/source-text.ts';

/** A value together with the place it was read from. */
export class Read<T extends string | number = string | number> {
  constructor(
    readonly value: T,
    readonly span: Span,
    /** 0–1; below 1 where the reading is an inference and not what stands there. */
    readonly confidence = 1,
  ) {}
}

/** An object of readings; `span`, where given, is the phrase the whole was read from. */
export class Whole {
  constructor(
    readonly fields: Readonly<Record<string, Reading>>,
    readonly span: Span | null = null,
  ) {}
}

export type Reading = Read | Whole | readonly Reading[] | null;

/**
 * The plain value of a reading that stands at `pointer` in the record; the evidence of every part is entered under its
 * JSON Pointer. Field names hold neither `/` nor `~`.
 */
export function settle(
  reading: Reading,
  pointer: string,
  source: SourceText,
  evidence: Record<string, Evidence>,
): unknown {
  if (reading === null) return null;
  if (reading instanceof Read) {
    evidence[pointer] = evidenceFor(source, reading.span, reading.confidence);
    return reading.value;
  }
  if (reading instanceof Whole) {
    if (reading.span !== null) evidence[pointer] = evidenceFor(source, reading.span);
    const value: Record<string, unknown> = {};
    for (const key in reading.fields) {
      value[key] = settle(reading.fields[key] ?? null, `${pointer}/${key}`, source, evidence);
    }
    return value;
  }
  return reading.map((part, index) => settle(part, `${pointer}/${index}`, source, evidence));
}
