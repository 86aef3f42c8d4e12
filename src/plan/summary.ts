import type { Finding, PlanRecord, Severity } from './record.ts';

/** What a report says of one plan. */
export interface PlanSummary {
  id: string;
  /** Null where a list has no room for it. */
  headline: PlanHeadline | null;
  /** Of all its findings. */
  severities: Severity[];
  /** Those that a report of the run has room for. */
  findings: Pick<Finding, 'rule' | 'severity' | 'message'>[];
}

export interface PlanHeadline {
  number: string | null;
  title: string | null;
  issuedOn: string | null;
  status: PlanRecord['status'];
  targets: number;
  agencies: number;
  tasks: number;
  deadlines: number;
}

/** What a report has still room for: headlines, and findings of which severities. */
export interface SummaryRoom {
  headlines: boolean;
  findings: readonly Severity[];
}

/** What a report says of a plan that was just read. */
export function summarise(record: PlanRecord): PlanSummary {
  const { id, number, title, issuedOn, status, findings } = record;
  return {
    id,
    headline: {
      number,
      title,
      issuedOn,
      status,
      targets: record.targets.length,
      agencies: record.agencies.length,
      tasks: record.agencies.reduce((sum, agency) => sum + agency.tasks.length, 0),
      deadlines: record.deadlines.length,
    },
    severities: findings.map(({ severity }) => severity),
    findings: findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
  };
}
