import type { Evidence, PlanFacts } from './record.ts';
import type { SourceText, Span } from './source-text.ts';
import type { PlanRoot } from './tree.ts';

/** What extraction knows of a plan: its facts, where each was read, and what only the rules need. */
export interface Extraction {
  facts: PlanFacts;
  /** Keyed by JSON Pointer into the record. */
  evidence: Record<string, Evidence>;
  annexes: Annexes;
  /** What the letterhead says of the date when it is no date: a quote for the message, null where nothing is there. */
  unreadDate: string | null;
}

export interface Annexes {
  /** Annexes the text refers to, e.g. "Phụ lục 1", in order, each once; "Phụ lục" without number is label ''. */
  cited: AnnexMention[];
  /** Annexes that are in the file. */
  present: AnnexMention[];
}

export interface AnnexMention {
  /** The annex's number as written: "1", "IV", or '' where it has none. */
  label: string;
  span: Span;
}

/** Everything a rule may look at. */
export interface PlanUnderCheck extends Extraction {
  source: SourceText;
  tree: PlanRoot;
}
