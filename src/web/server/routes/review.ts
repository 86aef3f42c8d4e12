import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { anchorOf, correctedRecord, evidenceAt, withValue } from '../../../plan/corrections.ts';
import { findingKey } from '../../../plan/finding-key.ts';
import { valueAt } from '../../../plan/pointer.ts';
import { Box, PlanFacts, PlanRecord } from '../../../plan/record.ts';
import { auditOf, note } from '../../../store/audit.ts';
import {
  addCorrection,
  correctionLog,
  type NewCorrection,
  standing,
  undoCorrection,
} from '../../../store/corrections.ts';
import { holdCorrections } from '../../../store/hold-corrections.ts';
import { saveReview } from '../../../store/reviews.ts';
import type { ConflictAnswer, ErrorAnswer, PlanAnswer } from '../../api.ts';
import type { Desk } from '../desk.ts';
import { type PlanOnDesk, parseEtag, planAnswer, planOnDesk } from '../plan-answer.ts';

const PlanParams = z.object({ id: PlanRecord.shape.id });
const Correct = z.strictObject({
  pointer: z
    .string()
    .max(300)
    .regex(
      /^\/(type|number|issuer|issuedOn|issuedAt|title|period|signer|recipients|citations|targets|tables|agencies|deadlines)(\/|$)/,
    ),
  value: z.json(),
  marked: z.strictObject({ page: z.int().positive(), box: Box }).nullable().default(null),
});
const Undo = z.strictObject({ correction: z.int().positive() });
const Accept = z.strictObject({ finding: z.int().nonnegative(), reason: z.string().trim().min(1).max(1000) });
const Unaccept = z.strictObject({ finding: z.int().nonnegative() });
const Review = z.strictObject({ checked: z.boolean() });

const CELL = /^\/tables\/(\d+)\/rows\/(\d+)\/cells\/(\d+)$/;

type Answer = PlanAnswer | ConflictAnswer | ErrorAnswer;

