import type { Table } from '../../plan/record.ts';
import { holds, type StatedSum } from '../stated-sum.ts';
import { tidy } from '../sum-readings.ts';
import { type CellAt, counts, excess, statedSums } from './cells.ts';
import { fitGain } from './fit.ts';
import { keepings } from './relations.ts';

/** A cell that was probably misread, and what it would say. */
export interface Misreading extends CellAt {
  text: string;
  value: number;
}

/** What is known of cells beside their table. */
export interface Witness {
  /** What recognition also took a cell for. */
  alternatives(cell: CellAt): readonly string[];
  /** Whether the rest of the document states a number. */
  states(value: number): boolean;
}

/** Digits that recognition takes for one another. */
const CONFUSED = new Set(['17', '06', '08', '09', '68', '69', '89', '38', '56']);

/** How likely a slip is beside others, as logarithms. */
const LIKELIHOOD = { alternative: 6, dotLost: 5, confused: 3, otherDigit: 0 };
/** How likely it is that nothing was misread and the document itself adds up wrongly. */
const OWN_FAULT = 1.3;
/** What a relation between columns says that only one of the two numbers keeps to. */
const RELATION = 5;
/** What it says that the text states one of the two numbers too. */
const STATED = 3;

/** Cells that are named at most. More are too many to look at one by one. */
const MOST = 5;
/** That one of those that are named is it must be at least as likely as not. */
const LIKELY_AMONG = 0.5;
/** A cell so much less likely than the first is not named, nor are more when they have this much together. */
const LIKELY_ENOUGH = 0.95;

/** What a sum's difference of so little is mostly, unless all other sums of the table are right: rounding. */
const ROUNDING = 1;

/**
 * The cells of a wrong sum of which one misread digit, or a lost dot of thousands, would explain all that is wrong, the
 * likeliest first. A cell that another sum bears out is not among them; one that explains two wrong sums at once is
 * alone. [] where there is none, or where too many could be it.
 */
export function misreadings(table: Table, wrong: StatedSum, witness: Witness): Misreading[] {
  const difference = excess(wrong);
  const others = statedSums(table).filter((sum) => sum !== wrong);
  const cells = [
    ...wrong.parts.map(({ row, column, value }) => ({ row, column, value, by: difference })),
    { row: wrong.row, column: wrong.column, value: wrong.stated, by: -difference },
  ];
  const candidates = cells.flatMap(({ row, column, value, by }): Candidate[] => {
    const cell = { row, column };
    const meant = tidy(value + by);
    if (meant < 0) return [];
    const text = table.rows[row]?.cells[column]?.text ?? '';
    const slip = slipOf(text, value, meant, witness.alternatives(cell));
    if (slip === null) return [];
    const crossing = others.filter((sum) => counts(sum, cell));
    if (crossing.some((sum) => holds(sum) && sum.stated !== 0)) return [];
    const explained = crossing.filter((sum) => explains(sum, cell, by));
    if (crossing.length > explained.length) return [];
    let weight = LIKELIHOOD[slip] + fitGain(table, cell, value, meant);
    for (const kept of keepings(table, cell, meant))
      weight += RELATION * (Number(kept.meant) - Number(kept.read));
    weight += STATED * (Number(witness.states(meant)) - Number(witness.states(value)));
    return [{ ...cell, text, value: meant, weight, crossed: explained.length > 0 }];
  });
  const crossed = candidates.filter((candidate) => candidate.crossed);
  if (crossed.length > 0) return likeliest(crossed);
  const isRounded = Math.abs(difference) <= ROUNDING && !areRight(others);
  return isRounded ? [] : likeliest(candidates);
}

/** Whether there are such sums, and all of them hold: then the figures were not rounded. */
function areRight(sums: readonly StatedSum[]): boolean {
  return sums.every(holds) && sums.some(({ stated }) => stated !== 0);
}

interface Candidate extends Misreading {
  /** How likely it is beside the others, as a logarithm. */
  weight: number;
  /** Whether it puts another wrong sum right too. */
  crossed: boolean;
}

/** As few of the candidates as it is with near certainty; [] where these are too many. */
function likeliest(candidates: readonly Candidate[]): Misreading[] {
  const sorted = candidates.toSorted((one, other) => other.weight - one.weight);
  const all = sorted.reduce((sum, { weight }) => sum + Math.exp(weight), 0);
  const named: Misreading[] = [];
  let likely = 0;
  for (const { row, column, text, value, weight } of sorted.slice(0, MOST)) {
    if (likely >= LIKELY_ENOUGH * all) break;
    named.push({ row, column, text, value });
    likely += Math.exp(weight);
  }
  return likely >= LIKELY_AMONG * (all + Math.exp(OWN_FAULT)) ? named : [];
}

/** Whether a cell's being so much more would put a wrong sum right. */
function explains(sum: StatedSum, cell: CellAt, by: number): boolean {
  const isPart = sum.parts.some((part) => part.row === cell.row && part.column === cell.column);
  return Math.abs(excess(sum) - (isPart ? by : -by)) <= sum.tolerance;
}

/** What would make one of the other; null where no single slip does. */
function slipOf(
  text: string,
  read: number,
  meant: number,
  alternatives: readonly string[],
): keyof typeof LIKELIHOOD | null {
  if (alternatives.some((other) => numberIn(other) === meant)) return 'alternative';
  if (/^\d{1,3}[,.]\d{3}$/.test(text.trim()) && !Number.isInteger(read) && tidy(read * 1000) === meant)
    return 'dotLost';
  const [one, other] = digitsOf(read, meant);
  if (one.length !== other.length) return null;
  const different = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [[digit, other[at] ?? '']]));
  if (different.length !== 1) return null;
  return CONFUSED.has(different[0]?.toSorted().join('') ?? '') ? 'confused' : 'otherDigit';
}

/** Both with the same number of decimals. */
function digitsOf(one: number, other: number): [string, string] {
  const decimals = Math.max(...[one, other].map((value) => String(value).split('.')[1]?.length ?? 0));
  return [one.toFixed(decimals), other.toFixed(decimals)];
}

function numberIn(text: string): number {
  return Number(text.trim().replaceAll('.', '').replace(',', '.'));
}
