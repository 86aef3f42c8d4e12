import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoredExample } from '../../src/check/store-rule.ts';
import { checkShelf, storeRules } from '../../src/check/store-rules.ts';
import { PlanRecord, type Target } from '../../src/plan/record.ts';
import { openStore } from '../../src/store/open.ts';
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

describe('many plans of one text', () => {
  const WORDS = Array.from(
    { length: 600 },
    (_, at) => `từ${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`,
  );
  const copy = (at: number, words: readonly string[]): StoredExample => ({
    id: `ban-${String(at).padStart(2, '0')}`,
    text: words.join(' '),
  });

  it('are one finding that names all of them, without comparing each with each', async () => {
    const exact = Array.from({ length: 30 }, (_, at) => copy(at, WORDS));
    const near = Array.from({ length: 30 }, (_, at) => copy(30 + at, WORDS.with(15 * at, 'chữ đọc sai')));
    const other = copy(60, WORDS.toReversed());
    const found = await foundIn([...exact, ...near, other]);
    expect(found.map(({ rule, planId, others }) => [rule, planId, others.length])).toEqual([
      ['duplicate-plan', 'ban-00', 59],
    ]);
  });

  it('and number conflict only with the first of them', async () => {
    const number = '5/KH-UBND';
    const issuer = {
      name: 'Ủy ban nhân dân xã Tân An',
      level: 'commune' as const,
      place: { name: 'Tân An', code: '27000' },
    };
    const named = (at: number, words: readonly string[]) => ({
      ...copy(at, words),
      number,
      issuer,
      issuedOn: '2024-03-05',
    });
    const found = await foundIn([
      ...[0, 1, 2].map((at) => named(at, WORDS)),
      ...[3, 4, 5].map((at) => named(at, WORDS.toReversed())),
    ]);
    expect(found.map(({ rule, planId, others }) => [rule, planId, ...others])).toEqual([
      ['duplicate-plan', 'ban-00', 'ban-01', 'ban-02'],
      ['duplicate-plan', 'ban-03', 'ban-04', 'ban-05'],
      ['plan-conflict', 'ban-03', 'ban-00'],
    ]);
  });
});

it('the index holds every rule file once, under the file’s name', () => {
  const files = readdirSync(new URL('../../src/check/store-rules', import.meta.url));
  expect(storeRules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});