/** What reviewers do to a plan. Every change carries the ETag of what its author saw. */
export function reviewRoutes(api: FastifyInstance, desk: Desk): void {
  const refuse = (reply: FastifyReply, status: number, error: string, detail?: string): ErrorAnswer => {
    void reply.code(status);
    return detail === undefined ? { error } : { error, detail };
  };

  /** Answers with the plan as it is now. */
  const now = async (request: FastifyRequest, reply: FastifyReply, id: string): Promise<Answer> => {
    const plan = await planOnDesk(desk, id);
    if (plan === null) return refuse(reply, 404, 'no-such-plan');
    void reply.header('etag', plan.etag);
    return planAnswer(desk, plan, nameOf(request));
  };

  api.get('/plans/:id', async (request, reply) => now(request, reply, PlanParams.parse(request.params).id));

  api.post('/plans/:id/corrections', async (request, reply): Promise<Answer> => {
    const { id } = PlanParams.parse(request.params);
    const { pointer, value, marked } = Correct.parse(request.body);
    const plan = await planOnDesk(desk, id);
    if (plan === null) return refuse(reply, 404, 'no-such-plan');
    const seen = parseEtag(request.headers['if-match'] ?? '');
    if (seen === null) return refuse(reply, 428, 'if-match-missing');
    if (seen.reading !== parseEtag(plan.etag)?.reading) return refuse(reply, 412, 'read-anew');
    const { record } = plan.stored;
    const { sha256 } = record.source;
    if (withValue(record, pointer, value) === null) return refuse(reply, 422, 'not-valid', pointer);
    if (valueAt(withValue(record, pointer, value), pointer) === undefined) {
      return refuse(reply, 422, 'no-such-value', pointer);
    }
    const made = { by: nameOf(request), at: new Date().toISOString() };
    const conflict = await desk.store.change(async (db): Promise<ConflictAnswer | null> => {
      // What was seen is compared with what is there while nobody else can write.
      const log = await correctionLog(db, sha256);
      const changed = log.entries.some(
        (entry) =>
          isAbout(entry.pointer, pointer) && Math.max(entry.id, entry.undone?.id ?? 0) > seen.revision,
      );
      if (changed) {
        const theirs = standing(log).findLast((entry) => isAbout(entry.pointer, pointer));
        return {
          error: 'conflict',
          theirs: theirs === undefined ? null : { value: theirs.value, by: theirs.by, at: theirs.at },
          mine: value,
        };
      }
      const correction = {
        pointer,
        value,
        former: valueAt(record, pointer),
        evidence: anchorOf(evidenceAt(record, pointer)),
        marked,
        partOf: null,
        ...made,
      };
      await addCorrection(db, sha256, correction, following(record, correction));
      await holdCorrections(db, sha256);
      const detail = JSON.stringify({ pointer, value });
      await note(db, { at: made.at, account: made.by, action: 'correct', subject: id, detail });
      return null;
    });
    if (conflict !== null) {
      void reply.code(409);
      return conflict;
    }
    return now(request, reply, id);
  });

  api.post('/plans/:id/undo', async (request, reply): Promise<Answer> => {
    const { id } = PlanParams.parse(request.params);
    const { correction } = Undo.parse(request.body);
    const plan = await planOnDesk(desk, id);
    if (plan === null) return refuse(reply, 404, 'no-such-plan');
    const entry = plan.log.entries.find((each) => each.id === correction && each.undone === null);
    if (entry === undefined) return refuse(reply, 404, 'no-such-correction');
    const made = { by: nameOf(request), at: new Date().toISOString() };
    await desk.store.change(async (db) => {
      await undoCorrection(db, plan.stored.record.source.sha256, correction, made);
      await holdCorrections(db, plan.stored.record.source.sha256);
      await note(db, { at: made.at, account: made.by, action: 'undo', subject: id, detail: entry.pointer });
    });
    return now(request, reply, id);
  });

  api.post('/plans/:id/accepted', async (request, reply): Promise<Answer> => {
    const { id } = PlanParams.parse(request.params);
    const { finding: index, reason } = Accept.parse(request.body);
    const plan = await planOnDesk(desk, id);
    const finding = plan?.stored.record.findings[index];
    if (plan === null || finding === undefined) return refuse(reply, 404, 'no-such-finding');
    const of = planOf(plan);
    const key = findingKey(finding, plan.stored.record);
    const by = nameOf(request);
    const before = (await desk.store.acceptances(of)).find(
      (each) => each.rule === finding.rule && each.key === key,
    );
    if (before !== undefined && before.by !== by) {
      void reply.code(409);
      return {
        error: 'conflict',
        theirs: { value: before.reason, by: before.by, at: before.at },
        mine: reason,
      };
    }
    const at = new Date().toISOString();
    await desk.store.accept(of, { rule: finding.rule, key, message: finding.message, reason, by, at });
    const detail = `${finding.rule}: ${reason}`;
    await desk.store.change((db) => note(db, { at, account: by, action: 'accept', subject: id, detail }));
    return now(request, reply, id);
  });

  api.delete('/plans/:id/accepted', async (request, reply): Promise<Answer> => {
    const { id } = PlanParams.parse(request.params);
    const { finding: index } = Unaccept.parse(request.body);
    const plan = await planOnDesk(desk, id);
    const finding = plan?.stored.record.findings[index];
    if (plan === null || finding === undefined) return refuse(reply, 404, 'no-such-finding');
    const key = findingKey(finding, plan.stored.record);
    await desk.store.unaccept(planOf(plan), { rule: finding.rule, key });
    const entry = { at: new Date().toISOString(), account: nameOf(request), action: 'unaccept', subject: id };
    await desk.store.change((db) => note(db, { ...entry, detail: finding.rule }));
    return now(request, reply, id);
  });

  api.put('/plans/:id/review', async (request, reply): Promise<Answer> => {
    const { id } = PlanParams.parse(request.params);
    const { checked } = Review.parse(request.body);
    const plan = await planOnDesk(desk, id);
    if (plan === null) return refuse(reply, 404, 'no-such-plan');
    const made = { by: nameOf(request), at: new Date().toISOString() };
    await desk.store.change(async (db) => {
      await saveReview(db, plan.stored.record.source.sha256, checked ? made : null);
      const action = checked ? 'review' : 'unreview';
      await note(db, { at: made.at, account: made.by, action, subject: id, detail: null });
    });
    return now(request, reply, id);
  });

  // In the form of gold.json, so that it can stand beside its document as such.
  api.get('/plans/:id/corrected.json', async (request, reply) => {
    const { id } = PlanParams.parse(request.params);
    const plan = await planOnDesk(desk, id);
    if (plan === null) return refuse(reply, 404, 'no-such-plan');
    const { record } = correctedRecord(plan.stored.record, plan.corrections);
    const facts = PlanFacts.parse(
      Object.fromEntries(Object.keys(PlanFacts.shape).map((key) => [key, valueAt(record, `/${key}`)])),
    );
    void reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${id}.gold.json"`);
    return reply.send(`${JSON.stringify({ ...facts, findings: record.findings }, null, 2)}\n`);
  });

  api.get('/plans/:id/history', async (request) => {
    const { id } = PlanParams.parse(request.params);
    return { entries: await desk.store.ask((db) => auditOf(db, id)) };
  });
}

/** Corrections of targets that were read from a corrected cell and have its figure. */
function following(record: PlanRecord, { pointer, former, value, ...made }: NewCorrection): NewCorrection[] {
  const [, table, row, column] = CELL.exec(pointer) ?? [];
  const before = valueAt(former, '/value');
  const after = valueAt(value, '/value');
  if (table === undefined || typeof before !== 'number' || typeof after !== 'number' || before === after)
    return [];
  return record.targets.flatMap(({ from, value: figure }, index) => {
    const isOfCell =
      from?.table === Number(table) && from.row === Number(row) && from.column === Number(column);
    if (!isOfCell || figure !== before) return [];
    const at = `/targets/${index}/value`;
    return [
      { ...made, pointer: at, former: before, value: after, evidence: anchorOf(evidenceAt(record, at)) },
    ];
  });
}

/** Whether a change of one value is one of the other: the same, or a part of it. */
function isAbout(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}

function planOf({ stored: { record } }: PlanOnDesk): { id: string; sha256: string } {
  return { id: record.id, sha256: record.source.sha256 };
}

function nameOf({ account }: FastifyRequest): string {
  return account?.name ?? '';
}
