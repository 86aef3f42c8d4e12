import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../src/check/examples.ts';
import { runRule } from '../../src/check/rule.ts';
import { rules } from '../../src/check/rules.ts';
import { storeRules } from '../../src/check/store-rules.ts';
import { valueAt } from '../../src/plan/pointer.ts';
import { Finding, PlanFacts } from '../../src/plan/record.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.valid.map((example) => [example.name, example] as const))(
    'accepts: %s',
    (_, { plan }) => {
      expect(runRule(rule, planOf(plan), 'vi').map(({ message }) => message)).toEqual([]);
    },
  );

  it.each(rule.examples.invalid.map((example) => [example.name, example] as const))(
    'reports: %s',
    (_, { plan, findings }) => {
      const subject = planOf(plan);
      const found = runRule(rule, subject, 'vi');
      expect(found.map(({ message }) => message)).toEqual(findings);
      for (const finding of found) {
        Finding.parse(finding);
        for (const pointer of finding.at) expect(valueAt(subject.facts, pointer), pointer).toBeDefined();
      }
      expect(runRule(rule, subject, 'en')).toHaveLength(found.length);
    },
  );

  it('has examples of both kinds that are proper facts', () => {
    expect(rule.examples.valid.length).toBeGreaterThan(0);
    expect(rule.examples.invalid.length).toBeGreaterThan(0);
    for (const { plan } of [...rule.examples.valid, ...rule.examples.invalid])
      PlanFacts.parse(planOf(plan).facts);
  });

  it('says the same in both languages', () => {
    const names = (template: string): Set<string> => new Set(template.match(/\{\w+\}/g));
    for (const { vi, en } of Object.values(rule.messages)) expect(names(en)).toEqual(names(vi));
  });
});

describe('the index', () => {
  it('holds every rule file once, under the file’s name', () => {
    const files = readdirSync(new URL('../../src/check/rules', import.meta.url));
    expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it('has a page for every rule and no other', () => {
    const pages = readdirSync(new URL('../../docs/rules', import.meta.url));
    expect(pages.sort()).toEqual([...rules, ...storeRules].map(({ id }) => `${id}.md`).sort());
  });
});
