import type { PlanUnderCheck } from '../plan/facts.ts';
import type { Finding } from '../plan/record.ts';
import type { Language } from './format.ts';
import { runRule } from './rule.ts';
import { rules } from './rules.ts';

export interface CheckOptions {
  /** Language of messages and suggestions; Vietnamese unless told. */
  lang?: Language;
}

/**
 * What does not add up in a plan, rule by rule in the order of the rule index and within a rule in the order of the
 * document. Reads only; a rule that throws is a bug and throws here too.
 */
export function checkPlan(plan: PlanUnderCheck, options: CheckOptions = {}): Finding[] {
  const lang = options.lang ?? 'vi';
  return rules.flatMap((rule) => runRule(rule, plan, lang));
}
