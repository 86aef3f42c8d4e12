import type { Severity } from '../plan/record.ts';
import type { Language } from './messages/messages.ts';
import { type Style, severityLabel } from './style.ts';

type Both = Readonly<Record<Language, string>>;

/** What a person is told of a rule. */
export interface ExplainedRule {
  id: string;
  severity: Severity;
  summary: Both;
  why: Both;
  settle: Both;
  source: string;
  examples: {
    valid: readonly { name: string }[];
    invalid: readonly { name: string; findings: readonly string[] }[];
  };
}

/** Lines of running text are broken at so many columns where the terminal has no width. */
const WIDTH = 100;

/** A rule's page for a terminal: what it says, why it matters, how to settle a finding, and examples. */
export function rulePage(rule: ExplainedRule, lang: Language, style: Style): string {
  const { m, c } = style;
  const part = (title: string, lines: readonly string[]): string[] => ['', c.bold(title), ...lines];
  return `${[
    `${c.bold(rule.id)}  ${severityLabel(rule.severity, style).trim()}`,
    ...wrapped(`${rule.summary[lang]}.`, style),
    ...part(m.explain.why, wrapped(rule.why[lang], style)),
    ...part(m.explain.settle, wrapped(rule.settle[lang], style)),
    ...part(
      m.explain.reported,
      // The examples are invented plans in Vietnamese, each named in English.
      rule.examples.invalid.flatMap(({ name, findings }) => [
        ...(lang === 'en' ? [`  ${name}:`] : []),
        ...findings.map((finding) => `  - ${finding}`),
      ]),
    ),
    ...(lang === 'en'
      ? part(
          m.explain.notReported,
          rule.examples.valid.map(({ name }) => `  - ${name}`),
        )
      : []),
    ...part(m.explain.source, wrapped(rule.source, style)),
  ].join('\n')}\n`;
}

function wrapped(words: string, { width }: Style): string[] {
  const widest = Math.min(width, WIDTH) - 2;
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > widest) {
      lines.push(`  ${line}`);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, `  ${line}`];
}
