import { calibrationTable } from './calibration.ts';
import { type EvaluatedDocument, KINDS, type Kind } from './documents.ts';
import { type Change, difference, type KindScores, type Scores } from './scores.ts';
import type { Value } from './tally.ts';

/** Columns for single documents fit up to this many. */
const MOST_DOCUMENTS = 8;

/** Scores as a table: a row a field, with precision, recall and F1 over all documents and the F1 in each. */
export function scoreTable({ all, documents }: KindScores): string {
  const names = Object.keys(documents).slice(0, MOST_DOCUMENTS);
  const labels = names.map((name) => name.split('/').at(-1)?.slice(0, 10) ?? name);
  const rows = [
    ['field', 'precision', 'recall', 'F1', 'soft F1', 'figures F1', ...labels],
    ...Object.entries(all).map(([field, { strict, soft, numeric }]) => [
      field,
      percent(strict.precision),
      percent(strict.recall),
      percent(strict.f1),
      soft.f1 === strict.f1 ? '' : percent(soft.f1),
      numeric.f1 === strict.f1 ? '' : percent(numeric.f1),
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
  const sums = body.filter(([field]) => field?.startsWith('('));
  return [
    line(heading),
    rule,
    ...body.filter((row) => !sums.includes(row)).map(line),
    rule,
    ...sums.map(line),
  ].join('\n');
}

const TITLES: Record<Kind, string> = {
  text: 'text as received',
  stripped: 'the same texts without diacritics',
  scan: 'scans of them',
};

/** All scores as tables, one a kind of input, each with its calibration. */
export function scoreTables(scores: Scores): string {
  return KINDS.flatMap((kind) => {
    const found = scores[kind];
    if (found === undefined) return [];
    return [`${TITLES[kind]}\n\n${scoreTable(found)}\n\n${calibrationTable(found.calibration)}`];
  }).join('\n\n');
}

/** Committed scores as a page of the documentation, one section a set of documents. */
export function accuracyPage(sets: Readonly<Record<string, Scores>>): string {
  return [
    '<!-- Written by `npm run eval -- --write`. -->',
    '',
    '# Accuracy',
    '',
    'What `npm run eval` prints; [what the columns mean](evaluation.md). The last columns are the F1 of single documents. All of these are',
    'development sets, so that the figures flatter the program; for others see [what plans score at first sight](first-sight.md).',
    'Below each table stands how often values are right, by the confidence their evidence gives them.',
    ...Object.entries(sets).flatMap(([title, scores]) => [
      '',
      `## ${title}`,
      '',
      '```text',
      scoreTables(scores),
      '```',
    ]),
    '',
  ].join('\n');
}

/** Every value that is missing, too much or wrong, document by document. */
export function differenceList(documents: readonly EvaluatedDocument[]): string {
  const lines: string[] = [];
  for (const { name, kind, comparison, failure } of documents) {
    lines.push(
      (kind === 'text' ? name : `${name} (${kind})`) +
        (failure === null ? '' : ` gave no record: ${failure}`),
    );
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
      const kind = change.kind === 'text' ? '' : ` (${change.kind})`;
      return `  ${sign} ${change.document ?? 'all'}${kind} ${change.field}: ${percent(change.before)} -> ${percent(change.now)}`;
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
