import type { IssuerKind, IssuerLevel, Target } from './record.ts';

/** What identifies a stored plan. */
export interface ShelvedPlan {
  id: string;
  /** The file it was read from. */
  path: string;
  number: string | null;
  title: string | null;
  issuer: {
    name: string;
    kind: IssuerKind | null;
    level: IssuerLevel | null;
    placeName: string | null;
    placeCode: string | null;
  } | null;
  /** The first and last day on which it may have been issued. */
  issued: { first: string; last: string } | null;
  /** The same for plans of the very same words and figures. */
  content: string;
}

/** A number that a stored plan sets as a level: for the issuer's whole territory, or for a place within it. */
export interface ShelvedTarget {
  planId: string;
  planNumber: string | null;
  /** Its index in the plan's targets. */
  index: number;
  indicator: string;
  label: string;
  measure: Target['measure'];
  relation: Target['relation'];
  unit: string | null;
  of: string | null;
  due: string;
  value: number;
  /** Code of the place that it is for. */
  code: string;
  /** Level and code of the issuer. */
  level: IssuerLevel;
  issuerCode: string;
  issuedLast: string;
}

/** All stored plans, as the rules that look at more than one of them may ask for them: some at a time, never all at once. */
export interface Shelf {
  /** Plans that share all their words and figures with another one, by these and id. */
  sameWords(): AsyncIterable<ShelvedPlan>;
  /** Plans that share their number with another one, by number and id. */
  sharedNumbers(): AsyncIterable<ShelvedPlan>;
  /** Plans that share title and day of issue with another one, by these and id. */
  sharedTitles(): AsyncIterable<ShelvedPlan>;
  /** Plans whose number, issuer or date is not known, by id. */
  unidentified(): AsyncIterable<ShelvedPlan>;
  /** Plans whose text is probably nearly that of a plan, without those of the very same words: the likeliest after so many, [] after the last. */
  alike(plan: ShelvedPlan, skip: number): Promise<ShelvedPlan[]>;
  text(id: string): Promise<string>;
  /**
   * Targets by indicator, measure, unit, base, time, place, plan and index; counts and shares that are levels of known
   * places. Nothing else may be asked for before the last of them.
   */
  targets(): AsyncIterable<ShelvedTarget>;
}
