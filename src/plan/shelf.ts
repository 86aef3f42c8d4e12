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

/**
 * All stored plans, as the rules that look at more than one of them may ask for them. Streams come one row at a time;
 * nothing else may be asked for before a stream has ended.
 */
export interface Shelf {
  /** Plans that share their number with another one, by number and id. */
  sharedNumbers(): AsyncIterable<ShelvedPlan>;
  /** Plans that share issuer, day of issue and title with another one, by these and id. */
  sharedTitles(): AsyncIterable<ShelvedPlan>;
  /** Plans whose number, issuer or date is not known. */
  unidentified(): AsyncIterable<ShelvedPlan>;
  /** Plans whose text is probably nearly that of a plan, without it, by id; at most some tens. */
  alike(id: string): Promise<ShelvedPlan[]>;
  text(id: string): Promise<string>;
  /** Targets by indicator, measure, unit, base, time, place, plan and index; counts and shares that are levels of known places. */
  targets(): AsyncIterable<ShelvedTarget>;
}
