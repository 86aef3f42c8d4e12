import { fromPointer } from '../plan/pointer.ts';
import type { Finding, PlanRecord, Table } from '../plan/record.ts';
import { type Style, shorten } from './style.ts';

/** More rows than this are left out in the middle. */
const MOST_ROWS = 14;
/** Widest label, in columns. */
const WIDEST = 40;

/**
 * The figures that a finding of a table's sums is about, one a line: the column above or below a total, or the row
 * beside it, with what they add up to; [] for other findings.
 */
export function figureLines(finding: Finding, { tables }: PlanRecord, style: Style): string[] {
  if (finding.rule !== 'table-total') return [];
  const [list, index, , row, , column] = fromPointer(finding.at[0] ?? '');
  const table = list === 'tables' ? tables[Number(index)] : undefined;
  if (table === undefined || row === undefined || column === undefined) return [];
  const isColumn = table.rows[Number(row)]?.kind !== 'item';
  const figures = isColumn ? ofColumn(table, Number(column)) : ofRow(table, Number(row));
  const marked = Number(isColumn ? row : column);
  const sum = typeof finding.expected === 'number' ? style.m.number(finding.expected) : null;
  return lines(figures, marked, sum, style);
}

interface Figure {
  label: string;
  text: string;
}

function ofColumn({ rows }: Table, column: number): Figure[] {
  return rows.map(({ label, cells }) => ({ label, text: cells[column]?.text ?? '' }));
}

function ofRow({ rows, columns }: Table, row: number): Figure[] {
  return columns.map(({ label }, column) => ({ label, text: rows[row]?.cells[column]?.text ?? '' }));
}

function lines(figures: readonly Figure[], marked: number, sum: string | null, { m, c }: Style): string[] {
  const shown = figures.map(({ label, text }, at) => ({ label: shorten(label, WIDEST), text, at }));
  const left = Math.max(...shown.map(({ label }) => label.length), m.check.sum.length);
  const right = Math.max(...shown.map(({ text }) => text.length), sum?.length ?? 0);
  const line = (label: string, text: string): string =>
    `      ${label.padEnd(left)}  ${text.padStart(right)}`.trimEnd();
  const half = MOST_ROWS / 2;
  const printed = shown.flatMap(({ label, text, at }) => {
    const words = line(label, text);
    if (at === marked) return [`${c.red(words)}  ${c.red('◄')}`];
    if (shown.length <= MOST_ROWS || at < half || at >= shown.length - half) return [words];
    return at === half ? [line(m.check.moreRows(shown.length - MOST_ROWS), '')] : [];
  });
  return ['', ...printed, ...(sum === null ? [] : [c.dim(line(m.check.sum, sum))])];
}
