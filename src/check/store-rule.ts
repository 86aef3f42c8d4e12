import type { Finding, Severity } from '../plan/record.ts';
import type { Shelf } from '../plan/shelf.ts';
import type { Language } from './format.ts';
import { fill, type TemplateValue, type Words } from './rule.ts';

/** A finding about several stored plans: it is told of one, and names the others. */
export interface StoreFinding extends Finding {
  planId: string;
  others: string[];
}

/** One fault across plans as a rule reports it. */
interface StoreObservation<Message extends string = string> {
  message: Message;
  values?: Readonly<Record<string, TemplateValue>>;
  planId: string;
  others: readonly string[];
  /** JSON Pointers into the record of the plan it is told of. */
  at: readonly string[];
  expected?: number | string | null;
  actual?: number | string | null;
}

/** A plan of an example: what of it matters to the rule. */
export interface StoredExample {
  id: string;
  number?: string;
  title?: string;
  issuer?: {
    name: string;
    level: 'province' | 'district' | 'commune';
    place: { name: string; code: string };
  };
  issuedOn?: string;
  text?: string;
  targets?: { indicator: string; value: number; due: string; place?: { name: string; code: string } }[];
}

/** One thing that is checked across all stored plans, with what documents and tests it. */
export interface StoreRule {
  id: string;
  severity: Severity;
  summary: Words;
  why: Words;
  settle: Words;
  source: string;
  messages: Readonly<Record<string, Words>>;
  examples: {
    valid: readonly { name: string; plans: readonly StoredExample[] }[];
    invalid: readonly { name: string; plans: readonly StoredExample[]; findings: readonly string[] }[];
  };
  /** Reads the plans and reports; changes nothing, and keeps no more of them than what may be at fault. */
  check(shelf: Shelf, report: (observation: StoreObservation) => void): Promise<void>;
}

interface Definition<Message extends string> extends Omit<StoreRule, 'messages' | 'check'> {
  messages: Readonly<Record<Message, Words>>;
  check(shelf: Shelf, report: (observation: StoreObservation<Message>) => void): Promise<void>;
}

/** A rule whose reports can name only its own templates. */
export function defineStoreRule<Message extends string>(rule: Definition<Message>): StoreRule {
  return rule;
}

/** What one rule finds in the stored plans, in the order it reports. */
export async function runStoreRule(rule: StoreRule, shelf: Shelf, lang: Language): Promise<StoreFinding[]> {
  const findings: StoreFinding[] = [];
  await rule.check(shelf, ({ message, values, planId, others, at, expected, actual }) => {
    const template = rule.messages[message];
    if (template === undefined) throw new Error(`${rule.id} has no message ${message}`);
    findings.push({
      rule: rule.id,
      severity: rule.severity,
      message: fill(template[lang], values ?? {}, lang),
      at: [...at],
      expected: expected ?? null,
      actual: actual ?? null,
      suggestion: null,
      planId,
      others: [...others],
    });
  });
  return findings;
}
