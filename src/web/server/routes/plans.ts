import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { PlanRecord, Severity } from '../../../plan/record.ts';
import type { StoredDocument } from '../../../store/queries.ts';
import { type QueueFacets, queue, queueCounts, queueFacets } from '../../../store/queue.ts';
import type { ErrorAnswer, QueueAnswer } from '../../api.ts';
import type { Desk } from '../desk.ts';

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const QueueQuery = z.object({
  words: optional(z.string().max(200)),
  severity: optional(Severity),
  rule: optional(z.string().max(60)),
  status: optional(PlanRecord.shape.status),
  state: optional(z.enum(['open', 'checked'])),
  level: optional(z.string().max(20)),
  year: optional(z.coerce.number().int().min(1900).max(2200)),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

const FACETS_KEPT_MS = 3000;

const PlanParams = z.object({ id: PlanRecord.shape.id });
const PageParams = z.object({ id: PlanRecord.shape.id, page: z.coerce.number().int().positive() });

/** The queue, and the text and pages of a plan. */
export function planRoutes(api: FastifyInstance, desk: Desk): void {
  let facets: Promise<QueueFacets> | null = null;
  /** They take longer than the queue itself, and are much the same a moment later. */
  const facetsNow = (): Promise<QueueFacets> => {
    if (facets === null) {
      facets = desk.store.ask(queueFacets);
      setTimeout(() => {
        facets = null;
      }, FACETS_KEPT_MS).unref();
    }
    return facets;
  };

  api.get('/plans', async (request): Promise<QueueAnswer> => {
    const filter = QueueQuery.parse(request.query);
    const found = await desk.store.ask((db) => queue(db, filter));
    return { ...found, counts: await desk.store.ask(queueCounts), facets: await facetsNow() };
  });

  api.get('/plans/:id/text', async (request, reply) => {
    const { id } = PlanParams.parse(request.params);
    const stored: StoredDocument | null = await desk.store.get(id);
    if (stored === null) return noSuchPlan(reply);
    return reply.type('text/plain; charset=utf-8').send(stored.text);
  });

  api.get('/plans/:id/pages/:page', async (request, reply) => {
    const { id, page } = PageParams.parse(request.params);
    const stored = await desk.store.get(id);
    if (stored === null) return noSuchPlan(reply);
    const picture = await desk.images.page(stored.record.source, page);
    if (picture === null) return reply.code(404).send({ error: 'no-such-page' } satisfies ErrorAnswer);
    return reply.type('image/webp').header('cache-control', 'private, max-age=3600').send(picture);
  });
}

function noSuchPlan(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: 'no-such-plan' } satisfies ErrorAnswer);
}
