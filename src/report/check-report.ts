import type { Finding, PlanRecord, Severity } from '../plan/record.ts';
import type { Acceptance } from '../store/accepted.ts';
import { figureLines } from './figure-table.ts';
import { type Place, placesOf } from './places.ts';
import { worstFirst } from './run.ts';
import { type Style, severityCounts, severityLabel } from './style.ts';

/** A plan that was checked: its record and the text that its evidence points into. */
export interface CheckedPlan {
  record: PlanRecord;
  text: string;
  /** The findings that a person accepted as they are. */
  accepted?: ReadonlyMap<Finding, Acceptance>;
}

/** Columns around the marked words that are shown of a long line. */
const CONTEXT = 100;

/** The findings of a plan for a person to read, worst first, each with its line of the text underlined. */
export function checkReport(plan: CheckedPlan, style: Style): string {
  const { source, findings } = plan.record;
  if (findings.length === 0) return `${style.c.green(style.m.check.clean(source.path))}\n\n`;
  const lines = [style.c.underline(source.path), ''];
  for (const finding of worstFirst(findings)) lines.push(...findingLines(finding, plan, style), '');
  return `${lines.join('\n')}\n`;
}

/** The last line of a check: how many findings of each severity in how many documents; '' where there are none. */
export function checkSummary(
  severities: readonly Severity[],
  documents: number,
  style: Style,
  accepted = 0,
): string {
  const { m, c } = style;
  const lines = [
    ...(severities.length === 0
      ? []
      : [c.bold(m.check.summary(severityCounts(severities, style), documents))]),
    ...(accepted === 0 ? [] : [c.dim(m.check.acceptedCount(accepted))]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The findings of a plan as JSON, an element of the list that a program reads of a check. */
export function checkJson({ record, text, accepted }: CheckedPlan): string {
  const document = {
    path: record.source.path,
    id: record.id,
    findings: record.findings.map((finding) => ({
      ...finding,
      accepted: acceptedJson(accepted?.get(finding)),
      places: placesOf(finding.at, record, text).map(
        ({ pointer, page, line, column, endColumn, evidence }) => ({
          pointer,
          page,
          line,
          column,
          endColumn,
          start: evidence.start,
          end: evidence.end,
          quote: evidence.quote,
        }),
      ),
    })),
  };
  return JSON.stringify(document, null, 2).replace(/^/gm, '  ');
}

function acceptedJson(acceptance: Acceptance | undefined) {
  if (acceptance === undefined) return null;
  const { reason, by, at } = acceptance;
  return { reason, by, at };
}

function findingLines(finding: Finding, { record, text, accepted }: CheckedPlan, style: Style): string[] {
  const { m, c } = style;
  const acceptance = accepted?.get(finding);
  if (acceptance !== undefined) {
    const { reason, by, at } = acceptance;
    return [
      c.dim(`  ${m.check.accepted}  ${finding.message} [${finding.rule}]`),
      c.dim(`    ${m.check.acceptedBecause(reason, by, m.date(at.slice(0, 10)))}`),
    ];
  }
  const places = placesOf(finding.at, record, text);
  const gutter = Math.max(0, ...places.map((place) => String(place.line).length)) + 2;
  const lines = [
    `  ${severityLabel(finding.severity, style)}  ${finding.message} ${c.dim(`[${finding.rule}]`)}`,
  ];
  for (const place of places.slice(0, MOST_PLACES)) lines.push(...placeLines(place, gutter, style));
  lines.push(...figureLines(finding, record, style));
  if (finding.suggestion !== null) lines.push(`    ${c.dim(m.check.suggestion(finding.suggestion))}`);
  return lines;
}

/** A finding over a whole column need not show every row. */
const MOST_PLACES = 4;

function placeLines({ line, column, endColumn, lineText }: Place, gutter: number, { c }: Style): string[] {
  const from = column - 1 <= CONTEXT / 2 ? 0 : column - 1 - CONTEXT / 2;
  const to = Math.min(lineText.length, Math.max(from + CONTEXT, Math.min(endColumn - 1, from + 2 * CONTEXT)));
  const before = from > 0 ? '… ' : '';
  const shown = before + lineText.slice(from, to).replaceAll('\t', ' ') + (to < lineText.length ? ' …' : '');
  const marked = Math.min(endColumn - 1, to) - (column - 1);
  const underline = ' '.repeat(before.length + column - 1 - from) + '~'.repeat(Math.max(1, marked));
  return [
    `    ${c.dim(`${String(line).padStart(gutter)} │`)} ${shown}`,
    `    ${c.dim(`${' '.repeat(gutter)} │`)} ${c.red(underline)}`,
  ];
}
