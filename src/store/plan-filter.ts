import { type SelectQueryBuilder, sql } from 'kysely';
import type { PlanRecord, Severity } from '../plan/record.ts';
import type { Tables } from './tables.ts';

/** Which plans are meant; what is left out does not matter. */
export interface PlanFilter {
  status?: PlanRecord['status'] | undefined;
  level?: string | undefined;
  /** Name or code of the issuer's place. */
  place?: string | undefined;
  /** A year that the plan's period touches, or in which it was issued where it names no period. */
  year?: number | undefined;
  /** Plans with a target on this indicator. */
  indicator?: string | undefined;
  /** Plans that cite this number. */
  cites?: string | undefined;
  /** Plans with a finding of this rule; with `severity`, one that is both. */
  rule?: string | undefined;
  /** Plans with a finding of this severity. */
  severity?: Severity | undefined;
}

/** The same query of plans for those alone that fit. */
export function fitting<O>(
  query: SelectQueryBuilder<Tables, 'plans', O>,
  { status, level, place, year, indicator, cites, rule, severity }: PlanFilter,
): SelectQueryBuilder<Tables, 'plans', O> {
  let plans = query;
  if (status !== undefined) plans = plans.where('plans.status', '=', status);
  if (level !== undefined) plans = plans.where('plans.issuer_level', '=', level);
  if (place !== undefined) {
    plans = plans.where((is) =>
      is.or([is('plans.place_name', '=', place), is('plans.place_code', '=', place)]),
    );
  }
  if (year !== undefined) {
    plans = plans
      .where(sql<string>`coalesce(plans.period_first, plans.issued_first)`, '<=', `${year}-12-31`)
      .where(sql<string>`coalesce(plans.period_last, plans.issued_last)`, '>=', `${year}-01-01`);
  }
  if (indicator !== undefined) {
    plans = plans.where('plans.id', 'in', (from) =>
      from.selectFrom('targets').select('targets.plan_id').where('targets.indicator', '=', indicator),
    );
  }
  if (cites !== undefined) {
    plans = plans.where('plans.id', 'in', (from) =>
      from.selectFrom('citations').select('citations.plan_id').where('citations.number', '=', cites),
    );
  }
  if (rule !== undefined || severity !== undefined) {
    plans = plans.where('plans.id', 'in', (from) => {
      let findings = from.selectFrom('findings').select('findings.plan_id');
      if (severity !== undefined) findings = findings.where('findings.severity', '=', severity);
      if (rule !== undefined) findings = findings.where('findings.rule', '=', rule);
      return findings;
    });
  }
  return plans;
}
