import { toPointer } from '../plan/pointer.ts';
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

/** The plain value of a reading; the evidence of every part is entered under its JSON Pointer. */
export function settle(
  reading: Reading,
  path: readonly (string | number)[],
  source: SourceText,
  evidence: Record<string, Evidence>,
): unknown {
  if (reading === null) return null;
  if (reading instanceof Read) {
    evidence[toPointer(path)] = evidenceFor(source, reading.span, reading.confidence);
    return reading.value;
  }
  if (reading instanceof Whole) {
    if (reading.span !== null) evidence[toPointer(path)] = evidenceFor(source, reading.span);
    return Object.fromEntries(
      Object.entries(reading.fields).map(([key, part]) => [
        key,
        settle(part, [...path, key], source, evidence),
      ]),
    );
  }
  return reading.map((part, index) => settle(part, [...path, index], source, evidence));
}
