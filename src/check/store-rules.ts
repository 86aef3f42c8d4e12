import type { Shelf } from '../plan/shelf.ts';
import type { Language } from './format.ts';
import { runStoreRule, type StoreFinding, type StoreRule } from './store-rule.ts';
import duplicatePlan from './store-rules/duplicate-plan.ts';
import planConflict from './store-rules/plan-conflict.ts';
import territorySum from './store-rules/territory-sum.ts';

/** Every rule that looks at more than one plan, in the order in which findings are listed. */
export const storeRules: readonly StoreRule[] = [duplicatePlan, planConflict, territorySum];

/** What does not fit together across the stored plans. Reads only. */
export async function checkShelf(shelf: Shelf, lang: Language = 'vi'): Promise<StoreFinding[]> {
  const findings: StoreFinding[] = [];
  for (const rule of storeRules) findings.push(...(await runStoreRule(rule, shelf, lang)));
  return findings;
}
