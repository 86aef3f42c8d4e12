import { z } from 'zod';
import { Band, calibrationOf } from './calibration.ts';
import { type EvaluatedDocument, KINDS, type Kind } from './documents.ts';
import { addTally, emptyFieldTally, type FieldTally, MEASURES, scoreOf } from './tally.ts';

const Score = z.strictObject({ precision: z.number(), recall: z.number(), f1: z.number() });
const FieldScore = z.strictObject({ strict: Score, soft: Score, numeric: Score });
const FieldScores = z.record(z.string(), FieldScore);

/** How every field fares, over all documents and in each, and how far its confidence is to be believed. */
export const KindScores = z.strictObject({
  all: FieldScores,
  documents: z.record(z.string(), FieldScores),
  calibration: z.array(Band),
});
export type KindScores = z.infer<typeof KindScores>;

/** What a scores file holds: the scores for each kind of input that was tried. */
export const Scores = z.partialRecord(z.enum(KINDS), KindScores);
export type Scores = z.infer<typeof Scores>;
export type FieldScores = z.infer<typeof FieldScores>;

/** Names of what stands for several fields, in brackets: the header's all right, the record's all right. */
const isWhole = (field: string): boolean => field.startsWith('(');

/** A field's name for all fields taken together. */
export const EVERY_FIELD = '(every field)';

/** The scores of documents. A field that no gold states and no record prints has none. */
export function scoresOf(documents: readonly EvaluatedDocument[]): Scores {
  const scores: Scores = {};
  for (const kind of KINDS) {
    const ofKind = documents.filter((document) => document.kind === kind);
    if (ofKind.length === 0) continue;
    scores[kind] = {
      all: fieldScores(ofKind),
      documents: Object.fromEntries(ofKind.map((document) => [document.name, fieldScores([document])])),
      calibration: calibrationOf(ofKind.flatMap(({ judged }) => judged)),
    };
  }
  return scores;
}

export interface Change {
  kind: Kind;
  /** Null for all documents together. */
  document: string | null;
  field: string;
  before: number | null;
  now: number | null;
}

/** Where the strict F1 of a field is another than before, in documents that both scores know; losses first. */
export function changes(before: Scores, now: Scores): Change[] {
  const found: Change[] = [];
  const compare = (kind: Kind, document: string | null, old: FieldScores, fresh: FieldScores): void => {
    for (const field of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
      const change = {
        kind,
        document,
        field,
        before: old[field]?.strict.f1 ?? null,
        now: fresh[field]?.strict.f1 ?? null,
      };
      if (change.before !== change.now) found.push(change);
    }
  };
  for (const kind of KINDS) {
    for (const [name, fresh] of Object.entries(now[kind]?.documents ?? {})) {
      const old = before[kind]?.documents[name];
      if (old !== undefined) compare(kind, name, old, fresh);
    }
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
  const tallies = new Map<string, FieldTally>();
  const every = emptyFieldTally();
  for (const { comparison } of documents) {
    for (const [field, counts] of comparison.fields) {
      const tally = tallies.get(field) ?? emptyFieldTally();
      tallies.set(field, tally);
      for (const measure of MEASURES) {
        addTally(tally[measure], counts[measure]);
        if (!isWhole(field)) addTally(every[measure], counts[measure]);
      }
    }
  }
  tallies.set(EVERY_FIELD, every);
  return Object.fromEntries(
    [...tallies].flatMap(([field, tally]) => {
      const strict = scoreOf(tally.strict);
      const soft = scoreOf(tally.soft);
      const numeric = scoreOf(tally.numeric);
      return strict === null || soft === null || numeric === null ? [] : [[field, { strict, soft, numeric }]];
    }),
  );
}
