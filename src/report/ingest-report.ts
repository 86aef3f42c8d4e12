import type { PlanSummary } from '../plan/summary.ts';
import {
  type DocumentOutcome,
  MOST_FINDINGS,
  MOST_LISTED,
  type RunResult,
  SEVERITIES,
  worstFirst,
} from './run.ts';
import { type Style, severityCounts, severityLabel, shorten } from './style.ts';

/** The report of a run: what was found, what does not add up (worst first), what could not be read, and the sums. */
export function ingestReport(result: RunResult, written: readonly string[], style: Style): string {
  const { m, c } = style;
  const plans = result.documents.flatMap((document) => ('plan' in document ? [document] : []));
  const duplicates = result.documents.flatMap((document) =>
    document.outcome === 'duplicate' ? [document] : [],
  );
  const failures = result.documents.flatMap((document) => (document.outcome === 'failed' ? [document] : []));
  const unchanged = plans.filter((document) => document.outcome === 'unchanged').length;
  const lines: string[] = [];

  if (plans.length + duplicates.length > 0) {
    lines.push(c.bold(m.report.found), '');
    const found = result.documents.filter(({ outcome }) => outcome !== 'failed');
    for (const document of found.slice(0, MOST_LISTED)) lines.push(...foundLines(document, style));
    if (found.length > MOST_LISTED) lines.push(`  ${m.report.morePlans(found.length - MOST_LISTED)}`);
    lines.push(
      '',
      ...findingLines(
        plans.map((document) => document.plan),
        style,
      ),
    );
  }
  if (failures.length > 0) {
    lines.push(c.bold(m.report.failed(failures.length)), '');
    for (const { path, failure } of failures.slice(0, MOST_LISTED)) {
      lines.push(`  ${failureLine(path, failure, style)}`);
    }
    if (failures.length > MOST_LISTED) {
      lines.push(`  ${m.report.moreFailures(failures.length - MOST_LISTED)}`);
    }
    lines.push('');
  }
  if (result.worked === 0 && result.documents.length > 0 && !result.interrupted) {
    lines.push(c.green(m.report.nothingToDo(result.documents.length)));
  }
  lines.push(
    m.report.summary(plans.length, plans.length - unchanged, unchanged, duplicates.length, failures.length),
  );
  if (plans.length > 0) lines.push(m.report.written(written.join(', ')));
  return `${lines.join('\n')}\n`;
}

/** One line that names a file and says why it gave no plan and what to do. */
export function failureLine(
  path: string,
  { code, detail }: { code: Parameters<Style['m']['failure']>[0]; detail: string | null },
  { m, c }: Style,
): string {
  return `${c.red(path)}: ${m.failure(code, detail)}`;
}

function foundLines(document: DocumentOutcome, { m, c, width }: Style): string[] {
  if (document.outcome === 'failed') return [];
  if (document.outcome === 'duplicate') {
    return [`  ${c.cyan(document.planId)}  ${document.path}: ${m.report.duplicateOf(document.of)}`];
  }
  const { plan } = document;
  const { headline } = plan;
  if (headline === null) return [`  ${c.cyan(plan.id)}`];
  const counts = [
    m.report.targets(headline.targets),
    m.report.agencies(headline.agencies),
    m.report.tasks(headline.tasks),
    m.report.deadlines(headline.deadlines),
    severityCounts(plan.severities, { m, c, width }) || m.report.noFindings,
    ...(document.outcome === 'unchanged' ? [m.report.unchanged] : []),
  ];
  const { number, issuedOn, title } = headline;
  const subject = [number, issuedOn === null ? null : m.date(issuedOn), title]
    .filter((part) => part !== null)
    .join(' · ');
  return [
    `  ${c.cyan(plan.id)}  ${counts.join(' · ')}`,
    ...(subject === '' ? [] : [c.dim(`    ${shorten(subject, width - 4)}`)]),
  ];
}

function findingLines(plans: readonly PlanSummary[], style: Style): string[] {
  const { m, c } = style;
  const severities = plans.flatMap((plan) => plan.severities);
  if (severities.length === 0) return [m.report.everythingAddsUp, ''];
  const counts = severityCounts(severities, style);
  const kept = plans.flatMap(({ id, findings }) => findings.map((finding) => ({ id, ...finding })));
  const shown = worstFirst(kept).slice(0, MOST_FINDINGS);
  const lines = [c.bold(m.report.doesNotAddUp(counts)), ''];
  for (const severity of SEVERITIES) {
    let plan = '';
    for (const finding of shown) {
      if (finding.severity !== severity) continue;
      if (finding.id !== plan) {
        plan = finding.id;
        lines.push(`  ${severityLabel(severity, style)}  ${c.cyan(plan)}`);
      }
      lines.push(`    ${finding.message} ${c.dim(`[${finding.rule}]`)}`);
    }
  }
  const more = severities.length - shown.length;
  if (more > 0) lines.push(`  ${m.report.moreFindings(more)}`);
  lines.push('');
  return lines;
}
