import type { Span } from '../plan/source-text.ts';

/** A time in a text; without `due` and `recurrence` one that is counted from an event. */
export interface Hit extends Span {
  due: string | null;
  recurrence: string | null;
}
