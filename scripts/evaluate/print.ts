import type { EvaluatedDocument } from './documents.ts';
import { type Change, difference, EVERY_FIELD, type Scores } from './scores.ts';
import type { Value } from './tally.ts';

/** Columns for single documents fit up to this many. */
const MOST_DOCUMENTS = 8;

/** Scores as a table: a row a field, with precision, recall and F1 over all documents and the F1 in each. */
export function scoreTable({ all, documents }: Scores): string {
  const names = Object.keys(documents).slice(0, MOST_DOCUMENTS);
  const labels = names.map((name) => name.split('/').at(-1)?.slice(0, 10) ?? name);
  const rows = [
    ['field', 'precision', 'recall', 'F1', 'soft F1', ...labels],
    ...Object.entries(all).map(([field, { strict, soft }]) => [
      field,
      percent(strict.precision),
      percent(strict.recall),
      percent(strict.f1),
      soft.f1 === strict.f1 ? '' : percent(soft.f1),
      ...names.map((name) => percent(documents[name]?.[field]?.strict.f1)),
    ]),
  ];
  const [heading = [], ...body] = rows;
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  const last = body.findIndex(([field]) => field === EVERY_FIELD);
  return [
    line(heading),
    rule,
    ...body.filter((_, index) => index !== last).map(line),
    rule,
    ...body.filter((_, index) => index === last).map(line),
  ].join('\n');
}

/** The committed scores as a page of the documentation. */
export function accuracyPage(scores: Scores): string {
  return [
    '<!-- Written by `npm run eval -- --write`. -->',
    '',
    '# Accuracy',
    '',
    'What `npm run eval` prints for the corpus and the invented plans; [what the columns mean](evaluation.md).',
    'The last columns are the F1 of single documents: of the corpus and of `test/fixtures/invented`. These are development sets; for what plans score at first sight see [evaluation](evaluation.md).',
    '',
    '```text',
    scoreTable(scores),
    '```',
    '',
  ].join('\n');
}

/** Every value that is missing, too much or wrong, document by document. */
export function differenceList(documents: readonly EvaluatedDocument[]): string {
  const lines: string[] = [];
  for (const { name, comparison, failure } of documents) {
    lines.push(name + (failure === null ? '' : ` gave no record: ${failure}`));
    for (const { field, entry, kind, expected, actual } of comparison.differences) {
      lines.push(`  ${kind.padEnd(7)} ${field}${entry === '' ? '' : ` [${entry}]`}`);
      const [gold, got] = kind === 'wrong' ? whereApart(expected, actual) : [expected, actual];
      if (kind !== 'extra') lines.push(`            gold ${shown(gold)}`);
      if (kind !== 'missing') lines.push(`             got ${shown(got)}`);
    }
    if (comparison.differences.length === 0 && failure === null) lines.push('  no differences');
  }
  return lines.join('\n');
}

/** Gains and losses, losses first. */
export function changeList(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No gains or losses against the committed scores.';
  const losses = changes.filter((change) => difference(change) < 0).length;
  return [
    `Against the committed scores: ${losses} losses, ${changes.length - losses} gains.`,
    ...changes.map((change) => {
      const sign = difference(change) < 0 ? '-' : '+';
      return `  ${sign} ${change.document ?? 'all'} ${change.field}: ${percent(change.before)} -> ${percent(change.now)}`;
    }),
  ].join('\n');
}

/** Around what differs in two long texts, so much is shown of what does not. */
const CONTEXT = 30;

/** Two values, long texts cut to the part in which they differ. */
function whereApart(a: Value, b: Value): [Value, Value] {
  if (typeof a !== 'string' || typeof b !== 'string') return [a, b];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const from = start <= 2 * CONTEXT ? 0 : start - CONTEXT;
  const left = end <= 2 * CONTEXT ? 0 : end - CONTEXT;
  const cut = (text: string): string =>
    `${from > 0 ? '…' : ''}${text.slice(from, text.length - left)}${left > 0 ? '…' : ''}`;
  return [cut(a), cut(b)];
}

function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : (100 * value).toFixed(1);
}

function shown(value: Value): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
