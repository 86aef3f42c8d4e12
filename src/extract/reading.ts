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
 * The JSON Pointers of readings, each made once: the plans of a run have the same fields, and a name that the engine knows costs a
 * tenth of one that it meets. Field names hold neither `/` nor `~`.
 */
class Pointer {
  static #root = new Pointer('');
  static #made = 0;

  readonly #below = new Map<string | number, Pointer>();

  constructor(readonly text: string) {}

  static get root(): Pointer {
    if (Pointer.#made > MOST_POINTERS) {
      Pointer.#root = new Pointer('');
      Pointer.#made = 0;
    }
    return Pointer.#root;
  }

  at(part: string | number): Pointer {
    let pointer = this.#below.get(part);
    if (pointer === undefined) {
      pointer = new Pointer(`${this.text}/${part}`);
      Pointer.#made++;
      this.#below.set(part, pointer);
    }
    return pointer;
  }
}

/** So many are kept from plan to plan: those of some hundred targets with all their fields. */
const MOST_POINTERS = 50_000;

/** The plain value of the whole of a record's readings. The evidence of every part is entered under its JSON Pointer. */
export function settle(reading: Reading, source: SourceText, evidence: Record<string, Evidence>): unknown {
  return settleAt(reading, Pointer.root, source, evidence);
}

function settleAt(
  reading: Reading,
  pointer: Pointer,
  source: SourceText,
  evidence: Record<string, Evidence>,
): unknown {
  if (reading === null) return null;
  if (reading instanceof Read) {
    evidence[pointer.text] = evidenceFor(source, reading.span, reading.confidence);
    return reading.value;
  }
  if (reading instanceof Whole) {
    if (reading.span !== null) evidence[pointer.text] = evidenceFor(source, reading.span);
    const value: Record<string, unknown> = {};
    for (const key in reading.fields) {
      value[key] = settleAt(reading.fields[key] ?? null, pointer.at(key), source, evidence);
    }
    return value;
  }
  return reading.map((part, index) => settleAt(part, pointer.at(index), source, evidence));
}
