import type { Table } from '../../plan/record.ts';
import { holds, type StatedSum } from '../table-sums.ts';
import { type CellAt, counts, excess, statedSums, tidy } from './cells.ts';

/** A cell that was probably misread, and what it would say. */
export interface Misreading extends CellAt {
  text: string;
  value: number;
  /** How likely, to compare with others of the same sum. */
  weight: number;
}

/** Digits that recognition takes for one another. */
const CONFUSED = new Set(['17', '06', '08', '09', '68', '69', '89', '38', '56']);

/** More cells than this are too many to look at one by one. */
const MOST = 3;

/** What a sum's difference of so little is mostly: rounding. */
const ROUNDING = 1;

/**
 * The cells of a wrong sum of which one misread digit, or a lost dot of thousands, would explain all that is wrong, the
 * likeliest first. A cell that another sum bears out is not among them; one that explains two wrong sums at once is
 * alone. [] where there is none, or where too many could be it.
 */
export function misreadings(
  table: Table,
  wrong: StatedSum,
  alternatives: (cell: CellAt) => readonly string[],
): Misreading[] {
  const difference = excess(wrong);
  const others = statedSums(table).filter((sum) => sum !== wrong);
  const cells = [
    ...wrong.parts.map(({ row, column, value }) => ({ row, column, value, by: difference })),
    { row: wrong.row, column: wrong.column, value: wrong.stated, by: -difference },
  ];
  const candidates = cells.flatMap(({ row, column, value, by }): (Misreading & { crossed: boolean })[] => {
    const cell = { row, column };
    const meant = tidy(value + by);
    if (meant < 0) return [];
    const text = table.rows[row]?.cells[column]?.text ?? '';
    const likely = likelihood(text, value, meant, alternatives(cell));
    if (likely === 0) return [];
    const crossing = others.filter((sum) => counts(sum, cell));
    if (crossing.some((sum) => holds(sum) && sum.stated !== 0)) return [];
    const explained = crossing.filter((sum) => explains(sum, cell, by));
    if (crossing.length > explained.length) return [];
    const weight = likely + suits(table, cell, value, meant);
    return [{ ...cell, text, value: meant, weight, crossed: explained.length > 0 }];
  });
  const crossed = candidates.filter((candidate) => candidate.crossed);
  if (crossed.length > 0) return ranked(crossed);
  return Math.abs(difference) <= ROUNDING ? [] : ranked(candidates);
}

/** Without those far less likely than the first; [] where too many are left. */
function ranked(candidates: readonly Misreading[]): Misreading[] {
  const sorted = candidates.toSorted((one, other) => other.weight - one.weight);
  const best = sorted[0]?.weight ?? 0;
  const left = sorted.filter(({ weight }) => weight > best - 2);
  return left.length > MOST ? [] : left;
}

/** Whether a cell's being so much more would put a wrong sum right. */
function explains(sum: StatedSum, cell: CellAt, by: number): boolean {
  const isPart = sum.parts.some((part) => part.row === cell.row && part.column === cell.column);
  return Math.abs(excess(sum) - (isPart ? by : -by)) <= sum.tolerance;
}

/** 0 where no single slip makes one of the other; more the likelier the slip is. */
function likelihood(text: string, read: number, meant: number, alternatives: readonly string[]): number {
  if (alternatives.some((other) => numberIn(other) === meant)) return 6;
  if (/^\d{1,3}[,.]\d{3}$/.test(text.trim()) && !Number.isInteger(read) && tidy(read * 1000) === meant)
    return 5;
  const [one, other] = digitsOf(read, meant);
  if (one.length !== other.length) return 0;
  const different = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [[digit, other[at] ?? '']]));
  if (different.length !== 1) return 0;
  return CONFUSED.has(different[0]?.toSorted().join('') ?? '') ? 3 : 1;
}

/** Both with the same number of decimals. */
function digitsOf(one: number, other: number): [string, string] {
  const decimals = Math.max(...[one, other].map((value) => String(value).split('.')[1]?.length ?? 0));
  return [one.toFixed(decimals), other.toFixed(decimals)];
}

/**
 * How much better the meant value fits its row than the one that was read: rows of one table are mostly large or small
 * in all their columns. Between -2 and 2; 0 where there is nothing to compare.
 */
function suits({ rows, columns }: Table, { row, column }: CellAt, read: number, meant: number): number {
  const gains = [...columns.keys()].flatMap((other) => {
    const beside = rows[row]?.cells[other]?.value ?? null;
    if (other === column || beside === null || beside <= 0 || read <= 0 || meant <= 0) return [];
    const ratios = rows.flatMap(({ kind, cells }, at) => {
      const [one, two] = [cells[column]?.value ?? null, cells[other]?.value ?? null];
      return at === row || kind !== 'item' || one === null || two === null || one <= 0 || two <= 0
        ? []
        : [Math.log(one / two)];
    });
    if (ratios.length < 2) return [];
    const usual = median(ratios);
    const spread = Math.max(0.02, median(ratios.map((ratio) => Math.abs(ratio - usual))));
    const far = (value: number): number => Math.min(4, Math.abs(Math.log(value / beside) - usual) / spread);
    return [far(read) - far(meant)];
  });
  if (gains.length === 0) return 0;
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  return Math.max(-2, Math.min(2, mean));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function numberIn(text: string): number {
  return Number(text.trim().replaceAll('.', '').replace(',', '.'));
}
