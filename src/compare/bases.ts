import type { BaseEvidence, Passage } from '../store/figures.ts';

/** What a plan's shares are taken of at one time, in persons. */
export interface Base {
  value: number;
  /** How it follows from the plan: `3095954 / 96,11 %`. */
  formula: string;
  /** The figures it follows from. */
  passages: Passage[];
}

/** Bases that mean the same for every indicator; others (the eligible, a group) are an indicator's own. */
export const COMMON_BASES: ReadonlyMap<string, string> = new Map([
  ['population', 'dan-so'],
  ['labour-force', 'luc-luong-lao-dong'],
]);

/**
 * How far a base may be off by the rounding of the share it is computed from: 3 % may be anything from 2,5 to 3,5 and tells
 * nothing of its base, 96,11 % tells it to 0,005 %.
 */
const VAGUE = 0.01;

export type BaseFound = { base: Base } | { why: 'base-missing' | 'bases-disagree' };

/**
 * The base that a plan gives or implies, from its evidence for one base and time: a stated one before an implied one, and of
 * these the one from the most exact share. None where what is implied can't all be true, rounding allowed for.
 */
export function baseFrom(evidence: readonly BaseEvidence[]): BaseFound {
  const spans = evidence.map((each) => ({ each, ...span(each) }));
  const lowest = Math.max(...spans.map(({ low }) => low));
  const highest = Math.min(...spans.map(({ high }) => high));
  if (lowest > highest) return { why: 'bases-disagree' };
  const [best] = spans.sort((a, b) => a.error - b.error);
  if (best === undefined || best.error > VAGUE) return { why: 'base-missing' };
  const { value, count, share } = best.each;
  return {
    base: {
      value,
      formula: share === null ? String(count.value) : `${count.value} / ${share.value} %`,
      passages: share === null ? [count] : [count, share],
    },
  };
}

/** The bases that a count and a rounded share leave possible. */
function span({ value, count, share }: BaseEvidence): { low: number; high: number; error: number } {
  if (share === null) return { low: value, high: value, error: 0 };
  const decimals = /\.(\d+)/.exec(String(share.value))?.[1]?.length ?? 0;
  const half = 0.5 / 10 ** decimals;
  return {
    low: (count.value / (share.value + half)) * 100,
    high: share.value > half ? (count.value / (share.value - half)) * 100 : Number.POSITIVE_INFINITY,
    error: half / share.value,
  };
}

/** A count that a share of a base comes to, in whole persons. */
export function countOf(share: number, base: Base): { value: number; formula: string } {
  return {
    value: Math.round((share * base.value) / 100),
    formula: `${share} % × (${base.formula})`,
  };
}

/** A share in percent, to two digits. */
export function shareOf(count: number, base: Base): { value: number; formula: string } {
  return {
    value: Math.round((count / base.value) * 10_000) / 100,
    formula: `${count} / (${base.formula})`,
  };
}
