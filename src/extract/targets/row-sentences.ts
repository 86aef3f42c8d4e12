import { fold } from '../../lexicon/fold.ts';
import type { Span } from '../../plan/source-text.ts';
import type { PlanSection } from '../../plan/tree.ts';
import { type Context, type Passage, singleBlanks, textOf } from '../context.ts';
import { dutyColumns } from '../duty-tables.ts';
import { findFigures } from '../quantities.ts';
import type { TableReading } from '../tables.ts';
import { cellFigures } from './cell-figures.ts';

/** What the column is called that names the rows, where those are targets. */
const NAMES_TARGETS = /^(?:(?:cac|ten|noi dung)\s+)*(?:chi tieu|muc tieu)(?![a-z])/;

/**
 * The sentences that a table of targets has for its rows, beside the body in charge: "Tỷ lệ người dân có VNeID đạt 80%". What
 * stands in figures of its own in a row is no part of its sentence, and such rows have none. In a table of duties those that
 * stand in the column of what each is to reach.
 */
export function rowSentences(context: Context, table: TableReading): Passage[] {
  const ofRows = namesTargets(table);
  const aims = ofRows ? [] : aimColumns(table);
  if (!ofRows && (aims.length === 0 || dutyColumns(table) === null)) return [];
  const timed = table.columns.findIndex((column) => column.timed);
  const above = [...table.under, ...(table.title === null ? [] : [headingOf(table.title.span)])];
  return table.rows.flatMap((row): Passage[] => {
    if (row.kind !== 'item' || (ofRows && row.cells.some((cell) => cellFigures(cell).length > 0))) return [];
    const stated = ofRows
      ? [{ text: row.label, span: row.labelSpan }]
      : aims.flatMap((at) => row.cells[at] ?? []).filter((cell) => cellFigures(cell).length === 0);
    return stated.flatMap(({ text: words, span }): Passage[] => {
      const text = textOf(context.source, span);
      if (!/\d/.test(text) || !isWhole(words, text)) return [];
      const time = row.cells[timed];
      // A row's own time is over its sentence as a heading's is.
      const under = time === undefined || time.text === '' ? above : [...above, headingOf(time.span)];
      return [{ ...span, text, under, node: { type: 'paragraph', value: text, span } }];
    });
  });
}

/** "Nhiệm vụ | Chỉ tiêu năm 2026 | Đơn vị chủ trì": the columns of a table of duties that say what each is to reach. */
export function aimColumns(table: TableReading): number[] {
  return table.columns.flatMap(({ label, timed }, at) => (!timed && AIMS.test(fold(label)) ? [at] : []));
}

const AIMS = /^(?:chi tieu|muc tieu)(?![a-z])/;

/** Whether the text of a cell stands in one piece, and not beside the lines of other cells. */
function isWhole(words: string, text: string): boolean {
  return singleBlanks(text).trim().startsWith(words);
}

/** Words that stand over a row, as a heading. */
function headingOf(span: Span): PlanSection {
  const { start } = span;
  const marker = { style: 'part' as const, raw: '', ordinal: null, path: [], start, end: start };
  return { type: 'section', marker, heading: span, titled: true, depth: 0, span, children: [] };
}

/** Whether the rows of a table are headed as targets. */
export function namesTargets({ subject }: TableReading): boolean {
  return NAMES_TARGETS.test(fold(subject));
}

/** Whether the rows of a table state targets, most of them by a figure in their words. */
export function statesTargets(table: TableReading): boolean {
  const items = table.rows.filter(({ kind }) => kind === 'item');
  const figured = items.filter(({ label }) => findFigures(label).length > 0);
  return namesTargets(table) && figured.length * 2 > items.length;
}
