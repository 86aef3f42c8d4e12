import type { Rule } from '../../src/check/rule.ts';
import type { StoreRule } from '../../src/check/store-rule.ts';

/** Longest line that an example's object may fill. */
const WIDTH = 100;

/** The table of all rules, with a link to each one's page. */
export function ruleTable(rules: readonly (Rule | StoreRule)[]): string {
  const rows = rules.map(
    ({ id, severity, summary }) =>
      `| [${id}](rules/${id}.md) | ${severity} | ${cell(summary.en)} | ${cell(summary.vi)} |`,
  );
  return `${[
    GENERATED,
    '',
    '# Rules',
    '',
    'What `kehoach check` looks for. A finding names its rule, points to the values it is about (`at`, JSON Pointers into the record) and says',
    'what was expected and what is there; it never changes a value. The examples on a rule’s page are its tests.',
    'The last three look at all stored plans (`kehoach check` without paths).',
    '',
    '| rule | severity | says | báo khi |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}

/** One rule’s page: what it says, why, and how to settle it, its messages, and the examples that test it. */
export function rulePage(rule: Rule | StoreRule): string {
  const { id, severity, summary, why, settle, source, messages, examples } = rule;
  return `${[
    GENERATED,
    '',
    `# ${id}`,
    '',
    `${summary.en}. Severity: ${severity}.`,
    '',
    `_${summary.vi}._`,
    '',
    '## Why',
    '',
    why.en,
    '',
    `_${why.vi}_`,
    '',
    '## How to settle it',
    '',
    settle.en,
    '',
    `_${settle.vi}_`,
    '',
    `Source: ${source}.`,
    '',
    '## Messages',
    '',
    ...Object.values(messages).flatMap(({ vi, en }) => [`- ${vi}`, `  (${en})`]),
    '',
    '## Reported',
    '',
    ...examples.invalid.flatMap((example) => [
      ...shown(example),
      ...example.findings.map((message) => `- ${message}`),
      '',
    ]),
    '## Not reported',
    '',
    ...examples.valid.flatMap(shown),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

const GENERATED = '<!-- Written by `npm run generate` from src/check/rules; change it there. -->';

function shown(example: { name: string } & ({ plan: unknown } | { plans: unknown })): string[] {
  const content = 'plan' in example ? example.plan : example.plans;
  return [`${example.name}:`, '', '```json', compact(content, ''), '```', ''];
}

/** JSON with every object and list that fits a line on one line. */
function compact(value: unknown, indent: string): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (value === null || typeof value !== 'object' || indent.length + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + compact(item, inner)).join(',\n')}\n${indent}]`;
  }
  const fields = Object.entries(value).map(
    ([key, field]) => `${inner}${JSON.stringify(key)}: ${compact(field, inner)}`,
  );
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

function cell(words: string): string {
  return words.replaceAll('|', '\\|');
}
