import type { PlaceLevel } from '../lexicon/units.ts';
import type { Corrected } from '../store/figures.ts';

/** Where a figure was read: enough for `kehoach show PLAN --at POINTER`. */
export interface Source {
  plan: string;
  number: string | null;
  issuedOn: string | null;
  /** JSON Pointer into the plan's record. */
  at: string;
  page: number | null;
  quote: string | null;
  /** Where a person corrected what was read there. */
  corrected: Corrected | null;
}

/** A value of a place in a year. */
export interface Cell {
  year: number;
  value: number;
  relation: '=' | '>=' | '>' | '<=' | '<';
  /** EDTF, as the plan has it; null for a sum of figures that are due on different days. */
  due: string | null;
  /** stated by a plan; derived from other figures of the same plan; sum over the parts of a merged province. */
  kind: 'stated' | 'derived' | 'sum';
  /** How it was computed; null for a stated value. */
  formula: string | null;
  /** All figures that it rests on, the main one first. */
  sources: Source[];
  /** What the share was taken of, in persons, where the plan gives or implies it. */
  base: number | null;
  /** Other figures for the same place and year that were passed over. */
  others: Other[];
  /** 1 is the highest value among `rankedOf` places of the level and year; null where it is not ranked. */
  rank: number | null;
  rankedOf: number | null;
  /** Against the place's last year before that has a value; of shares in percentage points. */
  change: { from: number; difference: number; growth: number | null; bounds: boolean } | null;
}

/** Whether a value rests on what a person corrected. */
export function isCorrected({ sources }: Pick<Cell, 'sources'>): boolean {
  return sources.some(({ corrected }) => corrected !== null);
}

export interface Other {
  /** The same value again; an earlier day of the year; an older plan; two values for one thing. */
  why: 'repeated' | 'earlier-due' | 'older-plan' | 'conflict';
  value: number;
  relation: string;
  due: string | null;
  source: Source;
}

export interface Row {
  place: {
    level: PlaceLevel | null;
    code: string | null;
    name: string;
    /** Where it lies, for a name that says too little ("Phường 1"). */
    within: string | null;
    /** Last day it existed; null where it still does or that is not known. */
    to: string | null;
  };
  /** Today's province that it is or lies in. */
  today: { code: string; name: string } | null;
  cells: Cell[];
}

export type Why =
  | 'value-is-change'
  | 'no-number'
  | 'no-year'
  | 'no-place'
  | 'other-group'
  | 'other-base'
  | 'other-unit'
  | 'other-measure'
  | 'base-missing'
  | 'bases-disagree';

/** A figure that is not compared, and why. */
export interface Left {
  why: Why;
  /** What the reason is about: the group, base or unit. */
  detail: string | null;
  place: string | null;
  value: number | null;
  source: Source;
}

/** A merged province for which no sum was made. */
export interface Unmerged {
  place: { code: string; name: string };
  year: number;
  why: 'parts-missing' | 'bounds-differ' | 'bases-missing';
  /** The parts at fault. */
  parts: string[];
}

export interface Comparison {
  indicator: { id: string; name: string };
  measure: string;
  unit: string | null;
  /** What shares are taken of; null for other measures. */
  base: string | null;
  group: string | null;
  years: number[];
  rows: Row[];
  left: Left[];
  unmerged: Unmerged[];
}
