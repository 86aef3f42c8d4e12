import { z } from 'zod';
import type { Finding } from '../plan/record.ts';
import { Severity } from '../plan/record.ts';
import { rules } from './rules.ts';
import { storeRules } from './store-rules.ts';

/** Ids of all rules, those across plans last. */
export const ruleIds: readonly string[] = [...rules, ...storeRules].map(({ id }) => id);

/** For each rule that is not to be as it comes: the severity of its findings, or `off`. */
export const RuleSettings = z.partialRecord(z.enum(ruleIds), z.enum([...Severity.options, 'off']));
export type RuleSettings = z.infer<typeof RuleSettings>;

/** The findings as the settings want them: those of rules that are off are left out. */
export function withSettings(findings: readonly Finding[], settings: RuleSettings): Finding[] {
  return findings.flatMap((finding) => {
    const setting = settings[finding.rule];
    if (setting === 'off') return [];
    return [setting === undefined ? finding : { ...finding, severity: setting }];
  });
}
