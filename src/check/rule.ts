import type { PlanUnderCheck } from '../plan/facts.ts';
import type { Finding, Severity } from '../plan/record.ts';
import type { Sketch } from './examples.ts';
import { formatNumber, type Language } from './format.ts';

export interface Words {
  vi: string;
  en: string;
}

/** What stands in a template's `{name}`: numbers are written as the language writes them, words chosen by it. */
export type TemplateValue = string | number | Words;

/** One fault as a rule reports it, before it is put into words. */
export interface Observation<Message extends string = string> {
  /** Which of the rule's templates says it. */
  message: Message;
  values?: Readonly<Record<string, TemplateValue>>;
  /** Which template says what may be the reason; it is added to the message. */
  because?: Message;
  /** JSON Pointers into the record; none where no fact is at fault. */
  at: readonly string[];
  expected?: number | string | null;
  actual?: number | string | null;
  /** Which template says what would put it right, filled from the same values. */
  suggestion?: Message;
  /** Where it is not the rule's own. */
  severity?: Severity;
}

export type Report<Message extends string = string> = (observation: Observation<Message>) => void;

export interface Example {
  /** English: what the plan has and why it is right or wrong. */
  name: string;
  plan: Sketch;
}

export interface InvalidExample extends Example {
  /** The findings' messages in Vietnamese. */
  findings: readonly string[];
}

/** One thing that is checked, with what documents and tests it. */
export interface Rule {
  /** Stable; also the file's name. */
  id: string;
  severity: Severity;
  /** What a finding of this rule says. */
  summary: Words;
  /** Why it matters, and what the rule leaves alone. */
  why: Words;
  /** What to do about a finding: where to look, and when to accept it. */
  settle: Words;
  /** Where it is laid down: an article of Nghị định 30/2020/NĐ-CP, or what else it rests on. */
  source: string;
  /** Templates with `{name}` for values. */
  messages: Readonly<Record<string, Words>>;
  examples: { valid: readonly Example[]; invalid: readonly InvalidExample[] };
  /** Reads the plan and reports; changes nothing, does no input or output and reads no clock. */
  check(plan: PlanUnderCheck, report: Report): void;
}

interface Definition<Message extends string> extends Omit<Rule, 'messages' | 'check'> {
  messages: Readonly<Record<Message, Words>>;
  check(plan: PlanUnderCheck, report: Report<Message>): void;
}

/** A rule whose reports can name only its own templates. */
export function defineRule<Message extends string>(rule: Definition<Message>): Rule {
  return rule;
}

/** What one rule finds in a plan, in the order it reports. */
export function runRule(rule: Rule, plan: PlanUnderCheck, lang: Language): Finding[] {
  const findings: Finding[] = [];
  rule.check(plan, (observation) => {
    const say = (name: string): string => {
      const template = rule.messages[name];
      if (template === undefined) throw new Error(`${rule.id} has no message ${name}`);
      return fill(template[lang], observation.values ?? {}, lang);
    };
    findings.push({
      rule: rule.id,
      severity: observation.severity ?? rule.severity,
      message: [observation.message, ...(observation.because === undefined ? [] : [observation.because])]
        .map(say)
        .join('; '),
      at: [...observation.at],
      expected: observation.expected ?? null,
      actual: observation.actual ?? null,
      suggestion: observation.suggestion === undefined ? null : say(observation.suggestion),
    });
  });
  return findings;
}

/** A template with its values put in. */
export function fill(
  template: string,
  values: Readonly<Record<string, TemplateValue>>,
  lang: Language,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in "${template}"`);
    if (typeof value === 'number') return formatNumber(value, lang);
    return typeof value === 'string' ? value : value[lang];
  });
}
