import type { Table } from '../../plan/record.ts';
import { formatNumber } from '../format.ts';
import type { TemplateValue } from '../rule.ts';
import type { CellAt } from './cells.ts';
import type { Explanation } from './explain.ts';

/** What messages that tell of an explanation are filled with. */
export function toldOf(table: Table, explanation: Explanation): Record<string, TemplateValue> {
  switch (explanation.kind) {
    case 'swapped':
      return { one: nameOf(table, explanation.one), other: nameOf(table, explanation.other) };
    case 'twice':
    case 'left-out':
      return { value: explanation.value, cell: nameOf(table, explanation.cell) };
    case 'copied':
      return { cell: nameOf(table, explanation.from) };
    case 'missing-row':
      return {
        figures: listed(
          explanation.figures,
          ({ column, value }, number) => `${table.columns[column]?.label ?? ''} ${number(value)}`,
          ', ',
        ),
      };
    case 'misread': {
      const [{ text, value, ...cell }] = explanation.cells;
      return {
        cell: nameOf(table, cell),
        text,
        value,
        cells: listed(
          explanation.cells,
          (each, number) => `${nameOf(table, each)}: ${each.text} → ${number(each.value)}`,
          '; ',
        ),
      };
    }
  }
}

function nameOf({ rows, columns }: Table, { row, column }: CellAt): string {
  return `${rows[row]?.label ?? ''}, ${columns[column]?.label ?? ''}`;
}

function listed<T>(
  items: readonly T[],
  write: (item: T, number: (value: number) => string) => string,
  between: string,
): TemplateValue {
  const inLanguage = (lang: 'vi' | 'en'): string =>
    items.map((item) => write(item, (value) => formatNumber(value, lang))).join(between);
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}
