import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoredExample } from '../../src/check/store-rule.ts';
import { checkShelf, storeRules } from '../../src/check/store-rules.ts';
import { PlanRecord, type Target } from '../../src/plan/record.ts';
import { openStore } from '../../src/store/store.ts';
import { folderWith } from '../batch/folder.ts';
import { inventedRecord } from '../report/invented.ts';

const TARGET: Target = {
  indicator: null,
  label: '',
  group: null,
  measure: 'count',
  change: null,
  relation: '=',
  value: null,
  unit: 'người',
  of: null,
  reference: null,
  due: null,
  place: null,
  from: null,
};

/** The record that an example stands for. */
function recordOf(
  { id, number, title, issuer, issuedOn, targets = [] }: StoredExample,
  index: number,
): PlanRecord {
  const { source } = inventedRecord();
  return PlanRecord.parse({
    ...inventedRecord({ tables: [], citations: [], agencies: [], deadlines: [], findings: [], evidence: {} }),
    id,
    source: { ...source, path: `${id}.txt`, sha256: String(index).padStart(64, '0') },
    number: number ?? null,
    title: title ?? null,
    issuer: issuer === undefined ? null : { kind: 'peoples-committee', ...issuer },
    issuedOn: issuedOn ?? null,
    targets: targets.map((target) => ({ ...TARGET, label: target.indicator, ...target })),
  });
}

async function foundIn(plans: readonly StoredExample[], lang: 'vi' | 'en' = 'vi') {
  const store = await openStore(join(folderWith({}), 'plans.sqlite'));
  try {
    for (const [index, plan] of plans.entries()) await store.save(recordOf(plan, index), plan.text ?? '');
    return await checkShelf(store.shelf(), lang);
  } finally {
    await store.close();
  }
}

describe.each(storeRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.valid.map((example) => [example.name, example] as const))(
    'accepts: %s',
    async (_, { plans }) => {
      expect((await foundIn(plans)).filter((finding) => finding.rule === id)).toEqual([]);
    },
  );

  it.each(rule.examples.invalid.map((example) => [example.name, example] as const))(
    'reports: %s',
    async (_, { plans, findings }) => {
      const found = (await foundIn(plans)).filter((finding) => finding.rule === id);
      expect(found.map(({ message }) => message)).toEqual(findings);
      expect(await foundIn(plans, 'en')).toHaveLength((await foundIn(plans)).length);
      for (const { planId, others } of found) expect(others).not.toContain(planId);
    },
  );

  it('says the same in both languages', () => {
    const names = (template: string): Set<string> => new Set(template.match(/\{\w+\}/g));
    for (const { vi, en } of Object.values(rule.messages)) expect(names(en)).toEqual(names(vi));
  });
});

it('the index holds every rule file once, under the file’s name', () => {
  const files = readdirSync(new URL('../../src/check/store-rules', import.meta.url));
  expect(storeRules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});
