import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkPlan } from '../../src/check/check.ts';
import { planOf } from '../../src/check/examples.ts';
import { Finding, PlanFacts } from '../../src/plan/record.ts';

const Gold = z.object({ ...PlanFacts.shape, findings: z.array(Finding) });

/** Rules that look at the text or the outline, which gold does not hold. */
const OF_TEXT = new Set(['annex-missing', 'numbering-gap', 'numbering-duplicate']);

const corpus = new URL('../../corpus/', import.meta.url);
const documents = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('the facts that a person read from a real plan', () => {
  it.each(documents.map(({ name }) => [name]))(
    '%s: give the findings that a person saw, and no others',
    (name) => {
      const { findings, ...facts } = Gold.parse(
        JSON.parse(readFileSync(new URL(`${name}/gold.json`, corpus), 'utf8')),
      );
      const found = checkPlan({ ...planOf({}), facts });
      const listed = (list: Finding[]) =>
        list.filter(({ rule }) => !OF_TEXT.has(rule)).map(({ rule, at }) => `${rule} ${at.join(' ')}`);
      expect(listed(found).sort()).toEqual(listed(findings).sort());
    },
  );
});
