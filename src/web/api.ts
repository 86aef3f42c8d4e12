import type { AppliedCorrection } from '../plan/corrections.ts';
import type { Evidence, PlanRecord } from '../plan/record.ts';
import type { Language } from '../report/messages/messages.ts';
import type { Acceptance } from '../store/accepted.ts';
import type { Account } from '../store/accounts.ts';
import type { Queue, QueueCounts, QueueFacets } from '../store/queue.ts';
import type { Review } from '../store/reviews.ts';

/** What the server's answers look like; the client knows them by type alone. */

export interface SessionAnswer {
  /** Null where one has to sign in first. */
  account: Account | null;
  /** Whether there are accounts at all: a desk on this machine alone has none. */
  hasAccounts: boolean;
  /** What requests that change something have to send as `x-csrf-token`. */
  csrf: string;
  lang: Language;
}

export type QueueAnswer = Queue & { counts: QueueCounts; facets: QueueFacets };

/** A stated total of a table that a finding is about, with the figures as they are after corrections. */
export interface SumAnswer {
  /** The finding's index. */
  finding: number;
  /** The cells that are added. */
  parts: string[];
  sum: number;
  stated: number;
  /** Whether it adds up since something was corrected. */
  holds: boolean;
}

export interface PlanAnswer {
  /** Version of everything that can be changed; goes back as `If-Match`. */
  etag: string;
  /** With the corrections that people made. */
  record: Omit<PlanRecord, 'evidence'>;
  /** Of the record as it was read. */
  evidence: Record<string, Evidence>;
  corrections: AppliedCorrection[];
  /** The last correction of one's own, which can be taken back. */
  undo: { id: number; pointer: string } | null;
  /** Findings that were accepted, by their index. */
  accepted: (Acceptance & { finding: number })[];
  review: Review | null;
  sums: SumAnswer[];
  /** Whether its pages can be looked at: its file is still there and has pages. */
  hasImages: boolean;
}

/** Why a change was refused: another was there before it. */
export interface ConflictAnswer {
  error: 'conflict';
  /** What the other wrote; null where they took back what stood there. */
  theirs: { value: unknown; by: string; at: string } | null;
  mine: unknown;
}

/** Documents that were dropped since the desk was opened, latest first. */
export interface IntakeAnswer {
  documents: {
    id: number;
    /** Its name in the inbox. */
    name: string;
    by: string;
    state: 'waiting' | 'reading' | 'done' | 'duplicate' | 'failed';
    /** Id of the plan that was read, or of the one that has the same bytes. */
    plan: string | null;
    /** Why it could not be read. */
    failure: Record<Language, string> | null;
    /** How long reading took. */
    seconds?: number;
  }[];
}

/** The indicators that any plan has a figure on. */
export interface IndicatorsAnswer {
  indicators: { id: string; name: string }[];
}

export interface ErrorAnswer {
  error: string;
  detail?: string;
}
