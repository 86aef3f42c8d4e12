import type { Evidence, PlanRecord } from '../plan/record.ts';
import type { Language } from '../report/messages/messages.ts';
import type { Queue, QueueFacets } from '../store/queue.ts';

/** What the server's answers look like; the client knows them by type alone. */

export interface SessionAnswer {
  /** Null where one has to sign in first. */
  account: { name: string; role: 'viewer' | 'reviewer' } | null;
  /** Whether there are accounts at all: a desk on this machine alone has none. */
  hasAccounts: boolean;
  /** What requests that change something have to send as `x-csrf-token`. */
  csrf: string;
  lang: Language;
}

export type QueueAnswer = Queue & { facets: QueueFacets };

/** A stated total of a table that a finding is about. */
export interface SumAnswer {
  /** The finding's index. */
  finding: number;
  /** The cells that are added. */
  parts: string[];
  sum: number;
  stated: number;
}

export interface PlanAnswer {
  record: Omit<PlanRecord, 'evidence'>;
  evidence: Record<string, Evidence>;
  sums: SumAnswer[];
  /** Whether its pages can be looked at: its file is still there and has pages. */
  hasImages: boolean;
}

export interface ErrorAnswer {
  error: string;
  detail?: string;
}
