import { createHash } from 'node:crypto';
import { type Correction, correctedRecord } from '../../plan/corrections.ts';
import { findingKey } from '../../plan/finding-key.ts';
import type { PlanRecord } from '../../plan/record.ts';
import { type CorrectionLog, correctionLog, standing } from '../../store/corrections.ts';
import type { StoredDocument } from '../../store/queries.ts';
import { reviewOf } from '../../store/reviews.ts';
import type { PlanAnswer } from '../api.ts';
import type { Desk } from './desk.ts';
import { sumsOf } from './sums.ts';

/** A plan with everything that people did to it. */
export interface PlanOnDesk {
  stored: StoredDocument;
  log: CorrectionLog;
  corrections: Correction[];
  etag: string;
}

/** The plan with this id as it is now; null where there is none. */
export async function planOnDesk(desk: Desk, id: string): Promise<PlanOnDesk | null> {
  const stored = await desk.store.get(id);
  if (stored === null) return null;
  const log = await desk.store.ask((db) => correctionLog(db, stored.record.source.sha256));
  return { stored, log, corrections: standing(log), etag: etagOf(stored.record, log) };
}

/** What the desk shows of a plan to an account. */
export async function planAnswer(desk: Desk, plan: PlanOnDesk, account: string): Promise<PlanAnswer> {
  const read = plan.stored.record;
  const { record: corrected, applied } = correctedRecord(read, plan.corrections);
  const { evidence, ...record } = corrected;
  const mine = plan.log.entries.findLast(
    ({ by, undone, partOf }) => by === account && undone === null && partOf === null,
  );
  const acceptances = await desk.store.acceptances({ id: read.id, sha256: read.source.sha256 });
  return {
    etag: plan.etag,
    record,
    evidence,
    corrections: applied,
    undo: mine === undefined ? null : { id: mine.id, pointer: mine.pointer },
    accepted: read.findings.flatMap((found, finding) => {
      const key = findingKey(found, read);
      const acceptance = acceptances.find((each) => each.rule === found.rule && each.key === key);
      return acceptance === undefined ? [] : [{ ...acceptance, finding }];
    }),
    review: await desk.store.ask((db) => reviewOf(db, read.source.sha256)),
    sums: sumsOf(read, corrected),
    hasImages: await desk.images.has(record.source),
  };
}

/** The reading an ETag is of, and the number of the last correction it knows; null where it is none of this desk's. */
export function parseEtag(etag: string): { reading: string; revision: number } | null {
  const [, reading, revision] = /^"([0-9a-f]{16})-(\d+)"$/.exec(etag) ?? [];
  return reading === undefined ? null : { reading, revision: Number(revision) };
}

function etagOf(record: PlanRecord, { revision }: CorrectionLog): string {
  const reading = createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16);
  return `"${reading}-${revision}"`;
}
