import { z } from 'zod';
import type { ProcessedPlan } from '../../pipeline.ts';
import type { PreparedPlan } from '../../store/prepared.ts';

/** What the process that reads documents is told when it starts, as its only argument. */
export const Start = z.object({
  memoryBytes: z.number(),
  busySeconds: z.number(),
  /** Pages that are recognised at a time. */
  threads: z.number(),
  /** The model of the recognizer, null for the best that is there. */
  model: z.string().nullable(),
});
export type Start = z.infer<typeof Start>;

/** Documents to read, one after the other. */
export const Request = z.object({
  documents: z.array(
    z.object({ path: z.string(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  ),
  lang: z.enum(['vi', 'en']),
  places: z.boolean(),
  /** What is asked for: the plan itself, or what a server is told of it. */
  as: z.enum(['plan', 'prepared']),
});
export type Request = z.infer<typeof Request>;

/** Made by this same program a moment ago: only its form is looked at. */
const Plan = z.custom<ProcessedPlan>(
  (value) => typeof value === 'object' && value !== null && 'record' in value && 'text' in value,
);

const Prepared = z.custom<PreparedPlan>(
  (value) => typeof value === 'object' && value !== null && 'record' in value && 'row' in value,
);

/** What became of a document. */
const Result = z.discriminatedUnion('got', [
  z.object({ got: z.literal('plan'), plan: Plan }),
  z.object({ got: z.literal('prepared'), plan: Prepared }),
  z.object({
    got: z.literal('failure'),
    /** Null for a fault of the program. */
    code: z.string().nullable(),
    detail: z.string().nullable(),
  }),
]);
export type Result = z.infer<typeof Result>;

/** What the process says: that it got on with a document, or what became of the first of them, and what memory it holds. */
export const Answer = z.discriminatedUnion('got', [
  z.object({ got: z.literal('step') }),
  z.object({ got: z.literal('results'), results: z.array(Result).min(1), memory: z.number() }),
]);
export type Answer = z.infer<typeof Answer>;
