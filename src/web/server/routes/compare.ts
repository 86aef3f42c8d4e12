import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Comparison } from '../../../compare/comparison.ts';
import { compareStored } from '../../../compare/stored.ts';
import { indicator as indicatorOf } from '../../../lexicon/indicators.ts';
import { TargetMeasure } from '../../../plan/record.ts';
import { comparisonCsv } from '../../../report/comparison/csv.ts';
import { indicatorsOf } from '../../../store/figures.ts';
import type { IndicatorsAnswer } from '../../api.ts';
import type { Desk } from '../desk.ts';

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const year = optional(z.coerce.number().int().min(1900).max(2200));

const Query = z.object({
  indicator: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(60),
  measure: optional(TargetMeasure),
  level: optional(z.enum(['province', 'district', 'commune'])),
  place: optional(z.string().max(100)),
  from: year,
  to: year,
});

/** One indicator over places and years, from all plans. */
export function compareRoutes(api: FastifyInstance, desk: Desk): void {
  api.get('/indicators', async (): Promise<IndicatorsAnswer> => {
    const ids = await desk.store.ask(indicatorsOf);
    return { indicators: ids.map((id) => ({ id, name: indicatorOf(id)?.name ?? id })) };
  });

  api.get(
    '/compare',
    async (request): Promise<Comparison> => compareStored(desk.store, Query.parse(request.query)),
  );

  api.get('/compare.csv', async (request, reply) => {
    const question = Query.parse(request.query);
    const comparison = await compareStored(desk.store, question);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="so-sanh-${question.indicator}.csv"`)
      .send(Readable.from(comparisonCsv(comparison)));
  });
}
