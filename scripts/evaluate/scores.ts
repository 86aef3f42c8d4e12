import { z } from 'zod';
import type { EvaluatedDocument } from './documents.ts';
import { addTally, emptyTally, scoreOf, type Tally } from './tally.ts';

const Score = z.strictObject({ precision: z.number(), recall: z.number(), f1: z.number() });
const FieldScore = z.strictObject({ strict: Score, soft: Score });
const FieldScores = z.record(z.string(), FieldScore);

/** What test/eval/scores.json holds: how every field fares, over all documents and in each. */
export const Scores = z.strictObject({
  all: FieldScores,
  documents: z.record(z.string(), FieldScores),
});
export type Scores = z.infer<typeof Scores>;
export type FieldScores = z.infer<typeof FieldScores>;

/** A field's name for all fields taken together. */
export const EVERY_FIELD = '(every field)';

/** The scores of documents. A field that no gold states and no record prints has none. */
export function scoresOf(documents: readonly EvaluatedDocument[]): Scores {
  return {
    all: fieldScores(documents),
    documents: Object.fromEntries(documents.map((document) => [document.name, fieldScores([document])])),
  };
}

export interface Change {
  /** Null for all documents together. */
  document: string | null;
  field: string;
  before: number | null;
  now: number | null;
}

/** Where the strict F1 of a field is another than before, in documents that both scores know; losses first. */
export function changes(before: Scores, now: Scores): Change[] {
  const found: Change[] = [];
  const compare = (document: string | null, old: FieldScores, fresh: FieldScores): void => {
    for (const field of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
      const change = {
        document,
        field,
        before: old[field]?.strict.f1 ?? null,
        now: fresh[field]?.strict.f1 ?? null,
      };
      if (change.before !== change.now) found.push(change);
    }
  };
  for (const [name, fresh] of Object.entries(now.documents)) {
    const old = before.documents[name];
    if (old !== undefined) compare(name, old, fresh);
  }
  return found.sort((a, b) => difference(a) - difference(b));
}

/**
 * How much better a field fares. A field that was never printed nor stated counts as right: to print it where it is
 * not stated is a loss.
 */
export function difference({ before, now }: Change): number {
  return (now ?? 1) - (before ?? 1);
}

function fieldScores(documents: readonly EvaluatedDocument[]): FieldScores {
  const tallies = new Map<string, { strict: Tally; soft: Tally }>();
  const every = { strict: emptyTally(), soft: emptyTally() };
  for (const { comparison } of documents) {
    for (const [field, { strict, soft }] of comparison.fields) {
      const tally = tallies.get(field) ?? { strict: emptyTally(), soft: emptyTally() };
      tallies.set(field, tally);
      for (const sum of [tally, every]) {
        addTally(sum.strict, strict);
        addTally(sum.soft, soft);
      }
    }
  }
  tallies.set(EVERY_FIELD, every);
  return Object.fromEntries(
    [...tallies].flatMap(([field, tally]) => {
      const strict = scoreOf(tally.strict);
      const soft = scoreOf(tally.soft);
      return strict === null || soft === null ? [] : [[field, { strict, soft }]];
    }),
  );
}
