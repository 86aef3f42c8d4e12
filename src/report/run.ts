import type { FailureCode } from '../plan/failure.ts';
import type { Severity } from '../plan/record.ts';
import type { PlanSummary, SummaryRoom } from '../plan/summary.ts';

/** Why a document gave no plan. */
export interface FailureReason {
  /** `internal` is a fault of the program, not of the file. */
  code: FailureCode | 'internal';
  detail: string | null;
}

/** More findings than a person reads at a sitting are left to the database. */
export const MOST_FINDINGS = 200;

/** Nor does anybody read a longer list of plans. */
export const MOST_LISTED = 200;

/** How one document fared in a run. */
export type DocumentOutcome = { path: string } & (
  | { outcome: 'stored' | 'unchanged'; plan: PlanSummary }
  | { outcome: 'duplicate'; planId: string; of: string }
  | { outcome: 'failed'; failure: FailureReason }
);

/** What a run over documents did. */
export interface RunResult {
  /** In the order of their paths. */
  documents: DocumentOutcome[];
  /** How many documents were read anew rather than taken from the memory. */
  worked: number;
  interrupted: boolean;
  /** Paths of files that were met in folders and are no documents, sorted. */
  skipped: string[];
}

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Keeps of a run's plans what a report of it has room for, so that a long run needs no more memory than a short one. */
export class ReportRoom {
  #headlines = MOST_LISTED;
  readonly #findings: Record<Severity, number> = {
    error: MOST_FINDINGS,
    warning: MOST_FINDINGS,
    info: MOST_FINDINGS,
  };

  /** Whether there is room for more plans in the list, and for findings of which severities. */
  get left(): SummaryRoom {
    return {
      headlines: this.#headlines > 0,
      findings: SEVERITIES.filter((severity) => this.#findings[severity] > 0),
    };
  }

  /** To be asked in the order in which the report tells of the plans. */
  trim(plan: PlanSummary): PlanSummary {
    return {
      ...plan,
      headline: this.#headlines-- > 0 ? plan.headline : null,
      findings: plan.findings.filter(({ severity }) => this.#findings[severity]-- > 0),
    };
  }
}

/** Findings in the order of their severity, worst first; within one severity as they come. */
export function worstFirst<T extends { severity: Severity }>(findings: readonly T[]): T[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
