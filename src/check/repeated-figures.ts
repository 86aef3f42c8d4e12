import type { PlanUnderCheck } from '../plan/facts.ts';
import type { Table } from '../plan/record.ts';
import { subjectOf } from './label-words.ts';

/** A figure of a sentence that is another in the table whose other figures the sentence repeats. */
export interface ChangedFigure {
  table: number;
  row: number;
  column: number;
  label: string;
  stated: number;
  inTable: number;
}

/** A figure with what the sentence says of it, and the row that is about that. */
interface Pair {
  row: number;
  figure: number;
  decimals: number;
}

/** So many figures of a column that a sentence has to the last digit show that it repeats the column. */
const REPEATED = 2;

/** Where a sentence gives the shares of a table's column one by one, all as the table has them but for one. */
export function changedFigures({ facts, source }: PlanUnderCheck): ChangedFigure[] {
  if (facts.tables.length === 0) return [];
  const sentences = source.text
    .split('\n')
    .filter(isOfShares)
    .flatMap((line) => line.split(/[.;](?:\s|$)/).filter(isOfShares));
  return facts.tables.flatMap((table, index) =>
    sentences.flatMap((sentence) => {
      const pairs = pairsOf(sentence, table);
      const columns = [...table.columns.keys()]
        .map((column) => ({ column, others: othersIn(table, column, pairs) }))
        .filter(({ others }) => others !== null);
      if (columns.some(({ others }) => others?.length === 0)) return [];
      const [closest] = columns.toSorted(
        (one, two) => sharedWords(table, two.column, sentence) - sharedWords(table, one.column, sentence),
      );
      const [other, ...more] = closest?.others ?? [];
      if (closest === undefined || other === undefined || more.length > 0) return [];
      const label = table.rows[other.row]?.label ?? '';
      return [{ table: index, column: closest.column, label, ...other }];
    }),
  );
}

/** Whether words hold so many shares that they can repeat a column. */
function isOfShares(words: string): boolean {
  return words.split('%').length > REPEATED + 1;
}

/** The figures that are others in a column, as far as they are printed alike; null where the sentence does not repeat the column. */
function othersIn(
  { rows }: Table,
  column: number,
  pairs: readonly Pair[],
): { row: number; stated: number; inTable: number }[] | null {
  const cells = pairs.flatMap(({ row, figure, decimals }) => {
    const { value = null, text = '' } = rows[row]?.cells[column] ?? {};
    return value === null
      ? []
      : [{ row, stated: figure, inTable: value, isAlike: decimalsOf(text) === decimals }];
  });
  if (cells.filter(({ stated, inTable }) => stated === inTable).length < REPEATED) return null;
  return cells
    .filter(({ stated, inTable, isAlike }) => stated !== inTable && isAlike)
    .map(({ row, stated, inTable }) => ({ row, stated, inTable }));
}

/** The shares of a sentence whose words name a row, each row once. */
function pairsOf(sentence: string, { rows }: Table): Pair[] {
  const pairs: Pair[] = [];
  const subjects = rows.map(({ label, kind }) => (kind === 'item' ? subjectOf(label).split(' ') : []));
  for (const [, words = '', figure = ''] of sentence.matchAll(/([^%\d]*)(\d+(?:,\d+)?)\s*%/gu)) {
    const said = new Set(subjectOf(words).split(' '));
    let best = -1;
    for (const [row, subject] of subjects.entries()) {
      const isNamed = subject.join('') !== '' && subject.every((word) => said.has(word));
      if (isNamed && subject.length > (subjects[best]?.length ?? 0)) best = row;
    }
    if (best >= 0 && !pairs.some(({ row }) => row === best))
      pairs.push({ row: best, figure: Number(figure.replace(',', '.')), decimals: decimalsOf(figure) });
  }
  return pairs;
}

/** How many words a column's label and a sentence have in common: the year, "ước". */
function sharedWords({ columns }: Table, column: number, sentence: string): number {
  const said = new Set(subjectOf(sentence).split(' '));
  return subjectOf(columns[column]?.label ?? '')
    .split(' ')
    .filter((word) => said.has(word)).length;
}

function decimalsOf(text: string): number {
  return /,(\d+)/.exec(text)?.[1]?.length ?? 0;
}
