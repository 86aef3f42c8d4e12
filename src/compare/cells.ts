import type { Figure } from '../store/figures.ts';
import type { Cell, Other, Source } from './comparison.ts';

const RELATIONS: readonly Cell['relation'][] = ['=', '>=', '>', '<=', '<'];

/** A figure that may stand in a cell: its own value, or one derived from it. */
export interface Candidate {
  figure: Figure;
  value: number;
  kind: 'stated' | 'derived';
  formula: string | null;
  sources: Source[];
  base: number | null;
}

/**
 * The cell of a place and year: of several figures the newest plan's, in it the latest day's, then the text's before a table's. The
 * others are named with the reason they stand back.
 */
export function cellOf(year: number, candidates: readonly Candidate[]): Cell | null {
  const [main, ...rest] = [...candidates].sort(order);
  if (main === undefined) return null;
  return {
    year,
    value: main.value,
    relation: relationOf(main.figure),
    due: main.figure.due,
    kind: main.kind,
    formula: main.formula,
    sources: main.sources,
    base: main.base,
    others: rest.map((other) => ({
      why: why(main, other),
      value: other.value,
      relation: other.figure.relation,
      due: other.figure.due,
      source: sourceOf(other.figure),
    })),
    rank: null,
    rankedOf: null,
    change: null,
  };
}

export function sourceOf(figure: Figure): Source {
  const { planId, planNumber, issuedOn, position, page, quote, corrected } = figure;
  return { plan: planId, number: planNumber, issuedOn, at: `/targets/${position}`, page, quote, corrected };
}

function relationOf({ relation }: Figure): Cell['relation'] {
  return RELATIONS.find((each) => each === relation) ?? '=';
}

function order(a: Candidate, b: Candidate): number {
  return (
    Number(a.kind === 'derived') - Number(b.kind === 'derived') ||
    -compare(a.figure.day ?? '', b.figure.day ?? '') ||
    -compare(a.figure.dueLast ?? '', b.figure.dueLast ?? '') ||
    Number(a.figure.tabled) - Number(b.figure.tabled) ||
    compare(a.figure.planId, b.figure.planId) ||
    a.figure.position - b.figure.position
  );
}

function why(main: Candidate, other: Candidate): Other['why'] {
  const same = main.value === other.value && main.figure.relation === other.figure.relation;
  if (main.figure.planId === other.figure.planId) {
    if (main.figure.dueLast !== other.figure.dueLast) return 'earlier-due';
    return same ? 'repeated' : 'conflict';
  }
  if (same) return 'repeated';
  return main.figure.day !== other.figure.day ? 'older-plan' : 'conflict';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
