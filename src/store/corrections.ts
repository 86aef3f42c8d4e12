import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type AppliedCorrection, type Correction, correctedRecord } from '../plan/corrections.ts';
import { Box, type PlanRecord } from '../plan/record.ts';
import type { CorrectionRow, Tables } from './tables.ts';

/** A correction before it has a number. */
export type NewCorrection = Omit<Correction, 'id'>;

/** Everything that was ever corrected in a document. */
export interface CorrectionLog {
  /** Oldest first; `undone` names who took it back. */
  entries: (Correction & { undone: { id: number; by: string; at: string } | null })[];
  /** The number of the last entry, 0 where there is none. */
  revision: number;
}

const Anchor = z.object({ page: z.number(), start: z.number(), quote: z.string(), boxes: z.array(Box) });
const Mark = z.object({ page: z.number(), box: Box });

/** What was corrected in the document with these bytes. */
export async function correctionLog(db: Kysely<Tables>, sha256: string): Promise<CorrectionLog> {
  const rows = await db
    .selectFrom('corrections')
    .selectAll()
    .where('source_sha256', '=', sha256)
    .orderBy('id')
    .execute();
  const undone = new Map(rows.flatMap((row) => (row.undoes === null ? [] : [[row.undoes, row] as const])));
  return {
    entries: rows
      .filter(({ undoes }) => undoes === null)
      .map((row) => {
        const by = undone.get(row.id);
        return {
          ...toCorrection(row),
          undone: by === undefined ? null : { id: by.id, by: by.reviewer, at: by.made_at },
        };
      }),
    revision: rows.at(-1)?.id ?? 0,
  };
}

/** The corrections that hold: of each value the last that was not taken back. */
export function standing({ entries }: CorrectionLog): Correction[] {
  const last = new Map<string, Correction>();
  for (const { undone, ...entry } of entries) {
    if (undone === null) last.set(entry.pointer, entry);
  }
  return [...last.values()].sort((a, b) => a.id - b.id);
}

/** What stands of a plan: what was read, and in its place what people corrected. */
export interface StandingPlan {
  record: PlanRecord;
  /** The corrections in it that differ from what was read. */
  corrected: AppliedCorrection[];
  /** Number of the last entry of the document's log, 0 where there is none. */
  revision: number;
}

/** What stands of a record that was read. */
export async function standingPlan(db: Kysely<Tables>, read: PlanRecord): Promise<StandingPlan> {
  const log = await correctionLog(db, read.source.sha256);
  const { record, applied } = correctedRecord(read, standing(log));
  const corrected = applied.filter(({ state }) => state === 'held' || state === 'moved');
  return { record, corrected, revision: log.revision };
}

/** Those of some documents, by their hashes, in which anything was ever corrected. */
export async function correctedDocuments(
  db: Kysely<Tables>,
  sha256s: readonly string[],
): Promise<Set<string>> {
  if (sha256s.length === 0) return new Set();
  const rows = await db
    .selectFrom('corrections')
    .select('source_sha256')
    .distinct()
    .where('source_sha256', 'in', sha256s)
    .execute();
  return new Set(rows.map(({ source_sha256 }) => source_sha256));
}

/** Notes a correction and those that follow from it; the caller holds the transaction. Gives its number. */
export async function addCorrection(
  db: Kysely<Tables>,
  sha256: string,
  correction: NewCorrection,
  following: readonly NewCorrection[] = [],
): Promise<number> {
  const id = await nextId(db);
  const rows = [
    toRow(id, sha256, correction),
    ...following.map((each, index) => toRow(id + 1 + index, sha256, { ...each, partOf: id })),
  ];
  await db.insertInto('corrections').values(rows).execute();
  return id;
}

/** Takes a correction back, with those that follow from it; the caller holds the transaction. */
export async function undoCorrection(
  db: Kysely<Tables>,
  sha256: string,
  id: number,
  { by, at }: { by: string; at: string },
): Promise<void> {
  const { entries } = await correctionLog(db, sha256);
  const taken = entries.filter((entry) => entry.undone === null && (entry.id === id || entry.partOf === id));
  if (taken.length === 0) return;
  const first = await nextId(db);
  await db
    .insertInto('corrections')
    .values(
      taken.map((entry, index) => ({
        ...toRow(first + index, sha256, { ...entry, by, at }),
        value: null,
        undoes: entry.id,
      })),
    )
    .execute();
}

/** Numbers run on over all documents, so that the log has one order. */
async function nextId(db: Kysely<Tables>): Promise<number> {
  const { last } = await db
    .selectFrom('corrections')
    .select((of) => of.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

function toRow(id: number, sha256: string, correction: NewCorrection): CorrectionRow {
  const { pointer, value, former, evidence, marked, partOf, by, at } = correction;
  return {
    id,
    source_sha256: sha256,
    pointer,
    value: JSON.stringify(value),
    former: JSON.stringify(former ?? null),
    evidence: evidence === null ? null : JSON.stringify(evidence),
    marked: marked === null ? null : JSON.stringify(marked),
    undoes: null,
    part_of: partOf,
    reviewer: by,
    made_at: at,
  };
}

function toCorrection(row: CorrectionRow): Correction {
  const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json));
  return {
    id: row.id,
    pointer: row.pointer,
    value: parsed(row.value),
    former: parsed(row.former),
    evidence: row.evidence === null ? null : Anchor.parse(parsed(row.evidence)),
    marked: row.marked === null ? null : Mark.parse(parsed(row.marked)),
    partOf: row.part_of,
    by: row.reviewer,
    at: row.made_at,
  };
}
